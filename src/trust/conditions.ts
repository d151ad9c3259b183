// Conditions against the keys of a sign-in: what each one wants, what is there, and whether it holds.
import type { ConditionResult, Verdict } from '../model.js'
import type { Context, Key } from './context.js'
import { agreed, all, any, not } from './logic.js'
import { type Operator, operatorOf, type Test } from './operators.js'
import { hasPlaceholder } from './placeholders.js'
import type { Condition, Wanted } from './policy.js'
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
  // No key of IAM's looks like a placeholder.
  const isKeyKnown = !hasPlaceholder(key)
  const unresolved = !isKeyKnown || wanted.some((value) => value instanceof Unresolved)
  return {
    operator: name,
    key,
    wanted: wanted.map(wantedText),
    ...(actual ? { actual } : {}),
    state: unresolved ? 'unresolved' : found.state,
    holds:
      isAffordable && isKeyKnown
        ? operatorHolds(operator, wanted, found, { context, variables })
        : 'undecided',
  }
}

function wantedText(value: Wanted): string {
  const text = typeof value === 'string' ? value : value.shown
  return typeof text === 'string' ? text : JSON.stringify(text)
}

/** By what the variables of a value are filled in, where the policy has any. */
interface Scope {
  context: Context
  variables: boolean
}

function operatorHolds(
  operator: Operator,
  wanted: readonly Wanted[],
  { state, values }: Key,
  scope: Scope,
): Verdict {
  const { test } = operator
  if (!test || state === 'unknown') return 'undecided'
  const asked = (actual: readonly string[]): Verdict => {
    if (test === 'null') return isNull(operator, wanted, actual.length === 0)
    if (actual.length === 0) return withoutKey(operator, test)
    return overAll(
      operator,
      actual.map((value) => compareValue(test, value, wanted, scope)),
    )
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

/** A key of several values wants a set operator: without one, only what all of them say is said. */
function overAll({ set }: Operator, each: readonly Verdict[]): Verdict {
  if (set === 'all') return all(each)
  return set === 'any' ? any(each) : agreed(each)
}

/** One value of the request against all values of the policy. */
function compareValue(
  { compare, negated, variables: takes }: Test,
  actual: string,
  wanted: readonly Wanted[],
  { context, variables }: Scope,
): Verdict {
  const matched = any(
    wanted.map((value): Verdict => {
      if (value instanceof Unresolved) return 'undecided'
      if (!takes) return value.includes('${') ? 'undecided' : compare(actual, value)
      const made = fillVariables(value, context, variables)
      if (made === 'unknown') return 'undecided'
      // A variable that is not there makes the value match nothing; of operators that negate, nobody says.
      if (made === 'missing') return negated ? 'undecided' : false
      return compare(actual, made.text)
    }),
  )
  return negated ? not(matched) : matched
}
