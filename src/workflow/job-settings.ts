// What a workflow file sets around a step: the job's environment, variables, and what a job passes to the workflow that it calls.
import type { YAMLMap } from 'yaml'
import { type Nodes, Unsure } from './nodes.js'
import type { JobAt } from './running-job.js'

/** The name of the job's environment; empty: it has none. */
export function environmentName({ nodes, body }: JobAt): string {
  const entry = nodes.entry(body, 'environment')
  if (!entry) return ''
  const node = nodes.isMap(entry.value)
    ? nodes.entry(nodes.map(entry.value), 'name')?.value
    : entry.value
  const name = nodes.text(node)
  if (name === undefined || name.includes('${{')) throw new Unsure()
  return name
}

/** What a map has under a key (`env`, `with`, `secrets`) for a name; undefined: nothing. */
export function settingIn(
  nodes: Nodes,
  map: YAMLMap,
  key: 'env' | 'with' | 'secrets',
  name: string,
): string | undefined {
  const block = nodes.entry(map, key)
  // Nothing stands there, or null.
  if (!block || nodes.text(block.value) === '') return undefined
  const entry = nodes.entry(nodes.map(block.value), name)
  if (!entry) return undefined
  const text = nodes.text(entry.value)
  if (text === undefined) throw new Unsure()
  return text
}

/** What a variable of the job is set to, there or for the whole workflow. */
export function variableOf({ nodes, body }: JobAt, name: string): string | undefined {
  return settingIn(nodes, body, 'env', name) ?? settingIn(nodes, nodes.root, 'env', name)
}

/** Whether a job that calls a workflow passes all secrets on, some, or none. */
export function passedSecrets({ nodes, body }: JobAt): 'all' | 'some' | 'none' {
  const entry = nodes.entry(body, 'secrets')
  const word = entry ? nodes.text(entry.value) : ''
  if (word === undefined) return 'some'
  if (word !== '' && word !== 'inherit') throw new Unsure()
  return word === '' ? 'none' : 'all'
}

/** What an input is where nobody gives it: of a called workflow, of one that is started by hand, or of a composite action. */
export function defaultOf(
  nodes: Nodes,
  of: 'workflow_call' | 'workflow_dispatch' | 'action',
  name: string,
): string {
  const holder = of === 'action' ? nodes.root : mapIn(nodes, mapIn(nodes, nodes.root, 'on'), of)
  const input = mapIn(nodes, mapIn(nodes, holder, 'inputs'), name)
  const entry = input && nodes.entry(input, 'default')
  return (entry && nodes.text(entry.value)) ?? ''
}

function mapIn(nodes: Nodes, map: YAMLMap | undefined, key: string): YAMLMap | undefined {
  const entry = map && nodes.entry(map, key)
  return entry && nodes.isMap(entry.value) ? nodes.map(entry.value) : undefined
}
