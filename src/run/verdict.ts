// The verdict: what was found, whether the run is ready, and whether the step fails.

import { CHECKS } from '../checks/index.js'
import type { CauseId, Failure, Finding, Inputs, Known, Report, RoleVerdict } from '../model.js'
import { signInChain } from './chain.js'
import { explained, type Knowledge } from './explain.js'
import type { Branch } from './run.js'
import type { RunLog } from './run-log.js'

/** `ended`: what stopped the run, or happened on it. */
export async function verdict(
  log: RunLog,
  ended: readonly Failure[],
  branches: readonly Branch[] = [],
): Promise<Report> {
  const { known } = log
  const whole = judged(ended, known)
  const parts = branches.flatMap(({ name, run, outcome }) =>
    outcome ? [{ name, ...judged(outcome.ended, run.log.known) }] : [],
  )
  const all = [whole, ...parts]
  const failures = all.flatMap((one) => [...one.ended, ...one.checked.flat()])
  const knowledge = failures.length === 0 ? undefined : await explained(failures)
  const findings = knowledge ? concluded(knowledge, whole, parts) : []
  const checks = CHECKS.flatMap(({ id, title, asked }, at) => {
    const ids = all.flatMap((one) =>
      (one.checked[at] ?? []).flatMap((each) => knowledge?.causeFor(each, one.known).id ?? []),
    )
    const isAsked = ids.length > 0 || all.some((one) => asked(one.known))
    return isAsked ? [{ id, title, findings: [...new Set<CauseId>(ids)] }] : []
  })
  const roles = branches.map((branch) => roleVerdict(branch, findings))
  return reportOf(log, findings, { checks, roles })
}

/** The report on these findings. */
export function reportOf(
  log: RunLog,
  findings: readonly Finding[],
  { checks, roles }: Pick<Report, 'checks' | 'roles'> = { checks: [], roles: [] },
): Report {
  const { known } = log
  const failOn = known.inputs?.failOn ?? 'error'
  const ready = findings.every(({ severity }) => severity !== 'error')
  const failed = findings.some(({ severity }) => reaches(severity, failOn))
  const seen = { findings, timeline: log.timeline(), known, roles }
  return { ready, failed, chain: signInChain(seen), checks, ...seen }
}

/** What the checks found beside what the run, or the part of it, ended in. */
interface Judged {
  ended: readonly Failure[]
  /** By each of CHECKS, in their order. */
  checked: readonly (readonly Failure[])[]
  known: Known
}

function judged(ended: readonly Failure[], known: Known): Judged {
  return { ended, checked: CHECKS.map((check) => check.judge(known)), known }
}

function concluded(
  { conclude, concludeRoles }: Knowledge,
  whole: Judged,
  parts: readonly (Judged & { name: string })[],
): readonly Finding[] {
  const findingsOf = ({ ended, checked, known }: Judged): Finding[] =>
    conclude(ended, checked.flat(), known)
  if (parts.length === 0) return findingsOf(whole)
  return concludeRoles(
    findingsOf(whole),
    parts.map((part) => ({ name: part.name, findings: findingsOf(part), own: ownOf(part) })),
    whole.ended,
  )
}

/** What a role has of its own, wherever it stands in evidence. */
function ownOf({ known: { inputs } }: Judged): string[] {
  const { role, trustPolicy = '' } = inputs ?? {}
  return [role?.text ?? '', role?.account ?? '', trustPolicy].filter((text) => text !== '')
}

/** Not ready without a session, whatever kept it from coming. */
function roleVerdict(
  { name, role, run, outcome }: Branch,
  findings: readonly Finding[],
): RoleVerdict {
  const own = findings.filter(({ roles }) => roles?.includes(name))
  // Who had come to an end was not in the way of the deadline.
  const ofStep = findings.filter(
    ({ roles, id }) => roles === undefined && !(outcome && id === 'deadline-exceeded'),
  )
  const all = [...own, ...ofStep]
  const { session } = run.log.known
  return {
    name,
    role,
    region: run.inputs.region,
    ready: outcome?.session !== undefined && all.every(({ severity }) => severity !== 'error'),
    causes: [...new Set(all.map(({ id }) => id))],
    ...(session ? { session } : {}),
  }
}

function reaches(severity: string, failOn: Inputs['failOn']): boolean {
  if (failOn === 'never') return false
  return severity === 'error' || (failOn === 'warning' && severity === 'warning')
}
