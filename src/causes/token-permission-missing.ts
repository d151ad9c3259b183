// token-permission-missing: the job has no `id-token: write`, so the runner offers no token.
import { REQUEST_VARIABLES } from '../model/problem.js'
import { list, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { PERMISSIONS, reasonForNoToken } from './shared/token.js'

export const tokenPermissionMissing = causeOf('no-token-permission', {
  id: 'token-permission-missing',
  section: 'token',
  title: 'the job cannot ask for an ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubPermissions', 'githubOidcAws', 'githubReusable'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-permission-missing',
  explain: ({ missing }, { run }) =>
    missing.length === 1
      ? explainOneLost(missing[0] ?? '')
      : {
          why: `The job ${quote(run.job)} has no permission to ask GitHub for an ID token: the runner did not set ${list(missing)}, which it sets only where \`id-token: write\` is granted. A job's own \`permissions:\` block replaces the workflow's, and what it does not list is not granted; \`read-all\` does not grant it either.`,
          fix: [
            `Add the line \`id-token: write\` to the \`permissions:\` of the job, and keep the lines that are there. Where the job has no such block (or one word, such as \`read-all\`), give it this one, with what else the job needs:\n${PERMISSIONS}`,
            'If the file already grants it, one of two is the reason. This is a reusable workflow: grant it in the job of the calling workflow too, since a called workflow cannot have more than its caller. Or the run took the file from another branch or tag, where the block is missing.',
          ],
          where: 'permissions',
        },
  page: {
    meaning:
      'GitHub gives a job an ID token only where `permissions: id-token: write` is granted. Without it, signing in by OIDC cannot work, whatever is set up in AWS.',
    tell: 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set. For pull requests from forks and for Dependabot that is by design, and they have causes of their own.',
  },
})

function explainOneLost(missing: string): Explanation {
  const kept = REQUEST_VARIABLES.find((name) => name !== missing) ?? ''
  return {
    why: `The job lost one of the two variables that it needs to ask GitHub for an ID token: ${quote(kept)} is set, ${quote(missing)} is not. The runner sets both or neither, so something in this job emptied one of them or passed only one on.`,
    fix: [
      `Search the workflow for ${quote(missing)} and delete it from every \`env:\` block.`,
      'Where this step runs in a container that you start yourself, pass both on: docker run -e ACTIONS_ID_TOKEN_REQUEST_URL -e ACTIONS_ID_TOKEN_REQUEST_TOKEN …',
    ],
    where: 'step',
  }
}
