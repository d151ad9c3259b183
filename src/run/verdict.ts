// The verdict: what was found, whether the run is ready, and whether the step fails.

import { CHECKS } from '../checks/index.js'
import type { CauseId, Failure, Finding, Inputs, Report } from '../model.js'
import { signInChain } from './chain.js'
import { explained } from './explain.js'
import type { RunLog } from './run-log.js'

/** `ended`: what stopped the run, or happened on it. */
export async function verdict(log: RunLog, ended: readonly Failure[]): Promise<Report> {
  const { known } = log
  const judged = CHECKS.map((check) => ({ check, failures: check.judge(known) }))
  const checked = judged.flatMap(({ failures }) => failures)
  const all = [...ended, ...checked]
  const knowledge = all.length === 0 ? undefined : await explained(all)
  const findings = knowledge?.conclude(ended, checked, known) ?? []
  const idsOf = (failures: readonly Failure[]): CauseId[] =>
    failures.flatMap((failure) => knowledge?.causeFor(failure, known).id ?? [])
  const checks = judged
    .filter(({ check, failures }) => failures.length > 0 || check.asked(known))
    .map(({ check: { id, title }, failures }) => ({
      id,
      title,
      findings: [...new Set(idsOf(failures))],
    }))
  return reportOf(log, findings, checks)
}

/** The report on these findings. */
export function reportOf(
  log: RunLog,
  findings: readonly Finding[],
  checks: Report['checks'] = [],
): Report {
  const { known } = log
  const failOn = known.inputs?.failOn ?? 'error'
  const ready = findings.every(({ severity }) => severity !== 'error')
  const failed = findings.some(({ severity }) => reaches(severity, failOn))
  const seen = { findings, timeline: log.timeline(), known }
  return { ready, failed, chain: signInChain(seen), checks, ...seen }
}

function reaches(severity: string, failOn: Inputs['failOn']): boolean {
  if (failOn === 'never') return false
  return severity === 'error' || (failOn === 'warning' && severity === 'warning')
}
