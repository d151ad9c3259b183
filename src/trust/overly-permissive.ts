// Who else a policy lets in: every probe subject is put before each statement that allows this sign-in's provider.
import type { ConditionResult, StatementName, TrustOpening, TrustStatement } from '../model.js'
import { conditionResult } from './conditions.js'
import type { Context, Key } from './context.js'
import { Effort } from './effort.js'
import { type Evaluation, judgeStatement } from './evaluate.js'
import { operatorOf } from './operators.js'
import type { Policy } from './policy.js'
import { type ProbeSubject, probeSubjects, sampleOf } from './probe-subjects.js'
import { isKey, isPositive, nameOf } from './statement-parts.js'

type Who = TrustOpening['who']

/** What need not be said beside something broader. */
const BROADER: Partial<Record<Who, readonly Who[]>> = {
  'similar-owners': ['any-repository'],
  organisation: ['any-repository'],
  'similar-repositories': ['any-repository', 'organisation'],
  'any-branch': ['any-repository'],
  'pull-requests': ['any-repository'],
}

export function openingsOf(
  policy: Policy,
  { statements }: Evaluation,
  own: Context,
): TrustOpening[] {
  const context = { ...own, effort: Effort.ofProbing() }
  // Of whom a Deny is, no probe changes.
  const denials = {
    ...policy,
    statements: policy.statements.filter(
      ({ effect, index }) => effect !== 'Allow' && isOfThisIssuer(statements[index]),
    ),
  }
  const found = statements
    .filter(
      ({ effect, principal, action, flaws }) =>
        effect === 'Allow' && principal !== false && action !== false && flaws.length === 0,
    )
    .flatMap((statement) => openingsOfStatement(statement, policy, denials, context))
  const kinds = new Set(found.map(({ who }) => who))
  return found.filter(({ who }, at) => {
    const implied = BROADER[who]?.some((broader) => kinds.has(broader)) ?? false
    return !implied && found.findIndex((one) => one.who === who) === at
  })
}

function isOfThisIssuer(statement: TrustStatement | undefined): boolean {
  return statement?.principal !== false || statement.flaws.length > 0
}

function openingsOfStatement(
  statement: TrustStatement,
  policy: Policy,
  denials: Policy,
  context: Context,
): TrustOpening[] {
  const name = nameOf(statement)
  const conditions = policy.statements[statement.index]?.conditions ?? []
  const wanted = statement.conditions
    .filter(({ key }) => isKey(key, context, 'sub'))
    .flatMap((condition) => condition.wanted)
  const probed = {
    wanted,
    subject: context.key(`${context.issuer}:sub`).values[0] ?? '',
    workflow: context.key(`${context.issuer}:job_workflow_ref`).values[0] ?? '',
    repositoryId: context.key(`${context.issuer}:repository_id`).values[0] ?? '',
    github: context.github,
  }
  const contextFor = probeContexts(statement.conditions, context)
  const found = new Map<Who, TrustOpening>()
  for (const probe of probeSubjects(probed)) {
    if (context.effort.isSpent) break
    if (found.has(probe.who)) continue
    const probing = contextFor(probe)
    const holds = conditions.every(
      (one) => conditionResult(one, probing, policy.variables).holds === true,
    )
    const example = probe.audience ?? probe.subject
    if (holds && !isDenied(denials, probing))
      found.set(probe.who, { statement: name, who: probe.who, example })
  }
  return [...found.values(), ...forAllValues(statement, name)]
}

/** Only what is let in beyond doubt is told: a Deny that may match stops it. */
function isDenied(denials: Policy, probing: Context): boolean {
  return denials.statements.some(
    (statement) => judgeStatement(statement, denials, probing).perAction[0] !== false,
  )
}

/** The keys as a probe subject would have them: what it may choose is as the policy wants it. */
function probeContexts(
  conditions: readonly ConditionResult[],
  context: Context,
): (probe: ProbeSubject) => Context {
  const prefix = `${context.issuer.toLowerCase()}:`
  const wishes = new Map(
    conditions
      .filter(isPositive)
      .map(({ key, wanted }) => [key.toLowerCase(), present(sampleOf(wanted[0] ?? ''))]),
  )
  return (probe) => ({
    ...context,
    key(name) {
      const lower = name.toLowerCase()
      if (!lower.startsWith(prefix)) return context.key(name)
      const claim = claimOf(probe, lower.slice(prefix.length))
      const real = context.key(name)
      if (real.state === 'not-offered') return real
      return claim === undefined ? (wishes.get(lower) ?? real) : present(claim)
    },
  })
}

function claimOf(
  { subject, audience, claims = {} }: ProbeSubject,
  name: string,
): string | undefined {
  if (name === 'sub') return subject
  return name === 'aud' ? audience : claims[name]
}

function present(value: string): Key {
  return { state: 'present', values: [value] }
}

/** Keys of a token's session tags: a token without any may come in, and `ForAllValues:` is what AWS says to use. */
const OF_TAGS = ['aws:tagkeys', 'sts:transitivetagkeys']

/** Holds, too, where the key is not there at all (IAM User Guide, "Set operators"), unless `Null` asks for it. */
function forAllValues({ conditions }: TrustStatement, statement: StatementName): TrustOpening[] {
  const asked = new Set(
    conditions
      .filter(({ operator, wanted }) => /^null$/i.test(operator) && wanted.includes('false'))
      .map(({ key }) => key.toLowerCase()),
  )
  return conditions
    .filter(
      ({ operator, key }) =>
        operatorOf(operator).set === 'all' &&
        !asked.has(key.toLowerCase()) &&
        !OF_TAGS.includes(key.toLowerCase()),
    )
    .slice(0, 1)
    .map(({ key }) => ({ statement, who: 'for-all-values' as const, example: key }))
}
