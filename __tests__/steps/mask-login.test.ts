// Proves: a login is masked in every form in which a peer may echo it.
import { describe, expect, test } from '@jest/globals'
import { loginOf, maskLogin, shownUrl } from '../../src/steps/mask-login.js'
import type { Runner } from '../../src/world.js'

test.each([
  ['user:secret', ['secret', 'dXNlcjpzZWNyZXQ=']],
  ['user:p%40ss', ['p%40ss', 'p@ss', 'dXNlcjpwQHNz']],
  ['a-token-as-user', ['a-token-as-user', 'YS10b2tlbi1hcy11c2Vy']],
  ['', []],
])('%s', (login, expected) => {
  const masked: string[] = []
  maskLogin(login, { mask: (value: string) => masked.push(value) } as unknown as Runner)
  expect([...new Set(masked)]).toEqual(expected)
})

describe('a URL that cannot be used', () => {
  const SECRET = 'hushhushhush'
  test.each([
    `https://me:${SECRET}@x.test`,
    `https//me:${SECRET}@x.test`,
    `https:/me:${SECRET}@x.test`,
    `https:\\\\me:${SECRET}@x.test`,
    `//me:${SECRET}@x.test`,
    `me:${SECRET}@x.test`,
    `${SECRET}@x.test`,
    `"https://me:${SECRET}@x.test"`,
    `https://me:hush/${SECRET}@x.test`,
    `https://me:${SECRET}@${SECRET}@x.test`,
    `https://me:${SECRET}@x test`,
    `https://me%3A${SECRET}%40x.test`,
    `https://x.test/?token=${SECRET}`,
    `https://x.test/#${SECRET}`,
  ])('%s: no part of its login is shown', (text) => {
    expect(JSON.stringify(shownUrl(text, loginOf(text)))).not.toContain(SECRET)
  })

  test.each(['http://octo:hush', 'http://octo:hush.proxy.test:3128', 'octo:hush'])(
    '%s may hold a password, though it has no @',
    (text) => {
      expect(shownUrl(text, loginOf(text))).toEqual({ withheld: true })
    },
  )

  test.each([
    'http://x test:80',
    'socks5://[::1]:80/a',
    'ftp://x.test/a',
    'x.test',
    'https://x test',
  ])('%s is shown', (text) => {
    expect(shownUrl(text, loginOf(text))).toBe(text)
  })
})

test.each(['\\', '/', ' ', 'a', '@'])('a hundred thousand of %j are gone over once', (sign) => {
  const many = sign.repeat(100_000)
  expect(loginOf(`${many}${sign === '@' ? '' : 'b'}`)).toBe(sign === '@' ? many.slice(1) : '')
})
