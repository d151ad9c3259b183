// role-input-empty: the workflow file gives a role, and the step got none, so that nobody signs in.
import type { Block, Known, Step } from '../model.js'
import { oneLine, quote, sanitise, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { reasonForNoToken, SKIP_FORKS_STEP } from './shared/token.js'

export const roleInputEmpty = causeOf('input-empty', {
  id: 'role-input-empty',
  section: 'inputs',
  title: 'role-to-assume is empty, so no role was assumed',
  // A longer expression may be empty on purpose, and so may what a run is given; a setting alone is missing.
  severity: ({ written }) => (isSetting(expressionSource(written)) ? 'error' : 'warning'),
  retry: 'never',
  certainty: 'certain',
  docs: ['githubSecrets', 'githubContexts', 'githubReusable'],
  matches: () => true,
  explain: ({ input, written }, known) => {
    const source = expressionSource(written)
    return {
      headline: `${quote(input)} is empty, since ${source.name === '' ? 'its expression' : quote(source.text, 60)} has no value in this run`,
      shown: [
        ...(source.name === ''
          ? [
              {
                show: 'code' as const,
                code: sanitise(`${input}: ${written}`),
                language: 'yaml' as const,
              },
            ]
          : []),
        reason(source, known),
      ],
      steps: sourceSteps(source, input, known),
      stop: `Input ${quote(input)}`,
      where: { input },
    }
  },
  page: {
    meaning:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, quoted
      "GitHub turns an unset expression into an empty string, without a warning. An expression such as `${{ secrets.AWS_ROLE }}` is empty if the secret or variable does not exist, if it is kept where this job cannot see it (another environment, another organisation, Dependabot's own secrets), or if it is not passed on: secrets and variables to pull requests from forks, secrets to a reusable workflow without `secrets: inherit`. Without a role the step checks the token and the issuer, and signs nobody in; a later step then fails because it has no credentials.",
    tell: "A step without a role is valid if only the issuer is to be checked. So this is an error only if the role is a secret or a variable alone, and a warning for any other expression. It is found only if the workflow file is checked out and plainly gives the input a value. In a called (reusable) workflow, and in a job with two steps of this action, nothing is found: check whether the calling job has `secrets: inherit`, or passes this one secret. The runner's log shows the same: the block of inputs above the step's output lacks the line.",
  },
})

interface ExpressionSource {
  /** The expression without its braces. */
  text: string
  context: string
  name: string
}

const ALONE =
  /^\$\{\{\s*((secrets|vars|env|inputs|needs|steps|matrix)((?:\.[\w-]+|\[\s*'[\w-]+'\s*\])+))\s*\}\}$/i

/** `${{ secrets.AWS_ROLE }}`: the context and the last name; all empty for any other form. */
function expressionSource(written: string): ExpressionSource {
  const [, text = '', context = '', path = ''] = ALONE.exec(written.trim()) ?? []
  return { text, context: context.toLowerCase(), name: path.match(/[\w-]+/g)?.at(-1) ?? '' }
}

function isSetting({ context }: ExpressionSource): boolean {
  return context === 'secrets' || context === 'vars'
}

function reason(source: ExpressionSource, { run }: Known): Block {
  const why = reasonForNoToken(run)
  if (isSetting(source) && why === 'token-fork-pull-request')
    return sentence(
      'This run is for a pull request from a fork, and GitHub passes neither secrets nor variables to those.',
    )
  if (source.context === 'secrets' && why === 'token-dependabot')
    return sentence(
      "This run is Dependabot's: it sees only Dependabot's secrets, not those of Actions.",
    )
  return sentence(
    'GitHub turns an unset expression into an empty string. No role was assumed, nothing was exported.',
  )
}

function sentence(say: string): Block {
  return { show: 'sentence', say }
}

function sourceSteps(source: ExpressionSource, input: string, known: Known): Step[] {
  const skip = skipStep(source, input)
  if (!isSetting(source)) return [whereToLook(source), skip]
  if (reasonForNoToken(known.run) === 'token-fork-pull-request')
    return [
      SKIP_FORKS_STEP,
      {
        when: 'If pull requests from forks may sign in',
        say: 'Write the ARN itself into the workflow file',
      },
    ]
  const { name } = source
  const set = {
    code: `gh variable set ${shellWord(name)} --repo ${shellWord(known.run.repository)} --body '<ARN of the role>'`,
    language: 'sh',
  } as const
  if (source.context === 'vars')
    return [
      listStep('variable', source, known),
      { when: 'If it is not there', say: 'Set it', ...set },
      skip,
    ]
  return [
    listStep('secret', source, known),
    {
      when: 'If it is not there',
      say: 'Use a variable: the ARN of a role is not secret, and all jobs see variables, except those of pull requests from forks',
      ...set,
    },
    {
      say: 'Name the variable in the step',
      code: `${input}: \${{ vars.${oneLine(name)} }}`,
      language: 'yaml',
    },
    skip,
  ]
}

/** Where to look for the value that is missing. */
function listStep(
  kind: 'secret' | 'variable',
  { name }: ExpressionSource,
  { run, token }: Known,
): Step {
  const repository = `--repo ${shellWord(run.repository)}`
  if (kind === 'secret' && reasonForNoToken(run) === 'token-dependabot')
    return {
      say: `Look for ${quote(name)} among Dependabot's secrets`,
      code: `gh secret list --app dependabot ${repository}`,
      language: 'sh',
    }
  const environment = token?.claims['environment']
  const inEnvironment = typeof environment === 'string'
  return {
    say: `Look for ${quote(name)}, spelled like this, in the repository${inEnvironment ? ', its environment' : ''} and the organisation`,
    code: [
      `gh ${kind} list ${repository}`,
      ...(inEnvironment ? [`gh ${kind} list ${repository} --env ${shellWord(environment)}`] : []),
      `gh ${kind} list --org ${shellWord(run.owner)}`,
    ].join('\n'),
    language: 'sh',
    then: `One of the organisation must be shared with this repository.${inEnvironment ? '' : ` If it belongs to an environment, the job needs that \`environment:\`; it has none.`}`,
  }
}

function whereToLook({ context, name }: ExpressionSource): Step {
  if (context === 'needs' || context === 'steps')
    return {
      say: `Check that the ${context === 'needs' ? 'job' : 'step'} with the output ${quote(name)} ran, that its id is spelled as in the expression, and what it set`,
      then: 'GitHub does not pass a value that it masks as a secret from job to job.',
    }
  if (context === 'inputs' || context === 'matrix')
    return { say: `Check what this run was given for ${quote(name)}` }
  if (context === 'env')
    return { say: `Check where ${quote(name)} is set, and that this is before this step` }
  return { say: 'Check what the parts of this expression hold in this run' }
}

/** GitHub has no secrets in the condition of a step. */
function skipStep({ context, text, name }: ExpressionSource, input: string): Step {
  return {
    when: 'If this run is not meant to sign in',
    say: 'Skip the step',
    ...(name === '' || context === 'secrets'
      ? {}
      : { code: `if: ${oneLine(text)} != ''`, language: 'yaml' as const }),
    then: `A step that only checks the issuer has no ${quote(input)} at all.`,
  }
}
