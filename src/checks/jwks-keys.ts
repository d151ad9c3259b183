// Is the key that STS would take for this token one that it can use?
import { ALGORITHMS, keyFor, publicPart, unusable } from '../aws/jwk.js'
import type { Failure, Jwk, Known } from '../model.js'
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
  const reasons = keys.map((key) => unusable(key))
  const [first] = keys
  if (first && reasons.every((reason) => reason !== undefined))
    return [keyFailure('unusable', kidOf(first), found, reasons[0])]
  const nameless = keys.every((key) => key['kid'] === undefined)
  return [
    ...(nameless ? [keyFailure('kid-missing', '', found, 'key')] : []),
    ...otherDuplicates(found, undefined),
  ]
}

/** The token's own key: shared id first, for there the other key may be the right one. */
function ownKey(key: Jwk, alg: string, found: Keys, { signature }: Known): Failure[] {
  const reason = unusable(key, alg)
  const wrong = reason ?? (signature === 'invalid' ? 'signature' : undefined)
  if (isShared(key, found.keys)) return [keyFailure('duplicate', kidOf(key), found, wrong)]
  return reason === undefined ? [] : [keyFailure('unusable', kidOf(key), found, reason)]
}

/** No key has an id, so that it is the key of this token which cannot be told: else it is not found (token-key). */
export function missingKid(kid: unknown, found: Keys): Failure[] {
  const { keys } = found
  if (kid === undefined && keys.length > 1) return [keyFailure('kid-missing', '', found, 'token')]
  const nameless = keys.every((key) => key['kid'] === undefined)
  return nameless ? [keyFailure('kid-missing', kidOf({ kid }), found, 'key')] : []
}

/** Ids that stand for several keys, but for the token's own. */
function otherDuplicates(found: Keys, own: Jwk | undefined): Failure[] {
  const shared = sharedIds(found.keys)
  if (own) shared.delete(own['kid'])
  shared.delete(undefined)
  return [...shared]
    .slice(0, MOST_SHARED)
    .map((kid) => keyFailure('duplicate', kidOf({ kid }), found))
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

function keyFailure(
  problem: 'kid-missing' | 'unusable' | 'duplicate',
  kid: string,
  { url, keys }: Keys,
  detail?: string,
): Failure {
  const kids = idsOf(keys)
  return { kind: 'key', problem, kid, url, kids, ...(detail === undefined ? {} : { detail }) }
}
