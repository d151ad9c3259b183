// The claims that may be shown: job logs of public repositories are public, and the rest of a token is nobody's business.
import type { TokenFacts } from '../model.js'

const SHOWN = [
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

export function shownClaims({ claims }: TokenFacts): Record<string, unknown> {
  return Object.fromEntries(
    SHOWN.filter((name) => name in claims).map((name) => [name, claims[name]]),
  )
}
