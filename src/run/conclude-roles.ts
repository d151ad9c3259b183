// The findings of several roles as those of one step: what they have in common is one finding, and says which roles it is about.
import type { Block, Failure, Finding, Severity } from '../model.js'
import { count, list, listAtMost } from '../text.js'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/** Names in a headline. */
const MOST_NAMED = 3

export interface RoleFindings {
  name: string
  findings: readonly Finding[]
}

/** `own`: of the step as a whole, which each role has met too. */
export function concludeRoles(own: readonly Finding[], roles: readonly RoleFindings[]): Finding[] {
  const all = roles.flatMap(({ name, findings }) => findings.map((finding) => ({ name, finding })))
  const groups = [...Map.groupBy(all, ({ finding }) => rootOf(finding)).values()]
  const told = groups.flatMap((group) => {
    const [worst] = group.toSorted((a, b) => weightOf(a.finding) - weightOf(b.finding))
    if (!worst) return []
    const same = group.filter(({ finding }) => finding.severity === worst.finding.severity)
    return [ofRoles(worst.finding, [...new Set(same.map(({ name }) => name))], roles.length)]
  })
  const ofParts = new Map(told.map((finding) => [rootOf(finding), finding]))
  const isTold = (finding: Finding): boolean => {
    const other = ofParts.get(rootOf(finding))
    return other !== undefined && saysMore(other, finding)
  }
  const ofStep = new Set(own.filter((finding) => !isTold(finding)).map(rootOf))
  return [
    ...own.filter((finding) => !isTold(finding)),
    ...told.filter((finding) => !ofStep.has(rootOf(finding))),
  ].sort((a, b) => weightOf(a) - weightOf(b))
}

function weightOf({ severity }: Finding): number {
  return WEIGHT[severity]
}

/** An answer of STS to one role is evidence that the step as a whole has not. */
function saysMore(part: Finding, whole: Finding): boolean {
  return (
    weightOf(part) < weightOf(whole) ||
    (weightOf(part) === weightOf(whole) && part.evidence.length > whole.evidence.length)
  )
}

/** Two findings with one root say the same: one cause, and the same evidence but for what each answer and each account has of its own. */
function rootOf({ id, evidence: [first] }: Finding): string {
  return JSON.stringify([id, first && withoutOwn(first)])
}

function withoutOwn(failure: Failure): object {
  switch (failure.kind) {
    case 'aws': {
      const { kind, status, code, message } = failure
      return { kind, status, code, message }
    }
    case 'account':
      return { kind: failure.kind }
    case 'network': {
      const { kind, host, phase, code } = failure
      return { kind, host, phase, code }
    }
    case 'region-fallback': {
      const { kind, region, used, cause } = failure
      return { kind, region, used, cause }
    }
    default:
      return failure
  }
}

/** Says in its headline which roles it is about; of all, only where it is about roles at all. */
function ofRoles(finding: Finding, names: readonly string[], total: number): Finding {
  const isAll = names.length === total
  if (isAll && (finding.link === 'token' || finding.link === 'issuer')) return finding
  const who = isAll && total > 1 ? `all ${count(total, 'role')}` : listAtMost(names, MOST_NAMED)
  return {
    ...finding,
    roles: names,
    headline: `${who}: ${finding.headline}`,
    shown: [...finding.shown, ...sameFor(names)],
  }
}

/** What is offered names one role, the first. */
function sameFor([first = '', ...others]: readonly string[]): Block[] {
  if (others.length === 0) return []
  return [
    {
      show: 'sentence',
      say: `What follows is for ${list([first])}; ${listAtMost(others, MOST_NAMED)} ${others.length === 1 ? 'needs' : 'need'} the same.`,
    },
  ]
}
