// role-input-empty: the workflow file gives a role, and the step got none, so that nobody signs in.
import type { Known } from '../model.js'
import { oneLine, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { reasonForNoToken, SKIP_FORKS } from './shared/token.js'

export const roleInputEmpty = causeOf('input-empty', {
  id: 'role-input-empty',
  section: 'inputs',
  title: 'role-to-assume came out empty, so no role was assumed',
  // A longer expression may be empty on purpose, and so may what a run is given; a setting alone is missing.
  severity: ({ written }) => (isSetting(expressionSource(written)) ? 'error' : 'warning'),
  retry: 'never',
  certainty: 'certain',
  docs: ['githubSecrets', 'githubContexts', 'githubReusable'],
  matches: () => true,
  explain: ({ input, written }, known) => {
    const source = expressionSource(written)
    return {
      why: `The workflow file gives ${quote(input)} as ${quote(written)}, and that came out empty. So no role was assumed and nothing is exported: only the token and the issuer were checked. GitHub makes an expression without a value an empty text, and says nothing.${emptyReason(source, known)}`,
      fix: [
        ...sourceSteps(source, input, known),
        `If no role is meant in this run, skip the step: a step that only checks the issuer has no ${quote(input)} at all.`,
      ],
      where: { input },
    }
  },
  page: {
    meaning:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, quoted
      "An expression such as `${{ secrets.AWS_ROLE }}` is empty where the secret or variable does not exist, is kept where this job cannot see it (another environment, another organisation, Dependabot's own secrets), or is not passed on: secrets and variables to pull requests from forks, secrets to a reusable workflow without `secrets: inherit`. Without a role the step checks the token and the issuer, and signs nobody in; a later step then fails for want of credentials.",
    tell: "A step without a role is a good one where only the issuer is to be checked. So this is an error only where the role is a secret or a variable alone, and a warning for any other expression. It is told only where the workflow file is checked out and plainly gives the input a value. In a called (reusable) workflow, and where a job has two steps of this action, nothing is told: look whether the calling job has `secrets: inherit`, or passes this one secret. The runner's log shows the same: the block of inputs above the step's output lacks the line.",
  },
})

interface ExpressionSource {
  context: string
  name: string
}

const ALONE =
  /^\$\{\{\s*(secrets|vars|env|inputs|needs|steps|matrix)((?:\.[\w-]+|\[\s*'[\w-]+'\s*\])+)\s*\}\}$/i

/** `${{ secrets.AWS_ROLE }}`: the context and the last name; both empty for any other form. */
function expressionSource(written: string): ExpressionSource {
  const [, context = '', path = ''] = ALONE.exec(written.trim()) ?? []
  return { context: context.toLowerCase(), name: path.match(/[\w-]+/g)?.at(-1) ?? '' }
}

function isSetting({ context }: ExpressionSource): boolean {
  return context === 'secrets' || context === 'vars'
}

function emptyReason(source: ExpressionSource, { run }: Known): string {
  const why = reasonForNoToken(run)
  if (isSetting(source) && why === 'token-fork-pull-request')
    return ' This run belongs to a pull request from a fork, and GitHub passes neither secrets nor variables to those.'
  if (source.context === 'secrets' && why === 'token-dependabot')
    return " This run is Dependabot's, and sees Dependabot's secrets only, not those of Actions."
  return ''
}

function sourceSteps(source: ExpressionSource, input: string, known: Known): string[] {
  const { context } = source
  if (!isSetting(source)) return [whereToLook(source)]
  if (reasonForNoToken(known.run) === 'token-fork-pull-request')
    return [
      SKIP_FORKS,
      'Or write the ARN itself into the workflow file, if forks are meant to sign in.',
    ]
  const set = `gh variable set ${shellWord(source.name)} --repo ${shellWord(known.run.repository)} --body '<ARN of the role>'`
  return context === 'vars'
    ? [...listSteps('variable', source, known), `Set it:\n${set}`]
    : [
        ...listSteps('secret', source, known),
        `The ARN of a role is no secret. A variable of the repository reaches every job of it, but for pull requests from forks:\n${set}`,
        `With that variable, in the step:\n${input}: \${{ vars.${oneLine(source.name)} }}`,
      ]
}

/** Where to look for the value that is missing. */
function listSteps(
  kind: 'secret' | 'variable',
  { name }: ExpressionSource,
  { run, token }: Known,
): string[] {
  const repository = `--repo ${shellWord(run.repository)}`
  if (kind === 'secret' && reasonForNoToken(run) === 'token-dependabot')
    return [
      `See whether ${quote(name)} is among Dependabot's secrets:\ngh secret list --app dependabot ${repository}`,
    ]
  const environment = token?.claims['environment']
  return [
    `See whether ${quote(name)} is there, and spelled so:\ngh ${kind} list ${repository}`,
    `One of the organisation is not in that list, and must be shared with this repository:\ngh ${kind} list --org ${shellWord(run.owner)}`,
    typeof environment === 'string'
      ? `Look into the environment of this job:\ngh ${kind} list ${repository} --env ${shellWord(environment)}`
      : 'If it belongs to an environment, name that in the job; without `environment:` the job does not see it. This job has none.',
  ]
}

function whereToLook({ context, name }: ExpressionSource): string {
  if (context === 'needs' || context === 'steps')
    return `See whether the job or step that sets the output ${quote(name)} ran, and what it set. A value that GitHub masks as a secret is not passed from job to job.`
  if (context === 'inputs' || context === 'matrix')
    return `See what this run was given for ${quote(name)}.`
  if (context === 'env')
    return `See where ${quote(name)} is set, and whether that is before this step.`
  return 'See what the parts of this expression hold in this run.'
}
