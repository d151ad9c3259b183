// Conditions against the keys of a sign-in: what each one wants, what is there, and whether it holds.
import { isMultivalued } from '../aws/condition-keys.js'
import { matchesWildcard } from '../aws/wildcard.js'
import type { ConditionResult, Verdict } from '../model.js'
import { type Compare, equals, equalsIgnoreCase, like } from './compare.js'
import type { Context, Key } from './context.js'
import { agreed, all, any, not } from './logic.js'
import { type Form, formText, knownText, OpenText, patternOf } from './open-text.js'
import { type Operator, operatorOf, type Test } from './operators.js'
import { hasPlaceholder } from './placeholders.js'
import type { Condition, Wanted } from './policy.js'
import { textOf } from './statement-parts.js'
import { Unresolved } from './tree.js'
import { fillVariables, literal, replaceVariables } from './variables.js'

export function conditionResult(
  condition: Condition,
  context: Context,
  variables: boolean,
): ConditionResult {
  const { operator: name, key, wanted } = condition
  const found = context.key(key)
  const actual = found.state === 'present' || found.state === 'disputed' ? found.values : undefined
  const operator = operatorOf(name)
  const { test } = operator
  const sort = test && test !== 'null' && !test.variables ? 'value' : 'text'
  const isAffordable = context.effort.take(wanted.flatMap(comparedTexts), found.values, sort)
  // No key of IAM's looks like a placeholder.
  const isKeyKnown = !hasPlaceholder(key)
  const unresolved = !isKeyKnown || wanted.some((value) => value instanceof Unresolved)
  const holds =
    isAffordable && isKeyKnown
      ? operatorHolds(operator, condition, found, { context, variables })
      : 'undecided'
  return {
    operator: name,
    key,
    wanted: wanted.flatMap(wantedTexts),
    ...(wanted.some((value) => value instanceof OpenText) ? { open: true as const } : {}),
    ...(actual ? { actual } : {}),
    // What does not hold, whatever the open values are, is settled.
    state: unresolved && (holds === 'undecided' || !actual) ? 'unresolved' : found.state,
    holds,
  }
}

function comparedTexts(value: Wanted): readonly unknown[] {
  return value instanceof OpenText ? value.forms.map((form) => patternOf(form, String)) : [value]
}

/** One of a few texts under a single name tells nothing: then they are listed. */
function wantedTexts(value: Wanted): string[] {
  if (value instanceof OpenText) {
    const { forms, display } = value
    const isName = /^\$\{[^}]*\}$/.test(display) && forms.length > 1
    return isName ? forms.map(formText) : [display]
  }
  return [textOf(value instanceof Unresolved ? value.shown : value)]
}

/** By what the variables of a value are filled in, where the policy has any. */
interface Scope {
  context: Context
  variables: boolean
}

function operatorHolds(
  operator: Operator,
  { key, wanted }: Condition,
  { state, values }: Key,
  scope: Scope,
): Verdict {
  const { test } = operator
  if (!test || state === 'unknown') return 'undecided'
  const asked = (actual: readonly string[]): Verdict => {
    if (test === 'null') return isNull(operator, wanted, actual.length === 0)
    if (actual.length === 0) return withoutKey(operator, test)
    // "Multivalued context keys require a condition set operator"; what they do without one, IAM's documentation does not say.
    if (operator.set === 'none' && (actual.length > 1 || isMultivalued(key))) return 'undecided'
    const each = actual.map((value) => compareValue(test, value, wanted, scope))
    return operator.set === 'all' ? all(each) : any(each)
  }
  return state === 'disputed' ? agreed([asked(values), asked([])]) : asked(values)
}

/** `"true"` wants the key to be missing. */
function isNull({ set, ifExists }: Operator, wanted: readonly Wanted[], missing: boolean): Verdict {
  if (set !== 'none' || ifExists) return 'undecided'
  return any(
    wanted.map((value): Verdict => {
      const text = String(value).toLowerCase()
      if (value instanceof Unresolved || !/^(true|false)$/.test(text)) return 'undecided'
      return (text === 'true') === missing
    }),
  )
}

function withoutKey({ set, ifExists }: Operator, { negated }: Test): Verdict {
  // AWS's documentation has both rules and does not say which wins; others have measured that ForAnyValue does.
  if (ifExists && set === 'any') return 'undecided'
  if (ifExists || set === 'all') return true
  return negated && set === 'none'
}

/** One value of the request against all values of the policy. */
function compareValue(
  { compare, negated, variables: takes }: Test,
  actual: string,
  wanted: readonly Wanted[],
  { context, variables }: Scope,
): Verdict {
  const comparison = (text: string): Verdict => {
    const compared = compare(actual, text)
    if (compared !== 'unlike') return compared
    return negated ? 'undecided' : false
  }
  const compareText = (value: string): Verdict => {
    if (!takes) return value.includes('${') ? 'undecided' : comparison(value)
    const made = fillVariables(value, context, variables)
    if (made === 'unknown') return 'undecided'
    // A variable that is not there makes the value match nothing; of operators that negate, nobody says.
    if (made === 'missing') return negated ? 'undecided' : false
    return comparison(made.text)
  }
  const compareForm = (form: Form): Verdict => {
    const known = knownText(form)
    if (known !== undefined) return compareText(known)
    // What looks like a placeholder may be a name: `octo-org/__tests__`. A probe has it from the policy.
    const isName = !context.isProbe && form.every(isWritten)
    if (isName && compareText(formText(form)) === true) return true
    return mayMatch(compare, actual, form) ? 'undecided' : false
  }
  const matched = any(
    wanted.map((value): Verdict => {
      if (value instanceof OpenText) return agreed(value.forms.map(compareForm))
      return value instanceof Unresolved ? 'undecided' : compareText(value)
    }),
  )
  return negated ? not(matched) : matched
}

function isWritten(part: Form[number]): boolean {
  return typeof part === 'string' || part.written === true
}

/** Whether any text in place of the open parts would match; that of policy variables is not looked at. */
function mayMatch(compare: Compare, actual: string, form: Form): boolean {
  if (compare === like)
    return matchesWildcard(
      patternOf(form, (text) => replaceVariables(text, () => '*')),
      literal(actual),
    )
  const exact = (text: string): string => replaceVariables(literal(text), () => '*')
  if (compare === equals) return matchesWildcard(patternOf(form, exact), literal(actual))
  if (compare !== equalsIgnoreCase) return true
  const lower = (text: string): string => exact(text.toLowerCase())
  return matchesWildcard(patternOf(form, lower), literal(actual.toLowerCase()))
}
