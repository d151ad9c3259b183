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

/** As Windows programs split their line (Microsoft Learn, "Parsing C command-line arguments"): botocore does so itself. */
function windowsSplit(line: string): string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g))
    words.push(word.replace(/(\\*)"/g, (_, slashes: string) => '\\'.repeat(slashes.length >> 1)))
  return words
}

test('any path of Windows is one word there', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 8 })
    .map((text) => text.replace(/[<>:"/\\|?*]|\p{Cc}/gu, '-'))
    .map((text) => text.replace(/[. ]$/, '-'))
  const path = fc
    .tuple(fc.constantFrom('C:', 'D:', '\\\\server\\share'), fc.array(name, { minLength: 1 }))
    .map(([drive, names]) => [drive, ...names].join('\\'))
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (words) => {
      expect(windowsSplit(commandLine(words, true))).toEqual(words)
    }),
  )
})

test('Windows has double quotes only', () => {
  expect(commandLine(['C:\\node\\node.exe', 'D:\\my work\\renew.mjs'], true)).toBe(
    'C:\\node\\node.exe "D:\\my work\\renew.mjs"',
  )
})
