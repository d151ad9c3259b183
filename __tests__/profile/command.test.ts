// The line of credential_process: a real shell splits it into the words that it was made of.
import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandLine } from '../../src/profile/command.js'

const split = (line: string): string[] =>
  execFileSync('sh', { input: `printf '%s\\0' ${line}`, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

test.each([
  [['/opt/node', '/a/dist/renew.mjs', '/tmp/x.json'], '/opt/node /a/dist/renew.mjs /tmp/x.json'],
  [['/my node', "/it's/$HOME/`id`"], "'/my node' '/it'\\''s/$HOME/`id`'"],
  [['/a #b ;c'], "'/a ''#b ''; c'".replace('; c', ';c')],
])('%j', (words, line) => {
  expect(commandLine(words, false)).toBe(line)
  expect(split(line)).toEqual(words)
})

test('any words', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const line = commandLine(words, false)
      expect(split(line)).toEqual(words)
      // The SDK for JavaScript cuts a value here (parseIni), whatever quotes there are.
      expect(line).not.toMatch(/\s[#;]/)
    }),
    { numRuns: 60 },
  )
})

test('Windows has double quotes only', () => {
  expect(commandLine(['C:\\node\\node.exe', 'D:\\my work\\renew.mjs'], true)).toBe(
    'C:\\node\\node.exe "D:\\my work\\renew.mjs"',
  )
})
