// GitHub as issuer: which servers are its cloud, and which issuer signs for each (GitHub docs, OpenID Connect reference).
import type { RestrictedRun, RunContext } from '../model.js'
import { authorityOf } from './url.js'

/** Tenants of GitHub Enterprise Cloud with data residency have hosts of their own below it. */
const TENANTS = '.ghe.com'

/** Run by GitHub, and no server of one's own. */
export function isGitHubCloud(serverUrl: string): boolean {
  const host = serverHost(serverUrl)
  return host === 'github.com' || host?.endsWith(TENANTS) === true
}

/** The issuer of github.com. */
export const CLOUD_ISSUER = 'https://token.actions.githubusercontent.com'

/** The issuer that signs a runner's tokens, where the runner tells it; else empty. */
export function issuerOfRunner({
  onRunner,
  serverUrl,
}: Pick<RunContext, 'onRunner' | 'serverUrl'>): string {
  const host = serverHost(serverUrl)
  if (!onRunner || host === undefined) return ''
  if (host === 'github.com') return CLOUD_ISSUER
  return host.endsWith(TENANTS) ? `https://token.actions.${host}` : `${serverUrl}/_services/token`
}

function serverHost(serverUrl: string): string | undefined {
  return serverUrl.startsWith('https://') ? authorityOf(serverUrl) : undefined
}

/** A host of GitHub's cloud: it has certificates of public authorities. */
export function isGitHubHost(host: string): boolean {
  return /(^|\.)(actions\.githubusercontent\.com|ghe\.com)$/i.test(host)
}

/**
 * GitHub docs, "Workflows in forked repositories": pull requests from forks. "Restrictions when Dependabot triggers
 * events": these events, by this actor. A scheduled run has the last committer of the workflow as its actor, which may be
 * Dependabot too, and is not restricted.
 */
export function restrictedRun(run: RunContext): RestrictedRun | undefined {
  if (isPullRequest(run.event) && run.fork) return 'fork'
  return isDependabot(run) ? 'dependabot' : undefined
}

/**
 * For pull requests, those from forks too, with the rights and the ref of a branch, so `sub` is that branch's: since
 * 2025-12-08 the default branch, whatever the pull request's base (GitHub changelog, 2025-11-07, "Actions
 * pull_request_target and environment branch protections changes"). Rules of an environment for branches see that branch,
 * too (same page).
 */
export const PULL_REQUEST_TARGET = 'pull_request_target'

/** Has the default branch as ref, whichever branch or fork ran what it follows (GitHub docs, "Events that trigger workflows"). */
export const WORKFLOW_RUN = 'workflow_run'

/**
 * A workflow and those that are called, one by the other (github/docs, pull request 41320, "Nesting reusable workflows":
 * ten; servers of one's own have four).
 */
export const WORKFLOW_LEVELS = 10

/** Events that run with the rights of the pull request's author. */
function isPullRequest(event: string): boolean {
  return /^pull_request(_review|_review_comment)?$/.test(event)
}

function isDependabot({ actor, event, pullRequestAuthor }: RunContext): boolean {
  const bot = 'dependabot[bot]'
  const restricted =
    isPullRequest(event) || /^(push|create|deployment|deployment_status)$/.test(event)
  return (
    actor === bot && (restricted || (event === PULL_REQUEST_TARGET && pullRequestAuthor === bot))
  )
}

/**
 * What `read-all` reads (GitHub docs, "Workflow syntax", "Defining access for the GITHUB_TOKEN scopes", whose table says it of
 * `vulnerability-alerts` too; actions/runner, WorkflowParser/Permissions.cs). `id-token` is none of it: it can only be
 * written. A server of one's own may not know the newest (`ifversion` in github/docs,
 * data/reusables/actions/github-token-available-permissions.md), and takes no workflow with names that it does not know.
 */
export function readableScopes(serverUrl: string): readonly string[] {
  const newest = isGitHubCloud(serverUrl) ? NEWEST : []
  return [...newest, ...READABLE].sort()
}

const NEWEST = [
  'artifact-metadata',
  'attestations',
  'code-quality',
  'models',
  'vulnerability-alerts',
]

const READABLE = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
]

/** What a job without `permissions:` has where the repository's default is the restricted one (same page). */
export const RESTRICTED_DEFAULT = ['contents', 'packages']
