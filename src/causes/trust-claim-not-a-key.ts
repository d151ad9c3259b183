// trust-claim-not-a-key: a condition is on a claim that STS does not offer as a condition key, or under a wrong prefix.
import type { Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { providerName } from './phrases-sts.js'
import { placeOf } from './phrases-trust.js'
import { trustCause } from './trust-cause.js'

const KEYS =
  'sub, aud, actor, actor_id, enterprise_id, environment, job_workflow_ref, ref, repository, repository_id, workflow'

export const trustClaimNotAKey = trustCause('claim-not-a-key', {
  title: 'a condition is on a key that STS does not have',
  docs: ['iamConditionKeys', 'awsProviderClaims', 'githubOidc'],
  why: (denial, known) => {
    const key = denial.leaf?.key ?? ''
    if (denial.disputed)
      return `Most likely the condition on ${quote(key)} in ${placeOf(denial)} never holds: sources differ on whether STS offers this claim as a condition key. It is settled when the condition is taken out and the sign-in works.`
    const right = rightKey(key, known)
    return right === undefined
      ? `The condition on ${quote(key)} in ${placeOf(denial)} can never hold: STS does not offer this claim as a condition key, though the token may have it. Of GitHub's claims it offers ${KEYS}.`
      : `The condition key ${quote(key)} in ${placeOf(denial)} has another prefix than the issuer of this token: it must be ${quote(right)}, the issuer without \`https://\`, path included. A key that is not there never holds.`
  },
  others: ({ leaf }) => {
    const claim = claimOf(leaf?.key ?? '')
    const [value] = leaf?.wanted ?? []
    return claim === '' || value === undefined || /^(sub|aud|iss)$/.test(claim)
      ? []
      : [
          `Test the claim in the job instead, before AWS is asked:\nexpected-claims: |\n  ${oneLine(claim)}: ${oneLine(value)}`,
        ]
  },
  page: {
    meaning:
      'A trust policy can test only those claims that STS offers as condition keys. Of GitHub tokens these are, since January 2026, sub, aud, actor, actor_id, enterprise_id, environment, job_workflow_ref, ref, repository, repository_id and workflow; not iss, event_name, head_ref, base_ref, repository_owner or workflow_ref. The prefix of the key is the issuer without `https://`, with its path. A condition on any other key finds nothing, and does not hold.',
    tell: 'The token may well have the claim, with the value that the policy wants: what counts is what STS offers. With `…IfExists` such a condition holds for everybody, which is no better. For repository_owner_id and runner_environment the sources differ; then the finding says "Most likely".',
  },
})

/** The same claim under the issuer of this token, where the key has another prefix. */
function rightKey(key: string, { token }: Known): string | undefined {
  const right = `${providerName(token?.issuer ?? '')}:${claimOf(key)}`
  const known = new Set(KEYS.split(', ')).has(claimOf(key))
  return known && right.toLowerCase() !== key.toLowerCase() ? right : undefined
}

function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1)
}
