// trust-undecided: something in the trust policy can be decided by AWS only.
import type { Known, TrustUnsettled } from '../model.js'
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
  explain: ({ source, unsettled }, known) => {
    const shown = unsettled.slice(0, 6).map((one) => `\n- ${one.statement}: ${said(one, known)}`)
    const rest = unsettled.length > 6 ? `\n- and ${unsettled.length - 6} more` : ''
    return {
      why: `Whether the trust policy in ${sourceOf(source)} lets this token in cannot be decided here:${shown.join('')}${rest}\nAll the rest of it fits.${known.session ? ' STS signed in, so it holds for this run.' : ''}`,
      fix: [...new Set(unsettled.map((one) => remedy(one, known)))],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'Some conditions depend on what only AWS knows (`aws:SourceIp` as AWS sees it, `aws:SourceVpce`, the organisation), and some values are known after the deployment only (functions of CloudFormation). Of some principals no source says whether they mean a web identity: a Deny of the whole account, Google named by an ARN. They are not guessed: the result is then neither allowed nor denied, unless the rest settles it anyway.',
    tell: 'It is no error by itself. Where STS refused the token, such a condition is the first suspect, and this becomes the finding.',
  },
})

function said(unsettled: TrustUnsettled, known: Known): string {
  const { what, leaf, detail } = unsettled
  if (leaf) {
    const wants = `${quote(leaf.operator)} on ${quote(leaf.key)} wants ${list(leaf.wanted.slice(0, 3), 'or')}`
    if (leaf.state === 'unresolved')
      return `${wants}, and a value is known after the deployment only`
    if (leaf.state === 'unknown') return `${wants}, and only AWS knows the value of this key`
    if (leaf.state === 'disputed') return `${wants}, and sources differ on whether STS has this key`
    return `${wants}, and IAM's documentation does not say how that is compared`
  }
  if (what === 'form' || what === 'deployment') return oneLine(detail)
  const element = `its ${what} ${quote(detail)}`
  if (unsettled.unresolved) return `${element}, and a value is known after the deployment only`
  return lacksRole(unsettled, known)
    ? `${element}, and without \`role-to-assume\` the account of the provider is not known`
    : `${element}, and no source says whether that means this token`
}

function remedy(unsettled: TrustUnsettled, known: Known): string {
  const { what, leaf } = unsettled
  if (what === 'deployment' || unsettled.unresolved || leaf?.state === 'unresolved')
    return `Give the policy as it is after the deployment: ${givePolicy(known)}`
  if (what === 'form')
    return 'Correct the form of the statement: IAM would refuse it, or read it in another way than it looks.'
  if (leaf?.state === 'unknown') return lookUp(leaf.key)
  if (!leaf) return principalFor(unsettled, known)
  return `Write the condition on ${quote(leaf.key)} in a form that leaves no doubt: a plain operator of the key's own type.`
}

/** What stands in the policy is all that there is to see, so the policy is to say it more plainly. */
function principalFor(unsettled: TrustUnsettled, known: Known): string {
  const statement = oneLine(unsettled.statement)
  if (lacksRole(unsettled, known))
    return 'Give `role-to-assume`: the provider is to be in the account of the role.'
  return unsettled.denies
    ? `Name the principals that ${statement} is meant to deny, users and roles by their own ARNs: no source says whether web identities are among those that stand there now.`
    : `Name the provider of this token in ${statement}:\n"Principal": {"Federated": ${oneLine(JSON.stringify(principalOf(known)), 400)}}`
}

/** Without a role, an ARN of this very issuer may be of any account. */
function lacksRole({ detail }: TrustUnsettled, known: Known): boolean {
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
