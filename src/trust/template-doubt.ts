// What a verdict on a template's policy hangs on: the fewest defaults of parameters with which it is still the same.
import type { TemplateDoubt, TrustIdsOpen, TrustOpening, Verdict } from '../model.js'
import type { Context } from './context.js'
import { Effort } from './effort.js'
import { type Evaluation, evaluate } from './evaluate.js'
import { allOpenings } from './overly-permissive.js'
import type { TemplatePolicy } from './parse.js'
import type { Policy } from './policy.js'

/** Of more defaults, all are named: each is tried alone. Our own limit. */
const MOST_TRIED = 8

/**
 * A denial by the policy with those defaults alone on which it hangs: what its diagnosis says is then true of every value
 * of the other parameters, too. Undefined where there is none.
 */
export function denialByNeeded(
  { allowed }: Evaluation,
  template: TemplatePolicy | undefined,
  { doubt, context }: { doubt: TemplateDoubt | undefined; context: Context },
): { policy: Policy; evaluation: Evaluation } | undefined {
  if (allowed !== false || !template) return undefined
  const policy = template.policyWith(new Set(doubt?.defaults))
  if (!policy) return undefined
  const evaluation = evaluate(policy, { ...context, effort: Effort.ofVerdict() })
  return evaluation.allowed === false ? { policy, evaluation } : undefined
}

/** Undefined where it is true whatever the parameters are. */
export function doubtOfVerdict(
  { allowed }: Evaluation,
  template: TemplatePolicy,
  context: Context,
): TemplateDoubt | undefined {
  if (allowed === 'undecided') return undefined
  return doubtOf(template, (names) => verdictWith(names, template, context) === allowed)
}

function verdictWith(
  names: ReadonlySet<string>,
  template: TemplatePolicy,
  context: Context,
): Verdict {
  const policy = template.policyWith(names)
  if (!policy) return 'undecided'
  return evaluate(policy, { ...context, effort: Effort.ofVerdict() }).allowed
}

/** The same of who else it lets in. */
export function doubtOfOpenings(
  openings: readonly TrustOpening[],
  template: TemplatePolicy,
  context: Context,
): TemplateDoubt | undefined {
  return doubtOfFound(openings, template, context, (found) => found.openings)
}

/** The same of wildcards in the place of ids. */
export function doubtOfIds(
  ids: readonly TrustIdsOpen[],
  template: TemplatePolicy,
  context: Context,
): TemplateDoubt | undefined {
  return doubtOfFound(ids, template, context, (found) => found.ids)
}

function doubtOfFound<T extends TrustOpening | TrustIdsOpen>(
  found: readonly T[],
  template: TemplatePolicy,
  context: Context,
  partOf: (all: ReturnType<typeof allOpenings>) => readonly T[],
): TemplateDoubt | undefined {
  if (found.length === 0) return undefined
  const wanted = namesIn(found)
  return doubtOf(template, (names) => {
    const policy = template.policyWith(names)
    if (!policy) return false
    const own = { ...context, effort: Effort.ofVerdict() }
    return namesIn(partOf(allOpenings(policy, evaluate(policy, own), own))) === wanted
  })
}

function namesIn(found: readonly (TrustOpening | TrustIdsOpen)[]): string {
  return found
    .map((one) => ('who' in one ? one.who : one.pattern))
    .sort()
    .join(' ')
}

function doubtOf(
  { defaults, unnamed }: TemplatePolicy,
  isSame: (names: ReadonlySet<string>) => boolean,
): TemplateDoubt | undefined {
  const needed = isSame(new Set()) ? [] : fewest(defaults, isSame)
  if (needed.length === 0 && !unnamed) return undefined
  return { defaults: needed, ...(unnamed ? { unnamed } : {}) }
}

function fewest(
  defaults: readonly string[],
  isSame: (names: ReadonlySet<string>) => boolean,
): readonly string[] {
  if (defaults.length > MOST_TRIED) return defaults
  let needed = defaults
  for (const name of defaults) {
    const others = needed.filter((one) => one !== name)
    if (isSame(new Set(others))) needed = others
  }
  return needed
}
