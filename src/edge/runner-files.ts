// The runner's own files: the event is read from one, and the others are appended to. Only regular files of a size that a job can have are touched: to open a pipe is to wait for its other end.
import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { EOL } from 'node:os'
import { dirname } from 'node:path'
import { LARGEST_RUNNER_FILE } from '../aws/limits.js'
import { processStart } from './clock.js'
import { refuse, removeStaged, replaceWhole } from './private-files.js'

/** In bytes. */
function sizeOf(path: string): number {
  const stat = statSync(path)
  if (stat.isDirectory()) refuse({ reason: 'os', errno: 'EISDIR' })
  if (!stat.isFile()) refuse({ reason: 'not-a-file' })
  if (stat.size > LARGEST_RUNNER_FILE) refuse({ reason: 'too-large' })
  return stat.size
}

/** The event that started the run; undefined where there is none, or none that can be read. */
export function readEvent(path: string | undefined): unknown {
  if (!path) return undefined
  try {
    sizeOf(path)
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * All of them at once, in the form that the toolkit writes; a file that cannot take them is as it was. Returns
 * what makes it so again: the file is this step's alone.
 */
export function appendValues(file: string, values: Readonly<Record<string, string>>): () => void {
  const delimiter = `ghadelimiter_${randomUUID()}`
  const entries = Object.entries(values)
  if (entries.flat().some((text) => text.includes(delimiter))) refuse({ reason: 'delimiter' })
  const text = entries
    .map(([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL))
    .join('')
  const size = sizeOf(file)
  const undo = (): void => {
    try {
      truncateSync(file, size)
    } catch {
      // It cannot be written, so nothing more can be done about it.
    }
  }
  try {
    appendFileSync(file, text)
    return undo
  } catch (error) {
    undo()
    throw error
  }
}

/** The job summary, which other steps and other actions write to as well. */
export function appendPage(file: string, markdown: string): void {
  sizeOf(file)
  appendFileSync(file, markdown)
}

/** The report: whole, or as it was. */
export function writeReport(path: string, text: string): void {
  makeDirectory(dirname(path))
  const seen = lstatSync(path, { throwIfNoEntry: false })
  if (seen?.isSymbolicLink()) refuse({ reason: 'link' })
  if (seen?.isDirectory()) refuse({ reason: 'os', errno: 'EISDIR' })
  if (seen && !seen.isFile()) refuse({ reason: 'not-a-file' })
  sweepBeside(path)
  // It is of this job: a machine that stops takes the job with it.
  replaceWhole(path, text, false)
}

/** No lock keeps others away here: what was staged since this process began may be another's that is still at work. */
export function sweepBeside(path: string): void {
  removeStaged(path, processStart())
}

/** Node's own recursive mkdir does not come back for a path below /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  // A drive or a share that is not there has no parent.
  if (parent !== path) makeDirectory(parent)
  mkdirSync(path)
}
