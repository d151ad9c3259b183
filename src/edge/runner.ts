// The runner: the only file that speaks through @actions/core, and that reads the environment and the runner's files.
import { createHash, randomUUID } from 'node:crypto'
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
import * as core from '@actions/core'
import type { Failure, Result } from '../model.js'
import type { Runner } from '../world.js'
import { Masks } from './masks.js'
import { refuse, replaceWhole } from './private-files.js'
import { readBelow } from './read-below.js'

const STATE = 'variables'
const LOST = {
  GITHUB_OUTPUT: 'Later steps do not get all outputs of this one',
  GITHUB_STATE: 'The post step cannot put back all that this step changes',
}
const SAY = { error: core.error, warning: core.warning, notice: core.notice }

/** What the post step needs to know of one variable: what the job had, and how to tell that it still holds ours. */
interface Remembered {
  before: string
  ours: string
}

export function makeRunner(env: NodeJS.ProcessEnv = process.env): Runner {
  const state: Record<string, Remembered> = {}
  const masks = new Masks()
  // The runner masks only an annotation's message; we leave no secret in anything that we write.
  const clean = (text: string): string => masks.clean(text)
  const told = new Set<string>()
  /** The sign-in has succeeded or failed by then: a file of the runner that cannot be written changes nothing of it. */
  const keep = (variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', name: string, value: string): void => {
    const file = env[variable]
    // Without its file the toolkit would print the value to the log.
    if (!file) return
    try {
      append(file, { [name]: value })
    } catch (error) {
      if (told.has(variable)) return
      told.add(variable)
      core.info(clean(`${LOST[variable]}: ${variable} (${file}) was not written: ${codeOf(error)}`))
    }
  }
  return {
    input: (name) => core.getInput(name),
    env: (name) => env[name],
    event: () => readEvent(env['GITHUB_EVENT_PATH']),
    mask(value) {
      if (masks.add(value)) core.setSecret(value)
    },
    info: (line) => core.info(clean(line)),
    debug: (line) => core.debug(clean(line)),
    annotate({ severity, title, message, file, line }) {
      const place = file === undefined || line === undefined ? {} : { file, startLine: line }
      SAY[severity](clean(message), { title: clean(title), ...place })
    },
    setOutput: (name, value) => keep('GITHUB_OUTPUT', name, value),
    exportVariables: (variables) => exportAll(variables, env['GITHUB_ENV'] ?? ''),
    rememberVariables(variables) {
      if (!env['GITHUB_STATE']) return
      for (const [name, value] of Object.entries(variables)) {
        // Said twice, what the job had is what it had at first: what came between is ours.
        const before = state[name]?.before ?? env[name] ?? ''
        if (/KEY|TOKEN/.test(name)) this.mask(before)
        state[name] = { before, ours: digest(value) }
      }
      keep('GITHUB_STATE', STATE, JSON.stringify(state))
    },
    restoreVariables() {
      const kept = JSON.parse(core.getState(STATE) || '{}') as Record<string, Remembered>
      const ours = Object.entries(kept).filter(
        ([name, { ours }]) => digest(env[name] ?? '') === ours,
      )
      if (ours.length === 0) return []
      const before = Object.fromEntries(ours.map(([name, had]) => [name, had.before]))
      // Without its file the toolkit would print the values to the log.
      const put = exportAll(before, env['GITHUB_ENV'] ?? '')
      if (!put.ok) throw new Error(`the job's environment file, GITHUB_ENV, was not written`)
      return Object.keys(before)
    },
    remember: (name, data) => keep('GITHUB_STATE', name, JSON.stringify(data)),
    recall(name) {
      const text = core.getState(name)
      return text === '' ? undefined : JSON.parse(text)
    },
    async writeSummary(markdown) {
      if (!env['GITHUB_STEP_SUMMARY']) return
      try {
        await core.summary.addRaw(clean(markdown), true).write()
      } catch (error) {
        // The annotations say the same; a page that cannot be written fails nothing.
        core.debug(clean(`The job summary could not be written: ${codeOf(error)}`))
      }
    },
    writeFile: (path, text) => write(path, masks.cleanJson(text)),
    readFile: readBelow,
    fail() {
      process.exitCode = 1
    },
  }
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

function readEvent(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message
}

function exportAll(variables: Readonly<Record<string, string>>, file: string): Result<void> {
  const failed = (code: string): Result<void> => ({
    ok: false,
    failure: { kind: 'file', path: file || 'GITHUB_ENV', what: "the job's environment file", code },
  })
  if (file === '') return failed('not set')
  try {
    append(file, variables)
    Object.assign(process.env, variables)
    return { ok: true, value: undefined }
  } catch (error) {
    return failed(codeOf(error))
  }
}

/** All of them at once, in the form that the toolkit writes; a file that cannot take them is as it was. */
function append(file: string, values: Readonly<Record<string, string>>): void {
  const delimiter = `ghadelimiter_${randomUUID()}`
  const entries = Object.entries(values)
  if (entries.flat().some((text) => text.includes(delimiter))) refuse('the delimiter is in a value')
  const text = entries
    .map(([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL))
    .join('')
  const { size } = statSync(file)
  try {
    appendFileSync(file, text)
  } catch (error) {
    try {
      truncateSync(file, size)
    } catch {
      // It could not be written, so there is nothing of ours to take back.
    }
    throw error
  }
}

function write(path: string, text: string): Result<void> {
  try {
    makeDirectory(dirname(path))
    const seen = lstatSync(path, { throwIfNoEntry: false })
    if (seen?.isSymbolicLink()) refuse('LINK')
    if (seen?.isDirectory()) refuse('EISDIR')
    if (seen && !seen.isFile()) refuse('NOT_A_FILE')
    replaceWhole(path, text)
    return { ok: true, value: undefined }
  } catch (error) {
    const failure: Failure = { kind: 'file', path, what: 'the report file', code: codeOf(error) }
    return { ok: false, failure }
  }
}

/** Node's own recursive mkdir does not come back for a path below /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  makeDirectory(dirname(path))
  mkdirSync(path)
}
