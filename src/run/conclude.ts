// From evidence to findings: one finding for each root cause, with STS as the judge of what STS sees.

import { PROXY_LOGIN } from '../aws/http-answers.js'
import { isOfToken, isPastToken } from '../aws/sts-answers.js'
import { certificateProblem } from '../aws/tls-codes.js'
import type { Retry } from '../causes/cause.js'
import { type Diagnosis, resolve } from '../causes/diagnosis.js'
import type { CauseId, Failure, Finding, Known, NetworkFailure } from '../model.js'
import { concludeRoles } from './conclude-roles.js'
import { mergeByCause, WEIGHT } from './merge.js'

/** What a run asks of the causes. */
export interface Knowledge extends Omit<Diagnosis, 'diagnose'> {
  /**
   * `ended`: what stopped the run, or happened to it. `checked`: what the checks found. A check's finding that
   * explains STS's answer takes its place; if STS accepted the token, the checks' errors are warnings.
   */
  conclude(ended: readonly Failure[], checked: readonly Failure[], known: Known): Finding[]
  /** Of those, for each of several roles, the findings of the step. */
  concludeRoles: typeof concludeRoles
  /**
   * How to go on after an answer of STS's: as the reason says where that is certain, else as the answer says;
   * a mere suspicion (a slow issuer, keys that may not be cached) passes with luck, and is worth another try.
   */
  retryAfter(
    answer: Failure,
    checked: readonly Failure[],
    known: Known,
  ): { id: CauseId; retry: Retry; eventualConsistency?: true }
}

export function knowledgeBy(by: Diagnosis): Knowledge {
  const { causeFor, retryFor } = by
  return {
    causeFor,
    retryFor,
    conclude: (...asked) => conclude(by, ...asked),
    concludeRoles,
    retryAfter: (...asked) => retryAfter(by, ...asked),
  }
}

function conclude(
  by: Diagnosis,
  ended: readonly Failure[],
  checked: readonly Failure[],
  known: Known,
): Finding[] {
  const accepted = isSignedIn(known) || ended.some((one) => isPastToken(one, known))
  let found = mergeByCause(checked.map((failure) => by.diagnose(failure, known)))
  const answers: Finding[] = []
  for (const failure of ended) {
    const answer = by.diagnose(failure, known)
    const reason = reasonFor(by, failure, found, known)
    found = found.filter((finding) => finding !== reason && finding.id !== answer.id)
    answers.push(reason ? promote(reason, answer, known) : answer)
  }
  const reached = accepted || ended.some(isOfToken)
  const answered = answers.map(({ id }) => id)
  const rest = found
    .filter(
      ({ evidence: [failure] }) =>
        !yieldsTo(by, failure, known).some((id) => answered.includes(id)),
    )
    .filter(
      ({ evidence: [failure] }) =>
        !ended.some((other) => isSameProxy(failure, other) || isSameAuthority(failure, other)),
    )
    .map((finding) =>
      accepted || (reached && isFromHere(finding)) ? demote(by, finding, known, accepted) : finding,
    )
  return [...mergeByCause(answers), ...rest].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

function retryAfter(
  by: Diagnosis,
  answer: Failure,
  checked: readonly Failure[],
  known: Known,
): ReturnType<Knowledge['retryAfter']> {
  const found = checked.map((failure) => by.diagnose(failure, known))
  const reason = reasonFor(by, answer, found, known)
  const failure = reason?.severity === 'error' ? reason.evidence[0] : undefined
  const decisive = failure && !by.causeFor(failure, known).passes ? failure : answer
  const { eventualConsistency } = by.causeFor(decisive, known)
  return {
    ...by.retryFor(decisive, known),
    ...(eventualConsistency ? { eventualConsistency } : {}),
  }
}

/** The worst of the findings that would explain an answer of STS's, in the order of the checks. */
function reasonFor(
  by: Diagnosis,
  answer: Failure,
  found: readonly Finding[],
  known: Known,
): Finding | undefined {
  if (answer.kind !== 'aws') return undefined
  const { id } = by.causeFor(answer, known)
  const reasons = found.filter(({ evidence: [failure] }) =>
    failure ? explainedBy(by, failure, known).includes(id) : false,
  )
  return reasons.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])[0]
}

function explainedBy(by: Diagnosis, failure: Failure, known: Known): readonly CauseId[] {
  return resolve(by.causeFor(failure, known).explains ?? [], failure, known)
}

/** In this sign-in, or in that of another role with the same token. */
function isSignedIn({ session, acceptedElsewhere }: Known): boolean {
  return session !== undefined || acceptedElsewhere === true
}

/** What was seen of the issuer from this runner only; STS comes from elsewhere, and may have met something else. */
const SEEN_FROM_HERE: readonly Failure['kind'][] = ['network', 'http', 'address', 'slow']

/** One proxy that fails everybody is one root cause. */
function isSameProxy(one: Failure | undefined, other: Failure): boolean {
  const failed = failedProxy(one)
  return failed !== undefined && failed === failedProxy(other)
}

/** Which proxy failed, and how; one that answers in place of whoever is asked has no name. */
function failedProxy(failure: Failure | undefined): string | undefined {
  const isAnswer = failure?.kind === 'http' || failure?.kind === 'not-sts'
  if (isAnswer && failure.status === PROXY_LOGIN) return 'login'
  if (failure?.kind !== 'network' || failure.phase !== 'proxy') return undefined
  return JSON.stringify([failure.proxy, failure.code])
}

/** One authority that is not trusted, of a proxy that inspects everybody's TLS, is one root cause. */
function isSameAuthority(one: Failure | undefined, other: Failure): boolean {
  return untrusted(one).some((name) => untrusted(other).includes(name))
}

/** The names in a chain that nobody trusts, but that of the host itself. */
function untrusted(failure: Failure | undefined): readonly string[] {
  if (failure?.kind !== 'network' || !signedByOther(failure)) return []
  return failure.certificates
    .flatMap(({ subject, issuer }) => [subject, issuer])
    .filter((name) => name !== '' && name !== failure.host)
}

function signedByOther({ phase, code }: NetworkFailure): boolean {
  const problem = certificateProblem(code)
  return phase === 'tls' && (problem === 'authority' || problem === 'chain')
}

function yieldsTo(by: Diagnosis, failure: Failure | undefined, known: Known): readonly CauseId[] {
  return failure ? (by.causeFor(failure, known).yieldsTo ?? []) : []
}

/** An error in the token or in the published keys is the reason; what was seen on the way to them is the most likely one. */
function promote(reason: Finding, answer: Finding, known: Known): Finding {
  const isDoubtful =
    isFromHere(reason) ||
    reason.severity !== 'error' ||
    // Another role has signed in in spite of it.
    known.acceptedElsewhere === true
  const suspected = reason.certainty === 'certain' && isDoubtful
  return {
    ...reason,
    severity: 'error',
    ...(suspected ? { certainty: 'likely', suspected } : {}),
    evidence: [...reason.evidence, ...answer.evidence],
  }
}

function demote(by: Diagnosis, finding: Finding, known: Known, accepted: boolean): Finding {
  const [failure] = finding.evidence
  const stands = failure !== undefined && by.causeFor(failure, known).stands === true
  if (finding.severity !== 'error' || stands) return finding
  const judge = isSignedIn(known)
    ? 'STS accepted the token all the same'
    : 'STS did not stop at this'
  const doubt =
    !isSignedIn(known) && !accepted
      ? 'STS stopped at something else, and has not said whether it would stop at this.'
      : isFromHere(finding)
        ? `${judge}: so this is true of the network of this runner only, or STS still had the keys in its cache.`
        : `${judge}; it need not do so the next time.`
  return {
    ...finding,
    severity: 'warning',
    shown: [...finding.shown, { show: 'sentence', say: doubt }],
  }
}

function isFromHere({ evidence }: Finding): boolean {
  return evidence.some(
    (failure) =>
      // An internal name is one wherever it is looked at from.
      SEEN_FROM_HERE.includes(failure.kind) && !(failure.kind === 'address' && failure.internal),
  )
}
