import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { jwksKeys } from '../../src/checks/jwks-keys.js'
import type { Jwk } from '../../src/model.js'

const RSA: Jwk = { kty: 'RSA', kid: 'a', alg: 'RS256', use: 'sig', n: 'u'.repeat(342), e: 'AQAB' }
const OTHER: Jwk = { ...RSA, n: 'v'.repeat(342) }
const EC: Jwk = { kty: 'EC', kid: 'e', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) }
const without = (key: Jwk, member: string): Jwk => {
  const { [member]: _, ...rest } = key
  return rest
}

const known = (keys: readonly Jwk[], header: object | undefined, more: object = {}) =>
  knownWith({
    token: header === undefined ? null : { header: { kid: null, ...header } },
    issuer: { jwks: { result: { value: keys } } },
    ...more,
  })
const judged = (keys: readonly Jwk[], header: object | undefined, more: object = {}) =>
  jwksKeys.judge(known(keys, header, more)).map((failure) => {
    if (failure.kind !== 'key') return failure.kind
    const { kind: _kind, problem, kid, url: _url, kids: _kids, ...more } = failure
    return [problem, kid, more]
  })

const RS = { alg: 'RS256', kid: 'a' }
const x5cOf = (n: string): string =>
  Buffer.concat([Buffer.from('30820122', 'hex'), Buffer.from(n, 'base64url')]).toString('base64')

describe('jwks-keys', () => {
  test('finds nothing where all is well', () => {
    expect(jwksKeys.judge(KNOWN)).toEqual([])
    expect(judged([RSA, EC], RS)).toEqual([])
    expect(judged([RSA, EC], { alg: 'ES256', kid: 'e' })).toEqual([])
  })

  test.each<[string, Jwk, readonly unknown[]]>([
    [
      'for encryption',
      { ...RSA, use: 'enc' },
      [['unusable', 'a', { member: 'use', published: '"enc"' }]],
    ],
    ['without use', without(RSA, 'use'), []],
    [
      'with key_ops',
      { ...RSA, key_ops: ['verify'] },
      [['unusable', 'a', { member: 'key_ops', published: '["verify"]' }]],
    ],
    ['of another alg, which STS does not compare', { ...RSA, alg: 'RS512' }, []],
    [
      'of another kind',
      { ...EC, kid: 'a' },
      [['unusable', 'a', { member: 'kty', published: '"EC"' }]],
    ],
    [
      'symmetric',
      { kty: 'oct', kid: 'a', k: 'AAAA' },
      [['unusable', 'a', { member: 'kty', published: '"oct"' }]],
    ],
    [
      'Edwards',
      { kty: 'OKP', kid: 'a', crv: 'Ed25519', x: 'x' },
      [['unusable', 'a', { member: 'kty', published: '"OKP"' }]],
    ],
    ['without kty', without(RSA, 'kty'), [['unusable', 'a', { member: 'kty' }]]],
    [
      'a certificate only',
      { ...without(RSA, 'n'), x5c: ['MII'] },
      [['unusable', 'a', { member: 'n' }]],
    ],
    ['without e', without(RSA, 'e'), [['unusable', 'a', { member: 'e' }]]],
    ['n of a wrong type', { ...RSA, n: 7 }, [['unusable', 'a', { member: 'n', published: '7' }]]],
    ['with its certificate', { ...RSA, x5c: [x5cOf('u'.repeat(342))] }, []],
    [
      'with another one',
      { ...RSA, x5c: [x5cOf('v'.repeat(342))] },
      [['unusable', 'a', { member: 'x5c' }]],
    ],
    ['with x5c that is no list', { ...RSA, x5c: 'MII' }, []],
  ])('the key of the token: %s', (_what, key, found) => {
    expect(judged([key], RS)).toEqual(found)
  })

  test.each([
    ['ES256', 'P-256', []],
    ['ES384', 'P-256', [['unusable', 'e', { member: 'crv', published: '"P-256"' }]]],
    ['ES384', 'P-384', []],
    ['ES512', 'P-521', []],
    ['ES256', 'secp256k1', [['unusable', 'e', { member: 'crv', published: '"secp256k1"' }]]],
  ])('%s with %s', (alg, crv, found) => {
    expect(judged([{ ...EC, crv }], { alg, kid: 'e' })).toEqual(found)
  })

  test('an unusable key under another id is no matter', () => {
    expect(judged([RSA, { ...OTHER, kid: 'b', use: 'enc' }], RS)).toEqual([])
  })

  test.each<[string, readonly Jwk[], object | undefined, readonly unknown[]]>([
    ['token without kid, one key with', [RSA], { alg: 'RS256' }, []],
    [
      'token without kid, several keys',
      [RSA, EC],
      { alg: 'RS256' },
      [['kid-missing', '', { lacks: 'token' }]],
    ],
    [
      'token without kid, one key without',
      [without(RSA, 'kid')],
      { alg: 'RS256' },
      [['kid-missing', '', { lacks: 'key' }]],
    ],
    [
      'token with kid, one key without',
      [without(RSA, 'kid')],
      RS,
      [['kid-missing', 'a', { lacks: 'key' }]],
    ],
    [
      'token with kid, one key with another and one without',
      [{ ...OTHER, kid: 'b' }, without(EC, 'kid')],
      RS,
      [],
    ],
    ['token with kid, its key among others without', [RSA, without(EC, 'kid')], RS, []],
    ['kid of no key, all with ids', [RSA], { alg: 'RS256', kid: 'z' }, []],
    [
      'no token, no key with an id',
      [without(RSA, 'kid')],
      undefined,
      [['kid-missing', '', { lacks: 'key' }]],
    ],
    ['no token, one key usable', [RSA, { ...OTHER, kid: 'b', use: 'enc' }], undefined, []],
    [
      'no token, no key usable',
      [{ ...RSA, use: 'enc' }],
      undefined,
      [['unusable', 'a', { member: 'use', published: '"enc"' }]],
    ],
    [
      'no token, the last key alone usable',
      [
        { ...RSA, use: 'enc' },
        { ...OTHER, kid: 'b' },
      ],
      undefined,
      [],
    ],
    ['no token, one key with an id', [without(RSA, 'kid'), EC], undefined, []],
    ['keys of others without an id', [RSA, without(OTHER, 'kid'), without(EC, 'kid')], RS, []],
    ['no keys at all, which token-key says', [], RS, []],
    [
      'an algorithm that STS does not take',
      [{ ...RSA, use: 'enc' }],
      { alg: 'PS256', kid: 'a' },
      [],
    ],
    ['no algorithm', [{ ...RSA, use: 'enc' }], { alg: null, kid: 'a' }, []],
  ])('%s', (_what, keys, header, found) => {
    expect(judged(keys, header)).toEqual(found)
  })

  test.each<[string, readonly Jwk[], object, readonly unknown[]]>([
    ['the same key twice', [RSA, RSA], {}, []],
    ['the same but for alg, which is not compared', [RSA, { ...RSA, alg: 'RS512' }], {}, []],
    ['another key before', [OTHER, RSA], {}, [['duplicate', 'a', {}]]],
    [
      'the last does not verify',
      [RSA, OTHER],
      { signature: 'invalid' },
      [['duplicate', 'a', { wrong: 'signature' }]],
    ],
    [
      'the last is for encryption',
      [RSA, { ...OTHER, use: 'enc' }],
      {},
      [['duplicate', 'a', { wrong: { member: 'use', published: '"enc"' } }]],
    ],
    [
      'shared by keys of others',
      [RSA, { ...OTHER, kid: 'b' }, { ...EC, kid: 'b' }],
      {},
      [['duplicate', 'b', {}]],
    ],
  ])('an id that is shared: %s', (_what, keys, more, found) => {
    expect(judged(keys, RS, more)).toEqual(found)
  })

  test('of 60,000 keys with shared ids, twenty ids are told', () => {
    const keys = Array.from({ length: 60_000 }, (_one, at) => ({ kty: `${at}`, kid: `${at >> 1}` }))
    const found = judged([...keys, RSA], RS)
    expect(found.length).toBe(20)
    expect(found[0]).toEqual(['duplicate', '0', {}])
  })

  test('of 21 ids that are shared, twenty are told', () => {
    const keys = Array.from({ length: 42 }, (_one, at) => ({ kty: `${at}`, kid: `${at >> 1}` }))
    expect(judged([...keys, RSA], RS)).toHaveLength(20)
  })

  test('the ids of all keys are told, and of a key without one none', () => {
    const keys = [{ ...RSA, use: 'enc' }, without(EC, 'kid'), { ...EC, kid: 'e' }]
    expect(jwksKeys.judge(known(keys, RS))).toMatchObject([{ kids: ['a', 'e'] }])
  })

  test('the second copy counts where there is one', () => {
    const refetched = { url: '', result: { ok: true, value: [{ ...RSA, use: 'enc' }] } }
    const issuer = { refetched, jwks: { result: { value: [EC] } } }
    expect(judged([], RS, { issuer })).toEqual([
      ['unusable', 'a', { member: 'use', published: '"enc"' }],
    ])
  })

  test('says nothing where there is no key set', () => {
    expect(jwksKeys.judge(knownWith({ issuer: { jwks: null } }))).toEqual([])
    expect(jwksKeys.judge(knownWith({ issuer: { jwks: { result: { ok: false } } } }))).toEqual([])
  })

  test('ids that are no text do no harm', () => {
    expect(judged([{ ...RSA, kid: 7 }], { alg: 'RS256', kid: 7 })).toEqual([])
    expect(judged([{ ...RSA, kid: null }], RS)).toEqual([])
    const shared = [OTHER, RSA].map((key) => ({ ...key, kid: 7 }))
    expect(judged(shared, { alg: 'RS256', kid: 7 })).toEqual([['duplicate', '7', {}]])
  })
})
