// The condition keys that STS offers to a trust policy for one web identity request.
import type { AssumeRequest } from './sts-parameters.js'
import type { WebIdentity } from './sts-token.js'
import type { Context } from './trust-conditions.js'

/**
 * What STS offers of GitHub's claims since January 2026, beside the three of every provider (repository_owner_id: AWS's
 * service reference of STS, August 2026).
 */
const OFFERED_CLAIMS = [
  'amr',
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
]

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => one != null).map(String)

export function conditionContext(
  request: AssumeRequest,
  token: WebIdentity,
  providerArn: string,
): Context {
  const prefix = token.issuer.replace(/^https:\/\//, '')
  const tags = Object.entries(token.tags)
  const keys: [string, string[]][] = [
    [`${prefix}:sub`, [token.subject]],
    // Where the token has azp, that is what :aud stands for.
    [`${prefix}:aud`, [token.audience]],
    ...OFFERED_CLAIMS.map((name): [string, string[]] => [
      `${prefix}:${name}`,
      strings(token.claims[name]),
    ]),
    ['sts:RoleSessionName', [request.sessionName]],
    ['sts:SourceIdentity', strings(token.sourceIdentity)],
    ['sts:TransitiveTagKeys', token.transitiveTagKeys],
    ...tags.map(([name, value]): [string, string[]] => [`aws:RequestTag/${name}`, [value]]),
    ['aws:TagKeys', tags.map(([name]) => name)],
    // As observed: the caller is the provider, a "User" of its account, with no ARN of its own.
    ['aws:PrincipalAccount', [request.role.account]],
    ['aws:PrincipalType', ['User']],
    ['aws:userid', [providerArn]],
    ['aws:FederatedProvider', [providerArn]],
    ['aws:SecureTransport', ['true']],
  ]
  const present = keys.filter(([, values]) => values.length > 0)
  return new Map(present.map(([name, values]) => [name.toLowerCase(), values]))
}
