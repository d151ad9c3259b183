// AWS's shared files: changed all or none, under a lock, by renaming; links and what is no text are left alone.
import { createHash } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { LARGEST_PROFILE_FILE } from '../aws/limits.js'
import type { Failure, ProfileFile, Result } from '../model.js'
import type { Changed, Clock, FileEdit, Profiles } from '../world.js'
import { type Patience, type Waiting, whileLocked } from './file-lock.js'
import { whenLetGo } from './held-files.js'
import { type Content, fileFailure, readRegular, reasonOf, stage } from './private-files.js'
import { holdSignals } from './signals.js'

/**
 * A change takes milliseconds. The wait is that for all locks of a change and of taking it back: longer than a lock is
 * good for, since the run before may have been killed a moment ago, and left one.
 */
const PATIENCE = { waitMs: 12_000, staleMs: 10_000 }
const FINE: Result<void> = { ok: true, value: undefined }

interface Plan {
  path: string
  file: ProfileFile
  before: Content | undefined
  /** undefined: no file. */
  after: string | undefined
  staged?: string
}

class ChangeFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

export function makeProfiles(
  clock: Clock,
  env: NodeJS.ProcessEnv = process.env,
  patience: Patience = PATIENCE,
): Profiles {
  const change = async (
    edits: readonly FileEdit[],
    before: () => Result<void>,
    left: Patience,
  ): Promise<Result<Changed>> => {
    const signals = holdSignals()
    try {
      // Before anything is laid beside a device or a link.
      for (const edit of byPath(edits)) planOf(edit)
      const waiting = Object.assign(left, { clock, isOver: signals.told })
      const plans = await withLocks(edits, waiting, () => {
        const made = plansFor(edits)
        const ready = before()
        if (!ready.ok) throw new ChangeFailed(ready.failure)
        applyPlans(made)
        return made
      })
      const undo = () => change(plans.map(undoing), () => FINE, left)
      return { ok: true, value: { undo } }
    } catch (error) {
      if (error instanceof ChangeFailed) return { ok: false, failure: error.failure }
      throw error
    } finally {
      await signals.release()
    }
  }
  return {
    files: () => ({
      credentials: sharedFilePath(env['AWS_SHARED_CREDENTIALS_FILE'], 'credentials', env),
      config: sharedFilePath(env['AWS_CONFIG_FILE'], 'config', env),
    }),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    change: (edits, before = () => FINE) => change(edits, before, { ...patience }),
  }
}

/** As botocore and the SDKs find them: the variable, `~` for the home directory, else `.aws` below it. */
function sharedFilePath(named: string | undefined, name: string, env: NodeJS.ProcessEnv): string {
  const home =
    (process.platform === 'win32' ? env['USERPROFILE'] : env['HOME']) || env['HOME'] || homedir()
  if (!named) return join(home, '.aws', name)
  return resolve(named.replace(/^~(?=$|[/\\])/, home))
}

function byPath(edits: readonly FileEdit[]): FileEdit[] {
  return [...new Map(edits.map((edit) => [edit.path, edit])).values()]
}

/** What `work` throws, as a failure that names the file; any other throw is a bug of ours. */
function namingFile<T>({ path, file }: Pick<FileEdit, 'path' | 'file'>, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const why = reasonOf(error)
    throw why ? new ChangeFailed(fileFailure(file, path, why).failure) : error
  }
}

/**
 * Locks of all files, always in the same order, so that no two processes wait for each other. What is waited for one
 * of them is taken from `waiting`, for the next and for taking it back.
 */
async function withLocks<T>(
  edits: readonly FileEdit[],
  waiting: Waiting,
  work: () => T,
): Promise<T> {
  const [first, ...rest] = byPath(edits).sort((a, b) => (a.path < b.path ? -1 : 1))
  if (!first) return work()
  const { clock } = waiting
  const from = clock.monotonic()
  try {
    const next = (): Promise<T> => {
      waiting.waitMs = Math.max(0, waiting.waitMs - (clock.monotonic() - from))
      return withLocks(rest, waiting, work)
    }
    return await whileLocked(first.path, waiting, next)
  } catch (error) {
    return namingFile(first, () => {
      throw error
    })
  }
}

/** What each file is to hold, worked out before the first of them is touched. */
function plansFor(edits: readonly FileEdit[]): Plan[] {
  const plans = new Map<string, Plan>()
  for (const edit of edits) {
    const plan = plans.get(edit.path) ?? planOf(edit)
    plans.set(edit.path, plan)
    const edited = edit.edit(plan.after)
    if (!edited.ok) throw new ChangeFailed(edited.failure)
    plan.after = edited.value
  }
  return [...plans.values()].filter(({ before, after }) => after !== textOf(before))
}

function planOf(edit: FileEdit): Plan {
  const { path, file } = edit
  return namingFile(edit, () => {
    const before = readRegular(path, LARGEST_PROFILE_FILE)
    return { path, file, before, after: textOf(before) }
  })
}

/** Its text with the byte order mark; what is no UTF-8 is refused with Node's ERR_ENCODING_INVALID_ENCODED_DATA. */
function textOf(content: Content | undefined): string | undefined {
  if (!content) return undefined
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes)
}

/** All are written beside their files first; renaming comes last, and is taken back where one fails. */
function applyPlans(plans: readonly Plan[]): void {
  const done: Plan[] = []
  try {
    for (const plan of plans) namingFile(plan, () => stageChange(plan))
    for (const plan of plans) {
      namingFile(plan, () => putInPlace(plan))
      done.push(plan)
    }
  } catch (error) {
    for (const { staged } of plans) if (staged !== undefined) rmSync(staged, { force: true })
    for (const plan of done) takeBack(plan)
    throw error
  }
}

function stageChange(plan: Plan): void {
  const { path, before, after } = plan
  if (after === undefined) return
  plan.staged = stage(path, Buffer.from(after), before)
}

function putInPlace({ path, staged }: Plan): void {
  whenLetGo(() => (staged === undefined ? rmSync(path) : renameSync(staged, path)))
}

function takeBack({ path, before }: Plan): void {
  try {
    const staged = before && stage(path, before.bytes, before)
    whenLetGo(() => (staged ? renameSync(staged, path) : rmSync(path, { force: true })))
  } catch {
    // The failure that led here names the reason; it is the same file system.
  }
}

/** Puts back what there was, unless somebody else has changed the file since. */
function undoing({ path, file, before, after }: Plan): FileEdit {
  const edit = (text: string | undefined): Result<string | undefined> => ({
    ok: true,
    value: text === after ? textOf(before) : text,
  })
  return { path, file, edit }
}
