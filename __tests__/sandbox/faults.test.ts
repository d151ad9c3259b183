// Every switch of the street but TLS: that it does what its name says, to whom it says, and for as long as it says.

import { request } from 'node:https'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { FaultBoard, Faults, HttpFault } from '../../sandbox/faults.js'
import type { Street } from '../../sandbox/street.js'
import { assume, get, getToken, type Response, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street({ sts_fetch_limit_ms: 300 })
})
afterEach(() => on.setFaults({}))
afterAll(() => on.stop())

const discovery = () => get(on, `${on.issuer}/.well-known/openid-configuration`)
const jwks = () => get(on, `${on.issuer}/.well-known/jwks`)
const sts = () => get(on, on.sts)
const doors: [keyof FaultBoard['faults'], () => Promise<Response>][] = [
  ['token', () => getToken(on)],
  ['discovery', discovery],
  ['jwks', jwks],
  ['sts', sts],
]
const set = (name: string, fault: HttpFault): Promise<void> =>
  on.setFaults({ [name]: fault } as Faults)

describe.each(doors)('%s', (name, ask) => {
  test('status, headers and body', async () => {
    const headers = { 'Content-Type': 'text/html', 'x-more': '1', date: null }
    await set(name, { status: 418, headers, body: '<p>no</p>' })
    const answer = await ask()
    expect(answer).toMatchObject({ status: 418, body: '<p>no</p>' })
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html', 'x-more': '1' })
    expect(answer.headers).not.toHaveProperty('date')
  })

  test('times: only the first of them', async () => {
    await set(name, { status: 503, times: 2 })
    const statuses = [(await ask()).status, (await ask()).status, (await ask()).status]
    expect(statuses.slice(0, 2)).toEqual([503, 503])
    expect(statuses[2]).not.toBe(503)
  })

  test('times begin anew with every setFaults', async () => {
    await set(name, { status: 503, times: 1 })
    expect((await ask()).status).toBe(503)
    await set(name, { status: 503, times: 1 })
    expect((await ask()).status).toBe(503)
  })

  test('delay_ms', async () => {
    await set(name, { delay_ms: 150 })
    const started = performance.now()
    await ask()
    expect(performance.now() - started).toBeGreaterThanOrEqual(145)
  })

  test('reset', async () => {
    await set(name, { reset: true })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('cut', async () => {
    await set(name, { cut: true })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET', message: 'aborted' })
  })

  test('hang', async () => {
    await set(name, { hang: true })
    const answered = ask().then(
      () => 'answered',
      () => 'broken off',
    )
    const waited = new Promise((done) => setTimeout(done, 150, 'nothing'))
    expect(await Promise.race([answered, waited])).toBe('nothing')
    await on.setFaults({})
    expect(await answered).toBe('broken off')
  })
})

test('endless: a body that goes on', async () => {
  await on.setFaults({ jwks: { endless: true } })
  let length = 0
  const url = `${on.issuer}/.well-known/jwks`
  await new Promise<void>((done) => {
    const sent = request(url, { ca: on.ca_pem, agent: false }, (response) => {
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > 8000) sent.destroy()
      })
      response.on('error', () => done())
    }).end()
  })
  expect(length).toBeGreaterThan(8000)
})

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

  test('raw_token', async () => {
    await on.setFaults({ token: { raw_token: 'opaque' } })
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
    ['too long a wait for both', { delay_ms: 200 }],
  ])('sts_fetch: only STS meets %s', async (_name, fault) => {
    await on.setFaults({ sts_fetch: fault })
    expect((await assume(on)).outcome).toMatchObject({
      code: 'InvalidIdentityToken',
      message: expect.stringMatching(/^Couldn't retrieve verification key/),
    })
    expect((await discovery()).status).toBe(200)
    expect((await jwks()).status).toBe(200)
  })
})

describe('down', () => {
  test.each([
    ['token', () => getToken(on)],
    ['issuer', discovery],
    ['sts', sts],
  ] as const)('%s refuses, and comes back at the same port', async (peer, ask) => {
    await on.setFaults({ down: { [peer]: true } })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await on.setFaults({})
    expect((await ask()).status).toBeLessThan(500)
  })

  test('an issuer that is down is down for STS', async () => {
    await on.setFaults({ down: { issuer: true } })
    expect((await assume(on)).outcome).toMatchObject({ code: 'InvalidIdentityToken' })
  })
})

describe('clock', () => {
  test.each(doors)('%s: the Date header', async (name, ask) => {
    const peer = name === 'discovery' || name === 'jwks' ? 'issuer' : name
    await on.setFaults({ clock: { [peer]: -1000 } })
    const { date = '' } = (await ask()).headers
    expect(Math.abs(Date.parse(date) - (Date.now() - 1_000_000))).toBeLessThan(5000)
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
