// Evaluation of a role's trust policy: whether it lets this provider's identity do this action.
import { isObject } from './http-messages.js'
import { type Context, conditionsHold, like } from './trust-conditions.js'

export interface TrustRequest {
  /** sts:AssumeRoleWithWebIdentity, or what comes with it: sts:TagSession, sts:SetSourceIdentity. */
  action: string
  providerArn: string
  context: Context
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

function actionMatches(statement: Record<string, unknown>, action: string): boolean {
  const wanted = action.toLowerCase()
  return list(statement['Action']).some((one) => like(wanted, String(one).toLowerCase()))
}

/** {"AWS": "*"} was observed not to allow a web identity. That "*" denies one is IAM's documentation, not observed. */
function principalMatches(statement: Record<string, unknown>, arn: string): boolean {
  const principal = statement['Principal']
  if (
    isObject(principal) &&
    list(principal['Federated']).some((one) => one === arn || one === '*')
  ) {
    return true
  }
  const everyone =
    principal === '*' || (isObject(principal) && list(principal['AWS']).includes('*'))
  return everyone && statement['Effect'] === 'Deny'
}

function covers(statement: Record<string, unknown>, request: TrustRequest): boolean {
  return (
    actionMatches(statement, request.action) &&
    principalMatches(statement, request.providerArn) &&
    conditionsHold(statement['Condition'], request.context)
  )
}

/** Allowed when a statement allows it and none denies it. */
export function allows(policy: unknown, request: TrustRequest): boolean {
  const statements = isObject(policy) ? list(policy['Statement']).filter(isObject) : []
  const covering = statements.filter((statement) => covers(statement, request))
  return (
    covering.some((statement) => statement['Effect'] === 'Allow') &&
    !covering.some((statement) => statement['Effect'] === 'Deny')
  )
}
