// token-permission-missing: the job has no `id-token: write`, so the runner offers no token.
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'

export const tokenPermissionMissing = causeOf('no-token-permission', {
  id: 'token-permission-missing',
  section: 'token',
  title: 'the job may not ask for an ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubPermissions', 'githubOidcAws', 'githubReusable'],
  matches: (_failure, { run }) =>
    run.onRunner && !(isPullRequest(run.event) && run.fork) && !isDependabot(run),
  explain: ({ missing }, { run }) => ({
    why: `The job ${quote(run.job)} has no permission to ask GitHub for an ID token: the runner did not set ${list(missing)}, which it sets only where \`id-token: write\` is granted. A job's own \`permissions:\` block replaces the workflow's, and what it does not list is not granted; \`read-all\` does not grant it either.`,
    fix: [
      'Give the job this block:\npermissions:\n  id-token: write\n  contents: read',
      'If this is a reusable workflow, grant it in the job of the calling workflow too: a called workflow cannot have more than its caller.',
    ],
    where: 'permissions',
  }),
  page: {
    meaning:
      'GitHub gives a job an ID token only where `permissions: id-token: write` is granted. Without it, signing in by OIDC cannot work, whatever is set up in AWS.',
    tell: 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set. For pull requests from forks and for Dependabot that is by design, and they have causes of their own.',
  },
})

/** Events that run with the rights of the pull request's author. */
export function isPullRequest(event: string): boolean {
  return /^pull_request(_review|_review_comment)?$/.test(event)
}

export function isDependabot(run: {
  actor: string
  pullRequestAuthor: string
  event: string
}): boolean {
  const bot = 'dependabot[bot]'
  return run.actor === bot || (isPullRequest(run.event) && run.pullRequestAuthor === bot)
}
