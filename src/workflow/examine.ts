// What the workflow file says of the running job and step, each part by itself: what is not sure is left out.
import type { JobFacts, StepFacts, WorkflowFacts } from '../model.js'
import { keyOf, type Nodes, nodesOf, unlessUnsure } from './nodes.js'
import { lackingIn } from './permissions.js'
import { type JobAt, runningJob, type WorkflowFiles } from './running-job.js'
import { type Running, stepFacts, stepOfComposite, stepOfJob } from './running-step.js'

export interface Question extends WorkflowFiles {
  running: Running
  /** The files that may define the composite action, from the workspace; none where it is not there. */
  composite: readonly string[]
}

export function examineWorkflow(question: Question): WorkflowFacts {
  const { running } = question
  const found = unlessUnsure(() => runningJob(question, running))
  const { at } = found ?? {}
  const job = at && unlessUnsure(() => jobFacts(at))
  const step =
    running.compositePath === ''
      ? at && unlessUnsure(() => directStep(at, running))
      : unlessUnsure(() => compositeStep(question))
  const lacking = found && unlessUnsure(() => lackingIn(found))
  return {
    events: eventsOf(question),
    ...(job ? { job } : {}),
    ...(step ? { step } : {}),
    ...(lacking ? { lacking } : {}),
    ...(found?.uses === undefined || at ? {} : { calledElsewhere: found.uses }),
  }
}

/** What the file gives an input, as it is written there; undefined where it is not, or not beyond doubt. */
export function writtenInput(text: string, input: string, running: Running): string | undefined {
  const path = 'workflow'
  const read = (asked: string): string | undefined => (asked === path ? text : undefined)
  const { step } = examineWorkflow({ path, repository: '', read, running, composite: [] })
  return step?.inputs.get(input.toLowerCase())?.text || undefined
}

function jobFacts({ nodes, body, file }: JobAt): JobFacts {
  const environment = nodes.entry(body, 'environment')
  const condition = nodes.text(nodes.entry(body, 'if')?.value)
  return {
    ...(condition ? { condition } : {}),
    ...(environment ? { environment: { file, line: nodes.line(environment) } } : {}),
  }
}

function directStep({ nodes, body, file }: JobAt, running: Running): StepFacts | undefined {
  const step = stepOfJob(nodes, body, running)
  return step && stepFacts(nodes, step, file)
}

function compositeStep({ composite, read, running }: Question): StepFacts | undefined {
  for (const file of composite) {
    const text = read(file)
    const nodes = text === undefined ? undefined : nodesOf(text)
    const step = nodes && stepOfComposite(nodes, running)
    if (nodes && step) return stepFacts(nodes, step, file)
  }
  return undefined
}

function eventsOf({ path, read }: Question): string[] {
  const text = read(path)
  const nodes = text === undefined ? undefined : nodesOf(text)
  return (nodes && unlessUnsure(() => eventNames(nodes))) ?? []
}

/** `on:` is one name, a list of names, or a map by name. */
function eventNames(nodes: Nodes): string[] {
  const on = nodes.entry(nodes.root, 'on')?.value
  const name = nodes.text(on)
  if (name !== undefined) return [name]
  if (nodes.isMap(on)) return nodes.map(on).items.map(keyOf)
  return nodes.list(on).flatMap((item) => nodes.text(item) ?? [])
}
