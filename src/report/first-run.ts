// For who has no role yet: this very job's trust policy, and the two commands that make provider and role.
import { isOfPullRequest } from '../aws/github-subject.js'
import { builtInProvider } from '../aws/provider.js'
import { statementFor } from '../aws/statement.js'
import { audienceOf } from '../aws/token-rules.js'
import type { Known, Step } from '../model.js'
import { sanitise, shellWord } from '../text.js'

/** To be replaced by hand: a command that looked it up would stand beside text of the token's in one shell line. */
const ACCOUNT = 'ACCOUNT_ID'

/** Nothing where there is no token to make it of, or a role already. */
export function firstRunSteps({ token, inputs }: Known): Step[] {
  if (!token || !inputs || inputs.role) return []
  const audience = audienceOf(token.claims, inputs.audience)
  const statement = statementFor(token, {
    partition: inputs.partition,
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
            say: 'Create the OIDC provider, once for each account',
            code: `aws iam create-open-id-connect-provider --url ${shellWord(token.issuer)} --client-id-list ${shellWord(audience)}`,
            language: 'sh' as const,
          },
        ]),
    {
      say: `Save this job's trust policy as \`trust-policy.json\`, with the number of your account in place of \`${ACCOUNT}\``,
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
      code: 'aws iam create-role --role-name deploy --assume-role-policy-document file://trust-policy.json',
      language: 'sh',
      then: "Then give this step the role's ARN as `role-to-assume`.",
    },
  ]
}
