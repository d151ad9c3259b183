// The findings of several roles as those of one step: what they have in common is one finding, and says which roles it is about.
import { certificateProblem } from '../aws/tls-codes.js'
import type { Block, Failure, Finding, NetworkFailure } from '../model.js'
import { list, listAtMost } from '../text.js'
import { MOST_NAMED } from '../words.js'
import { WEIGHT } from './merge.js'

export interface RoleFindings {
  name: string
  findings: readonly Finding[]
  /** Texts that stand for this role in its evidence: its ARN, its account, the path of its policy. */
  own: readonly string[]
}

interface Found {
  name: string
  root: string
  finding: Finding
}

/**
 * `step`: of the step as a whole; `ended`: what that came to. What the checks alone have found there each role has met too:
 * where none of them still tells it, something else that they have met explains it.
 */
export function concludeRoles(
  step: readonly Finding[],
  roles: readonly RoleFindings[],
  ended: readonly Failure[],
): Finding[] {
  if (roles.length === 0) return [...step]
  const all = roles.flatMap(({ name, findings, own }) =>
    findings.map((finding): Found => ({ name, finding, root: rootOf(finding, own) })),
  )
  const told = new Map(
    [...Map.groupBy(all, ({ root }) => root)].map(([root, group]) => [
      root,
      ofRoles(group, roles.length),
    ]),
  )
  const kept = step.filter((finding) => {
    const other = told.get(rootOf(finding))
    if (other) return !saysMore(other, finding)
    return finding.evidence.some((failure) => ended.includes(failure))
  })
  for (const finding of kept) told.delete(rootOf(finding))
  const names = roles.map(({ name }) => name)
  const ofStep = kept.map((finding) => ofProfile(finding, names))
  return [...ofStep, ...told.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

/** An answer of STS to one role is evidence that the step as a whole has not. */
function saysMore(part: Finding, whole: Finding): boolean {
  const lighter = WEIGHT[whole.severity] - WEIGHT[part.severity]
  return lighter > 0 || (lighter === 0 && part.evidence.length > whole.evidence.length)
}

/** Two findings with one root say the same: one cause, and the same evidence but for what each answer and each role has of its own. */
function rootOf({ id, evidence: [first] }: Finding, own: readonly string[] = []): string {
  const root = JSON.stringify([id, first && withoutOwn(first)])
  return own.reduce((text, one) => text.replaceAll(JSON.stringify(one).slice(1, -1), '·'), root)
}

function withoutOwn(failure: Failure): object {
  switch (failure.kind) {
    case 'aws': {
      const { kind, status, code, message } = failure
      return { kind, status, code, message }
    }
    case 'account':
      return { kind: failure.kind }
    case 'network':
      return networkRoot(failure)
    case 'region-fallback': {
      const { kind, region, used, cause } = failure
      return { kind, region, used, cause }
    }
    default:
      return failure
  }
}

/** One proxy, or one authority that is not trusted, stands before all regions. */
function networkRoot({ host, phase, code, proxy, certificates }: NetworkFailure): object {
  if (phase === 'proxy') return { phase, code, proxy }
  const problem = phase === 'tls' ? certificateProblem(code) : undefined
  const authority = certificates.at(-1)?.issuer
  return problem === 'authority' || problem === 'chain'
    ? { phase, code, authority: authority ?? host }
    : { phase, code, host }
}

/** The worst of a group says which roles it is about; of all, only where it is about roles at all. */
function ofRoles(group: readonly Found[], total: number): Finding {
  const [first] = group.toSorted((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity])
  if (!first) throw new Error('a group of nothing')
  const { finding } = first
  const same = group.filter((one) => one.finding.severity === finding.severity)
  const names = [...new Set(same.map(({ name }) => name))]
  const isAll = names.length === total
  const isOfStep = finding.link === 'token' || finding.link === 'issuer'
  // What STS has answered, it has answered to each of them.
  if (isAll && isOfStep && finding.evidence[0]?.kind !== 'aws') return finding
  const who = isAll && total > MOST_NAMED ? `all ${total} roles` : listAtMost(names, MOST_NAMED)
  return {
    ...finding,
    roles: names,
    headline: `${who}: ${finding.headline}`,
    shown: [...sameFor(names), ...finding.shown],
  }
}

/** What stands in the way of a profile is about the role of that name; its headline has it. */
function ofProfile(finding: Finding, names: readonly string[]): Finding {
  const profiles = finding.evidence.flatMap((failure) =>
    'profile' in failure ? [failure.profile] : [],
  )
  const roles = names.filter((name) => profiles.includes(name))
  return roles.length > 0 ? { ...finding, roles } : finding
}

/** What is offered names one role, the first. */
function sameFor([first = '', ...others]: readonly string[]): Block[] {
  if (others.length === 0) return []
  const need = others.length === 1 ? 'needs' : 'need'
  return [
    {
      show: 'sentence',
      say: `What follows is for ${list([first])}; ${listAtMost(others, MOST_NAMED)} ${need} the same.`,
    },
  ]
}
