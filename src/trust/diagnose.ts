// Why a policy does not let this token in: one root cause, of the statement that comes nearest to letting it in.
import type {
  ConditionResult,
  SignInAction,
  TrustDenial,
  TrustProblem,
  TrustStatement,
} from '../model.js'
import { conditionResult } from './conditions.js'
import type { Context } from './context.js'
import { diagnoseOpenSubject } from './diagnose-open-subject.js'
import { diagnoseSubject, type SubjectDiagnosis } from './diagnose-subject.js'
import type { Evaluation } from './evaluate.js'
import { nearestOf } from './nearest.js'
import { nearestStatement } from './nearest-statement.js'
import type { Policy } from './policy.js'
import { actionMatches, neededPrincipal } from './principal.js'
import {
  isKey,
  isPositive,
  nameOf,
  principalsOf,
  takesWildcards,
  textOf,
} from './statement-parts.js'

/** What is found before anything is suggested. */
export type Diagnosis = Omit<TrustDenial, 'source' | 'suggestion'>

export function diagnose(policy: Policy, { judged }: Evaluation, context: Context): Diagnosis {
  const allows = judged.filter(({ statement }) => statement.effect === 'Allow')
  const missing = context.actions.findIndex((_action, index) =>
    allows.every(({ perAction }) => perAction[index] === false),
  )
  const [denying, another] = judged
    .filter(({ statement, perAction }) => statement.effect === 'Deny' && perAction.includes(true))
    .map(({ statement }) => statement)
  if (missing < 0 && denying)
    return {
      ...denialByDeny(denying),
      ...(another ? { denied: nameOf(another) } : {}),
    }
  const denied = denying ? { denied: nameOf(denying) } : {}
  const main = allows.find(({ perAction }) => perAction[0] === true)?.statement
  const needs = context.actions[missing]
  if (main && needs) return { ...actionMissing(main, policy, needs), ...denied }
  const statements = allows.map(({ statement }) => statement)
  const nearest = nearestStatement(statements, policy, context)
  return {
    ...(nearest ? diagnoseStatement(nearest, policy, context) : noWebIdentity(policy, context)),
    ...denied,
  }
}

function diagnoseStatement(statement: TrustStatement, policy: Policy, context: Context): Diagnosis {
  if (statement.principal === false) return providerMismatch(statement, policy, context)
  const own = policy.statements[statement.index]
  const lacking = context.actions.filter((one) => own && actionMatches(own, one) === false)
  const [signIn] = context.actions
  if (signIn && lacking.includes(signIn)) return actionMissing(statement, policy, signIn)
  const failing = statement.conditions.filter(({ holds }) => holds === false)
  const root =
    failing.find(({ state }) => state === 'not-offered') ??
    failing.find(({ key }) => isKey(key, context, 'sub')) ??
    failing[0]
  if (!root)
    return lacking[0] === undefined
      ? noWebIdentity(policy, context)
      : actionMissing(statement, policy, lacking[0])
  const more = failing.filter((condition) => condition !== root)
  const { problem, nearest } = diagnoseCondition(root, policy, context)
  return {
    ...diagnosisOf(statement, problem),
    condition: root,
    ...(nearest ? { nearest } : {}),
    more,
  }
}

function diagnoseCondition(
  condition: ConditionResult,
  policy: Policy,
  context: Context,
): SubjectDiagnosis {
  if (condition.state === 'not-offered') return { problem: 'claim-not-a-key', nearest: undefined }
  if (isKey(condition.key, context, 'sub') && isPositive(condition))
    return condition.open
      ? diagnoseOpenSubject(condition, context.github)
      : diagnoseSubject(condition, context.github)
  const nearest = isPositive(condition)
    ? nearestOf(condition.wanted, culpritOf(condition, policy, context), takesWildcards(condition))
    : undefined
  const problem = isKey(condition.key, context, 'aud') ? 'audience-mismatch' : 'condition-mismatch'
  return { problem, nearest: condition.actual ? nearest : undefined }
}

/** The value to compare with the policy's: the first that does not fit, of those that `ForAllValues` wants to fit each. */
function culpritOf(condition: ConditionResult, { variables }: Policy, context: Context): string {
  const { actual = [] } = condition
  const fails = (value: string): boolean => {
    const alone: Context = {
      ...context,
      key: (name) =>
        name === condition.key ? { state: 'present', values: [value] } : context.key(name),
    }
    return conditionResult(condition, alone, variables).holds === false
  }
  return actual.find(fails) ?? actual[0] ?? ''
}

function providerMismatch(statement: TrustStatement, policy: Policy, context: Context): Diagnosis {
  return {
    ...diagnosisOf(statement, 'provider-mismatch'),
    principals: {
      has: principalsOf(policy.statements[statement.index]),
      needs: neededPrincipal(context),
    },
    more: statement.conditions.filter(({ holds }) => holds === false),
  }
}

function actionMissing(statement: TrustStatement, policy: Policy, needs: SignInAction): Diagnosis {
  const { action = [] } = policy.statements[statement.index] ?? {}
  const has = action.map(textOf)
  const more = statement.conditions.filter(({ holds }) => holds === false)
  return { ...diagnosisOf(statement, 'action-missing'), actions: { has, needs }, more }
}

function denialByDeny(statement: TrustStatement): Diagnosis {
  const [condition] = statement.conditions
  return {
    ...diagnosisOf(statement, 'denied'),
    ...(condition ? { condition } : {}),
    more: statement.conditions.slice(1),
  }
}

/** No statement is about a web identity at all. */
function noWebIdentity(policy: Policy, context: Context): Diagnosis {
  return {
    problem: 'provider-mismatch',
    principals: {
      has: policy.statements.flatMap((statement) => principalsOf(statement)),
      needs: neededPrincipal(context),
    },
    more: [],
  }
}

export function diagnosisOf(statement: TrustStatement, problem: TrustProblem): Diagnosis {
  return { problem, statement: nameOf(statement), more: [] }
}
