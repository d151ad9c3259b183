// The claims that may be shown: job logs of public repositories are public, and the rest of a token is nobody's business.
import type { TokenFacts } from '../model.js'

const SHOWN_CLAIMS = [
  'iss',
  'aud',
  'azp',
  'sub',
  'iat',
  'nbf',
  'exp',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'ref',
  'ref_type',
  'environment',
  'event_name',
  'job_workflow_ref',
  'workflow_ref',
  'runner_environment',
]

/** Texts, numbers and lists of them, as GitHub has them; what is nested may be anything, of any size. */
export function shownClaims({ claims }: TokenFacts): Record<string, unknown> {
  return Object.fromEntries(
    SHOWN_CLAIMS.filter((name) => Object.hasOwn(claims, name)).map((name) => [
      name,
      shownValue(claims[name]),
    ]),
  )
}

function shownValue(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value]
  return parts.every((part) => part === null || typeof part !== 'object') ? value : '(nested)'
}
