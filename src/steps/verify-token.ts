// The token's signature against the issuer's keys, by the rules that STS was seen to follow.
import { compactVerify, importJWK, type JWK } from 'jose'
import { ALGORITHMS, keyFor, publicPart } from '../aws/jwk.js'
import type { Jwk, SignatureVerdict, Token } from '../model.js'

/** `not-checked`: the algorithm is none that STS takes, or the key cannot be read as one. */
export async function verifyToken(token: Token, keys: readonly Jwk[]): Promise<SignatureVerdict> {
  const { alg, kid } = token.facts.header
  const key = keyFor(kid, keys)
  if (!key) return 'no-key'
  if (typeof alg !== 'string' || !ALGORITHMS.includes(alg)) return 'not-checked'
  // Not the whole key: jose would compare its `alg`, `use` and `key_ops`, and would take a private one for a signer's.
  try {
    const imported = await importJWK(publicPart(key) as unknown as JWK, alg)
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
