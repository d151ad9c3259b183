// Who else a policy lets in: every probe subject is put before each statement that allows this sign-in's provider.
import { identityKeys } from '../aws/condition-keys.js'
import { matchesWildcard } from '../aws/wildcard.js'
import type { StatementName, TrustIdsOpen, TrustOpening, TrustStatement } from '../model.js'
import { conditionResult } from './conditions.js'
import type { Context } from './context.js'
import { Effort } from './effort.js'
import { type Evaluation, judgeStatement } from './evaluate.js'
import { broadest } from './openings.js'
import { operatorOf } from './operators.js'
import type { Policy } from './policy.js'
import type { Probed, ProbeSubject } from './probe.js'
import { probeContexts } from './probe-context.js'
import { probeSubjects } from './probe-subjects.js'
import { asksNull, isKey, isPositive, nameOf, takesWildcards } from './statement-parts.js'

export interface Openings {
  openings: TrustOpening[]
  /** Patterns that leave ids open. */
  ids: TrustIdsOpen[]
}

export function allOpenings(policy: Policy, { statements }: Evaluation, own: Context): Openings {
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
    .map((statement) => openingsOfStatement(statement, policy, denials, context))
  return {
    openings: broadest(found.flatMap(({ openings }) => openings)),
    ids: found.flatMap(({ ids }) => ids),
  }
}

function isOfThisIssuer(statement: TrustStatement | undefined): boolean {
  return statement?.principal !== false || statement.flaws.length > 0
}

function openingsOfStatement(
  statement: TrustStatement,
  policy: Policy,
  denials: Policy,
  context: Context,
): Openings {
  const name = nameOf(statement)
  const conditions = policy.statements[statement.index]?.conditions ?? []
  const contextFor = probeContexts(statement.conditions, context)
  const openings = new Map<string, TrustOpening>()
  const ids = new Map<string, TrustIdsOpen>()
  for (const probe of probeSubjects(probedBy(statement, context))) {
    if (context.effort.isSpent) break
    const { who, of, subject } = probe
    const about = JSON.stringify([who, of])
    const known = openings.get(about)
    const patterns = patternsFor(probe, statement, context)
    // What is known already is asked again for what else lets it in.
    if (known && patterns.every((one) => known.patterns.includes(one))) continue
    const probing = contextFor(probe)
    const holds = conditions.every(
      (one) => conditionResult(one, probing, policy.variables).holds === true,
    )
    if (!holds || isDenied(denials, probing)) continue
    if (who === 'ids')
      for (const pattern of patterns)
        ids.set(pattern, { statement: name, pattern, example: subject })
    else
      openings.set(about, {
        statement: name,
        who,
        ...(of ? { of } : {}),
        patterns: [...new Set([...(known?.patterns ?? []), ...patterns])],
        example: known?.example ?? probe.audience ?? subject,
      })
  }
  return {
    openings: [...openings.values(), ...forAllValues(statement, name)],
    ids: [...ids.values()],
  }
}

/** Claims that tell whose a token is, and what the conditions of a statement want of them. */
const OWN: readonly string[] = [
  'repository',
  'repository_id',
  'repository_owner_id',
  'enterprise_id',
  'job_workflow_ref',
]

function probedBy({ conditions }: TrustStatement, context: Context): Probed {
  const { issuer, github } = context
  const prefix = `${issuer.toLowerCase()}:`
  const claimed = Map.groupBy(
    conditions.filter((one) => isPositive(one) && one.key.toLowerCase().startsWith(prefix)),
    ({ key }) => key.toLowerCase().slice(prefix.length),
  )
  const values = Object.fromEntries(
    [...claimed].map(([claim, all]) => [claim, all.flatMap(({ wanted }) => wanted)]),
  )
  const own = [...OWN, ...identityKeys(issuer.toLowerCase()).group].flatMap((claim) =>
    context
      .key(`${issuer}:${claim}`)
      .values.slice(0, 1)
      .map((value) => [claim, value] as const),
  )
  return {
    wanted: values['sub'] ?? [],
    claimed: values,
    subject: context.key(`${issuer}:sub`).values[0] ?? '',
    own: Object.fromEntries(own),
    github,
    issuer,
  }
}

/** The patterns for `sub` that let a subject in: written out, it would be meant. None where another audience alone is asked about. */
function patternsFor(
  { subject, audience }: ProbeSubject,
  { conditions }: TrustStatement,
  context: Context,
): string[] {
  if (audience !== undefined) return []
  return conditions
    .filter((one) => takesWildcards(one) && isKey(one.key, context, 'sub'))
    .flatMap(({ wanted }) =>
      context.effort.take(wanted, [subject])
        ? wanted.filter((pattern) => matchesWildcard(pattern, subject))
        : [],
    )
}

/** Only what is let in beyond doubt is told: a Deny that may match stops it. */
function isDenied(denials: Policy, probing: Context): boolean {
  return denials.statements.some(
    (statement) => judgeStatement(statement, denials, probing).perAction[0] !== false,
  )
}

/** Keys of a token's session tags: a token without any may come in, and `ForAllValues:` is what AWS says to use. */
const OF_TAGS = ['aws:tagkeys', 'sts:transitivetagkeys']

/** Holds, too, where the key is not there at all (IAM User Guide, "Set operators"), unless `Null` asks for it. */
function forAllValues({ conditions }: TrustStatement, statement: StatementName): TrustOpening[] {
  const asked = new Set(
    conditions.filter((one) => asksNull(one, 'false')).map(({ key }) => key.toLowerCase()),
  )
  return conditions
    .filter(
      ({ operator, key }) =>
        operatorOf(operator).set === 'all' &&
        !asked.has(key.toLowerCase()) &&
        !OF_TAGS.includes(key.toLowerCase()),
    )
    .map(({ key }) => ({ statement, who: 'for-all-values' as const, patterns: [], example: key }))
}
