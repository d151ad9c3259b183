// Which questions each run can answer, so that the report lists them though nothing was found.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { CHECKS } from '../../src/checks/index.js'
import type { CheckId } from '../../src/model.js'

const asked = (change: unknown): CheckId[] => {
  const known = knownWith(change)
  return CHECKS.filter((check) => check.asked(known)).map(({ id }) => id)
}
const isAsked = (id: CheckId, change: unknown): boolean => asked(change).includes(id)

const GONE = { result: { ok: false, failure: { kind: 'bug', message: '' } } }
const UNCONNECTED = {
  observed: null,
  result: { ok: false, failure: { kind: 'network', phase: 'connect', addresses: ['10.0.0.5'] } },
}
const PRIVATE = { observed: { addresses: ['10.0.0.5'] } }
const CERTIFIED = { observed: { certificates: [{ subject: 'x', validTo: '' }] } }
const ELSEWHERE = { inputs: { customEndpoint: true } }
const EXPECTED = { inputs: { expectedClaims: [{ claim: 'ref', pattern: '*' }] } }
const BOTH = (of: object) => ({ issuer: { discovery: of, jwks: of } })

test('a run that knows nothing can answer nothing but of its address at the issuer', () => {
  const bare = { inputs: null, token: null, issuer: null, signature: 'not-checked' }
  expect(asked(bare)).toEqual([])
})

test('a run in which all is well answers what needs no more', () => {
  expect(asked({}).sort()).toEqual([
    'discovery-fields',
    'issuer-address',
    'issuer-cache',
    'issuer-latency',
    'issuer-reached',
    'issuer-url',
    'jwks-keys',
    'jwks-published',
    'setup',
    'token-algorithm',
    'token-audience',
    'token-claims',
    'token-key',
    'token-tags',
    'token-times',
  ])
})

describe('a question is asked if', () => {
  test.each<[CheckId, unknown]>([
    ['clocks', { clocks: [{ peer: 'sts', skewSeconds: 0 }] }],
    ['expected-claims', EXPECTED],
    ['issuer-certificate', BOTH(CERTIFIED)],
    ['issuer-latency', { ...BOTH(PRIVATE), ...ELSEWHERE }],
    // An answer that came is an answer, private as the address may be.
    ['issuer-reached', BOTH(PRIVATE)],
    ['issuer-reached', { ...BOTH(UNCONNECTED), ...ELSEWHERE }],
    ['issuer-reached', BOTH(GONE)],
    ['issuer-url', { token: null }],
    ['jwks-keys', { token: null }],
    ['token-event', { session: { account: '111122223333' } }],
    ['trust-policy', { trust: { allowed: true, statements: [], found: [] } }],
  ])('%s: %#', (id, change) => {
    expect(isAsked(id, change)).toBe(true)
  })
})

describe('no question is asked where its facts are missing', () => {
  test.each<[CheckId, unknown]>([
    ['discovery-fields', { issuer: null }],
    ['discovery-fields', { issuer: { discovery: GONE } }],
    ['expected-claims', { token: null, ...EXPECTED }],
    ['expected-claims', { inputs: null }],
    ['issuer-address', ELSEWHERE],
    ['issuer-address', { issuer: { jwks: null } }],
    ['issuer-address', { issuer: { jwks: { observed: { addresses: [] } } } }],
    ['issuer-cache', { issuer: null }],
    ['issuer-cache', { issuer: { jwks: null } }],
    ['issuer-cache', { issuer: { jwks: GONE } }],
    ['issuer-cache', { issuer: { jwks: { freshness: null } } }],
    ['issuer-certificate', { issuer: { jwks: CERTIFIED } }],
    ['issuer-certificate', BOTH({ observed: null })],
    ['issuer-latency', { issuer: { pending: ['jwks'] } }],
    ['issuer-latency', { issuer: { jwks: GONE } }],
    ['issuer-latency', { issuer: { jwks: PRIVATE } }],
    ['issuer-latency', { issuer: null }],
    ['issuer-reached', { issuer: { jwks: null } }],
    ['issuer-reached', { issuer: { jwks: UNCONNECTED } }],
    ['issuer-reached', { token: { issuer: 'http://idp.example.com' } }],
    ['issuer-url', { token: null, issuer: null }],
    ['issuer-url', ELSEWHERE],
    ['issuer-url', { issuer: { jwks: PRIVATE } }],
    ['jwks-keys', { token: { header: { alg: 'HS256' } } }],
    ['jwks-keys', { token: { header: { alg: ['RS256'] } } }],
    ['jwks-keys', { issuer: { jwks: { result: { value: [] } } } }],
    ['jwks-keys', { issuer: null }],
    ['jwks-published', { issuer: { jwks: GONE } }],
    ['token-algorithm', { token: null }],
    ['token-audience', { token: { audiences: [] } }],
    ['token-audience', { token: { source: 'file' } }],
    ['token-audience', { inputs: null }],
    ['token-event', { token: null, session: { account: '1' } }],
    ['token-key', { signature: 'no-key' }],
    ['token-times', { token: { claims: { exp: 'soon' } } }],
    ['token-times', { token: null }],
  ])('%s: %#', (id, change) => {
    expect(isAsked(id, change)).toBe(false)
  })
})
