// Is the token signed by a key that the issuer publishes?
import { ALGORITHMS, keyFor, unusable } from '../aws/jwk.js'
import type { Failure, Jwk } from '../model.js'
import { plainText } from '../text.js'
import type { Check } from './check.js'
import { idsOf, keysOf, kidOf } from './issuer-facts.js'
import { isShared, missingKid } from './jwks-keys.js'

export const tokenKey: Check = {
  id: 'token-key',
  title: 'The token is signed by a published key',
  // Why a signature is not valid is found, here or by jwks-keys.
  asked: ({ signature }) => signature === 'valid',
  judge(known) {
    const found = keysOf(known)
    const { header } = known.token ?? {}
    const { alg, kid } = header ?? {}
    if (!found || (header && !ALGORITHMS.includes(plainText(alg)))) return []
    const { url, keys, cached } = found
    const failure = (problem: 'not-found' | 'signature', of: readonly Jwk[]): Failure[] => [
      { kind: 'key', kid: kidOf({ kid }), url, kids: idsOf(of), problem },
    ]
    if (keys.length === 0) return failure('not-found', keys)
    if (!header) return []
    const own = keyFor(kid, keys)
    if (!own) return missingKid(kid, found).length > 0 ? [] : failure('not-found', keys)
    // Why this key cannot verify the token, jwks-keys has said.
    if (unusable(own, plainText(alg)) !== undefined || isShared(own, keys)) return []
    if (known.signature === 'invalid') return failure('signature', keys)
    return keyFor(kid, cached) ? [] : failure('not-found', cached)
  },
}
