// trust-undecided: something in the trust policy can be decided by AWS only.
import type { Known, TrustUndecided } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { givePolicy } from './shared/sts.js'
import { builtIn, principalOf } from './shared/token.js'
import { sourceOf } from './shared/trust.js'

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
      .map((one) => `\n- ${one.statement}: ${describeUndecided(one, known)}`)
    const rest = undecided.length > 6 ? `\n- and ${undecided.length - 6} more` : ''
    return {
      why: `Whether the trust policy in ${sourceOf(source)} lets this token in cannot be decided here:${shown.join('')}${rest}\nAll the rest of it fits.${known.session ? ' STS signed in, so it holds for this run.' : ''}`,
      fix: [...new Set(undecided.map((one) => remedy(one, known)))],
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
  const { what, condition, detail } = undecided
  if (condition) {
    const wants = `${quote(condition.operator)} on ${quote(condition.key)} wants ${list(condition.wanted.slice(0, 3), 'or')}`
    if (condition.state === 'unresolved')
      return `${wants}, and a value is known after the deployment only`
    if (condition.state === 'unknown') return `${wants}, and only AWS knows the value of this key`
    if (condition.state === 'disputed')
      return `${wants}, and sources differ on whether STS has this key`
    return `${wants}, and IAM's documentation does not say how that is compared`
  }
  if (what === 'form' || what === 'deployment') return oneLine(detail)
  const element = `its ${what} ${quote(detail)}`
  if (undecided.unresolved) return `${element}, and a value is known after the deployment only`
  return lacksRole(undecided, known)
    ? `${element}, and without \`role-to-assume\` the account of the provider is not known`
    : `${element}, and no source says whether that means this token`
}

function remedy(undecided: TrustUndecided, known: Known): string {
  const { what, condition } = undecided
  if (what === 'deployment' || undecided.unresolved || condition?.state === 'unresolved')
    return `Give the policy as it is after the deployment: ${givePolicy(known)}`
  if (what === 'form')
    return 'Correct the form of the statement: IAM would refuse it, or read it in another way than it looks.'
  if (condition?.state === 'unknown') return lookUp(condition.key)
  if (!condition) return principalFor(undecided, known)
  return `Write the condition on ${quote(condition.key)} in a form that conditions no doubt: a plain operator of the key's own type.`
}

/** What stands in the policy is all that there is to see, so the policy is to say it more plainly. */
function principalFor(undecided: TrustUndecided, known: Known): string {
  const statement = oneLine(undecided.statement)
  if (lacksRole(undecided, known))
    return 'Give `role-to-assume`: the provider is to be in the account of the role.'
  return undecided.denies
    ? `Name the principals that ${statement} is meant to deny, users and roles by their own ARNs: no source says whether web identities are among those that stand there now.`
    : `Name the provider of this token in ${statement}:\n"Principal": {"Federated": ${oneLine(JSON.stringify(principalOf(known)), 400)}}`
}

/** Without a role, an ARN of this very issuer may be of any account. */
function lacksRole({ detail }: TrustUndecided, known: Known): boolean {
  return !known.inputs?.role && !builtIn(known) && detail.includes(':oidc-provider/')
}

/** CloudTrail has names of its own for what IAM's keys hold, and not for all of them. */
const IN_CLOUDTRAIL: Readonly<Record<string, string>> = {
  'aws:sourceip': 'sourceIPAddress',
  'aws:vpcsourceip': 'sourceIPAddress',
  'aws:sourcevpce': 'vpcEndpointId',
  'aws:useragent': 'userAgent',
  'aws:requestedregion': 'awsRegion',
}

function lookUp(key: string): string {
  const field = IN_CLOUDTRAIL[key.toLowerCase()]
  return field === undefined
    ? `Look up in IAM's list of condition keys what ${quote(key)} holds and when it is there, and compare that with the policy.`
    : `Look up ${quote(field)} (that is ${quote(key)}) in CloudTrail, in the event AssumeRoleWithWebIdentity of this run, and compare it with the policy.`
}
