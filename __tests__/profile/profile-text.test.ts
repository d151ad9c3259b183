// The text of AWS's shared files: what is set, taken out, refused, and above all what is left alone.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { writtenAs } from '../../src/profile/ini.js'
import { ProfileText } from '../../src/profile/profile-text.js'
import { lineOfSection, oddIn, removeSection, setSection, settingsOf } from './support.js'

const REGION = { region: 'eu-west-1' }
const BOM = '\ufeff'

describe('a profile that was not there is added at the end', () => {
  const cases: [what: string, before: string, after: string][] = [
    ['to nothing', '', '[profile ci]\nregion = eu-west-1\n'],
    ['after a section', '[default]\nx=1\n', '[default]\nx=1\n[profile ci]\nregion = eu-west-1\n'],
    ['after blank lines', '[a]\n\n\n', '[a]\n\n\n[profile ci]\nregion = eu-west-1\n'],
    [
      'where the last line is open, and leaves it open',
      '[a]\nx=1',
      '[a]\nx=1\n[profile ci]\nregion = eu-west-1',
    ],
    [
      'with the line ends of the file',
      '[a]\r\nx=1\r\n',
      '[a]\r\nx=1\r\n[profile ci]\r\nregion = eu-west-1\r\n',
    ],
    ['after a byte order mark', BOM, `${BOM}[profile ci]\nregion = eu-west-1\n`],
    ['after comments', '# mine\n; too\n', '# mine\n; too\n[profile ci]\nregion = eu-west-1\n'],
    [
      'after a nested block, whose indentation stays',
      '[profile a]\ns3 =\n\tmax_queue_size = 5\n    addressing_style = path\n',
      '[profile a]\ns3 =\n\tmax_queue_size = 5\n    addressing_style = path\n[profile ci]\nregion = eu-west-1\n',
    ],
    [
      'beside names that only begin like it',
      '[profile ci2]\n[ci]\n',
      '[profile ci2]\n[ci]\n[profile ci]\nregion = eu-west-1\n',
    ],
  ]
  test.each(cases)('%s', (_what, before, after) => {
    expect(oddIn(before, 'ci', 'config')).toBeUndefined()
    expect(setSection(before, 'ci', 'config', REGION)).toBe(after)
    expect(removeSection(after, 'ci', 'config')).toBe(before)
  })
})

describe('a profile that was there is replaced in its place, its comments kept', () => {
  const cases: [what: string, before: string, after: string][] = [
    ['alone', '[profile ci]\nregion = a\n', '[profile ci]\nregion = eu-west-1\n'],
    ['without a last line break', '[profile ci]\nregion = a', '[profile ci]\nregion = eu-west-1'],
    ['empty', '[profile ci]\n[b]\n', '[profile ci]\nregion = eu-west-1\n[b]\n'],
    [
      'between others, with what it nested',
      '[a]\n x=1\n[profile ci]\nsso_session = x\ns3 =\n  addressing_style = path\n\n# of b\n[b]\ny=2\n',
      '[a]\n x=1\n[profile ci]\nregion = eu-west-1\n\n# of b\n[b]\ny=2\n',
    ],
    [
      'with a comment inside',
      '[profile ci]\n# why\nregion = a\n',
      '[profile ci]\nregion = eu-west-1\n# why\n',
    ],
    [
      'first in a file with a byte order mark',
      `${BOM}[profile ci]\nx=1\n`,
      `${BOM}[profile ci]\nregion = eu-west-1\n`,
    ],
    [
      'with a comment after its header',
      '[profile ci] # me\nx=1\n',
      '[profile ci]\nregion = eu-west-1\n',
    ],
    ['written with quotes', '[profile "ci"]\nx=1\n', '[profile ci]\nregion = eu-west-1\n'],
    ['written with more blanks', '[profile   ci ]\nx=1\n', '[profile ci]\nregion = eu-west-1\n'],
  ]
  test.each(cases)('%s', (_what, before, after) => {
    expect(oddIn(before, 'ci', 'config')).toBeUndefined()
    expect(setSection(before, 'ci', 'config', REGION)).toBe(after)
  })

  test('default is written as [default], and found as [profile default] too', () => {
    expect(setSection('[profile default]\nx=1\n', 'default', 'config', REGION)).toBe(
      '[default]\nregion = eu-west-1\n',
    )
  })

  test('the credentials file has no word before the name', () => {
    const before = '[profile ci]\nx=1\n[ci]\naws_access_key_id = A\n'
    expect(lineOfSection(before, 'ci', 'credentials')).toBe(3)
    expect(setSection(before, 'ci', 'credentials', { a: 'b' })).toBe(
      '[profile ci]\nx=1\n[ci]\na = b\n',
    )
  })
})

describe('what is written', () => {
  test('is read back as the same lines', () => {
    const settings = { region: 'eu-west-1', credential_process: '/a/node /b/renew.mjs' }
    const text = setSection('[a]\r\nx=1\r\n', 'my ci', 'config', settings)
    expect(text).toContain("[profile 'my ci']\r\n")
    expect(settingsOf(text, 'my ci', 'config')).toBe(writtenAs(settings))
  })

  test('is told from what somebody has added, but not from comments', () => {
    const text = setSection('', 'ci', 'config', REGION)
    expect(settingsOf(`${text}# mine\n\n`, 'ci', 'config')).toBe(writtenAs(REGION))
    expect(settingsOf(`${text}output = json\n`, 'ci', 'config')).not.toBe(writtenAs(REGION))
    expect(settingsOf(text, 'other', 'config')).toBeUndefined()
  })

  test('taking out a profile that is not there changes nothing', () => {
    expect(removeSection('[a]\r\nx=1', 'ci', 'config')).toBe('[a]\r\nx=1')
  })

  test('comments added to the section after us stay', () => {
    const text = `${setSection('[a]\n', 'ci', 'config', REGION)}# later\n`
    expect(removeSection(text, 'ci', 'config')).toBe('[a]\n# later\n')
  })
})

describe('what is odd', () => {
  const cases: [what: string, text: string, problem: string, line: number][] = [
    ['a NUL byte', '[a]\nx=\0\n', 'nul', 2],
    ['a carriage return alone', '[a]\rx=1\n', 'carriage-return', 1],
    ['a header that is not closed', '[a]\n[profile ci\n', 'header', 2],
    ['text after a header', '[profile ci] x\n', 'header', 1],
    ['a comment glued to a header', '[profile ci]# x\n', 'header', 1],
    ['an empty header', '[]\n', 'header', 1],
    ['a quote that is not closed', "[profile 'ci]\n", 'header', 1],
    ['a setting before the first section', '# c\nx=1\n[a]\n', 'before-sections', 2],
    ['another kind of file', '{"a": 1}\n', 'before-sections', 1],
    ['two sections of the profile', '[profile ci]\n[a]\n[profile "ci"]\n', 'duplicate', 3],
    ['an indented header inside the section', '[profile ci]\nx=1\n  [a]\n', 'indented-header', 3],
    ['an indented header of the profile', '[a]\nx=1\n [profile ci]\n', 'indented-header', 3],
  ]
  test.each(cases)('%s', (_what, text, problem, line) => {
    expect(oddIn(text, 'ci', 'config')).toEqual({ problem, line })
  })

  test('both ways to write default at once', () => {
    const text = '[default]\nx=1\n[profile default]\nx=2\n'
    expect(oddIn(text, 'default', 'config')).toEqual({ problem: 'duplicate', line: 3 })
  })

  test.each([
    ['two sections of another profile, which are not ours to judge', '[profile a]\n[profile a]\n'],
    ['an indented bracket in a value of another profile', '[profile a]\nx =\n  [b]\n'],
    ['sections of other kinds', '[sso-session s]\n[services t]\n[plugins]\n[preview]\n'],
    ['a quote in a section that is no profile', "[sso-session bob's]\n"],
  ])('but not: %s', (_what, text) => {
    expect(oddIn(text, 'ci', 'config')).toBeUndefined()
  })
})

test('whatever else is in the file, setting and taking out leaves every byte as it was', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# a comment',
      ' ; another',
      '',
      '   ',
      'key = value',
      's3 =',
      '  nested = 1',
      '\tt\u00e4b',
    ),
    fc.constantFrom(
      '[default]',
      '[profile other]',
      '[other] ; c',
      "[profile 'a b']",
      '[sso-session x]',
    ),
  )
  const file = fc
    .tuple(fc.boolean(), fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([mark, lines, end, closed]) => {
      const body = ['[first]', ...lines].join(end)
      return (mark ? BOM : '') + body + (closed ? end : '')
    })
  fc.assert(
    fc.property(file, fc.constantFrom('credentials', 'config'), (text, kind) => {
      if (oddIn(text, 'ci', kind)) return
      const set = setSection(text, 'ci', kind, { a: '1', b: '2' })
      expect(set.startsWith(text)).toBe(true)
      expect(settingsOf(set, 'ci', kind)).toBe('a = 1\nb = 2')
      expect(setSection(set, 'ci', kind, { a: '1', b: '2' })).toBe(set)
      expect(removeSection(set, 'ci', kind)).toBe(text)
    }),
  )
})

test('several profiles, set or taken out one after the other, are put back to the byte the other way round', () => {
  const line = fc.constantFrom(
    '# c',
    '',
    '  ',
    'k = v',
    ' n = 1',
    '[default]',
    '[profile a]',
    '[profile b]',
    "[profile 'c d']",
  )
  const file = fc
    .tuple(fc.boolean(), fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([mark, lines, end, closed]) => {
      return (mark ? BOM : '') + ['[first]', ...lines].join(end) + (closed ? end : '')
    })
  const order = fc.shuffledSubarray(['a', 'b', 'c d', 'new'])
  fc.assert(
    fc.property(file, order, fc.boolean(), (source, names, out) => {
      const text = new ProfileText(source)
      if (names.some((name) => text.odd(name, 'config'))) return
      const before = names.map((name) => {
        const previous = text.previous(name, 'config')
        // As each change would find it, were the text read anew.
        expect(previous).toEqual(new ProfileText(text.text()).previous(name, 'config'))
        if (out) text.remove(name, 'config')
        else text.set(name, 'config', REGION)
        return { name, previous }
      })
      const now = new ProfileText(text.text())
      for (const { name, previous } of before.reverse()) {
        if (previous) now.putBack(name, 'config', previous, true)
        else now.remove(name, 'config')
      }
      expect(now.text()).toBe(source)
    }),
    { numRuns: 500 },
  )
})
