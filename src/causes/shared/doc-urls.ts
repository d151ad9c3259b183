// Every link that the action shows, under a name: one place to change when a page moves.
import type { CauseId, RunContext } from '../../model.js'

const GITHUB = 'https://docs.github.com/en/actions'
const AWS = 'https://docs.aws.amazon.com'
const IAM = `${AWS}/IAM/latest/UserGuide`

export const DOC_URLS = {
  assumeRole: `${AWS}/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html`,
  commonErrors: `${AWS}/STS/latest/APIReference/CommonErrors.html`,
  iamProvider: `${IAM}/id_roles_providers_create_oidc.html`,
  iamThumbprint: `${IAM}/id_roles_providers_create_oidc_verify-thumbprint.html`,
  iamArns: `${IAM}/reference-arns.html`,
  iamConditionKeys: `${IAM}/reference_policies_iam-condition-keys.html`,
  iamRoleTrust: `${IAM}/id_roles_create_for-idp_oidc.html`,
  iamSharedProviders: `${IAM}/id_roles_providers_oidc_secure-by-default.html`,
  iamRegions: `${IAM}/id_credentials_temp_enable-regions.html`,
  iamTroubleshootRoles: `${IAM}/troubleshoot_roles.html`,
  iamEventualConsistency: `${IAM}/troubleshoot.html`,
  iamConditionOperators: `${IAM}/reference_policies_elements_condition_operators.html`,
  iamPrincipal: `${IAM}/reference_policies_elements_principal.html`,
  iamEvaluation: `${IAM}/reference_policies_evaluation-logic.html`,
  iamPolicyVariables: `${IAM}/reference_policies_variables.html`,
  iamSetOperators: `${IAM}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  awsProviderClaims:
    'https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/',
  iamSessionTags: `${IAM}/id_session-tags.html`,
  iamSessionDuration: `${IAM}/id_roles_update-role-settings.html`,
  iamSessionPolicies: `${IAM}/access_policies.html`,
  accountRegions: `${AWS}/accounts/latest/reference/manage-acct-regions.html`,
  awsRegions: `${AWS}/general/latest/gr/sts.html`,
  awsPartitions: `${AWS}/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html`,
  awsVpcEndpoint: `${IAM}/reference_sts_vpce_create.html`,
  awsSignature: `${IAM}/reference_sigv-troubleshooting.html`,
  awsFileFormat: `${AWS}/sdkref/latest/guide/file-format.html`,
  awsFileLocation: `${AWS}/sdkref/latest/guide/file-location.html`,
  awsCliOrder: `${AWS}/cli/latest/userguide/cli-configure-quickstart.html`,
  repostInvalidToken: 'https://repost.aws/knowledge-center/iam-sts-invalididentitytoken',
  repostThrottling: 'https://repost.aws/knowledge-center/iam-sts-throttling-error',
  repostPackedPolicy: 'https://repost.aws/knowledge-center/iam-role-aws-sts-error',
  githubOidc: `${GITHUB}/reference/security/oidc`,
  githubOidcAws: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws`,
  githubPermissions: `${GITHUB}/reference/workflows-and-actions/workflow-syntax#permissions`,
  githubEnvironmentFiles: `${GITHUB}/reference/workflows-and-actions/workflow-commands#environment-files`,
  githubForks: `${GITHUB}/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories`,
  githubPullRequestTarget: `${GITHUB}/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target`,
  githubPwnRequests:
    'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
  githubDependabot:
    'https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions',
  githubReusable: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows`,
  githubSelfHosted: `${GITHUB}/reference/runners/self-hosted-runners`,
  githubProxy: `${GITHUB}/how-tos/manage-runners/self-hosted-runners/use-proxy-servers`,
  githubContexts: `${GITHUB}/reference/workflows-and-actions/contexts`,
  githubSecrets: `${GITHUB}/concepts/security/secrets`,
  githubStatus: 'https://www.githubstatus.com',
  awsStatus: 'https://health.aws.amazon.com/health/status',
  cephSts: 'https://docs.ceph.com/en/latest/radosgw/STS/',
  nodeExtraCa: 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile',
  gitlabCache: 'https://gitlab.com/gitlab-org/gitlab/-/merge_requests/138405',
  oidcDiscovery: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
  oidcCore: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
  rfc7515: 'https://www.rfc-editor.org/rfc/rfc7515',
  rfc7517: 'https://www.rfc-editor.org/rfc/rfc7517',
  rfc7518: 'https://www.rfc-editor.org/rfc/rfc7518',
  rfc7519: 'https://www.rfc-editor.org/rfc/rfc7519',
  rfc9111: 'https://www.rfc-editor.org/rfc/rfc9111',
  rfc1918: 'https://www.rfc-editor.org/rfc/rfc1918',
  yaml: 'https://yaml.org/spec/1.2.2/#103-core-schema',
} as const

export type DocName = keyof typeof DOC_URLS

/** Where the project lives when the runner does not say; package.json's `repository` (a test keeps them equal). */
export const HOME = 'https://github.com/aws-oidc-preflight/aws-oidc-preflight'

/** The page of a cause, wherever this very action is hosted. */
export function causePage(id: CauseId, run: RunContext): string {
  const { actionRef } = run
  const ref = isHosted(run) && /^[\w./-]+$/.test(actionRef) ? actionRef : 'main'
  return `${homeOf(run)}/blob/${ref}/docs/causes/${id}.md`
}

/** A new issue there, filled in; whoever opens it still sees and sends it. */
export function newIssue(title: string, body: string, run: RunContext): string {
  const query = `title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`
  return `${homeOf(run)}/issues/new?${query}`
}

function homeOf(run: RunContext): string {
  return isHosted(run) ? `${run.serverUrl}/${run.actionRepository}` : HOME
}

function isHosted({ serverUrl, actionRepository }: RunContext): boolean {
  return /^https:\/\/[\w.:-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(actionRepository)
}
