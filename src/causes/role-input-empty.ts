// role-input-empty: the step gives a role, and it came out empty, so that nobody signs in.
import { loneExpression, readOf } from '../aws/github-expression.js'
import { NO_ROLE } from '../model/input.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { oneLine, quote, sanitise } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { stepCondition } from './shared/condition.js'
import { emptySteps } from './shared/empty-input.js'
import { emptyNames, emptyReason } from './shared/empty-reason.js'

export const roleInputEmpty = causeOf('input-empty', {
  id: 'role-input-empty',
  section: 'inputs',
  title: 'role-to-assume or roles is empty, so no role was assumed',
  // A composite action cannot leave out an input that it may have been given.
  severity: ({ nested }) => (nested ? 'warning' : 'error'),
  retry: 'never',
  certainty: 'certain',
  docs: ['githubSecrets', 'githubContexts', 'githubReusable'],
  matches: () => true,
  explain: (failure, known) =>
    failure.nested
      ? explainNested(failure, known)
      : {
          headline: headlineOf(failure),
          shown: [...writtenBlock(failure), { show: 'sentence', say: emptyReason(failure, known) }],
          steps: emptySteps({ ...failure, value: exampleFor(failure) }, known),
          otherwise: withoutRole(failure, known),
          stop: `Input ${quote(failure.input)}`,
          where: { input: failure.input },
        },
  page: {
    meaning: `GitHub turns an unset expression into an empty string, without a warning. An expression such as \`\${{ secrets.AWS_ROLE }}\` is empty if the secret or variable does not exist, if it is kept where this job cannot see it (another environment, another organisation), or if it is not passed on: secrets to a reusable workflow without \`secrets: inherit\`, a variable of \`env:\` that is set from an empty secret. A step that goes on without its role signs nobody in, and a later step fails because it has no credentials. So an empty role stops this step before anything is checked.`,
    tell: "A step that leaves `role-to-assume` and `roles` out, or gives them the value `none`, only checks the token and the issuer; that is not an error. An expression that may be empty can end in `|| 'none'`. In a composite action, which cannot leave out an input, an empty role is a warning. If the run is for a pull request from a fork, or is Dependabot's, the finding is token-fork-pull-request or token-dependabot. If only a part of the ARN is empty, it is role-arn-invalid.",
  },
})

type Failure = FailureOf<'input-empty'>

function exampleFor({ input }: Failure): string {
  return input === 'roles' ? '<name>: <ARN of the role>' : '<ARN of the role>'
}

function headlineOf({ input, source }: Failure): string {
  if (source === undefined || source.empty.length === 0)
    return `${quote(input)} is empty: the value that it is given is not set`
  const names = emptyNames({ source })
  if (names === undefined)
    return `${quote(input)} is empty, since its expression${source.empty.length === 1 ? ' has' : 's have'} no value in this run`
  return `${quote(input)} is empty, since ${names} ${source.empty.length === 1 ? 'has' : 'have'} no value in this run`
}

/** What the headline has not named. */
function writtenBlock({ input, source }: Failure): Block[] {
  const { written = '' } = source ?? {}
  if (written === '' || emptyNames({ ...(source ? { source } : {}) }) !== undefined) return []
  return [{ show: 'code', code: sanitise(`${input}: ${written}`), language: 'yaml' }]
}

/** A run that is not meant to sign in. GitHub has no secrets in the condition of a step. */
function withoutRole({ input, source }: Failure, known: Known): Step[] {
  const expression = loneExpression(source?.written ?? '')
  const read = expression === undefined ? undefined : readOf(expression)
  const inCondition = read && read.context !== 'secrets' && read.context !== 'env'
  return [
    {
      when: 'If this run is not meant to sign in',
      say: 'Skip the step',
      ...(inCondition ? stepCondition(known, `${oneLine(expression ?? '')} != ''`) : {}),
    },
    {
      when: 'If it is then to check the token and the issuer only',
      say: `Let the expression end in ${quote(`'${NO_ROLE}'`)}`,
      ...(expression === undefined || expression.includes('\n')
        ? {}
        : {
            code: `${input}: \${{ ${oneLine(read ? expression : `(${expression})`, 2048)} || '${NO_ROLE}' }}`,
            language: 'yaml' as const,
          }),
    },
  ]
}

function explainNested(failure: Failure, known: Known): Explanation {
  const { input, source } = failure
  const found = source !== undefined && source.empty.length > 0
  return {
    headline: `${quote(input)} is empty in a composite action, so no role was assumed`,
    shown: [
      {
        show: 'sentence',
        say: found
          ? emptyReason({ source }, known)
          : 'The token and the issuer were checked; AWS was not asked, and nothing was exported.',
      },
    ],
    steps: [
      ...(found
        ? signInSteps(emptySteps({ ...failure, value: exampleFor(failure) }, known))
        : [GIVE_ROLE]),
      {
        when: 'If its role is optional',
        say: 'Say so in the composite action',
        code: optionalLine(failure),
        language: 'yaml',
      },
    ],
    stop: `Input ${quote(input)}`,
  }
}

const GIVE_ROLE: Step = {
  when: 'If this job is to sign in',
  say: "Give the composite action its role in the job's step, and check that the value is set there",
  then: 'In a composite action there is no `secrets.`: it sees only what its `inputs` pass on.',
}

function signInSteps([first, ...others]: readonly Step[]): Step[] {
  return first ? [{ when: GIVE_ROLE.when ?? '', ...first }, ...others] : []
}

/** As it is written there, where that is one expression. */
function optionalLine({ input, source }: Failure): string {
  const expression = loneExpression(source?.written ?? '')
  const read =
    expression !== undefined && readOf(expression) ? oneLine(expression) : 'inputs.<name>'
  return `${input}: \${{ ${read} || '${NO_ROLE}' }}`
}
