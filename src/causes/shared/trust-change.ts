// The change to a trust policy that allows a job, as steps to take: what to paste, what it brings with it, how not to.
import { PULL_REQUEST_TARGET, WORKFLOW_RUN } from '../../aws/github.js'
import {
  branchOf,
  environmentOf,
  isDefaultForm,
  isOfPullRequest,
  repositoryPart,
} from '../../aws/github-subject.js'
import type { Block, Fold, Known, Nearest, PolicySource, Step, TrustDenial } from '../../model.js'
import { quote, sanitise } from '../../text.js'
import { jobCondition, stepCondition } from './condition.js'
import { deployBlocks, howToDeploy, placeToChange } from './policy-source.js'
import { addedLines, contextWords, isAdded, ownValues, repositoryOf } from './trust.js'
import { statementText } from './trust-policy.js'

/** The change as a diff, or a statement of its own where no change of the one there allows this job alone. */
export function policyChange(
  { suggestion, source, denied, problem }: TrustDenial,
  known: Known,
  { when = 'If this job may use the role', then }: { when?: string; then?: string } = {},
): Step[] {
  if (!suggestion) return []
  const { diff, statement } = suggestion
  const others = WIDER.has(problem) ? everyoneAllowed(diff, known) : ''
  const after = [
    ...(diff === '' ? [besideOthers(source, known)] : []),
    ...(then === undefined ? [] : [then]),
    ...(denied
      ? [`That alone is not enough: ${statementText(denied)} must stop denying it, too.`]
      : []),
  ].join(' ')
  const change: Step =
    diff === ''
      ? {
          when,
          say: `Add this statement, which allows this \`sub\` alone, to \`Statement\` of ${placeToChange(source)}, beside the others, ${howToDeploy(source, known)}, and re-run the job`,
          code: sanitise(statement),
          language: 'json',
        }
      : {
          when,
          say: `Change ${placeToChange(source)}, ${howToDeploy(source, known)}, and re-run the job${others}`,
          code: sanitise(diff),
          language: 'diff',
          short: sanitise(shortDiff(diff)),
        }
  return [{ ...change, ...(after === '' ? {} : { then: after }) }]
}

/** What makes it valid where it is pasted: the signs around it are of the document that the policy stands in. */
function besideOthers(source: PolicySource, { trust }: Known): string {
  const { address } = source
  const comma = 'Put a comma between two statements.'
  if (address?.in === 'terraform')
    return `${comma} In an \`aws_iam_policy_document\`, write it as a block \`statement\`.`
  // The policy of a manifest is JSON in a text, and that of a template may be.
  const isText = address?.in === 'kubernetes' || (address && 'asText' in address)
  const yaml = 'path' in source && /\.ya?ml$/i.test(source.path) && !isText
  const sign = yaml ? 'Put `- ` before it, as before the others.' : comma
  const statements = trust?.statements.length ?? 1
  return statements > 1
    ? sign
    : `${sign} If \`Statement\` is a single object, make it a list of two first.`
}

/** Here the change allows runs that the policy did not mean. */
const WIDER: ReadonlySet<string> = new Set(['subject-mismatch', 'subject-environment'])

/** Who has the subject that the change adds: every workflow of the repository, not this one alone. */
function everyoneAllowed(diff: string, known: Known): string {
  const subject = known.token?.subject ?? ''
  const isAdded = addedLines(diff).some((line) => line.includes(JSON.stringify(subject)))
  if (!isAdded || !isDefaultForm(subject) || isOfPullRequest(subject)) return ''
  return ` (this allows every workflow of ${quote(repositoryOf(known), 60)} for ${contextWords(subject)})`
}

/** What changes, without the lines around it: each run of lines that go or come is one. */
function shortDiff(diff: string): string {
  const runs: { sign: string; texts: string[] }[] = []
  // A bracket that gets a comma tells nothing by itself.
  const told = diff.replace(/^-( *[}\]])\n\+\1,\n/gm, '')
  for (const line of told.split('\n')) {
    const [sign = '', text] = [line[0], line.slice(1).trim()]
    const last = runs.at(-1)
    if (last?.sign === sign) last.texts.push(text)
    else runs.push({ sign, texts: [text] })
  }
  return runs
    .filter(({ sign }) => sign !== ' ')
    .map(({ sign, texts }) => `${sign} ${texts.join(' ')}`)
    .join('\n')
}

/** Whether what is to be pasted would allow the pull requests of the repository. */
export function allowsPullRequests(denial: TrustDenial, known: Known): boolean {
  return ownValues(denial, known).some(
    ({ value }) => isOfPullRequest(value) && isAdded(denial, value),
  )
}

/** For pull requests the "no" comes first: their code runs before anybody has reviewed it. */
export function skipPullRequests(known: Known): Step {
  const { event } = known.run
  const skipped = /^pull_request_\w+$/.test(event) ? event : 'pull_request'
  return {
    when: 'If pull requests may not use the role',
    say: 'Keep the policy, and skip the step for them',
    ...stepCondition(known, `github.event_name != '${skipped}'`),
  }
}

/** Whether it is for a pull request, and its `sub` does not say so: the change would let a fork's code in, if the job runs that. */
export function isHiddenPullRequest({ run, token }: Known): boolean {
  return run.event === PULL_REQUEST_TARGET && branchOf(token?.subject ?? '') !== undefined
}

export const IF_NO_CODE_OF_IT = 'If this job runs no code of the pull request, and may use the role'

/** Whose runs the `sub` of this branch stands for, too. */
export function noteOfEvent({ run, token }: Known): { then?: string } {
  if (branchOf(token?.subject ?? '') === undefined) return {}
  if (run.event === PULL_REQUEST_TARGET)
    return {
      then: `A run for ${quote(run.event)}, also of a fork's pull request, has the \`sub\` of a branch.`,
    }
  if (run.event === WORKFLOW_RUN)
    return {
      then: `A run for ${quote(run.event)} has the \`sub\` of the default branch, whichever branch or fork started it.`,
    }
  return {}
}

export const IF_ALL_PULL_REQUESTS =
  'If every pull request of this repository may use the role, whatever code it brings'

export const ROLE_FOR_PULL_REQUESTS: Step = {
  when: 'If pull requests need AWS',
  say: 'Give them a role of their own that may only read',
}

export const SKIP_JOB = {
  when: 'If it may not',
  say: 'Keep the policy, and skip the job with an `if:`',
} as const satisfies Step

/** The same with what keeps the job from asking, if the values tell it. */
export function skipJob(
  { nearest, condition }: TrustDenial,
  known: Known,
  when: string = SKIP_JOB.when,
): Step {
  // With a part that is open, a value is no ref.
  const refs = condition?.open ? [] : refsAllowed(nearest, condition?.wanted ?? [])
  return refs.length === 0
    ? { ...SKIP_JOB, when }
    : {
        when,
        say: 'Keep the policy, and skip the job',
        ...jobCondition(known, refs.map((ref) => `github.ref == '${sanitise(ref)}'`).join(' || ')),
      }
}

/** All that the policy allows a job of this form; none where they are not as plain as that, for others would be skipped too. */
function refsAllowed(nearest: Nearest | undefined, wanted: readonly string[]): string[] {
  const { actual = '' } = nearest ?? {}
  const own = repositoryPart(actual)
  if (own === undefined || !isDefaultForm(actual) || environmentOf(actual) !== undefined) return []
  const others = wanted.filter(
    (one) => repositoryPart(one) === own && environmentOf(one) === undefined,
  )
  const refs = others.flatMap(
    (one) => /:ref:(refs\/(?:heads|tags)\/[^:*?'$\s]+)$/.exec(one)?.[1] ?? [],
  )
  return refs.length === others.length && refs.length <= MOST_REFS ? refs : []
}

const MOST_REFS = 3

/** The statement after the change, and how it comes to AWS: the file of the policy alone changes nothing there. */
export function deployFold(denial: TrustDenial, known: Known): Fold[] {
  const { suggestion } = denial
  if (!suggestion) return []
  const whole = suggestion.diff !== ''
  const code: Block = { show: 'code', code: sanitise(suggestion.statement), language: 'json' }
  return [
    {
      title: whole ? 'The whole statement, and how to deploy it' : 'How to deploy it',
      blocks: [...(whole ? [code] : []), ...deployBlocks(denial, known)],
    },
  ]
}
