// Conditions against the keys of a sign-in: what each one wants, what is there, and whether it holds.
import { isMultivalued } from '../aws/condition-keys.js'
import type { ConditionResult, Verdict } from '../model.js'
import type { Context, Key } from './context.js'
import { agreed, all, any, not } from './logic.js'
import { type Operator, operatorOf, type Test } from './operators.js'
import type { Condition, Wanted } from './policy.js'
import { textOf } from './statement-parts.js'
import { Unresolved } from './tree.js'
import { fillVariables } from './variables.js'

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
  const isAffordable = context.effort.take(wanted, found.values, sort)
  const unresolved = wanted.some((value) => value instanceof Unresolved)
  return {
    operator: name,
    key,
    wanted: wanted.map(textOf),
    ...(actual ? { actual } : {}),
    state: unresolved ? 'unresolved' : found.state,
    holds: isAffordable
      ? operatorHolds(operator, condition, found, { context, variables })
      : 'undecided',
  }
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
  const matched = any(
    wanted.map((value): Verdict => {
      if (value instanceof Unresolved) return 'undecided'
      if (!takes) return value.includes('${') ? 'undecided' : comparison(value)
      const made = fillVariables(value, context, variables)
      if (made === 'unknown') return 'undecided'
      // A variable that is not there makes the value match nothing; of operators that negate, nobody says.
      if (made === 'missing') return negated ? 'undecided' : false
      return comparison(made.text)
    }),
  )
  return negated ? not(matched) : matched
}
