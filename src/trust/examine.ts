// The whole examination: a policy and a sign-in in, the verdict and all that is wrong out.
import { providerOf } from '../aws/provider.js'
import type {
  Failure,
  OfTemplate,
  PolicySource,
  TemplateDoubt,
  TrustDenial,
  TrustFacts,
  TrustOpening,
  TrustUndecided,
  UndecidedElement,
  Verdict,
} from '../model.js'
import { contextOf, type Request } from './context.js'
import { type Diagnosis, diagnose, diagnosisOf } from './diagnose.js'
import { type Evaluation, evaluate, type Judged } from './evaluate.js'
import { allOpenings } from './overly-permissive.js'
import type { Examination } from './own-statement.js'
import type { TemplatePolicy } from './parse.js'
import type { Policy } from './policy.js'
import { nameOf } from './statement-parts.js'
import { suggest } from './suggest.js'
import { denialByNeeded, doubtOfIds, doubtOfOpenings, doubtOfVerdict } from './template-doubt.js'
import { hasUnresolved, isMembers, listOf, type Members, members, Unresolved } from './tree.js'

/** `template`: by which defaults of a template the policy is what it is. */
export function examine(
  policy: Policy,
  source: PolicySource,
  request: Request,
  template?: TemplatePolicy,
): TrustFacts {
  const context = contextOf(request)
  const usual = { policy, evaluation: evaluate(policy, context) }
  const { openings: all, ids } = allOpenings(policy, usual.evaluation, context)
  const doubt = template ? doubtOfVerdict(usual.evaluation, template, context) : undefined
  const settled = denialByNeeded(usual.evaluation, template, { doubt, context }) ?? usual
  const { evaluation } = settled
  const asked = { policy: settled.policy, context, token: request.token }
  const { allowed, statements } = evaluation
  const findings = findingsOf(evaluation, source, asked, doubt)
  const openings = all.filter((one) => !isClosedBy(findings, one))
  const ofFunctions = madeIn(policy)
  const ofOpenings = ofFunctions(openings.flatMap(({ patterns }) => patterns))
  const ofIds = ofFunctions(ids.map(({ pattern }) => pattern))
  const openDoubt = template ? doubtOfOpenings(openings, template, context) : undefined
  const idsDoubt = template ? doubtOfIds(ids, template, context) : undefined
  return {
    source,
    allowed,
    ...(doubt ? { doubt } : {}),
    statements,
    found: [
      ...findings,
      ...(openings.length > 0
        ? [{ kind: 'trust-open' as const, openings, ...withDoubt(openDoubt), ...ofOpenings }]
        : []),
      ...(ids.length > 0
        ? [{ kind: 'trust-ids-open' as const, openings: ids, ...withDoubt(idsDoubt), ...ofIds }]
        : []),
    ],
  }
}

/** Another spelling of this very repository lets in nobody, and goes with the change: no second one is to be made of it. */
function isClosedBy(findings: readonly Failure[], { patterns }: TrustOpening): boolean {
  const [denial] = findings
  if (denial?.kind !== 'trust-denial' || denial.problem !== 'subject-case') return false
  const { nearest, suggestion } = denial
  const gone = JSON.stringify(nearest?.wanted ?? '')
  return (
    patterns.length > 0 &&
    patterns.every((one) => one === nearest?.wanted) &&
    suggestion !== undefined &&
    suggestion.diff !== '' &&
    !suggestion.statement.includes(gone)
  )
}

function withDoubt(doubt: TemplateDoubt | undefined): Pick<OfTemplate, 'doubt'> {
  return doubt ? { doubt } : {}
}

/** Of some values, those that stand in no statement as it was written. */
function madeIn({ statements }: Policy): (patterns: readonly string[]) => Pick<OfTemplate, 'made'> {
  const written = statements.map(({ raw, written = raw }) => JSON.stringify(written)).join('\n')
  return (patterns) => {
    const made = [...new Set(patterns)].filter((one) => !written.includes(JSON.stringify(one)))
    return made.length > 0 ? { made } : {}
  }
}

/** What keeps a sign-in out, for certain or but for a disputed key, and the change to make; undefined where nothing does. */
export function denialOf(
  policy: Policy,
  request: Request,
): Omit<TrustDenial, 'source'> | undefined {
  const context = contextOf(request)
  return denialIn(evaluate(policy, context), { policy, context, token: request.token })
}

function findingsOf(
  evaluation: Evaluation,
  source: PolicySource,
  asked: Examination,
  doubt: TemplateDoubt | undefined,
): Failure[] {
  if (evaluation.allowed === true) return []
  const denial = denialIn(evaluation, asked)
  if (!denial)
    return [{ kind: 'trust-undecided', source, undecided: undecidedOf(evaluation, asked) }]
  return [{ kind: 'trust-denial', ...denial, source, ...withDoubt(doubt) }]
}

function denialIn(
  evaluation: Evaluation,
  asked: Examination,
): Omit<TrustDenial, 'source'> | undefined {
  const { allowed } = evaluation
  if (allowed === true) return undefined
  const disputed = allowed === 'undecided'
  const diagnosis = disputed
    ? disputedDenial(evaluation)
    : diagnose(asked.policy, evaluation, asked.context)
  if (!diagnosis) return undefined
  const suggestion = suggest(diagnosis, asked)
  const isOpen = asked.policy.statements.some(({ raw }) => hasUnresolved(raw))
  return {
    ...diagnosis,
    ...(suggestion ? { suggestion } : {}),
    ...(disputed ? { disputed } : {}),
    ...(isOpen ? { open: true } : {}),
  }
}

/** Everything hangs on a claim of which sources differ whether STS offers it as a key. */
function disputedDenial({ statements }: Evaluation): Diagnosis | undefined {
  for (const statement of statements) {
    const { effect, matched, principal, action, flaws, conditions } = statement
    const open = conditions.filter(({ holds }) => holds !== true)
    const [condition] = open
    const only = open.every(({ state }) => state === 'disputed') && flaws.length === 0
    if (effect !== 'Allow' || matched !== 'undecided' || !only || !condition) continue
    if (principal !== true || action !== true) continue
    return { ...diagnosisOf(statement, 'claim-not-a-key'), condition }
  }
  return undefined
}

/** All that keeps a statement from being decided. */
function undecidedOf({ judged }: Evaluation, { policy }: Examination): TrustUndecided[] {
  return judged
    .filter(({ perAction }) => perAction.includes('undecided'))
    .flatMap((one) => undecidedIn(one, policy.statements[one.statement.index]?.raw ?? members()))
}

function undecidedIn({ statement: whole }: Judged, raw: Members): TrustUndecided[] {
  const { effect, flaws, conditions, principal, action } = whole
  const statement = nameOf(whole)
  const denies = effect === 'Deny'
  const isOpen = (part: Verdict): boolean => part === 'undecided' && flaws.length === 0
  return [
    ...flaws.map((flaw) => ({ statement, what: 'flaw' as const, flaw })),
    ...conditions
      .filter(({ holds }) => holds === 'undecided')
      .map((condition) => ({ statement, what: 'condition' as const, condition })),
    ...(isOpen(principal)
      ? [{ statement, what: 'principal' as const, ...undecidedElement('Principal', raw, denies) }]
      : []),
    ...(isOpen(action)
      ? [{ statement, what: 'action' as const, ...undecidedElement('Action', raw, denies) }]
      : []),
  ]
}

/** A principal or a list of actions, and what in it keeps it from being decided. */
function undecidedElement(
  name: 'Principal' | 'Action',
  raw: Members,
  denies: boolean,
): UndecidedElement {
  const value = raw[name] ?? raw[`Not${name}`]
  const parts = isMembers(value) ? Object.values(value).flatMap(listOf) : listOf(value)
  const isProvider = (part: unknown): boolean =>
    typeof part === 'string' && providerOf(part) !== undefined
  return {
    json: JSON.stringify((name in raw ? value : { [`Not${name}`]: value }) ?? null),
    ...(parts.some((part) => part instanceof Unresolved) ? { unresolved: true } : {}),
    ...(denies ? { denies: true } : {}),
    ...(parts.some(isProvider) ? { namesProvider: true } : {}),
  }
}
