// input-not-supported: inputs of the key-based modes of aws-actions/configure-aws-credentials, which mean nothing here.
import type { Block, InputProblem, Step } from '../model.js'
import { capitalised, list, listAtMost } from '../text.js'
import { MOST_NAMED } from '../words.js'
import { causeOf } from './cause.js'
import { areAll, WITHOUT } from './shared/input-wants.js'

const CHAINING = 'role-chaining'

export const inputNotSupported = causeOf('input', {
  id: 'input-not-supported',
  section: 'inputs',
  title: 'this action does not have all the inputs that were given',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidcAws', 'iamSessionTags'],
  matches: ({ problems }) => areAll(problems, ['unsupported']),
  explain: ({ problems }) => {
    const names = problems.map(({ input }) => input)
    return {
      headline: `this action has no ${names.length === 1 ? 'input' : 'inputs'} ${listAtMost(names, MOST_NAMED)}`,
      shown: reasons(problems),
      steps: [...chainingSteps(names), deleteStep(names)],
      otherwise: [
        {
          when: 'If the job needs what such an input does',
          say: 'Use aws-actions/configure-aws-credentials in a step of its own for that: it has these modes',
        },
      ],
      stop: names.length === 1 ? `Input ${list(names)}` : `${names.length} inputs`,
      where: { input: names[0] ?? '' },
    }
  },
  page: {
    meaning:
      'The inputs of aws-actions/configure-aws-credentials that belong to access keys, role chaining and session tags mean nothing when a job signs in by OIDC: AssumeRoleWithWebIdentity accepts neither keys nor an external id nor tags. They are refused instead of ignored, because a job that relies on them would otherwise run with other permissions than intended. Nothing was sent to GitHub or AWS.',
    tell: 'Only inputs that this action does not have are wrong. If others are wrong too, they have a finding of their own.',
  },
})

/** Inputs that are left out for one reason stand together. */
function reasons(problems: readonly InputProblem[]): Block[] {
  const groups = Map.groupBy(problems, ({ want }) =>
    want.form === 'unsupported' ? WITHOUT[want.input] : '',
  )
  const [only] = groups.keys()
  if (groups.size === 1 && only !== undefined)
    return [{ show: 'sentence', say: `${capitalised(only)}.` }]
  const points = [...groups].map(
    ([reason, own]) => `${list(own.map(({ input }) => input))}: ${reason}`,
  )
  return [{ show: 'list', points }]
}

/** With its chaining deleted, the step would sign in to the next role itself, which mostly trusts the role before it alone. */
function chainingSteps(names: readonly string[]): Step[] {
  if (!names.includes(CHAINING)) return []
  return [
    {
      when: 'If the role trusts the role of an earlier step',
      say: 'Let this step, with its `with:` block as it is, be one of the action that chains roles',
      code: 'uses: aws-actions/configure-aws-credentials@v6',
      language: 'yaml',
      then: 'It takes the credentials that an earlier step of this action has exported.',
    },
  ]
}

function deleteStep(names: readonly string[]): Step {
  const say = `Delete ${list(names)} from the \`with:\` block of the step`
  return names.includes(CHAINING) ? { when: 'If the role trusts the OIDC provider', say } : { say }
}
