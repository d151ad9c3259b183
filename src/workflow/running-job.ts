// The running job: in the workflow of the run, or in one that it calls. A key that two of them have leaves it open which one runs.
import type { Pair, YAMLMap } from 'yaml'
import { WORKFLOW_LEVELS } from '../aws/github.js'
import { keyOf, type Nodes, unlessUnsure } from './nodes.js'
import { hasRunningStep, type Running } from './running-step.js'

export interface WorkflowFiles {
  /** Path of the run's workflow, from the workspace. */
  path: string
  /** `owner/repo` of the run. */
  repository: string
  /** The token's `job_workflow_ref`, where there is a token. */
  called?: CalledFile
  /** A file of the workspace; undefined where it is not there, or no YAML. */
  open(path: string): Nodes | undefined
}

/** The file that the job is in, as the token says. */
export interface CalledFile {
  repository: string
  /** Undefined where the workspace has it not in the version that runs. */
  path?: string
  /** The path as it stands in the repository. */
  name: string
}

export interface JobAt {
  file: string
  nodes: Nodes
  key: string
  pair: Pair
  body: YAMLMap
}

export interface RunningJob {
  /** Undefined where it is in a file that is not at hand. */
  at?: JobAt
  /** The jobs that call its workflow, from the outside in; undefined where two could. */
  callers?: readonly JobAt[]
  /** The called workflow as the innermost of them names it, where it is not at hand. */
  uses?: string
}

/** One way in which the run comes to the job. */
export type WayToJob = RunningJob & { callers: readonly JobAt[] }

/** Calls that are followed in all: beyond that nothing is sure. Our own limit. */
const MOST_CALLS = 40

/**
 * All ways in which the run may come to the job. Those that lead to files which are not at hand are among them where no
 * job of that key is at hand.
 */
export function waysToJob(files: WorkflowFiles, running: Running): readonly WayToJob[] {
  const { called } = files
  const { found } = search(files, running.job)
  if (called?.path !== undefined) return found.filter(({ at }) => at?.file === called.path)
  if (called) return found.filter(({ at, uses }) => !at && isCallOf(uses, called))
  const inside = found.filter(({ at }) => at)
  return inside.length === 0 ? found : inside.filter(({ at }) => at && hasStep(at, running))
}

export function runningJob(files: WorkflowFiles, running: Running): RunningJob | undefined {
  const { called } = files
  const { found, calls } = search(files, running.job)
  if (called) return byToken(files, called, { found, job: running.job })
  if (!calls) {
    const [only, second] = found
    return only?.at && !second ? { at: only.at, callers: [] } : undefined
  }
  // Without a token nothing says which file the job is in: it has to be the only one that can be.
  const possible = found.filter(({ at }) => !at || hasStep(at, running))
  const [first] = possible
  if (!first || possible.some(({ at }) => !isSame(at, first.at))) return undefined
  return possible.length === 1 ? first : first.at && { at: first.at }
}

/** The job in the file that the token names; who calls it is looked for, and not always found. */
function byToken(
  files: WorkflowFiles,
  called: CalledFile,
  { found, job }: { found: readonly WayToJob[]; job: string },
): RunningJob | undefined {
  const { path } = called
  if (path === undefined) {
    const outside = found.filter(({ at, uses }) => !at && isCallOf(uses, called))
    return outside.length === 1 ? outside[0] : undefined
  }
  const inside = found.filter(({ at }) => at?.file === path)
  const [first] = inside
  if (first?.at) {
    if (inside.some(({ at }) => !isSame(at, first.at))) return undefined
    return inside.length === 1 ? first : { at: first.at }
  }
  const nodes = files.open(path)
  const at = nodes && unlessUnsure(() => jobsIn(path, nodes).filter(({ key }) => key === job))
  return at?.length === 1 && at[0] ? { at: at[0] } : undefined
}

function isCallOf(uses: string | undefined, { repository, name }: CalledFile): boolean {
  const wanted = `${repository}/${name}@`.toLowerCase()
  return uses?.toLowerCase().startsWith(wanted) === true
}

function hasStep({ nodes, body }: JobAt, running: Running): boolean {
  // A job that this file cannot follow may be the one.
  try {
    return hasRunningStep(nodes, body, running)
  } catch {
    return true
  }
}

export function isSame(one: JobAt | undefined, other: JobAt | undefined): boolean {
  return one?.file === other?.file && one?.pair === other?.pair
}

/** Every job of that key in the run's workflow and in those that it calls; a called file that is not at hand may hold one. */
function search(files: WorkflowFiles, job: string): { found: WayToJob[]; calls: boolean } {
  const found: WayToJob[] = []
  let calls = 0
  const visit = (file: string, callers: readonly JobAt[], uses?: string): void => {
    const isNear = callers.length < WORKFLOW_LEVELS && calls <= MOST_CALLS
    const nodes = isNear ? files.open(file) : undefined
    const all = nodes && unlessUnsure(() => jobsIn(file, nodes))
    if (!nodes || !all) {
      if (uses !== undefined) found.push({ callers, uses })
      return
    }
    for (const at of all) {
      const target = unlessUnsure(() => nodes.text(nodes.entry(at.body, 'uses')?.value))
      if (!target) {
        if (at.key === job) found.push({ at, callers })
        continue
      }
      calls++
      const path = localPath(target, files)
      if (path === undefined) found.push({ callers: [...callers, at], uses: target })
      else visit(path, [...callers, at], target)
    }
  }
  visit(files.path, [])
  return { found, calls: calls > 0 }
}

export function jobsIn(file: string, nodes: Nodes): JobAt[] {
  const jobs = nodes.map(nodes.entry(nodes.root, 'jobs')?.value)
  return jobs.items.flatMap((pair) => {
    const body = unlessUnsure(() => nodes.map(pair.value))
    return body ? [{ file, nodes, key: keyOf(pair), pair, body }] : []
  })
}

/** Of a workflow that comes with this one; one of this repository in another version only where the token says that it is this. */
function localPath(uses: string, { repository, called }: WorkflowFiles): string | undefined {
  const local = /^\.\/(\.github\/workflows\/[^/@]+\.ya?ml)$/i.exec(uses)?.[1]
  if (local !== undefined) return local
  const [whole = ''] = uses.split('@')
  const own = called?.path
  return own !== undefined && whole.toLowerCase() === `${repository}/${own}`.toLowerCase()
    ? own
    : undefined
}
