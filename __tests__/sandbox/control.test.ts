// The control endpoint as a tool outside would use it, by plain HTTP.

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import type { Street } from '../../sandbox/street.js'
import { assume, get, getToken, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

async function ask(method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(on.control + path, { method, ...(text && { body: text }) })
  return { status: response.status, json: JSON.parse(await response.text()) }
}

test('POST /mint', async () => {
  const asked = { header: { alg: 'ES256', kid: 'ES256' }, claims: { actor: 'hubot', sha: null } }
  const { status, json } = await ask('POST', '/mint', asked)
  expect(status).toBe(200)
  expect(decodeJwt(json.token)).toMatchObject({ actor: 'hubot', iss: on.issuer })
  expect(decodeJwt(json.token)).not.toHaveProperty('sha')
  expect((await assume(on, { WebIdentityToken: json.token })).outcome).toBe('ok')
  const raw = await ask('POST', '/mint', { claims: '{"iss":"x"}' })
  expect(decodeJwt(raw.json.token)).toEqual({ iss: 'x' })
  expect(decodeJwt((await ask('POST', '/mint')).json.token)).toHaveProperty('sub')
})

test('GET and PUT /jwks', async () => {
  const own = await ask('GET', '/jwks')
  expect(own.json.keys).toHaveLength(6)
  await ask('PUT', '/jwks', { keys: [] })
  expect((await ask('GET', '/jwks')).json).toEqual({ keys: [] })
  expect(JSON.parse((await get(on, `${on.issuer}/.well-known/jwks`)).body)).toEqual({ keys: [] })
  await ask('PUT', '/jwks', null)
  expect((await ask('GET', '/jwks')).json).toEqual(own.json)
})

test('PUT /provider', async () => {
  await ask('PUT', '/provider', { url: on.issuer, client_ids: ['other'] })
  expect((await assume(on)).outcome).toMatchObject({ code: 'InvalidIdentityToken' })
  // As IAM shows it: without the scheme.
  const url = on.issuer.replace('https://', '')
  await ask('PUT', '/provider', { url, client_ids: ['sts.amazonaws.com'] })
  expect((await assume(on)).outcome).toBe('ok')
  await ask('PUT', '/provider', null)
  expect((await assume(on)).outcome).toMatchObject({ code: 'InvalidIdentityToken' })
})

test('PUT /trust-policy', async () => {
  await ask('PUT', '/trust-policy', { Statement: [] })
  expect((await assume(on)).outcome).toMatchObject({ code: 'AccessDenied' })
  const { json } = await ask('PUT', '/trust-policy', null)
  expect(json).toMatchObject({ Version: '2012-10-17' })
  expect((await assume(on)).outcome).toBe('ok')
})

test('PUT /role', async () => {
  const arn = 'arn:aws:iam::111122223333:role/teams/other'
  await ask('PUT', '/role', { arn, max_session_seconds: 43_200 })
  expect(on.roleArn).toBe(arn)
  expect((await assume(on, { DurationSeconds: '43200' })).outcome).toBe('ok')
  await ask('PUT', '/role', { max_session_seconds: 3600 })
  expect(on.roleArn).toBe(arn)
})

test('PUT /roles: more of them, each in its account', async () => {
  const [fine, gone, closed] = [1, 2, 3].map(
    (n) => `arn:aws:iam::${String(n).repeat(12)}:role/deploy`,
  )
  const trust_policy = { Version: '2012-10-17', Statement: [] }
  const roles = [{ arn: fine }, { arn: gone, gone: true }, { arn: closed, trust_policy }]
  expect((await ask('PUT', '/roles', roles)).json).toEqual(roles)
  const outcomes = await Promise.all(
    [fine, gone, closed].map((RoleArn = '') => assume(on, { RoleArn })),
  )
  expect(outcomes.map(({ outcome }) => outcome === 'ok')).toEqual([true, false, false])
  expect((await ask('PUT', '/roles', {})).status).toBe(400)
  expect((await ask('PUT', '/roles', [{}])).status).toBe(400)
  expect((await assume(on)).outcome).toBe('ok')
})

test('PUT /faults', async () => {
  await ask('PUT', '/faults', { token: { status: 503, times: 1 } })
  expect((await getToken(on)).status).toBe(503)
  expect((await getToken(on)).status).toBe(200)
  const all = { token: { claims: {}, times: 0 }, sts: { generation: '2026' }, clock: { sts: 1 } }
  expect((await ask('PUT', '/faults', all)).json).toEqual(all)
  await ask('PUT', '/faults', {})
})

test('PUT /faults: snake_case outside, camelCase inside, and claims as they are', async () => {
  const claims = { actor_id: null, someClaim: { a_b: 1 } }
  const all = {
    token: { raw_token: 'opaque', claims },
    sts: { special_keys: true },
    sts_fetch: { delay_ms: 1 },
  }
  expect((await ask('PUT', '/faults', all)).json).toEqual(all)
  expect(on.faults()).toEqual({
    token: { rawToken: 'opaque', claims },
    sts: { specialKeys: true },
    stsFetch: { delayMs: 1 },
  })
})

test('GET /log holds no secret', async () => {
  const { body } = await getToken(on)
  await assume(on, { WebIdentityToken: JSON.parse(body).value })
  const { json } = await ask('GET', '/log')
  expect(json[0]).toEqual({
    peer: 'token',
    from: 'runner',
    method: 'GET',
    path: '/token',
    status: 200,
    ms: expect.any(Number),
  })
  expect(json.map((entry: { peer: string }) => entry.peer)).toEqual([
    'token',
    'issuer',
    'issuer',
    'sts',
  ])
  expect(JSON.stringify(json)).not.toContain(on.requestToken)
})

describe('what it refuses', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['PUT', '/faults', '{', /^not JSON: /],
    ['PUT', '/faults', { jwsk: {} }, /^no such fault: jwsk; there are token, discovery, /],
    ['PUT', '/faults', { stsFetch: {} }, /^no such fault: stsFetch; .*, sts_fetch, /],
    ['PUT', '/faults', { jwks: { delayMs: 1 } }, /^no such member of jwks: delayMs; .*delay_ms/],
    ['PUT', '/faults', [], /must be a JSON object/],
    ['PUT', '/faults', { tls: { sts: 'odd' } }, /no such TLS fault: odd/],
    [
      'PUT',
      '/faults',
      { jwks: { statuss: 503, times: 1, hangs: true } },
      /^no such member of jwks: statuss, hangs; there are status, headers, /,
    ],
    ['PUT', '/faults', { sts: { generations: '2026' } }, /^no such member of sts: generations; /],
    ['PUT', '/faults', { token: { claim: {} } }, /^no such member of token: claim; /],
    [
      'PUT',
      '/faults',
      { down: { jwks: true } },
      /^no such member of down: jwks; there are token, /,
    ],
    ['PUT', '/faults', { jwks: 503 }, /^jwks must be a JSON object/],
    ['PUT', '/provider', { url: 1 }, /^the provider must be /],
    ['PUT', '/trust-policy', '"text"', /must be a JSON object/],
    ['PUT', '/role', { arn: 1 }, /must be a string/],
    ['PUT', '/role', { max_session_seconds: '1' }, /must be a number/],
    ['POST', '/mint', { claims: 1 }, /claims must be a JSON object/],
  ])('%s %s %j', async (method, path, body, message) => {
    const { status, json } = await ask(method, path, body)
    expect(status).toBe(400)
    expect(json.message).toMatch(message)
  })

  test('an unknown path, with the list of those that are', async () => {
    const { status, json } = await ask('GET', '/nowhere')
    expect(status).toBe(404)
    expect(json.paths).toEqual([
      'POST /mint',
      'GET /jwks',
      'PUT /jwks',
      'PUT /provider',
      'PUT /trust-policy',
      'PUT /role',
      'PUT /roles',
      'PUT /faults',
      'GET /log',
    ])
  })
})
