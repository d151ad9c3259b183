// Where in the workflow file a fix belongs: the line, or nothing where it is not sure. A wrong line is worse than none.
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import type { PermissionsPlace, Where } from '../model.js'
import { parseYaml, type YamlText } from '../trust/yaml-document.js'

export interface Wanted extends InJob {
  where: Where
}

export interface InJob {
  /** The job's key in the file, as GITHUB_JOB has it. */
  job: string
  /** `owner/repo` of this action; empty where it is used from the workspace. */
  actionRepository: string
}

/** Something that this file does not follow: aliases, merge keys, keys written twice. */
class Unsure extends Error {}

/** The line to change, from 1, and of permissions what stands there. */
export interface Located {
  line: number
  permissions?: PermissionsPlace
}

/** Undefined where the file does not say it beyond doubt. */
export function locate(text: string, wanted: Wanted): Located | undefined {
  return askWorkflow(text, (workflow, { placeOf }) => {
    const { offset, ...more } = placeIn(workflow, wanted) ?? {}
    return offset === undefined ? undefined : { line: placeOf(offset).line, ...more }
  })
}

/** What an input is given in the file, as it is written there; undefined where it is not, or not beyond doubt. */
export function writtenInput(text: string, input: string, wanted: InJob): string | undefined {
  return askWorkflow(text, (workflow) => {
    const own = jobIn(workflow, wanted)
    const step = own && stepIn(own, wanted)
    const value = step && withOf(step, input)?.value
    return isScalar(value) && !isEmpty(value) ? String(value.value) : undefined
  })
}

function askWorkflow<T>(
  text: string,
  question: (workflow: YAMLMap, yaml: YamlText) => T | undefined,
): T | undefined {
  if (text.length > LARGEST_WORKFLOW) return undefined
  try {
    // Only places are asked of the parser: all scalars are texts, `<<` is a plain key, nothing is resolved.
    const yaml = parseYaml(text, 'failsafe')
    return yaml.isOnly ? question(mapOf(yaml.document.contents), yaml) : undefined
  } catch {
    // Unsure, no YAML, too much of it, or nested so deeply that the parser gave up.
    return undefined
  }
}

/** The running job, where the file leaves no doubt that it is this one. */
function jobIn(workflow: YAMLMap, { job, actionRepository }: InJob): Pair | undefined {
  const jobs = mapOf(entryOf(workflow, 'jobs')?.value)
  const [own, twin] = jobs.items.filter((pair) => keyOf(pair) === job)
  if (!own || twin) return undefined
  const body = mapOf(own.value)
  // A job that calls a reusable workflow runs in another file.
  if (entryOf(body, 'uses')) return undefined
  // The running job may be one of the same name in a called workflow, unless this one uses the action.
  if (jobs.items.some(callsWorkflow) && stepsOf(body, actionRepository).length === 0)
    return undefined
  return own
}

/** The one step of the job that uses this action; none where there are two. */
function stepIn(job: Pair, { actionRepository }: InJob): YAMLMap | undefined {
  const [step, second] = stepsOf(mapOf(job.value), actionRepository)
  return second ? undefined : step
}

/** The offset of the key that the line is asked of. */
interface Place {
  offset: number | undefined
  permissions?: PermissionsPlace
}

function placeIn(workflow: YAMLMap, wanted: Wanted): Place | undefined {
  const { where } = wanted
  const own = jobIn(workflow, wanted)
  if (!own) return undefined
  if (where === 'permissions') return permissionsPlace(workflow, own)
  if (where === 'environment')
    return { offset: keyOffset(entryOf(mapOf(own.value), 'environment')) }
  const step = stepIn(own, wanted)
  if (!step) return undefined
  const input = where === 'step' ? undefined : withOf(step, where.input)
  return { offset: keyOffset(input) ?? keyOffset(entryOf(step, 'uses')) }
}

/** The block that counts for the job: its own, else the workflow's. */
function permissionsPlace(workflow: YAMLMap, job: Pair): Place | undefined {
  const own = entryOf(mapOf(job.value), 'permissions')
  const block = own ?? entryOf(workflow, 'permissions')
  // What is granted here is lost elsewhere: at the caller of this file, or in another version of it.
  if (grantsIdToken(block)) return undefined
  if (!block) return { offset: keyOffset(job), permissions: 'no-block' }
  // One word, `{}`, or nothing: there is no line to which another could be added.
  const isList = isMap(block.value) && block.value.flow !== true
  const permissions = !isList ? 'no-list' : own ? 'job-block' : 'workflow-block'
  return { offset: keyOffset(block), permissions }
}

/** Whether a block of permissions lets its jobs ask for an ID token. */
function grantsIdToken(block: Pair | undefined): boolean {
  if (!block || isAlias(block.value)) return false
  if (!isMap(block.value)) return isText(block.value, 'write-all')
  const permission = entryOf(mapOf(block.value), 'id-token')
  if (isAlias(permission?.value)) throw new Unsure()
  return isText(permission?.value, 'write')
}

function isText(node: unknown, text: string): boolean {
  return isScalar(node) && String(node.value).toLowerCase() === text
}

/** The steps of the job that use this action. */
function stepsOf(job: YAMLMap, actionRepository: string): YAMLMap[] {
  const steps = entryOf(job, 'steps')
  if (!steps) return []
  if (!isSeq(steps.value)) throw new Unsure()
  return steps.value.items
    .map((step) => mapOf(step))
    .filter((step) => isOurs(entryOf(step, 'uses'), actionRepository))
}

function withOf(step: YAMLMap, input: string): Pair | undefined {
  const inputs = entryOf(step, 'with')
  if (!inputs || isEmpty(inputs.value)) return undefined
  return entryOf(mapOf(inputs.value), input)
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && (node.value === null || node.value === ''))
}

function isOurs(uses: Pair | undefined, actionRepository: string): boolean {
  if (!uses) return false
  if (!isScalar(uses.value)) throw new Unsure()
  const text = String(uses.value.value).toLowerCase()
  if (text === './') return true
  return actionRepository !== '' && text.startsWith(`${actionRepository.toLowerCase()}@`)
}

function callsWorkflow({ value }: Pair): boolean {
  return isMap(value) && value.items.some((pair) => keyOf(pair).toLowerCase() === 'uses')
}

/** A map written out: no alias, no merge key, no key that is not a plain text. */
function mapOf(node: unknown): YAMLMap {
  if (!isMap(node) || node.items.some((pair) => keyOf(pair) === '<<')) throw new Unsure()
  return node
}

/** GitHub reads keys without regard to case; one written twice is not for us to choose from. */
function entryOf(map: YAMLMap, key: string): Pair | undefined {
  const found = map.items.filter((pair) => keyOf(pair).toLowerCase() === key.toLowerCase())
  if (found.length > 1) throw new Unsure()
  return found[0]
}

function keyOf({ key }: Pair): string {
  if (!isScalar(key)) throw new Unsure()
  return String(key.value)
}

function keyOffset(pair: Pair | undefined): number | undefined {
  if (!pair) return undefined
  // An alias is changed where it points to, and that may be another job's too.
  if (isAlias(pair.value)) throw new Unsure()
  return isScalar(pair.key) ? pair.key.range?.[0] : undefined
}
