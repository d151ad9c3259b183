// For who has no role yet: this very job's trust policy, and the two commands that make provider and role.

import { atEndpoint } from '../aws/endpoints.js'
import { isOfPullRequest } from '../aws/github-subject.js'
import { builtInProvider, createProviderCommand } from '../aws/provider.js'
import { audienceToList } from '../aws/service-tokens.js'
import { statementFor } from '../aws/statement.js'
import { asksForRole } from '../model/input.js'
import type { Known, Step } from '../model.js'
import { sanitise } from '../text.js'
import { answererOf } from '../words.js'

/** To be replaced by hand: a command that looked it up would stand beside text of the token's in one shell line. */
const ACCOUNT = 'ACCOUNT_ID'

/** Nothing where there is no token to make it of, or a role already. */
export function firstRunSteps(known: Known): Step[] {
  const { token, inputs } = known
  if (!token || !inputs || asksForRole(inputs)) return []
  const { partition } = inputs
  const audience = audienceToList(token.claims, { partition, asked: inputs.audience })
  const elsewhere = answererOf(known) === 'STS'
  const iam = (code: string): string => (elsewhere ? atEndpoint(code, inputs.stsEndpoint) : code)
  const statement = statementFor(token, {
    partition,
    account: ACCOUNT,
    audience,
  })
  const policy = { Version: '2012-10-17', Statement: [JSON.parse(statement) as unknown] }
  return [
    // Before what is to be pasted: afterwards nobody reads it.
    ...(isOfPullRequest(token.subject)
      ? [
          {
            when: 'If pull requests must not sign in',
            say: 'Run this job for a branch, to get the policy of that branch',
            then: 'This run is for a pull request: the policy below allows every pull request of the repository, whatever code it brings.',
          },
        ]
      : []),
    ...(builtInProvider(token.issuer)
      ? []
      : [
          {
            say: elsewhere
              ? 'Create the OIDC provider'
              : 'Create the OIDC provider, once for each account',
            code: iam(createProviderCommand({ issuer: token.issuer, audience, elsewhere })),
            language: 'sh' as const,
          },
        ]),
    {
      say: `Save this job's trust policy as \`trust-policy.json\`, with ${elsewhere ? 'the account (with Ceph, nothing)' : 'the number of your account'} in place of \`${ACCOUNT}\``,
      code: sanitise(JSON.stringify(policy, null, 2)),
      language: 'json',
      ...(isOfPullRequest(token.subject)
        ? {}
        : {
            then: 'It allows exactly this job: its repository, and the branch, tag or environment that it runs for.',
          }),
    },
    {
      say: 'Create the role, and attach to it what the job may do: a new role may do nothing',
      code: iam(
        'aws iam create-role --role-name deploy --assume-role-policy-document file://trust-policy.json',
      ),
      language: 'sh',
      then: "Then give this step the role's ARN as `role-to-assume`.",
    },
  ]
}
