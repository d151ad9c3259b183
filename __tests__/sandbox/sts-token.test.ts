// Tokens that STS does not take for a JWT, or whose signature does not verify.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

describe('the token', () => {
  const not_jwt =
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
  test.each<[string, () => string]>([
    ['opaque', () => 'opaque-access-token'],
    ['five parts', () => 'a.b.c.d.e'],
    ['no JSON', () => 'YQ.YQ.YQ'],
    ['alg none', () => on.mint({ header: { alg: 'none' } })],
    ['alg HS256', () => on.mint({ header: { alg: 'HS256' } })],
    ['alg PS256', () => on.mint({ header: { alg: 'PS256' } })],
  ])('%s', async (_name, make) => {
    const { outcome } = await assume(on, { WebIdentityToken: make() })
    expect(outcome).toEqual({ code: 'InvalidIdentityToken', message: not_jwt })
  })

  test('a changed payload does not verify', async () => {
    await on.setFaults({ sts: { generation: 'classic' } })
    const [head, body = '', signature] = on.mint().split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, actor: 'mallory' })).toString(
      'base64url',
    )
    const { outcome } = await assume(on, { WebIdentityToken: [head, changed, signature].join('.') })
    expect(outcome).toMatchObject({ message: 'Token signature invalid' })
  })
})
