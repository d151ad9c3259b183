// input-invalid: one or more inputs are wrong, missing, or contradict each other; all of them in one finding.
import type { InputProblem, InputWant } from '../model.js'
import { count, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { areAll, givenText, wantText } from './shared/input-wants.js'

/** Where nothing else is wrong than one of these, that has a cause of its own. */
const OWN_CAUSE: readonly (readonly InputWant['form'][])[] = [
  ['role-arn', 'unquoted-arn'],
  ['same-partition'],
  ['listed-region'],
  ['unsupported'],
]

/** Past so many, what was given is cut short. */
const MANY = 10

/** Room for them: the fix and the page follow, and an annotation is cut at 4,096 characters. */
const ROOM = 3400

export const inputInvalid = causeOf('input', {
  id: 'input-invalid',
  section: 'inputs',
  title: 'the inputs of the step are wrong',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['yaml', 'githubSecrets'],
  matches: ({ problems }) => !OWN_CAUSE.some((forms) => areAll(problems, forms)),
  explain: ({ problems }) => ({
    why: `${count(namesOf(problems).length, 'input').replace(/^o/, 'O')} of this step cannot be used, so nothing was asked of GitHub or AWS.\n${problemLines(problems)}`,
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
    tell: 'All bad inputs stand in the one annotation, each with what was given and what is wanted; where there are more than it holds, the last ones stand there by name. Nothing was sent over the network. Where the only thing wrong is the role, the region, their partition, or an input that this action does not have, that has a page of its own.',
  },
})

/** A line for each; those for which there is no room are named, never counted. */
function problemLines(problems: readonly InputProblem[]): string {
  const most = problems.length > MANY ? 60 : 200
  const lines: string[] = []
  for (const { input, given, want } of problems) {
    const line = `- ${quote(input)}: given ${quote(givenText(given), most)}, wanted ${wantText(want)}`
    const rest = restLine(problems.slice(lines.length + 1))
    if ([...lines, line, ...rest].join('\n').length > ROOM) break
    lines.push(line)
  }
  return [...lines, ...restLine(problems.slice(lines.length))].join('\n')
}

function restLine(problems: readonly InputProblem[]): string[] {
  return problems.length > 0
    ? [
        `- also wrong, with no room here to say how (the report file does): ${list(namesOf(problems))}`,
      ]
    : []
}

function namesOf(problems: readonly InputProblem[]): string[] {
  return [...new Set(problems.map(({ input }) => input))]
}
