// The words of `npm run bench`: their defaults, and that a word that is none of them is refused rather than measured as NaN.
import { expect, test } from '@jest/globals'
import { readWords } from '../../benchmarks/words.js'

test('without words', () => {
  expect(readWords([])).toEqual({ what: 'runs', runs: 21, roundTrips: [0, 50] })
})

test('with all of them', () => {
  const words = 'herd --peer package.json --runs 5 --round-trip 20 --round-trip 0'.split(' ')
  expect(readWords(words)).toEqual({
    what: 'herd',
    peer: 'package.json',
    runs: 5,
    roundTrips: [20, 0],
  })
})

test.each([
  ['--runs x', '--runs: a whole number from 1 on, not "x"'],
  ['--runs 0', '--runs: a whole number from 1 on, not "0"'],
  ['--runs 1e9', '--runs: a whole number from 1 on, not "1e9"'],
  ['--runs=', '--runs: a whole number from 1 on, not ""'],
  ['--round-trip 5ms', '--round-trip: a whole number from 0 on, not "5ms"'],
  ['--peer no/such/file', '--peer: there is no no/such/file'],
  ['herds', 'only "herd" or "roles" may stand here, not "herds"'],
  ['herd 3', 'only "herd" or "roles" may stand here, not "herd 3"'],
])('refused: %s', (words, message) => {
  expect(() => readWords(words.split(' '))).toThrow(message)
})
