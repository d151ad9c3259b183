// Proves: a secret is taken out whole, cut short and escaped, and JSON stays JSON.
import { describe, expect, test } from '@jest/globals'
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
