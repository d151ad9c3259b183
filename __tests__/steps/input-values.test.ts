import { describe, expect, test } from '@jest/globals'
import type { InputWant } from '../../src/model.js'
import { InputReader } from '../../src/steps/input-values.js'
import { FakeRunner } from '../fake-runner.js'

/** What a reader makes of one input, and what it finds wrong with it. */
function reading<T>(
  given: string,
  read: (reader: InputReader) => T,
): { value: T; wants: InputWant[] } {
  const reader = new InputReader(new FakeRunner({ inputs: { x: given } }))
  const value = read(reader)
  return { value, wants: reader.problems.map(({ want }) => want) }
}

describe('boolean', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    [' true ', true],
  ])('%j is %s', (given, value) => {
    expect(reading(given, (reader) => reader.boolean('x', !value))).toEqual({ value, wants: [] })
  })

  test.each([true, false])('nothing is the standard, %s', (standard) => {
    const { value, wants } = reading('', (reader) => reader.boolean('x', standard))
    expect({ value, wants }).toEqual({ value: standard, wants: [] })
  })

  test.each(['yes', 'no', '1', '0', 'tRUE', 'on'])('%j is none', (given) => {
    const { wants } = reading(given, (reader) => reader.boolean('x', true))
    expect(wants).toEqual([{ form: 'boolean' }])
  })
})

describe('whole', () => {
  const range = { least: 5, most: 10, unit: 'seconds' } as const
  test.each([
    ['5', 5],
    ['10', 10],
    ['', 7],
  ])('%j is %d', (given, value) => {
    expect(reading(given, (reader) => reader.whole('x', 7, range))).toEqual({ value, wants: [] })
  })

  test.each(['4', '11', '7.5', '-7', '1e1', '0x7', 'seven', '7 s', '٧'])('%j is none', (given) => {
    const { wants } = reading(given, (reader) => reader.whole('x', 7, range))
    expect(wants).toEqual([{ form: 'whole', ...range }])
  })
})

describe('oneOf', () => {
  const allowed = ['error', 'never'] as const
  test.each([
    ['never', 'never'],
    ['', 'error'],
  ])('%j is %s', (given, value) => {
    const { value: got, wants } = reading(given, (reader) => reader.oneOf('x', 'error', allowed))
    expect({ value: got, wants }).toEqual({ value, wants: [] })
  })

  test('another is none', () => {
    const { wants } = reading('Never', (reader) => reader.oneOf('x', 'error', allowed))
    expect(wants).toEqual([{ form: 'one-of', values: allowed }])
  })
})

describe('url', () => {
  test.each([
    'https://example.com',
    'https://example.com/',
    'https://example.com:8443/path/to',
    'https://[2001:db8::1]/x',
    'HTTPS://EXAMPLE.COM',
    '',
  ])('%j stays as it is', (given) => {
    expect(reading(given, (reader) => reader.url('x', false))).toEqual({ value: given, wants: [] })
  })

  test.each(['http://localhost:9000', 'http://127.0.0.1', 'http://[::1]:9000/x'])(
    '%j only where loopback may be plain',
    (given) => {
      expect(reading(given, (reader) => reader.url('x', true)).wants).toEqual([])
      expect(reading(given, (reader) => reader.url('x', false)).wants).toEqual([
        { form: 'https-url' },
      ])
    },
  )

  test.each(['http://example.com', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
    '%j is never plain enough',
    (given) => {
      const { wants } = reading(given, (reader) => reader.url('x', true))
      expect(wants).toEqual([{ form: 'https-or-loopback-url' }])
    },
  )

  test.each([
    'example.com',
    'ftp://example.com',
    'https://',
    'https://user@example.com',
    'https://user:pass@example.com',
    'https://example.com?x=1',
    'https://example.com/#x',
    'https://exa mple.com',
  ])('%j is none', (given) => {
    const { wants } = reading(given, (reader) => reader.url('x', true))
    expect(wants).toEqual([{ form: 'url' }])
  })
})

test('lines are parted, trimmed, and without empty ones', () => {
  const { value } = reading(' a ,b\n\n, c,', (reader) => reader.lines('x', /[,\n]/))
  expect(value).toEqual(['a', 'b', 'c'])
})

test('a problem tells the input, what was given and what is wanted', () => {
  const reader = new InputReader(new FakeRunner({ inputs: { x: 'bad' } }))
  reader.bad('x', { form: 'boolean' })
  reader.bad('x', { form: 'policy-arn' }, 'one line')
  expect(reader.problems).toEqual([
    { input: 'x', given: 'bad', want: { form: 'boolean' } },
    { input: 'x', given: 'one line', want: { form: 'policy-arn' } },
  ])
})

describe('secrets in inputs', () => {
  test('a token where its path belongs is masked, and so are its segments', () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl'
    const runner = new FakeRunner({ inputs: { x: token } })
    new InputReader(runner).text('x')
    expect(runner.masked).toEqual([token, ...token.split('.')])
  })

  test('the login of a URL is masked, and not told', () => {
    const runner = new FakeRunner({ inputs: { x: 'https://user:S3cret@example.com' } })
    const reader = new InputReader(runner)
    reader.url('x', false)
    expect(runner.masked).toContain('S3cret')
    expect(reader.problems).toMatchObject([{ given: 'https://example.com' }])
  })
})
