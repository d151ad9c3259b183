// The runner: the only file that speaks through @actions/core, and that reads the environment and the runner's files.
import { createHash } from 'node:crypto'
import { EOL } from 'node:os'
import * as core from '@actions/core'
import { REQUEST_VARIABLES } from '../model/problem.js'
import type { FileReason, Result } from '../model.js'
import type { Runner } from '../world.js'
import { Masks } from './masks.js'
import { fileFailure, reasonOf } from './private-files.js'
import { readBelow } from './read-below.js'
import { appendPage, appendValues, readEvent, sweepBeside, writeReport } from './runner-files.js'
import { outliveReaders } from './standard-streams.js'

const STATE = 'variables'
const [, REQUEST_TOKEN] = REQUEST_VARIABLES
/** The variables that name the runner's own files. */
const FILES = { GITHUB_ENV: 'env', GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state' } as const
const SAY = { error: core.error, warning: core.warning, notice: core.notice }

/** The outputs that are secrets. */
const CREDENTIALS = new Set(['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'])

type Values = Readonly<Record<string, string>>
const DONE: Result<void> = { ok: true, value: undefined }

/** What the post step needs to know of one variable: what the job had, and how to tell that it still holds ours. */
interface Remembered {
  before: string
  ours: string
}

export function makeRunner(env: NodeJS.ProcessEnv = process.env): Runner {
  outliveReaders()
  const state: Record<string, Remembered> = {}
  const masks = new Masks()
  // It is there from the first moment on, and the runner knows it; it is told all the same once it is used.
  masks.add(env[REQUEST_TOKEN] ?? '')
  const told = new Set([''])
  // The runner masks only an annotation's message; we leave no secret in anything that we write.
  const clean = (text: string): string => masks.clean(text)
  const put = (name: keyof typeof FILES, values: Values): Result<() => void> => {
    const file = env[name] ?? ''
    // Without its file the toolkit would print the values to the log.
    if (file === '') return fileFailure(FILES[name], name, { reason: 'not-set' })
    try {
      return { ok: true, value: appendValues(file, values) }
    } catch (error) {
      return fileFailure(FILES[name], file, fileReasonOf(error))
    }
  }
  const keep = (name: string, data: unknown): Result<void> =>
    withoutValue(put('GITHUB_STATE', { [name]: JSON.stringify(data) }))
  const exportAll = (variables: Values): Result<void> => {
    const done = put('GITHUB_ENV', variables)
    if (done.ok) Object.assign(process.env, variables)
    return withoutValue(done)
  }
  return {
    // The toolkit's own getter does not tell an unset input from an empty one.
    input: (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim(),
    env: (name) => env[name],
    event: () => readEvent(env['GITHUB_EVENT_PATH']),
    mask(value) {
      masks.add(value)
      if (!told.has(value)) core.setSecret(value)
      told.add(value)
    },
    info: (line) => core.info(clean(line)),
    debug(line) {
      // The runner would drop it, after its whole way.
      if (env['RUNNER_DEBUG'] === '1') core.debug(clean(line))
    },
    group(title, lines) {
      core.startGroup(clean(title))
      for (const line of lines) core.info(clean(line))
      core.endGroup()
    },
    annotate({ severity, title, message, file, line }) {
      const place = file === undefined || line === undefined ? {} : { file, startLine: line }
      SAY[severity](clean(message), { title: clean(title), ...place })
    },
    setOutputs(outputs) {
      const values = Object.entries(outputs).map(([name, value]) => [
        name,
        CREDENTIALS.has(name) ? value : masks.cleanValue(value),
      ])
      return put('GITHUB_OUTPUT', Object.fromEntries(values))
    },
    exportVariables: exportAll,
    rememberVariables(variables) {
      if (!env['GITHUB_STATE']) return DONE
      for (const [name, value] of Object.entries(variables)) {
        // Said twice, what the job had is what it had at first: what came between is ours.
        const before = state[name]?.before ?? env[name] ?? ''
        if (/KEY|TOKEN/.test(name)) this.mask(before)
        state[name] = { before, ours: digest(value) }
      }
      return keep(STATE, state)
    },
    restoreVariables() {
      const kept = JSON.parse(core.getState(STATE) || '{}') as Record<string, Remembered>
      const ours = Object.entries(kept).filter(
        ([name, { ours, before }]) =>
          digest(env[name] ?? '') === ours && before !== (env[name] ?? ''),
      )
      if (ours.length === 0) return []
      const before = Object.fromEntries(ours.map(([name, had]) => [name, had.before]))
      if (!exportAll(before).ok)
        throw new Error(`the job's environment file, GITHUB_ENV, was not written`)
      return Object.keys(before)
    },
    remember: keep,
    recall(name) {
      const text = core.getState(name)
      return text === '' ? undefined : JSON.parse(text)
    },
    async writeSummary(markdown) {
      const file = env['GITHUB_STEP_SUMMARY']
      if (!file) return
      try {
        appendPage(file, `${clean(markdown)}${EOL}`)
      } catch (error) {
        const why = fileReasonOf(error)
        const reason = why.reason === 'os' ? why.errno : why.reason
        // A page that cannot be written fails nothing.
        core.warning(
          clean(
            `${file}: ${reason}. Nothing else is lost: the annotations and the log say the same.`,
          ),
          { title: 'aws-oidc-preflight: the job summary could not be written' },
        )
      }
    },
    writeFile(path, text) {
      try {
        writeReport(path, masks.cleanJson(text))
        return DONE
      } catch (error) {
        return fileFailure('report', path, fileReasonOf(error))
      }
    },
    sweepBeside,
    readFile: readBelow,
    fail() {
      process.exitCode = 1
    },
  }
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

function fileReasonOf(error: unknown): FileReason {
  return reasonOf(error) ?? { reason: 'os', errno: (error as Error).message }
}

function withoutValue(result: Result<unknown>): Result<void> {
  return result.ok ? DONE : result
}
