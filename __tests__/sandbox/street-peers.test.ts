// The switches of one peer each: bent tokens, STS's own errors, what only STS meets, closed ports, wrong clocks.

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { Faults, HttpFault } from '../../sandbox/faults.js'
import type { Street } from '../../sandbox/street.js'
import { assume, DOORS, getDiscovery, getJwks, getSts, getToken, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street({ stsFetchLimitMs: 300 })
})
afterEach(() => on.setFaults({}))
afterAll(() => on.stop())

describe('the token', () => {
  const value = async (): Promise<string> => JSON.parse((await getToken(on)).body).value

  test('claims and header are merged, null removes', async () => {
    const claims = { sub: 'other', environment: 'production', actor: null }
    await on.setFaults({ token: { claims, header: { kid: null, typ: 'at+jwt' } } })
    const token = await value()
    expect(decodeJwt(token)).toMatchObject({
      sub: 'other',
      environment: 'production',
      aud: 'sts.amazonaws.com',
    })
    expect(decodeJwt(token)).not.toHaveProperty('actor')
    expect(decodeProtectedHeader(token)).not.toHaveProperty('kid')
  })

  test('rawToken', async () => {
    await on.setFaults({ token: { rawToken: 'opaque' } })
    expect(await value()).toBe('opaque')
  })

  test.each(['RS256', 'ES384'])('tamper: STS finds the signature of %s wrong', async (alg) => {
    await on.setFaults({
      token: { tamper: true, header: { alg, kid: alg } },
      sts: { generation: 'classic' },
    })
    const { outcome } = await assume(on, { WebIdentityToken: await value() })
    expect(outcome).toMatchObject({ message: 'Token signature invalid' })
  })
})

describe('STS', () => {
  test('error: that very error, in AWS’s form', async () => {
    const error = { status: 400, code: 'Throttling', message: 'Rate exceeded' }
    await on.setFaults({ sts: { error, times: 1 } })
    const { status, outcome, xml } = await assume(on)
    expect({ status, outcome }).toEqual({
      status: 400,
      outcome: { code: 'Throttling', message: 'Rate exceeded' },
    })
    expect(xml).toContain('<RequestId>')
    expect((await assume(on)).outcome).toBe('ok')
  })

  test.each<[string, Faults['sts'], string]>([
    [
      '2026',
      {},
      'The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.',
    ],
    ['classic', { generation: 'classic' }, 'Incorrect token audience'],
  ])('generation %s', async (_name, fault, message) => {
    await on.setFaults({ sts: fault ?? {} })
    const WebIdentityToken = on.mint({ claims: { aud: 'other' } })
    expect((await assume(on, { WebIdentityToken })).outcome).toEqual({
      code: 'InvalidIdentityToken',
      message,
    })
  })

  test.each<[string, HttpFault]>([
    ['a bad status', { status: 503 }],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
    ['HTML', { headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['a reset', { reset: true }],
    ['half a body', { cut: true }],
    ['no end', { endless: true }],
    ['no answer', { hang: true }],
    ['too long a wait for both', { delayMs: 200 }],
  ])('stsFetch: only STS meets %s', async (_name, fault) => {
    await on.setFaults({ stsFetch: fault })
    expect((await assume(on)).outcome).toMatchObject({
      code: 'InvalidIdentityToken',
      message: expect.stringMatching(/^Couldn't retrieve verification key/),
    })
    expect((await getDiscovery(on)).status).toBe(200)
    expect((await getJwks(on)).status).toBe(200)
  })
})

describe('down', () => {
  test.each([
    ['token', getToken],
    ['issuer', getDiscovery],
    ['sts', getSts],
  ] as const)('%s refuses, and comes back at the same port', async (peer, knock) => {
    await on.setFaults({ down: { [peer]: true } })
    await expect(knock(on)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await on.setFaults({})
    expect((await knock(on)).status).toBeLessThan(500)
  })

  test('an issuer that is down is down for STS', async () => {
    await on.setFaults({ down: { issuer: true } })
    expect((await assume(on)).outcome).toMatchObject({ code: 'InvalidIdentityToken' })
  })
})

describe('clock', () => {
  test.each(DOORS)('%s: the Date header', async (name, knock) => {
    const peer = name === 'discovery' || name === 'jwks' ? 'issuer' : name
    await on.setFaults({ clock: { [peer]: -1000 } })
    const before = Date.now()
    const { date = '' } = (await knock(on)).headers
    const said = Date.parse(date) + 1_000_000
    expect(said).toBeGreaterThan(before - 1000)
    expect(said).toBeLessThanOrEqual(Date.now())
  })

  test('a token service ahead by an hour issues tokens of the future', async () => {
    await on.setFaults({ clock: { token: 3600 } })
    const token = JSON.parse((await getToken(on)).body).value
    const { outcome } = await assume(on, { WebIdentityToken: token })
    expect(outcome).toMatchObject({
      code: 'InvalidIdentityToken',
      message: expect.stringMatching(/^Token not yet valid: /),
    })
  })

  test('an STS ahead by a day finds every token expired', async () => {
    await on.setFaults({ clock: { sts: 86_400 } })
    expect((await assume(on)).outcome).toMatchObject({ code: 'ExpiredTokenException' })
  })
})
