import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { causeFor } from '../../src/causes/index.js'
import { CHECKS } from '../../src/checks/index.js'

const ISSUER = 'https://ghes.corp:8443/_services/token'
const KEY = { kty: 'RSA', kid: 'key-1', n: 's'.repeat(342), e: 'AQAB' }

/** Ids of the causes that all the checks together find. */
const found = (change: unknown): string[] => {
  const known = knownWith(change)
  return CHECKS.flatMap((check) => check.judge(known)).map((one) => causeFor(one, known).id)
}
const keys = (...value: object[]) => ({ issuer: { jwks: { result: { value } } } })
const failed = (failure: object) => ({
  observed: null,
  freshness: null,
  result: { ok: false, failure },
})

describe('one root cause yields one failure', () => {
  test('all is well', () => {
    expect(CHECKS.flatMap((check) => check.judge(KNOWN))).toEqual([])
  })

  const refused = {
    kind: 'network',
    peer: 'discovery',
    host: 'ghes.corp',
    phase: 'connect',
    code: 'ECONNREFUSED',
    detail: '',
    addresses: ['10.0.0.5'],
    certificates: [],
  }
  const private_ = {
    token: { issuer: ISSUER, claims: { iss: ISSUER } },
    issuer: {
      url: ISSUER,
      totalMs: 4000,
      jwks: null,
      discovery: { url: `${ISSUER}/x`, ...failed(refused) },
    },
    signature: 'not-checked',
  }
  const gone = { kind: 'http', peer: 'discovery', url: '', status: 503, headers: {}, excerpt: '' }

  test.each<[string, unknown, readonly string[]]>([
    ['a private address, a port, and a refused connection', private_, ['issuer-private-address']],
    [
      'discovery gone, after four seconds',
      { issuer: { totalMs: 4000, jwks: null, discovery: failed(gone) }, signature: 'not-checked' },
      ['discovery-unavailable'],
    ],
    [
      'keys gone',
      { issuer: { jwks: failed({ ...gone, peer: 'jwks' }) }, signature: 'not-checked' },
      ['jwks-unavailable'],
    ],
    [
      'no jwks_uri, so no keys',
      {
        issuer: { jwks: null, discovery: { result: { value: { jwks_uri: null } } } },
        signature: 'not-checked',
      },
      ['discovery-field-missing'],
    ],
    [
      "the token's key is for encryption, and does not verify",
      { ...keys({ ...KEY, use: 'enc' }), signature: 'invalid' },
      ['jwks-key-unusable'],
    ],
    [
      'the last of an id is wrong',
      { ...keys(KEY, { ...KEY, n: 't'.repeat(342) }), signature: 'invalid' },
      ['jwks-kid-duplicate'],
    ],
    ['wrong signature', { ...keys(KEY), signature: 'invalid' }, ['token-signature-invalid']],
    ['unknown id', { ...keys({ ...KEY, kid: 'x' }), signature: 'no-key' }, ['jwks-key-not-found']],
    ['no id', { ...keys({ ...KEY, kid: undefined }), signature: 'no-key' }, ['jwks-kid-missing']],
    ['no keys', { ...keys(), signature: 'no-key' }, ['jwks-key-not-found']],
    [
      '101 keys',
      keys(KEY, ...Array.from({ length: 100 }, (_, n) => ({ ...KEY, kid: `k${n}` }))),
      ['jwks-too-many-keys'],
    ],
    ['a private key', keys({ ...KEY, d: 'AA' }), ['jwks-private-key']],
    [
      'a key that is too short to be checked',
      { ...keys({ ...KEY, n: 's'.repeat(171) }), signature: 'not-checked' },
      ['jwks-key-weak'],
    ],
    [
      'keys that may not be cached, and are not',
      { issuer: { jwks: { freshness: { storable: false, lifetimeSeconds: 0 } } } },
      ['jwks-not-cacheable'],
    ],
    ['slow', { issuer: { totalMs: 2500 } }, ['issuer-slow']],
  ])('%s', (_what, change, ids) => {
    expect(found(change)).toEqual(ids)
  })
})
