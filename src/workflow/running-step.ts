// The running step among those of a job or of a composite action: by the runner's name for it, and by the inputs that the file gives.
import type { Pair, YAMLMap } from 'yaml'
import { isLocalAction, stepNames } from '../aws/step-names.js'
import type { Place, StepFacts, WrittenInput } from '../model.js'
import { keyOf, type Nodes, Unsure } from './nodes.js'
import { canBecome } from './written-value.js'

/** What the runner tells about the step. */
export interface Running {
  /** The job's key, as GITHUB_JOB has it. */
  job: string
  /** GITHUB_ACTION; empty where the runner does not tell it. */
  step: string
  /** `owner/repo` of this action; empty where it is used from the workspace. */
  actionRepository: string
  /** The folder of the composite action that the step is in; empty where it is a step of the job. */
  compositePath: string
  /** The value of an input, trimmed. Left out: no input is compared. */
  given?(input: string): string
}

interface Step {
  map: YAMLMap
  uses: string
  id: string
}

/** The step of the job that runs this action itself; nothing where it is in a composite action. */
export function stepOfJob(nodes: Nodes, job: YAMLMap, running: Running): YAMLMap | undefined {
  if (running.compositePath !== '') return undefined
  const steps = stepsIn(nodes, job)
  const named = running.step === '' ? steps : namedIn(steps, running.step)
  return onlyRunning(nodes, named, running)
}

/** The step of a composite action, in the first of these files that has it; the runner has no name for it. */
export function compositeStep(
  files: readonly string[],
  open: (path: string) => Nodes | undefined,
  running: Running,
): { file: string; nodes: Nodes; step: YAMLMap } | undefined {
  for (const file of files) {
    const nodes = open(file)
    const runs = nodes?.entry(nodes.root, 'runs')
    const step = nodes && runs && onlyRunning(nodes, stepsIn(nodes, nodes.map(runs.value)), running)
    if (nodes && step) return { file, nodes, step }
  }
  return undefined
}

/** The step of the job that uses the composite action in that folder of the workspace. */
export function userOfComposite(
  nodes: Nodes,
  job: YAMLMap,
  { step, folder }: { step: string; folder: string },
): YAMLMap | undefined {
  const [named, second] = step === '' ? [] : namedIn(stepsIn(nodes, job), step)
  if (!named || second || !isLocalAction(named.uses)) return undefined
  const used = named.uses.split('/').filter((part) => part !== '.' && part !== '')
  return used.join('/') === folder ? named.map : undefined
}

/** Whether the job has the step that runs, or the step whose composite action it is in. */
export function hasRunningStep(nodes: Nodes, job: YAMLMap, running: Running): boolean {
  if (running.compositePath === '') return stepOfJob(nodes, job, running) !== undefined
  const named = namedIn(stepsIn(nodes, job), running.step)
  return named.some(({ uses }) => uses !== '')
}

export function stepFacts(nodes: Nodes, step: YAMLMap, file: string): StepFacts {
  const place = (pair: Pair): Place => ({ file, line: nodes.line(pair) })
  const uses = nodes.entry(step, 'uses')
  if (!uses) throw new Unsure()
  const condition = nodes.text(nodes.entry(step, 'if')?.value)
  const inputs = new Map<string, WrittenInput>()
  for (const pair of inputsOf(nodes, step)) {
    const text = nodes.text(pair.value)
    inputs.set(keyOf(pair).toLowerCase(), {
      place: place(pair),
      ...(text === undefined ? {} : { text }),
    })
  }
  return { place: place(uses), inputs, ...(condition ? { condition } : {}) }
}

function stepsIn(nodes: Nodes, body: YAMLMap): Step[] {
  const steps = nodes.entry(body, 'steps')
  if (!steps) return []
  return nodes.list(steps.value).map((node) => {
    const map = nodes.map(node)
    const textOf = (key: string): string => {
      const pair = nodes.entry(map, key)
      const text = pair ? nodes.text(pair.value) : ''
      if (text === undefined) throw new Unsure()
      return text
    }
    return { map, uses: textOf('uses'), id: textOf('id') }
  })
}

function namedIn(steps: readonly Step[], name: string): Step[] {
  const names = stepNames(steps)
  return steps.filter((_step, index) => names[index]?.toLowerCase() === name.toLowerCase())
}

/** The steps of a job that are this action's. */
export function ownSteps(nodes: Nodes, job: YAMLMap, { actionRepository }: Running): YAMLMap[] {
  return stepsIn(nodes, job).flatMap(({ map, uses }) =>
    isOurs(uses, actionRepository) ? [map] : [],
  )
}

/** The one of these steps that is this action's, with inputs that can be the run's. */
function onlyRunning(nodes: Nodes, steps: readonly Step[], running: Running): YAMLMap | undefined {
  const own = steps.filter(
    ({ map, uses }) => isOurs(uses, running.actionRepository) && agrees(nodes, map, running),
  )
  return own.length === 1 ? own[0]?.map : undefined
}

function isOurs(uses: string, actionRepository: string): boolean {
  if (actionRepository === '') return isLocalAction(uses)
  return uses.toLowerCase().startsWith(`${actionRepository.toLowerCase()}@`)
}

function agrees(nodes: Nodes, step: YAMLMap, { given }: Running): boolean {
  if (!given) return true
  return inputsOf(nodes, step).every((pair) => {
    const text = nodes.text(pair.value)
    return text !== undefined && canBecome(text, nodes.isPlain(pair.value), given(keyOf(pair)))
  })
}

function inputsOf(nodes: Nodes, step: YAMLMap): readonly Pair[] {
  const inputs = nodes.entry(step, 'with')
  if (!inputs || nodes.text(inputs.value) === '') return []
  const map = nodes.map(inputs.value)
  // Which of two counts is not for us to say.
  for (const pair of map.items) nodes.entry(map, keyOf(pair))
  return map.items
}
