// Which key is taken for a token, and why one cannot be used; names that mean something to an object of JavaScript too.
import { describe, expect, test } from '@jest/globals'
import {
  familyOf,
  isWholeSignature,
  keyFor,
  privateMembers,
  publicPart,
  rsaBits,
  unusable,
} from '../../src/aws/jwk.js'

test.each(['constructor', 'toString', '__proto__'])(
  'kty %s is a kind like any unknown one',
  (kty) => {
    expect(unusable({ kty, kid: 'a' })).toEqual({ member: 'kty', published: `"${kty}"` })
    expect(publicPart({ kty, kid: 'a' })).toEqual({ kty })
  },
)

test('an algorithm or a curve with such a name has no curve', () => {
  const key = { kty: 'EC', crv: 'constructor', x: 'x', y: 'y' }
  expect(unusable(key)).toEqual({ member: 'crv', published: '"constructor"' })
  const other = unusable({ ...key, crv: 'P-256' }, 'constructor')
  expect(other).toEqual({ member: 'crv', published: '"P-256"' })
})

const RSA = { kty: 'RSA', kid: 'a', n: 'sXch', e: 'AQAB' }
const EC = { kty: 'EC', kid: 'b', crv: 'P-256', x: 'AQID', y: 'BAUG' }

describe('the key for a token', () => {
  const other = { ...RSA, kid: 'b', n: 'AAAA' }
  const last = { ...RSA, kid: 'a', n: 'BBBB' }

  test('is the last of its id', () => {
    expect(keyFor('a', [RSA, other, last])).toBe(last)
    expect(keyFor('c', [RSA, other])).toBeUndefined()
    expect(keyFor(null, [RSA])).toBeUndefined()
  })

  test('without an id is the only one, if that has one', () => {
    const { kid: _kid, ...bare } = RSA
    expect(keyFor(undefined, [RSA])).toBe(RSA)
    expect(keyFor(undefined, [RSA, other])).toBeUndefined()
    expect(keyFor(undefined, [bare])).toBeUndefined()
    expect(keyFor(undefined, [])).toBeUndefined()
  })
})

test('the public part is what verifies, and nothing that is not there', () => {
  expect(publicPart({ ...RSA, use: 'sig', d: 'secret' })).toEqual({
    kty: 'RSA',
    n: 'sXch',
    e: 'AQAB',
  })
  expect(publicPart({ ...EC, d: 'secret' })).toEqual({
    kty: 'EC',
    crv: 'P-256',
    x: 'AQID',
    y: 'BAUG',
  })
  expect(Object.keys(publicPart({ kty: 'RSA', e: 'AQAB' }))).toEqual(['kty', 'e'])
})

test.each<[string, object, string | undefined, object | undefined]>([
  ['an RSA key', RSA, 'RS256', undefined],
  ['an RSA key of any token', RSA, undefined, undefined],
  ['an EC key', EC, 'ES256', undefined],
  ['an EC key of any token', { ...EC, crv: 'P-521' }, undefined, undefined],
  ['the curve of another algorithm', EC, 'ES384', { member: 'crv', published: '"P-256"' }],
  [
    'a curve that STS does not take',
    { ...EC, crv: 'P-192' },
    undefined,
    { member: 'crv', published: '"P-192"' },
  ],
  ['no curve', { ...EC, crv: undefined }, 'ES256', { member: 'crv' }],
  ['the other family', RSA, 'ES256', { member: 'kty', published: '"RSA"' }],
  ['a lacking exponent', { ...RSA, e: '' }, 'RS256', { member: 'e', published: '""' }],
  ['a lacking coordinate', { ...EC, y: undefined }, 'ES256', { member: 'y' }],
  ['a number for a modulus', { ...RSA, n: 7 }, 'RS256', { member: 'n', published: '7' }],
  ['a key that encrypts', { ...RSA, use: 'enc' }, 'RS256', { member: 'use', published: '"enc"' }],
  ['a key that signs', { ...RSA, use: 'sig' }, 'RS256', undefined],
  [
    'operations',
    { ...RSA, key_ops: ['verify'] },
    'RS256',
    { member: 'key_ops', published: '["verify"]' },
  ],
  // A certificate is taken for one that holds the key's own numbers, whichever alphabet they are written in.
  ['its own certificate', { ...EC, x5c: ['AAECAwQFBg=='] }, 'ES256', undefined],
  ['a certificate with one of its numbers', { ...EC, x5c: ['AQID'] }, 'ES256', { member: 'x5c' }],
  ['a certificate of another key', { ...RSA, x5c: ['AAAA'] }, 'RS256', { member: 'x5c' }],
  ['a certificate without the exponent', { ...RSA, x5c: ['sXch'] }, 'RS256', undefined],
  [
    'bytes of the other alphabet, broken by lines',
    { ...RSA, n: '-_-_AA', x5c: ['+/\n+/AA'] },
    'RS256',
    undefined,
  ],
  ['no certificate', { ...RSA, x5c: [] }, 'RS256', undefined],
  ['a text for certificates', { ...RSA, x5c: 'AAAA' }, 'RS256', undefined],
])('%s: %#', (_what, key, alg, reason) => {
  const found = alg === undefined ? unusable(key as never) : unusable(key as never, alg)
  expect(found).toStrictEqual(reason)
})

test.each([
  ['RS256', 'RSA'],
  ['ES512', 'EC'],
  ['PS256', undefined],
  ['HS256', undefined],
  [7, undefined],
])('%s is for keys of the family %s', (alg, family) => {
  expect(familyOf(alg)).toBe(family)
})

test('signatures are as long as their keys make them, in base64url', () => {
  const whole = [86, 128, 176, 342, 512, 683]
  expect(whole.every((length) => isWholeSignature('x'.repeat(length)))).toBe(true)
  for (const length of whole)
    expect([length - 1, length + 1].some((one) => isWholeSignature('x'.repeat(one)))).toBe(false)
})

test.each([
  ['gA', 'RSA', 8],
  ['AIA', 'RSA', 8],
  ['AQAB', 'RSA', 17],
  ['AQAA', 'RSA', 17],
  ['fw', 'RSA', 7],
  ['', 'RSA', undefined],
  ['AAAA', 'RSA', undefined],
  ['gA', 'EC', undefined],
])('the modulus %j of a key of the kind %s has %s bits', (n, kty, bits) => {
  expect(rsaBits({ kty, n })).toBe(bits)
})

test('private members are told by their names', () => {
  const key = { ...RSA, d: 'x', p: '', q: 7, oth: [], k: 'x', dp: 'x', dq: 'x', qi: 'x' }
  expect(privateMembers(key)).toEqual(['d', 'dp', 'dq', 'qi', 'oth', 'k'])
})
