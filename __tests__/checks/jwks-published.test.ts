import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { jwksPublished } from '../../src/checks/jwks-published.js'
import type { Jwk } from '../../src/model.js'

/** A modulus of so many bits, its first one set. */
const modulus = (bits: number): string => {
  const bytes = Buffer.alloc(Math.ceil(bits / 8), 0xff)
  bytes[0] = 0xff >> (bytes.length * 8 - bits)
  return bytes.toString('base64url')
}
const rsa = (kid: string, bits = 2048): Jwk => ({ kty: 'RSA', kid, n: modulus(bits), e: 'AQAB' })
const ec = (kid: string): Jwk => ({ kty: 'EC', kid, crv: 'P-256', x: 'x', y: 'y' })
const many = (count: number, make: (kid: string) => Jwk): Jwk[] =>
  Array.from({ length: count }, (_, index) => make(`k${index}`))

const judged = (keys: readonly Jwk[], more: object = {}) =>
  jwksPublished
    .judge(knownWith({ issuer: { jwks: { result: { value: keys } } }, ...more }))
    .map((failure) => {
      if (failure.kind !== 'key') return []
      const { kind: _kind, problem, kid: _kid, url: _url, kids, ...more } = failure
      return [problem, kids.length, more]
    })
const signedBy = (alg: string) => ({ token: { header: { alg } } })

describe('jwks-published', () => {
  test('finds nothing where all is well', () => {
    expect(jwksPublished.judge(KNOWN)).toEqual([])
  })

  test.each([
    [2048, []],
    [4096, []],
    [2047, [['weak', 1, { bits: 2047 }]]],
    [1024, [['weak', 1, { bits: 1024 }]]],
    [512, [['weak', 1, { bits: 512 }]]],
  ])('an RSA key of %d bits', (bits, found) => {
    expect(judged([rsa('a', bits)])).toEqual(found)
  })

  test('zeros before the modulus do not count', () => {
    const n = Buffer.concat([Buffer.alloc(3), Buffer.from(modulus(2048), 'base64url')])
    expect(judged([{ ...rsa('a'), n: n.toString('base64url') }])).toEqual([])
    expect(judged([{ ...rsa('a'), n: Buffer.alloc(256).toString('base64url') }])).toEqual([])
  })

  test('all short keys are one failure', () => {
    const keys = [rsa('a'), rsa('b', 1024), ec('c'), rsa('d', 768)]
    expect(
      jwksPublished.judge(knownWith({ issuer: { jwks: { result: { value: keys } } } })),
    ).toMatchObject([{ problem: 'weak', kid: 'b', kids: ['b', 'd'], bits: 1024 }])
  })

  test.each<[string, Jwk, string[]]>([
    [
      'RSA',
      { ...rsa('a'), d: 'AA', p: 'AA', q: 'AA', dp: 'AA', dq: 'AA', qi: 'AA' },
      ['d', 'p', 'q', 'dp', 'dq', 'qi'],
    ],
    ['EC', { ...ec('a'), d: 'AA' }, ['d']],
    ['symmetric', { kty: 'oct', kid: 'a', k: 'AA' }, ['k']],
    ['of several primes', { ...rsa('a'), oth: [{ r: 'AA' }] }, ['oth']],
  ])('a private key: %s', (_what, key, members) => {
    const failures = jwksPublished.judge(
      knownWith({ issuer: { jwks: { result: { value: [key] } } } }),
    )
    expect(failures).toMatchObject([{ problem: 'private', kid: 'a', members }])
    expect(JSON.stringify(failures)).not.toContain('"AA"')
  })

  test('of several private keys the first one tells its members', () => {
    const keys = [rsa('a'), { ...ec('b'), d: 'AA' }, { ...rsa('c'), d: 'AA', p: 'AA' }]
    expect(judged(keys)).toEqual([['private', 2, { members: ['d'] }]])
  })

  test('an empty private member holds nothing', () => {
    expect(judged([{ ...ec('a'), d: '' }])).toEqual([])
  })

  test.each([
    ['100 RSA keys', many(100, rsa), 'RS256', []],
    ['101 RSA keys, a token of RSA', many(101, rsa), 'RS256', [['too-many', 101, { type: 'RSA' }]]],
    ['101 RSA keys, a token of EC', [...many(101, rsa), ec('e')], 'ES256', []],
    ['101 EC keys, a token of EC', many(101, ec), 'ES384', [['too-many', 101, { type: 'EC' }]]],
    ['60 of each', [...many(60, rsa), ...many(60, ec)], 'RS256', []],
  ])('%s', (_what, keys, alg, found) => {
    expect(judged(keys, signedBy(alg))).toEqual(found)
  })

  test('without a token both kinds count', () => {
    const keys = [...many(101, rsa), ...many(102, ec)]
    expect(judged(keys, { token: null })).toEqual([
      ['too-many', 101, { type: 'RSA' }],
      ['too-many', 102, { type: 'EC' }],
    ])
  })

  test('says nothing where there is no key set', () => {
    expect(jwksPublished.judge(knownWith({ issuer: { jwks: null } }))).toEqual([])
    expect(judged([])).toEqual([])
  })
})
