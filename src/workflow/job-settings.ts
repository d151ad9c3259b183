// What a workflow file sets around a step: the job's environment, its variables, and the jobs that call another workflow.
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import { parseYaml } from '../trust/index.js'

/** A job that calls a reusable workflow. */
export interface Call {
  job: string
  /** As the job names it: `./.github/workflows/x.yml`, or `owner/repo/.github/workflows/x.yml@ref`. */
  uses: string
  /** The names under `secrets:`. */
  secrets: 'none' | 'inherit' | readonly string[]
}

type Mapping = Readonly<Record<string, unknown>>

/** How often a file may be expanded by its aliases. Our own limit. */
const MOST_ALIASES = 100

/** The name of the job's environment; empty: it has none. Undefined where that is not plain. */
export function environmentOf(text: string, job: string): string | undefined {
  const own = jobIn(text, job)
  if (!own) return undefined
  if (keysOf(own, 'environment').length === 0) return ''
  const value = member(own, 'environment')
  const name = isMapping(value) ? member(value, 'name') : value
  return typeof name === 'string' && !name.includes(`\${{`) ? name : undefined
}

/** What a variable of the job, or else of the workflow, is set to. */
export function writtenVariable(text: string, job: string, name: string): string | undefined {
  const workflow = readMapping(text)
  const own = workflow && jobIn(text, job)
  if (!own) return undefined
  for (const place of [own, workflow]) {
    const env = member(place, 'env')
    const value = isMapping(env) ? member(env, name) : undefined
    if (value !== undefined) return typeof value === 'string' ? value : undefined
  }
  return undefined
}

/** The jobs that call another workflow. */
export function callsIn(text: string): readonly Call[] {
  const jobs = member(readMapping(text) ?? {}, 'jobs')
  if (!isMapping(jobs)) return []
  return Object.entries(jobs).flatMap(([job, body]) => {
    const uses = isMapping(body) ? member(body, 'uses') : undefined
    if (!isMapping(body) || typeof uses !== 'string') return []
    return [{ job, uses, secrets: secretsOf(member(body, 'secrets')) }]
  })
}

/** Whether the file itself has steps for a job of that key. */
export function hasSteps(text: string, job: string): boolean {
  const own = jobIn(text, job)
  return own !== undefined && member(own, 'steps') !== undefined
}

function secretsOf(value: unknown): Call['secrets'] {
  if (isMapping(value)) return Object.keys(value)
  return value === 'inherit' ? 'inherit' : 'none'
}

function jobIn(text: string, job: string): Mapping | undefined {
  const jobs = member(readMapping(text) ?? {}, 'jobs')
  const own = isMapping(jobs) && Object.hasOwn(jobs, job) ? jobs[job] : undefined
  return isMapping(own) ? own : undefined
}

function readMapping(text: string): Mapping | undefined {
  if (text.length > LARGEST_WORKFLOW) return undefined
  try {
    const { document, isOnly } = parseYaml(text, 'failsafe')
    const value: unknown = isOnly ? document.toJS({ maxAliasCount: MOST_ALIASES }) : undefined
    return isMapping(value) ? value : undefined
  } catch {
    // No YAML, or too much of it: nothing is said of it.
    return undefined
  }
}

/** GitHub reads keys without regard to case; one written twice says nothing. */
function member(mapping: Mapping, key: string): unknown {
  const [found = '', second] = keysOf(mapping, key)
  return second === undefined ? mapping[found] : undefined
}

function keysOf(mapping: Mapping, key: string): string[] {
  return Object.keys(mapping).filter((own) => own.toLowerCase() === key.toLowerCase())
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
