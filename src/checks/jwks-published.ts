// Is the set of published keys as a whole safe, and small enough for STS?

import { familyOf, privateMembers, rsaBits } from '../aws/jwk.js'
import { LEAST_RSA_BITS, MOST_KEYS } from '../aws/limits.js'
import type { Failure, Jwk, KeyFamily, KeyProblem } from '../model.js'
import type { Check } from './check.js'
import { keysOf, kidOf } from './issuer-facts.js'

export const jwksPublished: Check = {
  id: 'jwks-published',
  title: 'The published keys are few, strong and public',
  asked: (known) => keysOf(known) !== undefined,
  judge(known) {
    const { url, keys = [] } = keysOf(known) ?? {}
    if (url === undefined) return []
    // Too many keys of one kind do no harm to tokens of the other (observed).
    const family = familyOf(known.token?.header['alg'])
    return [
      ...FAMILIES.filter((type) => !family || family === type).flatMap((type) => {
        const some = keys.filter((key) => key['kty'] === type)
        return some.length > MOST_KEYS ? keyFailures(url, some, { problem: 'too-many', type }) : []
      }),
      ...privateKeys(url, keys),
      ...weakKeys(url, keys),
    ]
  },
}

const FAMILIES: readonly KeyFamily[] = ['RSA', 'EC']

/** One failure for all of them, as for the short ones. */
function privateKeys(url: string, keys: readonly Jwk[]): Failure[] {
  const some = keys.filter((key) => privateMembers(key).length > 0)
  const members = some.slice(0, 1).flatMap(privateMembers)
  return keyFailures(url, some, { problem: 'private', members })
}

function weakKeys(url: string, keys: readonly Jwk[]): Failure[] {
  const bitsOf = (key: Jwk): number => rsaBits(key) ?? LEAST_RSA_BITS
  const some = keys.filter((key) => bitsOf(key) < LEAST_RSA_BITS)
  const [bits = 0] = some.map(bitsOf)
  return keyFailures(url, some, { problem: 'weak', bits })
}

/** One for all the keys; none where there are none. */
function keyFailures(url: string, keys: readonly Jwk[], problem: KeyProblem): Failure[] {
  const kids = keys.map(kidOf)
  const [kid] = kids
  return kid === undefined ? [] : [{ kind: 'key', kid, url, kids, ...problem }]
}
