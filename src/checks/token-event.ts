// Can the role tell a run for a pull request from a push to the branch? `pull_request_target` has the `sub` of a branch.
import { PULL_REQUEST_TARGET } from '../aws/github.js'
import { branchOf } from '../aws/github-subject.js'
import { isGitHub } from '../aws/token-rules.js'
import type { Known, TrustFacts, TrustStatement } from '../model.js'
import type { Check } from './check.js'

export const tokenEvent: Check = {
  id: 'token-event',
  title: 'Pull requests are told from pushes',
  // What a role accepts is known of the one that accepted this token.
  asked: ({ token, session }) =>
    token !== undefined && isGitHub(token.claims) && session !== undefined,
  judge(known) {
    const { token, session, trust } = known
    if (!token || !session || !isGitHub(token.claims)) return []
    const branch = branchOf(token.subject)
    if (token.claims['event_name'] !== PULL_REQUEST_TARGET || branch === undefined) return []
    if (isExpected(known) || (trust && tellsApart(trust))) return []
    return [{ kind: 'event-not-told-apart', branch }]
  },
}

/** Claims in which a pull request differs from a push: who lists one has thought of it. */
const OF_THE_EVENT: readonly string[] = ['event_name', 'head_ref', 'base_ref']

function isExpected({ inputs }: Known): boolean {
  return (inputs?.expectedClaims ?? []).some(({ claim }) => OF_THE_EVENT.includes(claim))
}

/** Claims that are the same for every push to the branch and for every pull request that runs on it. */
const OF_THE_BRANCH: readonly string[] = [
  'sub',
  'aud',
  'enterprise_id',
  'ref',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
]

/** Whether the policy asks for something else besides: a workflow, an environment, a person. */
function tellsApart({ statements }: TrustFacts): boolean {
  if (statements.some((one) => one.effect === 'Deny' && asksForMore(one))) return true
  const allowing = statements.filter(
    ({ effect, matched }) => effect !== 'Deny' && matched !== false,
  )
  return allowing.length > 0 ? allowing.every(asksForMore) : statements.some(asksForMore)
}

function asksForMore({ conditions }: TrustStatement): boolean {
  return conditions.some(({ key }) => {
    // AWS's own keys, such as `aws:SourceIp`, say nothing of the event.
    if (/^(aws|sts):/i.test(key)) return false
    return !OF_THE_BRANCH.includes(key.slice(key.lastIndexOf(':') + 1).toLowerCase())
  })
}
