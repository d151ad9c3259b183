// Is the set of published keys as a whole safe, and small enough for STS?

import { privateMembers, rsaBits } from '../aws/jwk.js'
import { MOST_KEYS } from '../aws/limits.js'
import type { Failure, Jwk } from '../model.js'
import type { Check } from './check.js'
import { keysOf, kidOf } from './issuer-facts.js'

/** RFC 7518, section 3.3. */
const LEAST_BITS = 2048

export const jwksPublished: Check = {
  id: 'jwks-published',
  title: 'The published keys are few, strong and public',
  asked: (known) => keysOf(known) !== undefined,
  judge(known) {
    const { url, keys = [] } = keysOf(known) ?? {}
    if (url === undefined) return []
    const family = familyOf(known.token?.header['alg'])
    return [
      ...['RSA', 'EC']
        .filter((kty) => !family || family === kty)
        .flatMap((kty) => {
          const some = keys.filter((key) => key['kty'] === kty)
          return some.length > MOST_KEYS ? [keyFailure('too-many', url, some, kty)] : []
        }),
      ...oneFor('private', url, keys, (key) => privateMembers(key).join(', ')),
      ...oneFor('weak', url, keys, (key) => {
        const bits = rsaBits(key) ?? LEAST_BITS
        return bits < LEAST_BITS ? `${bits} bits` : ''
      }),
    ]
  },
}

/** Too many keys of one kind do no harm to tokens of the other (observed). */
function familyOf(alg: unknown): string | undefined {
  if (typeof alg !== 'string') return undefined
  return alg.startsWith('RS') ? 'RSA' : alg.startsWith('ES') ? 'EC' : undefined
}

/** One failure for all keys of which `detailOf` has something to say. */
function oneFor(
  problem: 'private' | 'weak',
  url: string,
  keys: readonly Jwk[],
  detailOf: (key: Jwk) => string,
): Failure[] {
  const some = keys.filter((key) => detailOf(key) !== '')
  const [first] = some
  return first ? [keyFailure(problem, url, some, detailOf(first))] : []
}

function keyFailure(
  problem: 'too-many' | 'private' | 'weak',
  url: string,
  keys: readonly Jwk[],
  detail: string,
): Failure {
  const kids = keys.map(kidOf)
  return { kind: 'key', problem, kid: kids[0] ?? '', url, kids, detail }
}
