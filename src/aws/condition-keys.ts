// Which claims of a token STS offers to a trust policy as condition keys, by issuer. All others are no keys at all.

/** Of every issuer (IAM User Guide, "Available keys for AWS OIDC federation"). */
const OF_EVERY: readonly string[] = ['sub', 'aud', 'amr']

/**
 * Since January 2026 (AWS what's new, "AWS STS now supports validation of select identity provider specific claims");
 * repository_owner_id by the AWS service reference of STS, packages of August and September 2026, which lack runner_environment.
 */
const GITHUB: readonly string[] = [
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

/**
 * Named as keys by some sources and not by others: `email` by the IAM User Guide (for default providers) and in no service
 * reference, `oaud` in the service reference for Google alone.
 */
const DISPUTED: readonly string[] = ['email', 'oaud']

const BUILDKITE: readonly string[] = [
  'build_branch',
  'cluster_id',
  'cluster_name',
  'organization_id',
  'organization_slug',
  'pipeline_id',
  'pipeline_slug',
]

const GITLAB: readonly string[] = [
  'namespace_id',
  'pipeline_source',
  'project_id',
  'ref_protected',
  'runner_environment',
  'user_access_level',
  'user_email',
  'user_id',
  'user_login',
]

/** Issuers without `https://`, and their keys (AWS service reference of STS, AssumeRoleWithWebIdentity). */
const ISSUERS: readonly (readonly [issuer: RegExp, claims: readonly string[]])[] = [
  [/^token\.actions\.githubusercontent\.com(\/[^/]+)?$/, GITHUB],
  [/^token\.actions\.[^./]+\.ghe\.com(\/[^/]+)?$/, GITHUB],
  [/^github\.com\/enterprises\/[^/]+$/, GITHUB],
  [/^gitlab\.com$/, GITLAB],
  [/^oidc\.circleci\.com\/org\/[^/]+$/, ['oidc.circleci.com/project-id']],
  [/^accounts\.google\.com$/, ['oaud', 'google/organization_number']],
  [/^agent\.buildkite\.com$/, BUILDKITE],
  [/^agent\.[^./]+\.buildkite\.(dev|site)$/, BUILDKITE],
  [/^cognito-identity\.amazonaws\.com$/, []],
  [/^idcs-[^./]+\.identity\.oraclecloud\.com$/, ['rpst_id']],
]

function claimsOfIssuer(issuer: string): readonly string[] | undefined {
  return ISSUERS.find(([pattern]) => pattern.test(issuer))?.[1]
}

/** All that an issuer's tokens can be asked for. Of a stand-in for GitHub, the most that it may be. */
export function offeredOf(issuer: string, github: boolean): readonly string[] {
  return [...OF_EVERY, ...(claimsOfIssuer(issuer) ?? (github ? GITHUB : []))]
}

/** Claims that whoever writes the workflow, or asks for the token, may choose: what they say is nobody's name. */
const CHOSEN: readonly string[] = [
  ...OF_EVERY,
  'environment',
  'job_workflow_ref',
  'ref',
  'workflow',
  'build_branch',
  'pipeline_source',
  'ref_protected',
  'runner_environment',
  'user_access_level',
  'oaud',
]

/** Claims that tell the group (organisation, namespace) that a token of another issuer is of, and no more. */
const OF_GROUP: readonly string[] = [
  'namespace_id',
  'organization_id',
  'organization_slug',
  'google/organization_number',
]

/** The keys of an issuer that tell whose a token is: of its group, or nearer. GitHub's are others. */
export function identityKeys(issuer: string): { group: string[]; nearer: string[] } {
  const keys = offeredOf(issuer, false).filter((name) => !CHOSEN.includes(name))
  return {
    group: keys.filter((name) => OF_GROUP.includes(name)),
    nearer: keys.filter((name) => !OF_GROUP.includes(name)),
  }
}

/**
 * Keys that may have several values, which "require a condition set operator" (AWS service reference of STS, `ArrayOfString`;
 * IAM User Guide, "Single-valued vs. multivalued context keys").
 */
export function isMultivalued(key: string): boolean {
  return /:(amr|oaud)$|^aws:tagkeys$|^sts:transitivetagkeys$/i.test(key)
}

export type Offer = 'offered' | 'disputed' | 'not-offered'

/** `github`: the token has GitHub's form, so its issuer may be a GHES or a stand-in of which no source speaks. */
export function offerOf(issuer: string, claim: string, github: boolean): Offer {
  if (OF_EVERY.includes(claim)) return 'offered'
  const own = claimsOfIssuer(issuer)
  if (own?.includes(claim)) return 'offered'
  if (DISPUTED.includes(claim)) return 'disputed'
  return !own && github && GITHUB.includes(claim) ? 'disputed' : 'not-offered'
}
