// event-not-told-apart: a run for `pull_request_target` signed in with the `sub` that a push to the branch has.
import { isGitHubCloud, PULL_REQUEST_TARGET } from '../aws/github.js'
import { repositoryPart } from '../aws/github-subject.js'
import type { Known, Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { stepCondition } from './shared/condition.js'
import { roleInHeadline } from './shared/trust.js'

const CLAIM = 'event_name'

export const eventNotToldApart = causeOf('event-not-told-apart', {
  id: 'event-not-told-apart',
  section: 'inputs',
  link: 'role',
  title: 'a pull request signed in with the subject of a branch',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubPullRequestTarget', 'githubPwnRequests', 'githubOidc', 'awsProviderClaims'],
  matches: () => true,
  explain: ({ branch }, known) => ({
    headline: `a pull request's token has the \`sub\` of a push to ${quote(branch, 60)}`,
    shown: [
      {
        show: 'values',
        values: [
          { name: CLAIM, value: PULL_REQUEST_TARGET },
          { name: 'sub', value: known.token?.subject ?? '' },
        ],
      },
      {
        show: 'sentence',
        say: `If this job runs code of the pull request, that code can use ${roleInHeadline(known)}.`,
      },
    ],
    steps: [
      {
        when: 'If pull requests need no AWS',
        say: 'Skip this step for them, and each later one that needs AWS',
        ...stepCondition(known, `github.event_name != '${PULL_REQUEST_TARGET}'`),
      },
      {
        when: 'If only pushes may sign in here',
        ...expectStep(known, 'push'),
        then: 'This step then fails for every other event. The role itself still accepts them.',
      },
      {
        when: 'If pull requests need AWS',
        say: 'Give the job an environment of its own, with required reviewers, and a role of its own that may only read',
        code: 'environment: pull-requests',
        language: 'yaml',
        then: `${quote('sub')} then ends in ${quote(':environment:pull-requests')}: a policy for the branch alone refuses it.${branchRuleNote(branch, known)}`,
      },
    ],
    otherwise: [...environmentSteps(branch, known), meantStep(known)],
    where: 'step',
  }),
  page: {
    meaning:
      'A workflow for `pull_request_target` runs for pull requests, those from forks too, with the rights of the repository. Its token names the branch that the workflow runs on, as for a push: `sub` is `repo:OWNER/REPO:ref:refs/heads/main`. Only the claim `event_name` differs, and IAM has no condition key for it. So each role for the branch accepts such a run. As long as the job runs no code of the pull request, only the workflow file of the branch uses the role. But a job that checks that code out and builds, tests or installs it hands the role to whoever opened the pull request.',
    tell: 'Told only if the sign-in succeeded, and nothing tells the event apart: no `environment:` in the job, no template of the subject, no claim such as `job_workflow_ref` in the trust policy that was given, no `event_name` in `expected-claims`. The event `pull_request` has a `sub` of its own, `…:pull_request`: see trust-subject-pull-request.',
  },
})

/** So it is on GitHub's cloud; a server of one's own may judge by another branch. */
function branchRuleNote(branch: string, { run }: Known): string {
  return isGitHubCloud(run.serverUrl)
    ? ` A branch rule of the environment does not help: it sees ${quote(branch, 60)}, too.`
    : ''
}

/** In the list that the step has, or as a new one. */
function expectStep({ inputs }: Known, event: string): Step {
  const line = `${CLAIM}: ${event}`
  return (inputs?.expectedClaims ?? []).length > 0
    ? { say: 'Add this line to `expected-claims`', code: line, language: 'yaml' }
    : { say: 'Add this to the step', code: `expected-claims: |\n  ${line}`, language: 'yaml' }
}

/** For every job that runs on the branch, and not for this step alone. */
function environmentSteps(branch: string, { token }: Known): Step[] {
  const own = repositoryPart(token?.subject ?? '')
  if (own === undefined) return []
  const lines = [`ref:refs/heads/${branch}`, 'environment:<name>'].map((end) =>
    JSON.stringify(`${oneLine(own)}:${oneLine(end)}`),
  )
  return [
    {
      when: 'To keep the role from all pull requests',
      say: 'Give the jobs that may use it an `environment:`, and allow that one in the trust policy in place of the branch',
      code: `-${lines[0]}\n+${lines[1]}`,
      language: 'diff',
      then: 'No job that runs for pull requests may name that environment.',
    },
  ]
}

function meantStep(known: Known): Step {
  return {
    when: 'If only pull requests use this step, and the job runs none of their code',
    ...expectStep(known, PULL_REQUEST_TARGET),
    then: 'This warning then stays away, and the step fails for every other event.',
  }
}
