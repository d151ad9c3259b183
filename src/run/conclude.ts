// From evidence to findings: one finding for each root cause, with STS as the judge of what STS sees.

import { isOfToken, isPastToken } from '../aws/sts-answers.js'
import { certificateProblem } from '../aws/tls-codes.js'
import type { Retry } from '../causes/cause.js'
import { causeFor, diagnose, resolve, retryFor } from '../causes/index.js'
import type { CauseId, Failure, Finding, Known, NetworkFailure, Severity, Step } from '../model.js'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/**
 * `ended`: what stopped the run, or happened to it. `checked`: what the checks found. A check's finding that
 * explains STS's answer takes its place; if STS accepted the token, the checks' errors are warnings.
 */
export function conclude(
  ended: readonly Failure[],
  checked: readonly Failure[],
  known: Known,
): Finding[] {
  const accepted = known.session !== undefined || ended.some((one) => isPastToken(one, known))
  let found = mergeByCause(checked.map((failure) => diagnose(failure, known)))
  const answers: Finding[] = []
  for (const failure of ended) {
    const answer = diagnose(failure, known)
    const reason = reasonFor(answer, found, known)
    found = found.filter((finding) => finding !== reason && finding.id !== answer.id)
    answers.push(reason ? promote(reason, answer) : answer)
  }
  const reached = accepted || ended.some(isOfToken)
  const answered = answers.map(({ id }) => id)
  const rest = found
    .filter(
      ({ evidence: [failure] }) => !yieldsTo(failure, known).some((id) => answered.includes(id)),
    )
    .filter(
      ({ evidence: [failure] }) =>
        !ended.some((other) => isSameProxy(failure, other) || isSameAuthority(failure, other)),
    )
    .map((finding) =>
      accepted || (reached && isFromHere(finding)) ? demote(finding, known, accepted) : finding,
    )
  return [...mergeByCause(answers), ...rest].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

/**
 * How to go on after an answer of STS's: as the reason says where that is certain, else as the answer says;
 * a mere suspicion (a slow issuer, keys that may not be cached) passes with luck, and is worth another try.
 */
export function retryAfter(
  answer: Failure,
  checked: readonly Failure[],
  known: Known,
): { id: CauseId; retry: Retry; eventualConsistency?: true } {
  const found = checked.map((failure) => diagnose(failure, known))
  const reason = reasonFor(diagnose(answer, known), found, known)
  const failure = reason?.severity === 'error' ? reason.evidence[0] : undefined
  const decisive = failure && !causeFor(failure, known).passes ? failure : answer
  const { eventualConsistency } = causeFor(decisive, known)
  return { ...retryFor(decisive, known), ...(eventualConsistency ? { eventualConsistency } : {}) }
}

/** The worst of the findings that would explain an answer of STS's, in the order of the checks. */
function reasonFor(answer: Finding, found: readonly Finding[], known: Known): Finding | undefined {
  if (answer.evidence[0]?.kind !== 'aws') return undefined
  const reasons = found.filter(({ evidence: [failure] }) =>
    failure ? explainedBy(failure, known).includes(answer.id) : false,
  )
  return reasons.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])[0]
}

function explainedBy(failure: Failure, known: Known): readonly CauseId[] {
  return resolve(causeFor(failure, known).explains ?? [], failure, known)
}

/** What was seen of the issuer from this runner only; STS comes from elsewhere, and may have met something else. */
const SEEN_FROM_HERE: readonly Failure['kind'][] = ['network', 'http', 'address', 'slow']

/** One proxy that fails everybody is one root cause. */
function isSameProxy(one: Failure | undefined, other: Failure): boolean {
  const failed = failedProxy(one)
  return failed !== undefined && failed === failedProxy(other)
}

/** Which proxy failed, and how. */
function failedProxy(failure: Failure | undefined): string | undefined {
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

function yieldsTo(failure: Failure | undefined, known: Known): readonly CauseId[] {
  return failure ? (causeFor(failure, known).yieldsTo ?? []) : []
}

/** An error in the token or in the published keys is the reason; what was seen on the way to them is the most likely one. */
function promote(reason: Finding, answer: Finding): Finding {
  const suspected =
    reason.certainty === 'certain' && (isFromHere(reason) || reason.severity !== 'error')
  return {
    ...reason,
    severity: 'error',
    ...(suspected ? { certainty: 'likely', suspected } : {}),
    evidence: [...reason.evidence, ...answer.evidence],
  }
}

function demote(finding: Finding, known: Known, accepted: boolean): Finding {
  const [failure] = finding.evidence
  const stands = failure !== undefined && causeFor(failure, known).stands === true
  if (finding.severity !== 'error' || stands) return finding
  const judge = known.session ? 'STS accepted the token all the same' : 'STS did not stop at this'
  const doubt =
    !known.session && !accepted
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

/** Findings of one cause are one finding with all the evidence; what each says is said once. */
function mergeByCause(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all
    return first ? [merged(first, all)] : []
  })
}

function merged(first: Finding, all: readonly Finding[]): Finding {
  return {
    ...first,
    // The headline of the first stands for all; what the others would say in theirs is shown.
    shown: once([
      ...all
        .filter(({ headline }) => headline !== first.headline)
        .map(({ headline }) => ({ show: 'sentence' as const, say: headline })),
      ...all.flatMap(({ shown }) => shown),
    ]),
    steps: asidesLast(once(all.flatMap(({ steps }) => steps))),
    otherwise: once(all.flatMap(({ otherwise }) => otherwise)),
    confirm: once(all.flatMap(({ confirm }) => confirm)),
    folded: once(all.flatMap(({ folded }) => folded)),
    evidence: all.flatMap(({ evidence }) => evidence),
  }
}

/** What is for another reader comes after all that is to be done. */
function asidesLast(steps: readonly Step[]): Step[] {
  const isAside = ({ kind }: Step): boolean => kind === 'aside'
  return [...steps.filter((step) => !isAside(step)), ...steps.filter(isAside)]
}

/** Each once, in the order of their first coming. */
function once<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
