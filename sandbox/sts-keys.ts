// JWS signature verification: which published key STS takes for a token, and whether it verifies, by the rules observed of AWS.
import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { isObject } from './http-messages.js'
import { type Generation, provider, rejected } from './sts-errors.js'
import type { WebIdentity } from './sts-token.js'

type Jwk = Record<string, unknown>

const MOST_KEYS = 100
const CURVES: Record<string, string> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

function keyType(token: WebIdentity): 'RSA' | 'EC' {
  return token.algorithm.startsWith('RS') ? 'RSA' : 'EC'
}

/** Keys without a kid, or for encryption, are as good as absent. The last of a kid counts; the key's own alg does not. */
function chooseKey(token: WebIdentity, keys: Jwk[]): Jwk | undefined {
  const family = keys.filter((key) => key['kty'] === keyType(token))
  if (family.length > MOST_KEYS) return undefined
  const usable = family.filter(
    (key) => typeof key['kid'] === 'string' && (key['use'] ?? 'sig') === 'sig',
  )
  const { kid } = token.header
  if (kid === undefined) return keys.length === 1 ? usable[0] : undefined
  return usable.findLast((key) => key['kid'] === kid)
}

function parameters(key: Jwk): Jwk | undefined {
  const names = key['kty'] === 'RSA' ? ['kty', 'n', 'e'] : ['kty', 'crv', 'x', 'y']
  if (!names.every((name) => typeof key[name] === 'string')) return undefined
  return Object.fromEntries(names.map((name) => [name, key[name]]))
}

/** A certificate beside the parameters must be of the same key. */
function agreesWithCertificate(key: Jwk, published: KeyObject): boolean {
  if (key['x5c'] === undefined) return true
  try {
    const [first] = key['x5c'] as string[]
    const certificate = new X509Certificate(Buffer.from(first ?? '', 'base64'))
    return certificate.publicKey.equals(published)
  } catch {
    return false
  }
}

function importKey(key: Jwk): KeyObject | undefined {
  const jwk = parameters(key)
  try {
    return jwk && createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return undefined
  }
}

function verifies(token: WebIdentity, key: KeyObject, jwk: Jwk): boolean {
  const curve = CURVES[token.algorithm]
  if (curve && jwk['crv'] !== curve) return false
  const hash = `sha${token.algorithm.slice(2)}`
  const data = Buffer.from(token.signed)
  return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, token.signature)
}

/** Passes when the key set vouches for the token, or refuses it as AWS would. */
export function checkSignature(token: WebIdentity, jwks: unknown, generation: Generation): void {
  const keys = isObject(jwks) && Array.isArray(jwks['keys']) ? jwks['keys'].filter(isObject) : []
  const jwk = chooseKey(token, keys)
  const key = jwk && importKey(jwk)
  if (!jwk || !key || !agreesWithCertificate(jwk, key)) throw provider.keys()
  if ('key_ops' in jwk) throw rejected.key()
  if (!verifies(token, key, jwk)) throw rejected.signature(generation)
}
