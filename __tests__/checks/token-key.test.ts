import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { tokenKey } from '../../src/checks/token-key.js'
import type { Jwk } from '../../src/model.js'

const key = (kid: string, more: Jwk = {}): Jwk => ({
  kty: 'RSA',
  kid,
  n: 'u'.repeat(342),
  e: 'AQAB',
  ...more,
})
const copy = (...keys: Jwk[]) => ({ url: '', result: { ok: true, value: keys } })

const judged = (keys: readonly Jwk[], more: object = {}, header: object = {}) =>
  tokenKey
    .judge(
      knownWith({
        token: { header: { alg: 'RS256', kid: 'a', ...header } },
        signature: 'no-key',
        ...more,
        issuer: { jwks: { result: { value: keys } }, ...(more as { issuer?: object }).issuer },
      }),
    )
    .map((failure) => (failure.kind === 'key' ? [failure.problem, failure.kid, failure.kids] : []))

describe('token-key', () => {
  test('finds nothing where all is well', () => {
    expect(tokenKey.judge(KNOWN)).toEqual([])
    expect(judged([key('a')], { signature: 'valid' })).toEqual([])
  })

  test.each<[string, readonly Jwk[], object, readonly unknown[]]>([
    ['the id is nowhere', [key('b'), key('c')], {}, [['not-found', 'a', ['b', 'c']]]],
    ['no keys at all', [], {}, [['not-found', 'a', []]]],
    ['wrong signature', [key('a')], { signature: 'invalid' }, [['signature', 'a', ['a']]]],
    ['not checked', [key('a')], { signature: 'not-checked' }, []],
  ])('%s', (_what, keys, more, found) => {
    expect(judged(keys, more)).toEqual(found)
  })

  test.each<[string, readonly Jwk[], object, object]>([
    ['the key is unusable', [key('a', { use: 'enc' })], { signature: 'invalid' }, {}],
    ['the id is shared', [key('a'), key('a', { n: 'v' })], { signature: 'invalid' }, {}],
    ['a key has no id', [{ ...key('a'), kid: undefined }], {}, {}],
    ['the token has no id', [key('a'), key('b')], {}, { kid: null }],
    ['STS does not take the algorithm', [key('b')], {}, { alg: 'HS256' }],
  ])('leaves it to the root cause: %s', (_what, keys, more, header) => {
    expect(judged(keys, more, header)).toEqual([])
  })

  describe('where the keys were fetched once more', () => {
    test.each<[string, Jwk[], object, readonly unknown[]]>([
      [
        'there, so the first copy is stale',
        [key('a'), key('b')],
        { signature: 'valid' },
        [['not-found', 'a', ['b']]],
      ],
      ['there, but wrong', [key('a')], { signature: 'invalid' }, [['signature', 'a', ['a']]]],
      ['not there either', [key('b'), key('c')], {}, [['not-found', 'a', ['b', 'c']]]],
      ['there, but unusable', [key('a', { use: 'enc' })], {}, []],
    ])('%s', (_what, second, more, found) => {
      const refetched = copy(...second)
      expect(judged([key('b')], { ...more, issuer: { refetched } })).toEqual(found)
    })

    test('in vain', () => {
      const refetched = { url: '', result: { ok: false } }
      expect(judged([key('b')], { issuer: { refetched } })).toEqual([['not-found', 'a', ['b']]])
    })
  })

  test('without a token only an empty key set is a failure', () => {
    const known = (keys: readonly Jwk[]) =>
      knownWith({ token: null, issuer: { jwks: { result: { value: keys } } } })
    expect(tokenKey.judge(known([key('a')]))).toEqual([])
    expect(tokenKey.judge(known([]))).toMatchObject([{ problem: 'not-found', kid: '' }])
  })

  test('says nothing where there is no key set', () => {
    expect(tokenKey.judge(knownWith({ issuer: { jwks: null } }))).toEqual([])
    expect(tokenKey.judge(knownWith({ issuer: null }))).toEqual([])
  })
})
