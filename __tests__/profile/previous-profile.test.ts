// What a section held: put back to the byte where nothing else has changed, beside what has, and its secrets known.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isSameProfile,
  type PreviousProfile,
  secretsIn,
} from '../../src/profile/previous-profile.js'
import { oddIn, previousIn, putBack, removeSection, setSection } from './support.js'

const REGION = { region: 'eu-west-1' }
const BOM = '\ufeff'

function held(text: string): PreviousProfile {
  const found = previousIn(text, 'ci', 'config')
  if (!found) throw new Error('no section')
  return found
}
const replaced = (text: string): string => setSection(text, 'ci', 'config', REGION)
const back = (text: string, had: PreviousProfile, untouched = false): string =>
  putBack({ text, untouched }, 'ci', 'config', had)

const FILES: [what: string, text: string][] = [
  ['alone', '[profile ci]\nx = 1\n'],
  ['without a last line break', '[profile ci]\nx = 1'],
  ['empty', '[profile ci]\n'],
  ['between others', '[a]\nx=1\n[profile ci]\ns3 =\n  y = 2\n\n# of b\n[b]\n'],
  ['with comments inside', '[profile ci] # me\n# why\nx = 1\n\n; and\ny = 2\n'],
  ['ending in a comment, the file open', '[a]\n[profile ci]\n# why\nx = 1\n# end'],
  ['whose file is open behind a blank line', '[a]\n\n[profile ci]\n\nx = 1'],
  ['with other line ends', '[a]\r\n[profile ci]\r\n# c\r\nx = 1'],
  ['behind a byte order mark', `${BOM}[profile ci]\nx = 1\n`],
  ['behind a mark and a blank line', `${BOM}\n[profile ci]\nx = 1`],
  ['with a mark in a line of its own', `[profile ci]\n${BOM}\nx = 1\n[b]\n`],
  ['written with quotes and blanks', '[profile  "ci" ]\nx=1\n'],
]

describe('is put back to the byte', () => {
  test.each(FILES)('in the place of ours: %s', (_what, text) => {
    expect(back(replaced(text), held(text))).toBe(text)
  })
  test.each(FILES)('where it was taken out of: %s', (_what, text) => {
    expect(back(removeSection(text, 'ci', 'config'), held(text), true)).toBe(text)
  })

  test('whatever is in the file, and however its lines end', () => {
    const text = fc.constantFrom(
      '# c',
      ' ; d',
      '',
      '  ',
      'k = v',
      's3 =',
      '  n = 1',
      '[a]',
      '[b] # c',
    )
    const line = fc.tuple(text, fc.constantFrom('\n', '\r\n'))
    const file = fc
      .tuple(
        fc.boolean(),
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.array(line),
        fc.boolean(),
      )
      .map(([mark, above, end, below, closing]) => {
        const lines = [...above, ['[profile ci]', end], ...below].map((pair) => pair.join(''))
        const body = lines.join('')
        return (mark ? BOM : '') + (closing ? body : body.replace(/\r?\n$/, ''))
      })
    fc.assert(
      fc.property(file, (whole) => {
        if (oddIn(whole, 'ci', 'config')) return
        expect(back(replaced(whole), held(whole))).toBe(whole)
        expect(back(removeSection(whole, 'ci', 'config'), held(whole), true)).toBe(whole)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('beside what others have changed since', () => {
  test('sections that were added stay, and comments too', () => {
    const text = '[profile ci]\n# why\nx = 1'
    const now = `# top\n${replaced(text)}\n# later\n[profile later]\ny = 2\n`
    expect(back(now, held(text))).toBe(
      '# top\n[profile ci]\n# why\nx = 1\n# later\n[profile later]\ny = 2\n',
    )
  })

  test('comments that were taken out stay out', () => {
    const text = '[profile ci]\n# why\nx = 1\n'
    expect(back('[profile ci]\nregion = eu-west-1\n', held(text))).toBe('[profile ci]\nx = 1\n')
  })

  test('what was taken out comes to the end of a changed file, without the comments that stayed', () => {
    const text = '[profile ci]\n# why\nx = 1\n[a]\n'
    expect(back('# why\n[a]\n[b]\ny = 2', held(text))).toBe(
      '# why\n[a]\n[b]\ny = 2\n[profile ci]\nx = 1\n',
    )
  })
})

test('is kept without comments, and known again wherever it stands', () => {
  const had = held('[a]\n[profile ci]\n# secret-ish\nx = 1\n')
  expect(had).toEqual({ from: 1, lines: ['[profile ci]\n', null, 'x = 1\n'], end: '\n' })
  expect(isSameProfile(had, held('[profile ci]\n# other\nx = 1\n'))).toBe(true)
  expect(isSameProfile(had, held('[profile ci]\nx = 1\n'))).toBe(false)
  expect(isSameProfile(had, undefined)).toBe(false)
  expect(previousIn('[a]\n', 'ci', 'config')).toBeUndefined()
})

test('its secrets are the values of keys and tokens, and command lines', () => {
  const text = `[profile ci]
aws_access_key_id = AKIAOLD
AWS_SECRET_ACCESS_KEY: se/cr+et=: # mine
aws_session_token =
  folded
region = eu-west-1
s3 =
  max_queue_size = 5
credential_process = /bin/tool --password "x y"
credential_source = Environment
web_identity_token_file = /tmp/token
role_arn = arn:aws:iam::111122223333:role/x
`
  expect(new Set(secretsIn(held(text)))).toEqual(
    new Set([
      'AKIAOLD',
      'se/cr+et=: # mine',
      'se/cr+et=:',
      '',
      'folded',
      '/bin/tool --password "x y"',
    ]),
  )
})

test('settings that are indented are settings all the same: their secrets are known, too', () => {
  const text = `[profile ci]
  aws_access_key_id = AKIAINDENTED
  aws_secret_access_key = indented
region = x
\taws_session_token = below
  nothing = here
`
  const secrets = secretsIn(held(text))
  for (const one of ['AKIAINDENTED', 'indented', 'below']) expect(secrets).toContain(one)
  expect(secrets).not.toContain('here')
})
