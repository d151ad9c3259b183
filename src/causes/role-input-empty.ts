// role-input-empty: the workflow file gives a role, and the step got none, so that nobody signs in.
import type { Known } from '../model.js'
import { oneLine, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { reasonForNoToken } from './phrases-token.js'

export const roleInputEmpty = causeOf('input-empty', {
  id: 'role-input-empty',
  section: 'inputs',
  title: 'role-to-assume came out empty, so no role was assumed',
  // What a run is given may be empty on purpose; a secret or variable of the settings that is empty is missing.
  severity: (failure) =>
    failure.kind === 'input-empty' && !/^(secrets|vars)$/.test(sourceOf(failure.written).context)
      ? 'warning'
      : 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubSecrets', 'githubContexts', 'githubReusable'],
  matches: () => true,
  explain: ({ input, written }, known) => {
    const { context, name } = sourceOf(written)
    return {
      why: `The workflow file gives ${quote(input)} as ${quote(written)}, and that came out empty. So no role was assumed and nothing is exported: only the token and the issuer were checked. GitHub makes an expression without a value an empty text, and says nothing.${reason(context, known)}`,
      fix: [
        ...looks(context, name, known),
        `The ARN of a role is no secret. As a variable of the repository it reaches every run of the repository itself: gh variable set ${shellWord(name)} --repo ${shellWord(known.run.repository)} --body '<ARN of the role>', and in the step:\n${input}: \${{ vars.${oneLine(name)} }}`,
        `If no role is meant in this run, skip the step: a step that only checks the issuer has no ${quote(input)} at all.`,
      ],
      where: { input },
    }
  },
  page: {
    meaning:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, quoted
      'An expression such as `${{ secrets.AWS_ROLE }}` is empty where the secret or variable does not exist, is kept where this job cannot see it (another environment, another organisation, Dependabot’s own secrets), or is not passed on: to pull requests from forks, and to a reusable workflow without `secrets: inherit`. Without a role the step checks the token and the issuer, and signs nobody in; a later step then fails for want of credentials.',
    tell: "A step without a role is a good one where only the issuer is to be checked; so where the role comes from an input, an output or the environment of the job, this is only a warning. It is told only where the workflow file is checked out and plainly gives the input a value. The runner's log shows the same: the block of inputs above the step's output lacks the line.",
  },
})

/** `${{ secrets.AWS_ROLE }}`: the context that it is taken from, and the last name there. */
function sourceOf(written: string): { context: string; name: string } {
  const found = /\b(secrets|vars|env|inputs|needs|steps|matrix)\.([\w.-]+)/.exec(written)
  const [, context = '', path = ''] = found ?? []
  return { context, name: path.split('.').at(-1) || 'AWS_ROLE' }
}

function reason(context: string, { run }: Known): string {
  if (context !== 'secrets') return ''
  const why = reasonForNoToken(run)
  if (why === 'token-fork-pull-request')
    return ' This run belongs to a pull request from a fork, and GitHub passes no secrets to those.'
  if (why === 'token-dependabot')
    return " This run is Dependabot's, and sees Dependabot's secrets only, not those of Actions."
  return ''
}

const INHERIT =
  'In a workflow that another one calls: the calling job passes secrets on only with\nsecrets: inherit'

/** Where to look for the value that is missing. */
function looks(context: string, name: string, { run, token }: Known): string[] {
  const environment = token?.claims['environment']
  const repository = `--repo ${shellWord(run.repository)}`
  if (context === 'secrets' || context === 'vars') {
    const kind = context === 'secrets' ? 'secret' : 'variable'
    const inJob =
      typeof environment === 'string'
        ? [
            `Look into the environment of this job: gh ${kind} list ${repository} --env ${shellWord(environment)}`,
          ]
        : [
            `If it belongs to an environment, name that in the job; without \`environment:\` the job does not see it. This job has none.`,
          ]
    return [
      `See whether ${quote(name)} is there, and spelled so: gh ${kind} list ${repository}`,
      ...inJob,
      ...(context === 'secrets' ? [INHERIT] : []),
    ]
  }
  if (context === 'needs' || context === 'steps')
    return [
      `See whether the job or step that sets the output ${quote(name)} ran, and what it set. A value that GitHub masks as a secret is not passed from job to job.`,
    ]
  if (context === 'inputs' || context === 'matrix')
    return [`See what this run was given for ${quote(name)}.`]
  return [`See where ${quote(name)} is set, and whether that is before this step.`]
}
