// How a job comes to `id-token: write`, fitted to what the workflow file has: no right is taken away, and no other job gets it.
import { RESTRICTED_DEFAULT, readableScopes, restrictedRun } from '../../aws/github.js'
import type { Explanation, Known, PermissionFacts, Right, RunContext, Step } from '../../model.js'
import { quote } from '../../text.js'
import { sentence } from './blocks.js'
import { PERMISSIONS } from './token.js'

export type PermissionFix = Required<Pick<Explanation, 'shown' | 'steps' | 'otherwise'>>

const GRANT = { code: 'id-token: write', language: 'yaml' } as const

/** In lines: more than that does not fit into an annotation. */
const LONGEST_BLOCK = 4

/** Where nobody knows what the file has. */
export const WITHOUT_FILE: PermissionFix = {
  shown: [
    sentence(
      "A job's `permissions:` block replaces the workflow's: what it does not list is not granted.",
    ),
  ],
  steps: [
    { when: 'If the job has a `permissions:` block', say: 'Add this line to it', ...GRANT },
    {
      when: 'If it has none, or one word such as `read-all`',
      say: 'Give it this block, with what else the job needs',
      code: PERMISSIONS,
      language: 'yaml',
    },
  ],
  otherwise: [
    {
      when: 'If this is a reusable workflow',
      say: 'Grant it in the job of the calling workflow too: a called workflow cannot have more than its caller',
    },
    {
      when: 'If the file grants it already',
      say: 'Look at the branch or tag that this run took the file from: the block is missing there',
    },
  ],
}

/** Undefined where the file does not say beyond doubt what is in effect. */
export function fixInFile({ workflow, run }: Known): PermissionFix | undefined {
  const { lacking, calledElsewhere } = workflow ?? {}
  if (!lacking) return undefined
  const [first] = lacking
  if (first)
    return {
      shown: [sentence(reason(first))],
      steps: lacking.flatMap((one) => grantSteps(one, run).map(toldToCallers(one, run))),
      otherwise: calledElsewhere === undefined ? [] : [IF_CALLED_HAS_ITS_OWN],
    }
  return calledElsewhere === undefined ? GRANTED : grantedByCaller(calledElsewhere)
}

/** "The nested job is requesting 'id-token: write', but is only allowed 'id-token: none'": no job of that run starts. */
const ALL_CALLERS =
  'Every workflow that calls this one must then grant it too, or GitHub no longer starts that workflow.'

function toldToCallers({ place }: PermissionFacts, { workflowRef }: RunContext) {
  const called = !workflowRef.includes(`/${place.file}@`)
  return (step: Step): Step =>
    called
      ? { ...step, then: [step.then, ALL_CALLERS].filter((one) => one !== undefined).join(' ') }
      : step
}

const IF_CALLED_HAS_ITS_OWN: Step = {
  when: 'If the called workflow has `permissions:` of its own',
  say: 'Add the line there too',
  ...GRANT,
  then: ALL_CALLERS,
}

const GRANTED: PermissionFix = {
  shown: [sentence('The workflow file in the workspace grants it: this run took another version.')],
  steps: [
    {
      say: 'Look at the workflow file on the branch or tag of this run, and grant it there too',
      then: 'Then start a new run: to run a job again uses the old version of the file.',
    },
  ],
  otherwise: [],
}

function grantedByCaller(uses: string): PermissionFix {
  return {
    shown: [
      sentence('The calling job grants it, so the `permissions:` of the called workflow do not.'),
    ],
    steps: [
      {
        say: `Add this line to the \`permissions:\` in ${quote(uses, 120)} that count for this job`,
        ...GRANT,
        then: ALL_CALLERS,
      },
    ],
    otherwise: [],
  }
}

function reason({ of, calls, job, form }: PermissionFacts): string {
  if (calls)
    return `The job runs in a called workflow, which cannot have more than the calling job ${quote(job, 60)}.`
  if (of === 'none')
    return 'Without `permissions:` a job has the defaults of the repository, and `id-token` is never one.'
  if (of === 'workflow') return "The job has no `permissions:` of its own, so the workflow's count."
  return form === 'lines'
    ? 'What the `permissions:` of a job do not list is not granted.'
    : 'The `permissions:` of the job do not include it.'
}

function grantSteps(facts: PermissionFacts, run: RunContext): Step[] {
  const job = jobInWords(facts)
  if (facts.of === 'none') return defaultSteps(job, run)
  const rights = rightsOf(facts, run.serverUrl)
  const block = blockOf(rights)
  if (facts.of === 'job')
    return facts.form === 'lines'
      ? [lineStep(facts, job)]
      : [
          {
            say: `Replace the \`permissions:\` of ${job} with this block`,
            ...block,
            ...kept(facts),
          },
        ]
  const all = 'If every job of this workflow may ask for ID tokens'
  return [
    {
      say: `Give ${job} this block: the rights that it has now, and \`id-token\``,
      ...block,
      then: 'Only this job may then ask for ID tokens.',
    },
    facts.form === 'lines'
      ? { when: all, ...lineStep(facts, 'the workflow') }
      : { when: all, say: 'Replace the `permissions:` of the workflow with that block' },
  ]
}

function lineStep({ idToken }: PermissionFacts, owner: string): Step {
  return idToken === undefined
    ? { say: `Add this line to the \`permissions:\` of ${owner}`, ...GRANT }
    : {
        say: `Change \`id-token: ${idToken}\` in the \`permissions:\` of ${owner} to this line`,
        ...GRANT,
      }
}

function jobInWords({ job, jobLine, calls, place }: PermissionFacts): string {
  const name = quote(job, 60)
  return calls
    ? `the calling job ${name} (line ${jobLine} of ${quote(place.file, 120)})`
    : `the job ${name}`
}

/** What the job has is the repository's to say, and the log's to list: a run of Dependabot's has less of it than others. */
function defaultSteps(job: string, run: RunContext): Step[] {
  const log = restrictedRun(run) ? 'a run that Dependabot did not start' : 'this run'
  const rights = RESTRICTED_DEFAULT.map((name) => ({ name, access: 'read' }))
  return [
    {
      say: `Give ${job} this block, and add what else it has now`,
      ...blockOf(rights),
      then: `A block takes away every right that it does not list. What the job has now stands in the log of ${log}, under “Set up job”, “GITHUB_TOKEN Permissions”.`,
    },
  ]
}

function rightsOf({ form, rights, word }: PermissionFacts, serverUrl: string): readonly Right[] {
  if (form === 'word' && word === 'read-all')
    return readableScopes(serverUrl).map((name) => ({ name, access: 'read' }))
  return rights
}

function kept({ form }: PermissionFacts): { then: string } {
  if (form === 'empty') return { then: 'The job keeps no other right, as now.' }
  if (form === 'word')
    return { then: 'It keeps every right to read. Delete what the job does not need.' }
  return { then: 'It keeps the rights that the job has now.' }
}

function blockOf(rights: readonly Right[]): Pick<Step, 'code' | 'short' | 'language'> {
  const lines = [...rights, { name: 'id-token', access: 'write' }].map(
    ({ name, access }) => `${name}: ${access}`,
  )
  const code = ['permissions:', ...lines.map((line) => `  ${line}`)].join('\n')
  const short = `permissions: { ${lines.join(', ')} }`
  return { code, language: 'yaml', ...(lines.length > LONGEST_BLOCK ? { short } : {}) }
}
