// The token's signature against the issuer's keys, by the rules that STS was seen to follow.
import { compactVerify, importJWK, type JWK } from 'jose'
import type { Jwk, SignatureVerdict, Token } from '../model.js'

/** What STS takes (AWS documentation, OIDC identity providers): RSA and EC keys, SHA-256, -384 and -512. */
export const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']

/** The key that STS would use: the last of the token's kid; without a kid, the only key, if that has one. */
export function keyFor(kid: unknown, keys: readonly Jwk[]): Jwk | undefined {
  if (kid !== undefined) return keys.findLast((key) => key['kid'] === kid)
  const [only, second] = keys
  return second === undefined && only?.['kid'] !== undefined ? only : undefined
}

/** `not-checked`: the algorithm is none that STS takes, or the key cannot be read as one. */
export async function verifyToken(token: Token, keys: readonly Jwk[]): Promise<SignatureVerdict> {
  const { alg, kid } = token.facts.header
  const key = keyFor(kid, keys)
  if (!key) return 'no-key'
  if (typeof alg !== 'string' || !ALGORITHMS.includes(alg)) return 'not-checked'
  // STS does not compare the key's own `alg`, `use` and `key_ops` here; jose would.
  const { alg: _alg, use: _use, key_ops: _ops, ...bare } = key
  try {
    const imported = await importJWK(bare as JWK, alg)
    try {
      await compactVerify(token.secret.reveal(), imported, { algorithms: [alg] })
      return 'valid'
    } catch (error) {
      const { code } = error as { code?: string }
      return code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'invalid' : 'not-checked'
    }
  } catch {
    return 'not-checked'
  }
}
