// Proves: a login is masked in every form in which a peer may echo it.
import { expect, test } from '@jest/globals'
import { maskLogin } from '../../src/steps/mask-login.js'
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
