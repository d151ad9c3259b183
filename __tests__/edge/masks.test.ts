// Proves: a secret is taken out whole, cut short and escaped, and JSON stays JSON.
import { afterEach, describe, expect, test } from '@jest/globals'
import { Masks } from '../../src/edge/masks.js'
import { escaped } from '../../src/text.js'

const SECRET = 'IQoJb3JpZ2luX2VjE_x*y_0123456789abcdefghijklmnop'

function masks(...secrets: string[]): Masks {
  const all = new Masks()
  for (const secret of secrets) all.add(secret)
  return all
}

describe('clean', () => {
  test.each([
    ['whole', `said ${SECRET}, twice ${SECRET}`, 'said ***, twice ***'],
    ['cut short', `said ${SECRET.slice(0, 30)}…`, 'said ***…'],
    ['escaped for a page', `said ${escaped(SECRET)}`, 'said ***'],
    ['escaped and cut short', `said ${escaped(SECRET).slice(0, 33)}`, 'said ***'],
    ['a few letters of it are none', `said ${SECRET.slice(0, 10)}`, `said ${SECRET.slice(0, 10)}`],
  ])('%s', (_what, text, shown) => {
    expect(masks(SECRET).clean(text)).toBe(shown)
  })

  test('a mask of a letter or two leaves the words whole', () => {
    expect(masks('e', '1').clean('version 1, ready')).toBe('version 1, ready')
  })

  test('what the runner would obey is broken up', () => {
    expect(masks().clean('::error::x ##[error]y')).toBe(': :error::x ## [error]y')
  })

  test('a token that nobody has masked is not shown either', () => {
    expect(masks().clean('got eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln-X_1')).toBe('got ***')
  })
})

test.each(['"', '1', 'true', 'version', '{'])('JSON stays JSON with the secret %j', (secret) => {
  const text = JSON.stringify({ version: 1, ready: true, said: `x${secret}y` })
  expect(JSON.parse(masks(secret).cleanJson(text))).toMatchObject({ version: 1, ready: true })
})

describe('in the encodings in which a service may echo it', () => {
  const secret = 'AbC+/d e\u00fc"f=gh&i%j-0123456789'
  const bytes = Buffer.from(secret)
  const within = (before: string, after: string, form: BufferEncoding): string =>
    Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]).toString(form)
  const percent = encodeURIComponent(secret)

  test.each([
    ['base64', bytes.toString('base64')],
    ['base64, one byte in', within('x', 'yz', 'base64')],
    ['base64, two bytes in', within('xx', 'yz', 'base64')],
    ['base64url, in the middle of a JSON', within('{"token":"', '"}', 'base64url')],
    ['hex', bytes.toString('hex')],
    ['hex in capitals', bytes.toString('hex').toUpperCase()],
    ['JSON', JSON.stringify(secret)],
    ['JSON with its slashes escaped', JSON.stringify(secret).replaceAll('/', '\\/')],
    ['a URL', percent],
    ['a URL in lower-case hex', percent.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())],
    ['a form', percent.replaceAll('%20', '+')],
    ['a URL within a URL', encodeURIComponent(percent)],
    ['HTML', escaped(secret)],
  ])('%s', (_what, form) => {
    const shown = masks(secret).clean(`before ${form} after`)
    expect(shown).toMatch(/^before .*\*\*\*.* after$/)
    // What may be left of it are the few characters that its neighbours share.
    for (let at = 0; at + 12 <= form.length; at++)
      expect(shown).not.toContain(form.slice(at, at + 12))
  })

  const hex = bytes.toString('hex')
  test.each([
    ['the end of it', secret.slice(-14)],
    ['its middle', secret.slice(8, 24)],
    ['in capitals', secret.slice(-14).toUpperCase()],
    ['a piece of its hex', hex.slice(9, 40)],
    ['a piece of its base64', within('xx', 'yz', 'base64').slice(9, 30)],
    [
      'HTML of others',
      secret.replace(/[^a-z\d]/gi, (one) => `&#x${one.charCodeAt(0).toString(16)};`),
    ],
    ['HTML in JSON', JSON.stringify(escaped(secret)).replaceAll('&', '\\u0026')],
    ['base64 in a URL', encodeURIComponent(bytes.toString('base64'))],
    ['over several lines of base64', within('x', 'y', 'base64').replace(/.{20}/g, '$&\n')],
  ])('%s', (_what, form) => {
    const shown = masks(secret).clean(`before ${form} after`)
    expect(shown).toMatch(/^before [\s\S]*\*\*\*[\s\S]* after$/)
    for (let at = 0; at + 12 <= form.length; at++)
      expect(shown.replaceAll('\n', '')).not.toContain(form.slice(at, at + 12))
  })

  test.each([
    ['fewer characters', secret.slice(-11)],
    ['words of a secret that is a sentence', 'not authorized'],
  ])('%s are none', (_what, text) => {
    const sentence = 'you are not authorized to do so'
    expect(masks(secret, sentence).clean(`before ${text} after`)).toBe(`before ${text} after`)
  })

  test('of an account id no other number is hidden', () => {
    const all = masks('111122223333')
    expect(all.clean('333322221111 411112222333 111122223333')).toBe(
      '333322221111 411112222333 ***',
    )
  })

  test('a short mask has no encoding that could stand in other texts', () => {
    expect(masks('prod').clean('cHJvZA== 70726f64 prod')).toBe('cHJvZA== 70726f64 ***')
  })
})

test('a secret that is the name of a member is hidden as well; a short one may be ours', () => {
  const text = JSON.stringify({ [SECRET]: 1, version: [{ [`x${SECRET}`]: { a: 'b' } }] })
  expect(JSON.parse(masks(SECRET, 'version').cleanJson(text))).toEqual({
    '***': 1,
    version: [{ 'x***': { a: 'b' } }],
  })
})

test('of a value that others work with only a long secret is taken out, and nothing else', () => {
  const all = masks(SECRET, '111122223333')
  expect(all.cleanValue(`arn::111122223333:${SECRET}\n::error::`)).toBe(
    'arn::111122223333:***\n::error::',
  )
})

describe('a text of a megabyte that begins like a secret again and again', () => {
  const slice = String.prototype.slice
  afterEach(() => {
    String.prototype.slice = slice
  })

  test('is gone over once: what is made on the way is no more than a few times its length', () => {
    const all = masks(SECRET, `${SECRET.slice(0, 20)}another`, `x${SECRET}`)
    const text = `${SECRET.slice(0, 17)} `.repeat(60_000)
    let made = 0
    String.prototype.slice = function (this: string, ...at: [number?, number?]) {
      const part = slice.apply(this, at)
      made += part.length
      return part
    }
    const shown = all.clean(text)
    expect(shown).toBe('*** '.repeat(60_000))
    // It is decoded from four places on, and samples are taken of all that.
    expect(made).toBeLessThan(10 * text.length)
  })
})

test('a thousand secrets are put in order once', () => {
  const { sort } = Array.prototype
  let sorted = 0
  Array.prototype.sort = function (this: unknown[], ...by: []) {
    sorted += this.length
    return sort.apply(this, by)
  }
  try {
    const all = masks(...Array.from({ length: 1_000 }, (_one, at) => `${100_000_000_000 + at}`))
    for (const one of ['100000000007', '100000000999'])
      expect(all.clean(`of ${one}`)).toBe('of ***')
  } finally {
    Array.prototype.sort = sort
  }
  expect(sorted).toBeGreaterThan(0)
  expect(sorted).toBeLessThan(4_000)
})
