// Causes asked: which of them takes a failure, and what it says of it.

import type { CauseId, Failure, Finding, Known, LinkName } from '../model.js'
import { answererOf } from '../words.js'
import type { Cause, Depends, Retry } from './cause.js'
import { forOwnEndpoint } from './shared/commands.js'
import { causePage } from './shared/doc-urls.js'
import { askOwner } from './shared/issuer.js'
import { forWindows } from './shared/powershell.js'
import { unknown } from './unknown.js'

export interface Diagnosis {
  /** `unknown`, where none takes it. */
  causeFor(failure: Failure, known: Known): Cause
  diagnose(failure: Failure, known: Known): Finding
  /** The retry that a failure deserves is its cause's to say. */
  retryFor(failure: Failure, known: Known): { id: CauseId; retry: Retry }
}

/** By these causes: the first that takes a failure has it. */
export function diagnosisBy(causes: readonly Cause[]): Diagnosis {
  const causeFor = (failure: Failure, known: Known): Cause =>
    causes.find((cause) => cause.matches(failure, known)) ?? unknown
  return {
    causeFor,
    diagnose: (failure, known) => findingOf(causeFor(failure, known), failure, known),
    retryFor(failure, known) {
      const cause = causeFor(failure, known)
      return { id: cause.id, retry: resolve(cause.retry, failure, known) }
    },
  }
}

function findingOf(cause: Cause, failure: Failure, known: Known): Finding {
  const own = cause.explain(failure, known)
  const explained = known.inputs?.customEndpoint ? forOwnEndpoint(own, known) : own
  const explanation = known.run.windows ? forWindows(explained) : explained
  return {
    otherwise: [],
    confirm: [],
    folded: [],
    ...explanation,
    steps: [
      ...explanation.steps,
      ...(resolve(cause.atIssuer ?? false, failure, known) ? askOwner(known) : []),
    ],
    id: cause.id,
    severity: resolve(cause.severity, failure, known),
    certainty: resolve(cause.certainty, failure, known),
    title: cause.title,
    link: resolve(cause.link ?? LINK_OF[cause.section], failure, known),
    docs: causePage(cause.id, known.run),
    ...(answererOf(known) === 'STS' ? { answeredBy: 'STS' } : {}),
    evidence: [failure],
  }
}

const LINK_OF: Readonly<Record<Cause['section'], LinkName>> = {
  inputs: 'inputs',
  token: 'token',
  issuer: 'issuer',
  sts: 'sts',
  trust: 'role',
}

/** A cause's attribute that may depend on the failure at hand. */
export function resolve<T extends string | boolean | readonly string[]>(
  value: Depends<T>,
  failure: Failure,
  known: Known,
): T {
  return typeof value === 'function' ? value(failure, known) : value
}
