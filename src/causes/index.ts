// The catalogue asked: which cause takes a failure, and what it says of it.

import type { CauseId, Failure, Finding, Known } from '../model.js'
import { CAUSES } from './catalogue.js'
import type { Cause, Depends, Retry } from './cause.js'
import { causePage } from './shared/doc-urls.js'
import { unknown } from './unknown.js'

export { CAUSES }

export function causeFor(failure: Failure, known: Known): Cause {
  return CAUSES.find((cause) => cause.matches(failure, known)) ?? unknown
}

/** The retry that a failure deserves is its cause's to say. */
export function retryFor(failure: Failure, known: Known): { id: CauseId; retry: Retry } {
  const cause = causeFor(failure, known)
  return { id: cause.id, retry: resolve(cause.retry, failure, known) }
}

export function diagnose(failure: Failure, known: Known): Finding {
  const cause = causeFor(failure, known)
  const { why, fix, where } = cause.explain(failure, known)
  return {
    id: cause.id,
    severity: resolve(cause.severity, failure, known),
    certainty: resolve(cause.certainty, failure, known),
    title: cause.title,
    why,
    fix,
    docs: causePage(cause.id, known.run),
    evidence: [failure],
    ...(where === undefined ? {} : { where }),
  }
}

/** A cause's attribute that may depend on the failure at hand. */
export function resolve<T extends string | readonly string[]>(
  value: Depends<T>,
  failure: Failure,
  known: Known,
): T {
  return typeof value === 'function' ? value(failure, known) : value
}
