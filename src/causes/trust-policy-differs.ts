// trust-policy-differs: what STS answered contradicts the evaluation of the policy that was given.

import { isRefusal } from '../aws/sts-answers.js'
import type { FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { requestId, roleName } from './shared/sts.js'
import { conditionText, differenceLines, placeOf } from './shared/trust.js'
import { sourceOf } from './shared/trust-policy.js'

export const trustPolicyDiffers = causeOf(['aws', 'trust-differs'], {
  id: 'trust-policy-differs',
  section: 'trust',
  title: 'STS and the trust policy that was given do not agree',
  severity: ({ kind }) => (kind === 'aws' ? 'error' : 'warning'),
  retry: 'never',
  eventualConsistency: true,
  certainty: ({ kind }) => (kind === 'aws' ? 'likely' : 'certain'),
  docs: ['iamRoleTrust', 'iamEvaluation', 'iamEventualConsistency', 'awsVpcEndpoint'],
  matches: (failure, { trust }) =>
    failure.kind === 'trust-differs' || (isRefusal(failure) && trust?.allowed === true),
  explain: (failure, known) => ({
    why: failure.kind === 'aws' ? describeRefusal(failure, known) : describeAcceptance(failure),
    fix: [
      `Compare with the policy that the role has, in account ${known.inputs?.role?.account ?? '<account>'}:\naws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`,
      ...(failure.kind === 'aws'
        ? [
            'If the role, its policy or the provider was changed a moment ago, wait 15 s and run the job again.',
            'If the two are the same, look for a Deny beside it: a service control policy or resource control policy of the organisation, or the policy of a VPC endpoint for STS.',
          ]
        : [
            'Bring the file up to date, or apply it: the next deployment of it would lock this job out.',
          ]),
    ],
    where: { input: 'trust-policy' },
  }),
  page: {
    meaning:
      'The policy given as `trust-policy` was evaluated against the token, and STS said the opposite. STS is the judge: the role in AWS has another policy than the file (not applied yet, or changed by hand), or something beside the policy denies, or it was changed seconds ago.',
    tell: 'Where STS refused, the given policy would have let the token in, and nothing else explains the answer. Where STS signed in, the given policy would not have: then it is a warning, for what happens when the file is applied.',
  },
})

function describeRefusal(failure: FailureOf<'aws'>, { trust, inputs }: Known): string {
  return `Most likely the role ${quote(inputs?.role?.text ?? '')} has another trust policy in AWS than the one given: the policy in ${sourceOf(trust?.source ?? { inline: true })} lets this token in, and STS refused it${requestId(failure)}: ${quote(failure.message, 300)}. It may also be a Deny beside the trust policy, or a change of seconds ago; or there is no such role. The first command below settles it.`
}

function describeAcceptance({ source, denial }: FailureOf<'trust-differs'>): string {
  const both = denial.nearest ? `\n${differenceLines(denial.nearest)}` : ''
  const condition = denial.condition ? ` (${conditionText(denial.condition)})` : ''
  return `The trust policy in ${sourceOf(source)} is not the one that the role has in AWS: STS signed in, and by this policy it would not have. What keeps the token out is ${placeOf(denial)}${condition}.${both}`
}
