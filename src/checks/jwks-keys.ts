// Is the key that STS would take for this token one that it can use?
import { ALGORITHMS, keyFor, publicPart, unusable } from '../aws/jwk.js'
import type { Failure, Jwk, KeyProblem, Known } from '../model.js'
import type { Check } from './check.js'
import { idsOf, type Keys, keysOf, kidOf } from './issuer-facts.js'

/** More shared ids than anybody reads. */
const MOST_SHARED = 20

export const jwksKeys: Check = {
  id: 'jwks-keys',
  title: 'STS can use the keys',
  asked: (known) => {
    const alg = known.token?.header['alg']
    const readable = !known.token || (typeof alg === 'string' && ALGORITHMS.includes(alg))
    return readable && (keysOf(known)?.keys ?? []).length > 0
  },
  judge(known) {
    const found = keysOf(known)
    if (!found || found.keys.length === 0) return []
    const { header } = known.token ?? {}
    const { alg, kid } = header ?? {}
    if (!header) return withoutToken(found)
    // Any other algorithm is the token's own trouble, whatever the keys are.
    if (typeof alg !== 'string' || !ALGORITHMS.includes(alg)) return []
    const key = keyFor(kid, found.keys)
    const own = key ? ownKey(key, alg, found, known) : missingKid(kid, found)
    return [...own, ...otherDuplicates(found, key)]
  },
}

/** Nothing says which key is meant: only what would fail every token is a failure. */
function withoutToken(found: Keys): Failure[] {
  const { keys } = found
  const [first] = keys
  const reason = first && unusable(first)
  if (reason && keys.every((key) => unusable(key) !== undefined))
    return [keyFailure(kidOf(first), found, { problem: 'unusable', ...reason })]
  const nameless = keys.every((key) => key['kid'] === undefined)
  return [
    ...(nameless ? [keyFailure('', found, { problem: 'kid-missing', lacks: 'key' })] : []),
    ...otherDuplicates(found, undefined),
  ]
}

/** The token's own key: shared id first, for there the other key may be the right one. */
function ownKey(key: Jwk, alg: string, found: Keys, { signature }: Known): Failure[] {
  const reason = unusable(key, alg)
  const wrong = reason ?? (signature === 'invalid' ? 'signature' : undefined)
  if (isShared(key, found.keys))
    return [keyFailure(kidOf(key), found, { problem: 'duplicate', ...(wrong ? { wrong } : {}) })]
  return reason ? [keyFailure(kidOf(key), found, { problem: 'unusable', ...reason })] : []
}

/** No key has an id, so that it is the key of this token which cannot be told: else it is not found (token-key). */
export function missingKid(kid: unknown, found: Keys): Failure[] {
  const { keys } = found
  if (kid === undefined && keys.length > 1)
    return [keyFailure('', found, { problem: 'kid-missing', lacks: 'token' })]
  const nameless = keys.every((key) => key['kid'] === undefined)
  return nameless
    ? [keyFailure(kidOf({ kid }), found, { problem: 'kid-missing', lacks: 'key' })]
    : []
}

/** Ids that stand for several keys, but for the token's own. */
function otherDuplicates(found: Keys, own: Jwk | undefined): Failure[] {
  const shared = sharedIds(found.keys)
  if (own) shared.delete(own['kid'])
  shared.delete(undefined)
  return [...shared]
    .slice(0, MOST_SHARED)
    .map((kid) => keyFailure(kidOf({ kid }), found, { problem: 'duplicate' }))
}

/** One pass over all keys: a set of 1 MB can hold tens of thousands. */
function sharedIds(keys: readonly Jwk[]): Set<unknown> {
  const faces = new Map<unknown, string>()
  const shared = new Set<unknown>()
  for (const key of keys) {
    const [kid, face] = [key['kid'], faceOf(key)]
    if ((faces.get(kid) ?? face) !== face) shared.add(kid)
    faces.set(kid, face)
  }
  return shared
}

/** Another key, not merely the same one again, has this id. */
export function isShared(key: Jwk, keys: readonly Jwk[]): boolean {
  return keys.some((one) => one['kid'] === key['kid'] && faceOf(one) !== faceOf(key))
}

function faceOf(key: Jwk): string {
  return JSON.stringify([publicPart(key), key['use'], key['key_ops']])
}

function keyFailure(kid: string, { url, keys }: Keys, problem: KeyProblem): Failure {
  return { kind: 'key', kid, url, kids: idsOf(keys), ...problem }
}
