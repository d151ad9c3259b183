// Pieces of secrets: any so many characters in a row, in capitals or not, and no word that may be anybody's.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Pieces } from '../../src/edge/secret-pieces.js'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const piecesOf = (secrets: readonly string[]): Pieces => {
  const pieces = new Pieces()
  for (const secret of secrets) pieces.add(secret)
  return pieces
}
const shown = (text: string, least = 12, secrets = [SECRET]): string[] =>
  piecesOf(secrets)
    .rangesIn(text, least)
    .map(([from, to]) => text.slice(from, to))

test.each([
  ['all of it', `a ${SECRET} b`, [SECRET]],
  ['its middle', `a ${SECRET.slice(9, 25)} b`, [SECRET.slice(9, 25)]],
  ['its end', `a ${SECRET.slice(-12)}`, [SECRET.slice(-12)]],
  ['its capitals', `a ${SECRET.slice(0, 20).toUpperCase()} b`, [SECRET.slice(0, 20).toUpperCase()]],
  [
    'two of them',
    `${SECRET.slice(0, 14)} ${SECRET.slice(20, 34)}`,
    [SECRET.slice(0, 14), SECRET.slice(20, 34)],
  ],
  ['too little of it', `a ${SECRET.slice(4, 15)} b`, []],
  ['nothing', 'a text without any', []],
])('%s', (_what, text, pieces) => {
  expect(shown(text)).toEqual(pieces)
})

describe('words', () => {
  test('in small letters alone tell only where there are many of them', () => {
    const secret = 'the-deploy-environment-of-octo'
    expect(shown('an environment-o there', 12, [secret])).toEqual([])
    expect(shown('a deploy-environment here', 12, [secret])).toEqual(['deploy-environment'])
  })

  test('of a sentence stand each for itself', () => {
    const sentence = 'one command with SECRETVALUE1234 in it'
    expect(shown('x SECRETVALUE1234 y', 12, [sentence])).toEqual(['SECRETVALUE1234'])
    expect(shown('one command with', 12, [sentence])).toEqual([])
  })
})

test('of many secrets, any piece is found in any text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: fc.constantFrom(...'ABCDEF0123456789'), minLength: 16, maxLength: 40 }),
        {
          minLength: 1,
          maxLength: 20,
        },
      ),
      fc.nat(),
      fc.nat(),
      (secrets, which, where) => {
        const secret = secrets[which % secrets.length] ?? ''
        const from = where % (secret.length - 12)
        const text = `...${secret.slice(from, from + 12)}...`
        expect(shown(text, 12, secrets)).toEqual([secret.slice(from, from + 12)])
      },
    ),
    { seed: 7, numRuns: 300 },
  )
})

test.each([12, 8])(
  'of %i characters, in capitals or beside signs that no secret has, all are found at any place',
  (least) => {
    const secret = 'k\u03a3Q9\u0130x7\u00c4v2LmZ-p8RtW4b'
    for (let from = 0; from + least <= secret.length; from++)
      for (let before = 0; before < 8; before++) {
        const piece = secret.slice(from, from + least)
        const text = `${'\u03a3'.repeat(before)}${piece.replace(/[A-Z]+/gi, (s) => s.toUpperCase())}\u03a3`
        const [found] = piecesOf([secret]).rangesIn(text, least, true)
        expect(found?.[1]).toBeGreaterThanOrEqual(before + least)
      }
  },
)

test('of more secrets than samples are kept of, a piece is found too', () => {
  const many = Array.from({ length: 2_000 }, (_one, at) => `${SECRET}${at}x${at * 7919}`)
  expect(shown(`a ${SECRET.slice(9, 25)} b`, 12, many)).toEqual([SECRET.slice(9, 25)])
  expect(shown('a text without any', 12, many)).toEqual([])
})

test('no secrets, no pieces', () => {
  expect(shown(SECRET, 12, [])).toEqual([])
})
