// input-invalid: one or more inputs are wrong, missing, or contradict each other; all of them in one finding.
import { count, quote } from '../text.js'
import { causeOf } from './cause.js'

/** Single problems of these kinds have a cause of their own. */
const OWN_CAUSE: readonly string[] = ['role-arn', 'partition', 'region', 'unsupported']

/** So many are listed; an annotation is cut at 4,096 characters, and the rest is seen once these are right. */
const MOST = 10

export const inputInvalid = causeOf('input', {
  id: 'input-invalid',
  section: 'inputs',
  title: 'the inputs of the step are wrong',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['yaml', 'githubSecrets'],
  matches: ({ problems }) =>
    !OWN_CAUSE.some((about) => problems.every((problem) => problem.about === about)),
  explain: ({ problems }) => ({
    why: `${count(problems.length, 'input').replace(/^o/, 'O')} of this step cannot be used, so nothing was asked of GitHub or AWS.\n${problems
      .slice(0, MOST)
      .map(({ input, given, want }) => `- ${quote(input)}: given ${quote(given)}, wanted ${want}`)
      .join('\n')}${problems.length > MOST ? `\n- and ${problems.length - MOST} more` : ''}`,
    fix: [
      'Correct the inputs named above in the `with:` block of the step.',
      ...(problems.some(({ given }) => given === '')
        ? [
            'Where a value comes from `secrets.` or `vars.` and is empty: secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`.',
          ]
        : []),
    ],
    where: { input: problems[0]?.input ?? '' },
  }),
  page: {
    meaning:
      'The step was given a value out of its range or form, lacks a required one, or was given two that contradict each other.',
    tell: 'All bad inputs stand in the one annotation, each with what was given and what is wanted. Nothing was sent over the network. Where the only thing wrong is the role, the region, their partition, or an input that this action does not have, that has a page of its own.',
  },
})
