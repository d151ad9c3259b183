// What a cause is: who it takes, what it says, and how a run goes on after it.

import type {
  CauseId,
  Certainty,
  Explanation,
  Failure,
  FailureOf,
  Known,
  LinkName,
  Severity,
  Where,
} from '../model.js'
import type { DocName } from './shared/doc-urls.js'

/**
 * never: the same again would fail again · once: one more try, a second later · eventual-consistency: the peer needs
 * a second to catch up · transient: a passing fault · throttled: too many calls, back off further.
 */
export type Retry = 'never' | 'once' | 'eventual-consistency' | 'transient' | 'throttled'

export type { Explanation, Where }

/** An attribute that may depend on the evidence at hand. */
export type Depends<T, F = Failure> = T | ((failure: F, known: Known) => T)

/** `F`: the evidence that it takes. Nothing else is asked of a cause before `matches` has taken the failure. */
export interface Cause<Id extends CauseId = CauseId, F = Failure> {
  id: Id
  section: 'inputs' | 'token' | 'issuer' | 'sts' | 'trust'
  /** The link of the chain that it stops, where the section does not say it. */
  link?: Depends<LinkName, F>
  /** Lower-case, no full stop, true on its own. */
  title: string
  severity: Depends<Severity, F>
  retry: Depends<Retry, F>
  certainty: Depends<Certainty, F>
  /** The kinds of evidence that it takes; absent: any. */
  takes?: readonly Failure['kind'][]
  /** Further reading, and the sources of what is claimed. */
  docs: readonly DocName[]
  matches(failure: F, known: Known): boolean
  explain(failure: F, known: Known): Explanation
  /** Causes of STS's answers that this one is the reason for: it takes their place, and they become its evidence. */
  explains?: Depends<readonly CauseId[], F>
  /** May come of IAM not having caught up with a change of seconds ago: worth the patience of `new-role-wait-s`. */
  eventualConsistency?: true
  /** What has to change is at the issuer, and the reader may not be who runs it. */
  atIssuer?: Depends<boolean, F>
  /** The endpoint of the region failed, not the sign-in: another region may do. */
  ofRegion?: true
  /** Left out where one of these is found, which tells the same. */
  yieldsTo?: readonly CauseId[]
  /** Passes with luck, so that it never says how to go on after an answer of STS's that it is the reason for. */
  passes?: true
  /** Stays an error even where STS accepted the token. */
  stands?: true
  /** For the cause's page: what it means, and how to tell it from its neighbours. */
  page: { meaning: string; tell: string }
}

/** A cause whose evidence is of one kind (or of several), so that it can read the evidence's own members. */
export function causeOf<Id extends CauseId, K extends Failure['kind']>(
  kinds: K | readonly K[],
  cause: Cause<Id, FailureOf<K>>,
): Cause<Id> {
  const wanted: readonly Failure['kind'][] = [kinds].flat()
  // The one place that widens: `matches` sees to it that the cause meets no evidence of another kind.
  const erased = cause as Cause<Id>
  return {
    ...erased,
    takes: wanted,
    matches: (failure, known) => wanted.includes(failure.kind) && erased.matches(failure, known),
  }
}
