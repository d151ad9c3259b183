// What STS fetches of an issuer, how often, and what it will not accept there.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, get, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const fetched = (path: string): number =>
  on.log().filter((entry) => entry.from === 'sts' && entry.path === path).length
const discovery_path = '/.well-known/openid-configuration'
const jwks_path = '/.well-known/jwks'

async function signInTwice(): Promise<void> {
  expect((await assume(on)).outcome).toBe('ok')
  expect((await assume(on)).outcome).toBe('ok')
}

describe('the cache', () => {
  test('with max-age both documents are fetched once', async () => {
    await signInTwice()
    expect([fetched(discovery_path), fetched(jwks_path)]).toEqual([1, 1])
  })

  test.each([
    { 'cache-control': 'no-cache' },
    { 'cache-control': 'no-store' },
    { 'cache-control': 'private, max-age=3600' },
    { 'cache-control': 'public, max-age=0' },
    { 'cache-control': null, pragma: 'no-cache' },
    { 'cache-control': null, expires: 'Thu, 01 Jan 2026 00:00:00 GMT' },
  ])('with %j the keys are fetched at every call', async (headers) => {
    await on.setFaults({ jwks: { headers } })
    await signInTwice()
    expect([fetched(discovery_path), fetched(jwks_path)]).toEqual([1, 2])
  })

  test('what the runner fetches is not what STS fetches', async () => {
    await get(on, on.issuer + jwks_path)
    expect(fetched(jwks_path)).toBe(0)
  })

  test('an issuer that STS throttles at every second call fails now and then', async () => {
    await on.setFaults({ jwks: { headers: { 'cache-control': 'no-cache' } } })
    expect((await assume(on)).outcome).toBe('ok')
    await on.setFaults({ stsFetch: { status: 429, times: 1 } })
    expect((await assume(on)).outcome).toMatchObject({ code: 'InvalidIdentityToken' })
    expect((await assume(on)).outcome).toBe('ok')
  })
})

describe('discovery', () => {
  const document = async () => JSON.parse((await get(on, on.issuer + discovery_path)).body)

  test('is like GitHub’s', async () => {
    expect(await document()).toMatchObject({
      issuer: on.issuer,
      jwks_uri: on.issuer + jwks_path,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    })
  })

  test.each<[string, Record<string, unknown>]>([
    ['another issuer', { issuer: 'https://localhost' }],
    ['no jwks_uri', { jwks_uri: undefined }],
    ['a jwks_uri of plain http', { jwks_uri: 'http://localhost/jwks' }],
    ['no response types', { response_types_supported: undefined }],
    ['no subject types', { subject_types_supported: undefined }],
    ['no algorithms', { id_token_signing_alg_values_supported: undefined }],
  ])('with %s is not accepted', async (_name, over) => {
    const body = JSON.stringify({ ...(await document()), ...over })
    await on.setFaults({ discovery: { body } })
    expect((await assume(on)).outcome).toMatchObject({
      message: expect.stringMatching(/^Couldn't retrieve verification key/),
    })
  })

  test('an issuer with a path has its keys at the root, as GitHub’s enterprises', async () => {
    const other = await street({ issuerPath: '/octo-enterprise' })
    try {
      expect((await assume(other)).outcome).toBe('ok')
      const found = await get(other, `${other.issuer}/.well-known/jwks`)
      expect(found.status).toBe(404)
    } finally {
      await other.stop()
    }
  })
})
