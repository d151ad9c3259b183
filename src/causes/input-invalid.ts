// input-invalid: one or more inputs are wrong, missing, or contradict each other; all of them in one finding.
import type { Block, Fold, InputProblem, InputSource, InputWant, Known, Step } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { sentences } from './shared/blocks.js'
import { emptySteps } from './shared/empty-input.js'
import { emptyNames } from './shared/empty-reason.js'
import { inputDetail } from './shared/input-details.js'
import { inputExample } from './shared/input-example.js'
import { areAll, givenText, inputLine } from './shared/input-wants.js'
import { sessionNameSteps } from './shared/session-name.js'

/** Where nothing else is wrong than one of these, that has a cause of its own. */
const OWN_CAUSE: readonly (readonly InputWant['form'][])[] = [
  ['role-arn', 'unquoted-arn', 'dollar-arn'],
  ['same-partition'],
  ['listed-region'],
  ['unsupported'],
]

/** Lines that an annotation has for what was seen. */
const MOST_SHOWN = 4

/** Names in a headline. */
const MOST_NAMED = 3

/** Room for the list of them all, in characters: nobody reads more. */
const ROOM = 6000

export const inputInvalid = causeOf('input', {
  id: 'input-invalid',
  section: 'inputs',
  title: 'the inputs of the step cannot be used',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['yaml', 'githubSecrets'],
  matches: ({ problems }) => !OWN_CAUSE.some((forms) => areAll(problems, forms)),
  explain: ({ problems }, known) => {
    const names = namesOf(problems)
    return {
      headline: headlineOf(problems, names),
      shown: shownOf(problems),
      steps: [
        correctStep(problems, names),
        ...sourceSteps(problems, known),
        ...problems.flatMap(sessionNameSteps),
      ],
      folded: foldOf(problems),
      stop: names.length === 1 ? `Input ${list(names)}` : `${names.length} inputs`,
      where: { input: names[0] ?? '' },
    }
  },
  page: {
    meaning:
      'A value given to the step is out of range or malformed, a required one is missing, or two contradict each other. The step stops before it sends anything over the network.',
    tell: 'All bad inputs are in one finding, each with what was given and what it must be. If the only thing wrong is the role, the region, their partition, or an input that this action does not have, the finding is role-arn-invalid, region-unknown, partition-mismatch or input-not-supported.',
  },
})

function namesOf(problems: readonly InputProblem[]): string[] {
  return [...new Set(problems.map(({ input }) => input))]
}

function headlineOf(problems: readonly InputProblem[], names: readonly string[]): string {
  const [first] = problems
  if (first && problems.length === 1) return inputLine(first)
  if (names.length === 1) return `${list(names)} has ${problems.length} values that cannot be used`
  const more = names.length - MOST_NAMED
  const named =
    more > 0
      ? `${names
          .slice(0, MOST_NAMED)
          .map((name) => quote(name))
          .join(', ')} and ${more} more`
      : list(names)
  return `${names.length} inputs cannot be used: ${named}`
}

/** A line for each; those for which there is no line are named. */
function shownOf(problems: readonly InputProblem[]): Block[] {
  const [first] = problems
  if (first && problems.length === 1) return sentences(inputDetail(first))
  const open = problems.length > MOST_SHOWN ? problems.slice(0, MOST_SHOWN - 1) : problems
  const rest = problems.slice(open.length)
  const more = rest.length > 0 ? [`${rest.length} more, in ${list(namesOf(rest))}`] : []
  return [{ show: 'list', points: [...open.map(namedLine), ...more] }]
}

/** Beside others, each says which input it is about. */
function namedLine(problem: InputProblem): string {
  if (problem.want.form === 'region' && problem.given === '')
    return `${quote(problem.input)} is not set`
  const line = inputLine(problem)
  const names = [problem.input, ...(problem.want.form === 'proxy' ? [problem.want.variable] : [])]
  return names.some((name) => name !== undefined && line.includes(quote(name)))
    ? line
    : `${quote(problem.input)}: ${line}`
}

function correctStep(problems: readonly InputProblem[], names: readonly string[]): Step {
  const examples = problems
    .filter(({ input }, at) => problems.findIndex((other) => other.input === input) === at)
    .map(inputExample)
  const code = examples.includes('') || examples.length > MOST_NAMED ? '' : examples.join('\n')
  return {
    say: correctWords(problems, names),
    ...(code === '' ? {} : { code, language: 'yaml' as const }),
  }
}

function correctWords([first, second]: readonly InputProblem[], names: readonly string[]): string {
  if (names.length > 1) return 'Correct these inputs in the `with:` block of the step'
  const { form } = first?.want ?? {}
  if (first?.want.form === 'proxy' && first.want.variable)
    return `Correct ${first.want.variable} in the environment of the runner, or give the step \`http-proxy\``
  if (second === undefined && form === 'region')
    return 'Set the region of this job in the `with:` block of the step'
  if (form === 'not-with-roles' || form === 'no-fallback')
    return 'Delete one of the two from the `with:` block of the step'
  if (form === 'role-of-profile')
    return 'Add the role to the `with:` block of the step, or delete `aws-profile` from it'
  if (form === 'profile-to-renew')
    return 'Add a profile to the `with:` block of the step, or delete `renew` from it'
  if (form === 'policy-of-parameters')
    return 'Add the template to the `with:` block of the step, or delete `trust-policy-parameters` from it'
  return `Correct ${list(names)} in the \`with:\` block of the step`
}

/** An expression without a value is the usual reason for nothing. */
function sourceSteps(problems: readonly InputProblem[], known: Known): Step[] {
  const found = problems.find(({ source }) => source && source.empty.length > 0)
  const { source } = found ?? {}
  if (found && source)
    return emptySteps({ input: found.input, source, value: '<value>' }, known).map((step) =>
      step.when === undefined ? { when: `If ${emptyWords(source)} is to give it`, ...step } : step,
    )
  if (!problems.some(({ given }) => given === '')) return []
  return [
    {
      when: 'If the workflow sets it from `secrets.` or `vars.`',
      say: 'Check that this job can see that value',
      then: 'GitHub turns an unset expression into an empty string. Secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`.',
    },
  ]
}

function emptyWords(source: InputSource): string {
  return emptyNames({ source }) ?? 'the expression in the file'
}

/** Only where the lines above have left something out. */
function foldOf(problems: readonly InputProblem[]): Fold[] {
  const isTold = problems.every((problem) => inputDetail(problem) === '')
  if (problems.length === 1 || (isTold && problems.length <= MOST_SHOWN)) return []
  return [
    {
      title: `All ${problems.length} problems in full`,
      blocks: [{ show: 'list', points: allPoints(problems) }],
    },
  ]
}

/** Those for which there is no room are named, never counted. */
function allPoints(problems: readonly InputProblem[]): string[] {
  const points: string[] = []
  for (const problem of problems) {
    const point = fullPoint(problem)
    const rest = restPoints(problems.slice(points.length + 1))
    if ([...points, point, ...rest].join('\n').length > ROOM) break
    points.push(point)
  }
  return [...points, ...restPoints(problems.slice(points.length))]
}

/** With the value that was given, if the line itself does not have it. */
function fullPoint(problem: InputProblem): string {
  const line = namedLine(problem)
  const given = quote(givenText(problem.given))
  const isTold = problem.given === '' || line.includes(quote(givenText(problem.given), 60))
  const whole = isTold ? line : `${line}: ${given}`
  return `${whole}. ${inputDetail(problem)}`.trim()
}

function restPoints(problems: readonly InputProblem[]): string[] {
  return problems.length > 0
    ? [
        `also wrong, with no room here to say how (the report file does): ${list(namesOf(problems))}`,
      ]
    : []
}
