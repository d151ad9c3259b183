import { beforeAll, describe, expect, test } from '@jest/globals'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { Secret } from '../../src/model/secret.js'
import type { Jwk, Token } from '../../src/model.js'
import { verifyToken } from '../../src/steps/verify-token.js'

interface Pair {
  privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
  jwk: Jwk
  secretJwk: Jwk
}

async function pairOf(alg: string, kid: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return {
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg },
    secretJwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg },
  }
}

async function tokenOf(
  { privateKey }: Pair,
  header: { alg: string; kid?: unknown },
): Promise<Token> {
  const payload = new TextEncoder().encode(JSON.stringify({ iss: 'https://idp.example.com' }))
  const text = await new CompactSign(payload).setProtectedHeader(header as never).sign(privateKey)
  return {
    secret: new Secret(text),
    facts: {
      source: 'runner',
      header,
      claims: {},
      issuer: 'https://idp.example.com',
      subject: '',
      audiences: [],
    },
  }
}

/** The same token with one member of its header, as it was read, replaced. */
const reread = (token: Token, header: object): Token => ({
  ...token,
  facts: { ...token.facts, header: { ...token.facts.header, ...header } },
})

describe('verifyToken', () => {
  let rsa: Pair
  let other: Pair
  let token: Token

  beforeAll(async () => {
    rsa = await pairOf('RS256', 'a')
    other = await pairOf('RS256', 'a')
    token = await tokenOf(rsa, { alg: 'RS256', kid: 'a' })
  })

  test.each(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'])('%s', async (alg) => {
    const [mine, strange] = await Promise.all([pairOf(alg, 'k'), pairOf(alg, 'k')])
    const signed = await tokenOf(mine, { alg, kid: 'k' })
    expect(await verifyToken(signed, [mine.jwk])).toBe('valid')
    expect(await verifyToken(signed, [strange.jwk])).toBe('invalid')
  })

  test('a changed payload is no longer what was signed', async () => {
    const [header, , signature] = token.secret.reveal().split('.')
    const payload = Buffer.from('{"iss":"https://evil.example"}').toString('base64url')
    const forged = { ...token, secret: new Secret(`${header}.${payload}.${signature}`) }
    expect(await verifyToken(forged, [rsa.jwk])).toBe('invalid')
  })

  describe('takes the key that STS takes', () => {
    test('by its id, wherever it stands', async () => {
      const keys = [{ ...other.jwk, kid: 'x' }, rsa.jwk, { ...other.jwk, kid: 'y' }]
      expect(await verifyToken(token, keys)).toBe('valid')
    })

    test('the last of several with the id', async () => {
      expect(await verifyToken(token, [other.jwk, rsa.jwk])).toBe('valid')
      expect(await verifyToken(token, [rsa.jwk, other.jwk])).toBe('invalid')
    })

    test('none where no id fits', async () => {
      expect(await verifyToken(token, [{ ...rsa.jwk, kid: 'x' }])).toBe('no-key')
      expect(await verifyToken(token, [{ ...rsa.jwk, kid: 'A' }])).toBe('no-key')
      expect(await verifyToken(token, [])).toBe('no-key')
    })

    test('without an id, the only key, if that has one', async () => {
      const nameless = await tokenOf(rsa, { alg: 'RS256' })
      const { kid: _, ...unnamed } = rsa.jwk
      expect(await verifyToken(nameless, [rsa.jwk])).toBe('valid')
      expect(await verifyToken(nameless, [other.jwk])).toBe('invalid')
      expect(await verifyToken(nameless, [rsa.jwk, other.jwk])).toBe('no-key')
      expect(await verifyToken(nameless, [unnamed])).toBe('no-key')
    })
  })

  describe('does not look at what STS does not look at', () => {
    test.each<[string, Jwk]>([
      ['another alg', { alg: 'RS512' }],
      ['an alg for encryption', { alg: 'RSA-OAEP' }],
      ['use: enc, which jwks-keys judges', { use: 'enc' }],
      ['key_ops', { key_ops: ['encrypt'] }],
      ['ext: false', { ext: false }],
    ])('%s', async (_what, members) => {
      expect(await verifyToken(token, [{ ...rsa.jwk, ...members }])).toBe('valid')
    })

    test.each(['RS256', 'ES256'])('a private key that is published: %s', async (alg) => {
      const pair = await pairOf(alg, 'k')
      const signed = await tokenOf(pair, { alg, kid: 'k' })
      expect(pair.secretJwk).toHaveProperty('d')
      expect(await verifyToken(signed, [pair.secretJwk])).toBe('valid')
    })
  })

  describe('gives no verdict', () => {
    test.each<[string, Jwk]>([
      ['of another kind', { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }],
      ['symmetric', { kty: 'oct', k: 'c2VjcmV0' }],
      ['of a kind that nobody knows', { kty: 'XYZ' }],
      ['without kty', {}],
      ['without n', { kty: 'RSA', e: 'AQAB' }],
      ['of a wrong type', { kty: 'RSA', n: 7, e: ['AQAB'] }],
      ['of rubbish', { kty: 'RSA', n: '!!!', e: '???' }],
    ])('on a key %s', async (_what, key) => {
      expect(await verifyToken(token, [{ ...key, kid: 'a' }])).toBe('not-checked')
    })

    test('on an RSA key that is too short', async () => {
      const { generateKeyPairSync } = await import('node:crypto')
      const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
      const jwk = short.export({ format: 'jwk' }) as Jwk
      expect(await verifyToken(token, [{ ...jwk, kid: 'a' }])).toBe('not-checked')
    })

    test('on a curve that is not the one of the algorithm', async () => {
      const { jwk } = await pairOf('ES384', 'a')
      expect(await verifyToken(reread(token, { alg: 'ES256' }), [jwk])).toBe('not-checked')
    })

    test.each(['none', 'HS256', 'PS256', 'EdDSA', 'rs256', '', undefined, 7, ['RS256']])(
      'on the algorithm %j',
      async (alg) => {
        expect(await verifyToken(reread(token, { alg }), [rsa.jwk])).toBe('not-checked')
      },
    )

    test.each(['', 'a.b', 'a.b.c', 'a.b.c.d.e'])('on what is no token: "%s"', async (text) => {
      const broken = { ...token, secret: new Secret(text) }
      expect(await verifyToken(broken, [rsa.jwk])).toBe('not-checked')
    })

    test('on a header that was read as another algorithm than was signed', async () => {
      expect(await verifyToken(reread(token, { alg: 'RS384' }), [rsa.jwk])).toBe('not-checked')
    })
  })
})
