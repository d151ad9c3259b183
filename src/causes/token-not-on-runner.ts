// token-not-on-runner: this is not a runner of GitHub's, so nobody offers an ID token.
import { ownMember } from '../model/own-member.js'
import type { Known, Step } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { stepCondition } from './shared/condition.js'
import { roleInput } from './shared/role-input.js'
import { reasonForNoToken } from './shared/token.js'

interface StandIn {
  headline: string
  /** What there is to say besides. */
  says?: string
  /** `skip`: what lets the step run everywhere else. */
  step?: Step & { skip?: string }
  stop: string
}

const NO_RUNNER: StandIn = {
  headline: "this is not a job on GitHub's runner, and nothing else offers an ID token",
  says: '`GITHUB_ACTIONS` is not `true`.',
  stop: "No token: not GitHub's runner",
}

const STAND_INS: Readonly<Record<string, StandIn>> = {
  act: {
    headline: 'this workflow runs in act, which offers no ID token',
    says: '`id-token: write` changes nothing there.',
    step: { say: 'Skip the step in act', skip: "env.ACT != 'true'" },
    stop: 'No token: act',
  },
  forgejo: {
    headline: 'Forgejo Actions offered this job no ID token',
    says: 'It offers one only if the workflow asks for it in its own way.',
    step: {
      say: 'Ask Forgejo for the token with this line in the workflow',
      code: 'enable-openid-connect: true',
      language: 'yaml',
    },
    stop: 'No token: Forgejo Actions',
  },
  gitea: {
    headline: "this workflow runs in Gitea Actions, not on GitHub's runner, and got no ID token",
    stop: 'No token: Gitea Actions',
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
  explain: ({ missing }, known) => {
    const { run } = known
    const { headline, says, step, stop } = ownMember(STAND_INS, run.standIn) ?? NO_RUNNER
    return {
      headline,
      shown: [
        {
          show: 'sentence',
          say: `${says === undefined ? '' : `${says} `}Not set: ${list(missing)}.`,
        },
      ],
      steps: [
        ...(step === undefined ? [] : [own(step, known)]),
        {
          ...(step === undefined ? {} : { when: 'If it must sign in' }),
          say: 'Run the workflow on GitHub',
        },
        {
          when: 'If you have a token of another OIDC issuer',
          say: 'Give it as a file',
          code: 'web-identity-token-file: path/to/token.jwt',
          language: 'yaml',
        },
      ],
      folded: [
        {
          title: 'To check an issuer only, without a token and without AWS',
          blocks: [
            {
              show: 'sentence',
              say: `Leave ${quote(roleInput(known))} out, and set the URL of the issuer:`,
            },
            {
              show: 'code',
              code: 'issuer: https://token.actions.githubusercontent.com',
              language: 'yaml',
            },
          ],
        },
      ],
      stop,
      where: 'step',
    }
  },
  page: {
    meaning:
      'The ID token comes from a service of GitHub that only a job on a runner of GitHub (hosted or self-hosted) can ask. act, which plays the runner on your machine, has no such service. Forgejo and Gitea have their own, if at all, and do not offer it to every workflow.',
    tell: 'The same variables are missing as with token-permission-missing, but GITHUB_ACTIONS is not `true`, or ACT, GITEA_ACTIONS or FORGEJO_ACTIONS is set.',
  },
})

function own({ skip, ...step }: NonNullable<StandIn['step']>, known: Known): Step {
  return skip === undefined ? step : { ...step, ...stepCondition(known, skip) }
}
