// What the workflow file says of the running job and step, each part by itself: what is not sure is left out.
import type { JobFacts, StepFacts, WorkflowFacts } from '../model.js'
import { keyOf, type Nodes, unlessUnsure } from './nodes.js'
import { lackingIn } from './permissions.js'
import { type JobAt, runningJob, type WorkflowFiles } from './running-job.js'
import { compositeStep, type Running, stepFacts, stepOfJob } from './running-step.js'
import { jobsOfSameRole } from './same-role.js'

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
  const own =
    running.compositePath === '' && at
      ? unlessUnsure(() => stepOfJob(at.nodes, at.body, running))
      : undefined
  const step = unlessUnsure(() =>
    own && at ? stepFacts(at.nodes, own, at.file) : stepInComposite(question),
  )
  const sameRole = own && at && unlessUnsure(() => jobsOfSameRole(at, own, running))
  const lacking = found && unlessUnsure(() => lackingIn(found))
  return {
    events: eventsOf(question),
    ...(job ? { job } : {}),
    ...(step ? { step } : {}),
    ...(sameRole && sameRole.length > 0 ? { sameRole } : {}),
    ...(lacking ? { lacking } : {}),
    ...(found?.uses === undefined || at ? {} : { calledElsewhere: found.uses }),
  }
}

function jobFacts({ nodes, body, file }: JobAt): JobFacts {
  const environment = nodes.entry(body, 'environment')
  const condition = nodes.text(nodes.entry(body, 'if')?.value)
  return {
    ...(condition ? { condition } : {}),
    ...(environment ? { environment: { file, line: nodes.line(environment) } } : {}),
  }
}

function stepInComposite({ composite, open, running }: Question): StepFacts | undefined {
  if (running.compositePath === '') return undefined
  const found = compositeStep(composite, open, running)
  return found && stepFacts(found.nodes, found.step, found.file)
}

function eventsOf({ path, open }: Question): string[] {
  const nodes = open(path)
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
