// token-not-on-runner: this is not a runner of GitHub's, so nobody offers an ID token.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { reasonForNoToken } from './shared/token.js'

const STAND_INS: Readonly<Record<string, { is: string; step?: string }>> = {
  act: {
    is: 'This workflow runs in act, which plays the runner on your machine but has no service for ID tokens; `id-token: write` changes nothing there.',
    step: "Skip the step in act; add to it:\nif: env.ACT != 'true'",
  },
  forgejo: {
    is: 'This workflow runs in Forgejo Actions, which offers an ID token only where the workflow asks for it in its own way.',
    step: 'Ask Forgejo for the token; add to the workflow:\nenable-openid-connect: true',
  },
  gitea: {
    is: "This workflow runs in Gitea Actions, not on GitHub's runner, and it offered no ID token.",
  },
}

export const tokenNotOnRunner = causeOf('no-token-permission', {
  id: 'token-not-on-runner',
  section: 'token',
  title: "this is not GitHub's runner, and it offers no ID token",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidc', 'assumeRole'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-not-on-runner',
  explain: ({ missing }, { run }) => {
    const standIn = STAND_INS[run.standIn]
    return {
      why: `${standIn?.is ?? "This is not a job of GitHub Actions (GITHUB_ACTIONS is not `true`), and only GitHub's runner offers an ID token."} Not set: ${missing.map((name) => quote(name)).join(', ')}.`,
      fix: [
        ...(standIn?.step === undefined ? [] : [standIn.step]),
        'Give the token of another OIDC issuer as a file:\nweb-identity-token-file: path/to/token.jwt',
        'To look at an issuer only, without a token and without AWS, leave `role-to-assume` empty and set its URL:\nissuer: https://token.actions.githubusercontent.com',
        'Or run the workflow on GitHub.',
      ],
      where: 'step',
    }
  },
  page: {
    meaning:
      'The ID token comes from a service of GitHub that only a job on a runner of GitHub (hosted or self-hosted) can ask. Programs that play the runner (act, Gitea, Forgejo) have none, or have it switched off.',
    tell: 'The same variables are missing as with token-permission-missing, but GITHUB_ACTIONS is not `true`, or ACT, GITEA_ACTIONS or FORGEJO_ACTIONS is set.',
  },
})
