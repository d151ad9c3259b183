// A lock among processes: a file beside the one that it is for, made by whoever holds it.
import { randomInt, randomUUID } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Clock } from '../world.js'
import { codeOf, makePrivateFolder, refuse } from './private-files.js'

export interface Patience {
  /** How long to wait for another process. */
  waitMs: number
  /** A lock older than this was left behind by a process that is gone. */
  staleMs: number
}

/** How a lock is waited for, and by which clock. */
export interface Waiting extends Patience {
  clock: Clock
  /** Waiting has no more sense: the process is told to end. */
  isOver?: () => boolean
}

const STEP_MS = 20

/**
 * Runs `work` while no other process does so for the same path. Refuses with `locked` after waiting in vain, or where
 * `isOver`.
 */
export async function whileLocked<T>(
  path: string,
  { clock, waitMs, staleMs, isOver = () => false }: Waiting,
  work: () => T | Promise<T>,
): Promise<T> {
  const lock = `${path}.lock`
  makePrivateFolder(dirname(path))
  const token = randomUUID()
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock, staleMs)
    if (waited >= waitMs || isOver()) refuse({ reason: 'locked' })
    const pause = randomInt(STEP_MS, 2 * STEP_MS)
    waited += pause
    await clock.sleep(pause)
  }
  try {
    removeStaged(path, clock, staleMs)
    return await work()
  } finally {
    if (isHeldBy(lock, token)) unlinkSync(lock)
  }
}

function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isHeldBy(lock: string, token: string): boolean {
  try {
    return readFileSync(lock, 'utf8') === token
  } catch {
    return false
  }
}

function isStale(path: string, clock: Clock, staleMs: number): boolean {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  return seen !== undefined && clock.now() - seen.mtimeMs > staleMs
}

/** What a process that was killed had staged (`stage`): whole copies of the file. Under the lock, nobody else's is new. */
function removeStaged(path: string, clock: Clock, staleMs: number): void {
  const [folder, name] = [dirname(path), `${basename(path)}.`]
  try {
    for (const file of readdirSync(folder)) {
      const own = file.startsWith(name) && /^[\da-f-]{36}\.tmp$/.test(file.slice(name.length))
      if (own && isStale(join(folder, file), clock, staleMs))
        rmSync(join(folder, file), { force: true })
    }
  } catch {
    // Not ours to read: what lies there was not made by this user either.
  }
}

/** Takes a stale lock away. One process at a time, or the second would take away the lock of the first. */
function clearStaleLock(lock: string, clock: Clock, staleMs: number): void {
  if (!isStale(lock, clock, staleMs)) return
  const guard = `${lock}.clear`
  if (!createFile(guard, '')) {
    if (isStale(guard, clock, staleMs)) rmSync(guard, { force: true })
    return
  }
  try {
    if (isStale(lock, clock, staleMs)) rmSync(lock, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}
