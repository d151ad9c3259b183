// token-permission-missing: the job has no `id-token: write`, so the runner offers no token.
import { REQUEST_VARIABLES } from '../model/problem.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { fixInFile, WITHOUT_FILE } from './shared/permissions.js'
import { reasonForNoToken } from './shared/token.js'

export const tokenPermissionMissing = causeOf('no-token-permission', {
  id: 'token-permission-missing',
  section: 'token',
  title: 'the job cannot ask for an ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubPermissions', 'githubOidcAws', 'githubReusable'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-permission-missing',
  explain: ({ missing }, known) =>
    missing.length === 1 ? explainOneLost(missing[0] ?? '') : explainNotGranted(known),
  page: {
    meaning:
      'GitHub gives a job an ID token only where `permissions: id-token: write` is granted. Without it, signing in by OIDC cannot work, whatever is set up in AWS.',
    tell: 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set. For pull requests from forks and for Dependabot that is by design, and they have causes of their own.',
  },
})

function explainNotGranted(known: Known): Explanation {
  const { job } = known.run
  return {
    headline: `the job${job === '' ? '' : ` ${quote(job, 60)}`} cannot ask for an ID token: \`id-token: write\` is missing`,
    ...(fixInFile(known) ?? WITHOUT_FILE),
    stop: 'No token',
    where: 'permissions',
  }
}

function explainOneLost(missing: string): Explanation {
  const kept = REQUEST_VARIABLES.find((name) => name !== missing) ?? ''
  return {
    headline: `the job lost ${quote(missing)}, which it needs to ask for an ID token`,
    shown: [
      {
        show: 'sentence',
        say: `${quote(kept)} is set. The runner sets both or neither, so something in this job emptied or dropped the other.`,
      },
    ],
    steps: [
      { say: `Search the workflow for ${quote(missing)}, and delete it from every \`env:\` block` },
    ],
    otherwise: [
      {
        when: 'If this step runs in a container that you start yourself',
        say: 'Pass both on',
        code: `docker run ${REQUEST_VARIABLES.map((name) => `-e ${name}`).join(' ')} …`,
        language: 'sh',
      },
    ],
    stop: `No token: ${quote(missing)} is not set`,
    where: 'step',
  }
}
