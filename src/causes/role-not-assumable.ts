// role-not-assumable: STS took the token, but not for this role; AWS says no more, so the claims must rank the reasons.

import { isOfPullRequest } from '../aws/github-subject.js'
import { statementFor } from '../aws/statement.js'
import { isRefusal } from '../aws/sts-answers.js'
import type { Known, TokenFacts } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { accountOf, expectedAudience, requestId, roleName, savePolicy } from './shared/sts.js'
import { reasonsFor } from './shared/subject.js'
import { providerPlace } from './shared/token.js'

export const roleNotAssumable = causeOf('aws', {
  id: 'role-not-assumable',
  section: 'sts',
  title: 'the role does not let this token in',
  severity: 'error',
  retry: 'never',
  eventualConsistency: true,
  certainty: 'likely',
  docs: ['iamRoleTrust', 'githubOidcAws', 'githubOidc', 'iamConditionOperators'],
  // A policy that was given, and lets the token in, makes it another finding.
  matches: (failure, { trust }) => isRefusal(failure) && trust?.allowed !== true,
  explain: (failure, known) => {
    const { token, inputs } = known
    const role = inputs?.role
    return {
      why: `Most likely the trust policy of the role ${quote(role?.text ?? '')} does not match this token: STS took the token, but not for this role${requestId(failure)}. AWS does not say more; the first command below settles it.${token ? describeToken(token, known) : ''}`,
      fix: [
        `Compare with the policy that the role has, in account ${accountOf(known)}:\naws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`,
        ...(token
          ? [
              `Put this into the Statement of that policy. It matches exactly this token:\n${ownStatement(token, known)}`,
              ...pullRequestSteps(token, known),
            ]
          : []),
        ...(known.trust ? [] : [givePolicyStep(known)]),
        'If the role was made or changed a moment ago, wait 15 s and run the job again, or let this step wait for IAM:\nnew-role-wait-s: 30',
        'If the policy is right, look for a Deny elsewhere: a service control policy or resource control policy of the organisation, or the policy of a VPC endpoint.',
      ],
      where: { input: 'role-to-assume' },
    }
  },
  page: {
    meaning:
      'STS verified the token and then looked at the role. It gives this one answer where the role does not exist, where no statement of its trust policy matches the claims of the token, and where a policy of the organisation denies it. AWS does so on purpose, so that nobody can probe for roles.',
    tell: 'The issuer, the audience and the signature are right: otherwise STS would have answered InvalidIdentityToken. The reasons are ranked by the claims of the token of this very run; only the policy itself settles it.',
  },
})

function describeToken(token: TokenFacts, known: Known): string {
  const reasons = reasonsFor(token, known).map((reason, index) => `${index + 1}. ${reason}`)
  return `\nThe token says:\n- iss ${quote(token.issuer)}\n- sub ${quote(token.subject, 600)}\n- aud ${list(token.audiences)}${describeParty(token, known)}\nThe usual reasons, the most probable for this token first:\n${reasons.join('\n')}`
}

/** The condition key `…:aud` then stands for `azp`. */
function describeParty({ claims }: TokenFacts, known: Known): string {
  return 'azp' in claims
    ? `\n- azp ${quote(expectedAudience(known))} (it counts as the audience, in place of \`aud\`)`
    : ''
}

/** With the policy in hand this action says which condition fails, and on which letter. */
function givePolicyStep(known: Known): string {
  return `To be told which condition fails, give the policy to this step: save it with \`${savePolicy(known)}\` (the template, or what \`terraform show -json\` prints, will do too) as a file of the repository, check that out before this step (actions/checkout), and add to the \`with:\` block:\ntrust-policy: trust-policy.json`
}

/** The statement says it in one word; whoever pastes it must know what that word lets in. */
function pullRequestSteps({ subject }: TokenFacts, { run: { event } }: Known): string[] {
  if (!isOfPullRequest(subject)) return []
  const skipped = /^pull_request_\w+$/.test(event) ? event : 'pull_request'
  return [
    `Mind that this lets in every pull request of the repository, whatever it changes: do it for a role that may only read. Else skip the step:\nif: github.event_name != '${skipped}'`,
  ]
}

function ownStatement(token: TokenFacts, known: Known): string {
  const { partition, account } = providerPlace(known)
  return statementFor(token, { partition, account, audience: expectedAudience(known) })
}
