import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { issuerReached } from '../../src/checks/issuer-reached.js'
import type { Failure } from '../../src/model.js'

const URL_ASKED = 'https://idp.example.com/.well-known/openid-configuration'

const network = (addresses: readonly string[], more: object = {}): Failure => ({
  kind: 'network',
  peer: 'discovery',
  host: 'idp.example.com',
  phase: 'connect',
  code: 'ECONNREFUSED',
  detail: '',
  addresses,
  certificates: [],
  ...more,
})
const http: Failure = {
  kind: 'http',
  peer: 'discovery',
  url: URL_ASKED,
  status: 404,
  headers: {},
  excerpt: '',
}
const failedWith = (failure: Failure, more: object = {}) =>
  knownWith({
    token: { issuer: 'https://idp.example.com' },
    issuer: {
      url: 'https://idp.example.com',
      jwks: null,
      discovery: { url: URL_ASKED, observed: null, result: { ok: false, failure } },
    },
    ...more,
  })

describe('issuer-reached', () => {
  test('what was not asked for its internal name is said by the check of the address', () => {
    const host = 'idp.corp.internal'
    const failure: Failure = { kind: 'address', host, addresses: [], internal: true }
    const url = `https://${host}/.well-known/openid-configuration`
    const known = failedWith(failure, { token: { issuer: `https://${host}` } })
    const discovery = { ...known.issuer?.discovery, url }
    const seen = knownWith({ ...known, issuer: { ...known.issuer, discovery } })
    expect(issuerReached.judge(seen)).toEqual([])
  })

  test("a cloud's metadata service, named by its address, is said as what it is", () => {
    const host = '169.254.169.254'
    const failure: Failure = { kind: 'address', host, addresses: [host], refused: 'metadata' }
    const known = failedWith(failure)
    const discovery = { ...known.issuer?.discovery, url: `https://${host}/x` }
    const seen = knownWith({ ...known, issuer: { ...known.issuer, discovery } })
    expect(issuerReached.judge(seen)).toEqual([failure])
  })

  test('finds nothing where both documents came', () => {
    expect(issuerReached.judge(KNOWN)).toEqual([])
  })

  test('finds nothing where nothing was asked', () => {
    expect(issuerReached.judge(knownWith({ issuer: null }))).toEqual([])
  })

  test('says one failure, and nothing of the keys, where discovery failed', () => {
    expect(issuerReached.judge(failedWith(http))).toEqual([http])
  })

  test('says the failure of the keys where only they failed', () => {
    const failure = { ...http, peer: 'jwks' as const }
    const known = knownWith({ issuer: { jwks: { result: { ok: false, failure } } } })
    expect(issuerReached.judge(known)).toEqual([failure])
  })

  test.each([
    ['public', network(['203.0.113.7']), {}, 1],
    ['private, and the private address is the cause', network(['10.0.0.5', '10.0.0.6']), {}, 0],
    ['one of them public', network(['10.0.0.5', '203.0.113.7']), {}, 1],
    ['private, but STS is not AWS', network(['10.0.0.5']), { inputs: { customEndpoint: true } }, 1],
    ["a proxy's", network(['10.0.0.5'], { phase: 'proxy', proxy: 'proxy.corp:3128' }), {}, 1],
    ['not known', network([]), {}, 1],
  ])('addresses: %s', (_what, failure, more, found) => {
    expect(issuerReached.judge(failedWith(failure, more))).toHaveLength(found)
  })

  test('an answer from a private address is a failure of its own', () => {
    const known = knownWith({
      token: { issuer: 'https://idp.example.com' },
      issuer: {
        jwks: null,
        discovery: { observed: { addresses: ['10.0.0.5'] }, result: { ok: false, failure: http } },
      },
    })
    expect(issuerReached.judge(known)).toEqual([http])
  })

  test('says nothing where the URL is none that could be fetched: that is the root cause', () => {
    const known = failedWith(http, { token: { issuer: 'https://idp.example.com?a' } })
    expect(issuerReached.judge(known)).toEqual([])
  })

  test('a port keeps nobody from fetching', () => {
    const known = failedWith(http, { token: { issuer: 'https://idp.example.com:8443' } })
    expect(issuerReached.judge(known)).toEqual([http])
  })
})
