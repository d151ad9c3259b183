// trust-undecided: something in the trust policy can be decided by AWS only.
import type { ConditionResult, Known, TrustUndecided } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { givePolicy } from './shared/sts.js'
import { builtIn, principalOf } from './shared/token.js'
import { flawText, sourceOf, statementText } from './shared/trust-policy.js'

type Element = Extract<TrustUndecided, { what: 'principal' | 'action' }>

export const trustUndecided = causeOf('trust-undecided', {
  id: 'trust-undecided',
  section: 'trust',
  title: 'a part of the trust policy cannot be decided here',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  explains: ['role-not-assumable'],
  docs: ['iamConditionKeys', 'iamConditionOperators', 'iamPolicyVariables'],
  matches: () => true,
  explain: ({ source, undecided }, known) => {
    const shown = undecided
      .slice(0, 6)
      .map((one) => `\n- ${statementText(one.statement)}: ${describeUndecided(one, known)}`)
    const rest = undecided.length > 6 ? `\n- and ${undecided.length - 6} more` : ''
    return {
      why: `Whether the trust policy in ${sourceOf(source)} lets this token in cannot be decided here:${shown.join('')}${rest}\nAll the rest of it fits.${known.session ? ' STS signed in, so it holds for this run.' : ''}`,
      fix: [...new Set(undecided.map((one) => undecidedFix(one, known)))],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'Some conditions depend on what only AWS knows (`aws:SourceIp` as AWS sees it, `aws:SourceVpce`, the organisation), and some values are known after the deployment only (functions of CloudFormation). Of some principals no source says whether they mean a web identity: a Deny of the whole account, Google named by an ARN. They are not guessed: the result is then neither allowed nor denied, unless the rest settles it anyway.',
    tell: 'It is no error by itself. Where STS refused the token, such a condition is the first suspect, and this becomes the finding.',
  },
})

function describeUndecided(undecided: TrustUndecided, known: Known): string {
  if (undecided.what === 'condition') return describeCondition(undecided.condition)
  if (undecided.what === 'flaw') return oneLine(flawText(undecided.flaw))
  const element = `its ${undecided.what} ${quote(undecided.json)}`
  if (undecided.unresolved) return `${element}, and a value is known after the deployment only`
  return lacksRole(undecided, known)
    ? `${element}, and without \`role-to-assume\` the account of the provider is not known`
    : `${element}, and no source says whether that means this token`
}

function describeCondition({ operator, key, wanted, state }: ConditionResult): string {
  const wants = `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 3), 'or')}`
  if (state === 'unresolved') return `${wants}, and a value is known after the deployment only`
  if (state === 'unknown') return `${wants}, and only AWS knows the value of this key`
  if (state === 'disputed') return `${wants}, and sources differ on whether STS has this key`
  return `${wants}, and IAM's documentation does not say how that is compared`
}

function undecidedFix(undecided: TrustUndecided, known: Known): string {
  if (isOfDeployment(undecided))
    return `Give the policy as it is after the deployment: ${givePolicy(known)}`
  if (undecided.what === 'flaw')
    return 'Correct the form of the statement: IAM would refuse it, or read it in another way than it looks.'
  if (undecided.what !== 'condition') return principalFix(undecided, known)
  const { key, state } = undecided.condition
  return state === 'unknown'
    ? lookUpKey(key)
    : `Write the condition on ${quote(key)} in a form that leaves no doubt: a plain operator of the key's own type.`
}

/** Only the deployment knows a part of it. */
function isOfDeployment(undecided: TrustUndecided): boolean {
  if (undecided.what === 'condition') return undecided.condition.state === 'unresolved'
  if (undecided.what === 'flaw') return undecided.flaw.kind === 'deployment'
  return undecided.unresolved === true
}

/** What stands in the policy is all that there is to see, so the policy is to say it more plainly. */
function principalFix(undecided: Element, known: Known): string {
  const statement = oneLine(statementText(undecided.statement))
  if (lacksRole(undecided, known))
    return 'Give `role-to-assume`: the provider is to be in the account of the role.'
  return undecided.denies
    ? `Name the principals that ${statement} is meant to deny, users and roles by their own ARNs: no source says whether web identities are among those that stand there now.`
    : `Name the provider of this token in ${statement}:\n"Principal": {"Federated": ${oneLine(JSON.stringify(principalOf(known)), 400)}}`
}

/** Without a role, an ARN of this very issuer may be of any account. */
function lacksRole({ namesProvider }: Element, known: Known): boolean {
  return !known.inputs?.role && !builtIn(known) && namesProvider === true
}

/** CloudTrail has names of its own for what IAM's keys hold, and not for all of them. */
const IN_CLOUDTRAIL: Readonly<Record<string, string>> = {
  'aws:sourceip': 'sourceIPAddress',
  'aws:vpcsourceip': 'sourceIPAddress',
  'aws:sourcevpce': 'vpcEndpointId',
  'aws:useragent': 'userAgent',
  'aws:requestedregion': 'awsRegion',
}

function lookUpKey(key: string): string {
  const field = IN_CLOUDTRAIL[key.toLowerCase()]
  return field === undefined
    ? `Look up in IAM's list of condition keys what ${quote(key)} holds and when it is there, and compare that with the policy.`
    : `Look up ${quote(field)} (that is ${quote(key)}) in CloudTrail, in the event AssumeRoleWithWebIdentity of this run, and compare it with the policy.`
}
