// A lock among processes: a file beside the one that it is for, made by whoever holds it.
import { randomInt, randomUUID } from 'node:crypto'
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../world.js'
import { whenLetGo } from './held-files.js'
import { codeOf, makePrivateFolder, refuse, removeStaged } from './private-files.js'
import { beforeEnding } from './signals.js'

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

const lockOf = (path: string): string => `${path}.lock`
/** Held by whoever takes a stale lock away. */
const guardOf = (lock: string): string => `${lock}.clear`

/** What a process that was killed may leave beside `path`. */
export function lockFilesOf(path: string): readonly string[] {
  return [lockOf(path), guardOf(lockOf(path))]
}

/**
 * Runs `work` while no other process does so for the same path. Refuses with `locked` after waiting in vain, or where
 * `isOver`.
 */
export async function whileLocked<T>(
  path: string,
  { clock, waitMs, staleMs, isOver = () => false }: Waiting,
  work: () => T | Promise<T>,
): Promise<T> {
  const lock = lockOf(path)
  makePrivateFolder(dirname(path))
  const token = randomUUID()
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock, staleMs)
    if (waited >= waitMs || isOver()) refuse({ reason: 'locked' })
    const pause = randomInt(STEP_MS, 2 * STEP_MS)
    waited += pause
    await clock.sleep(pause)
  }
  const letGo = (): void => {
    if (isHeldBy(lock, token)) whenLetGo(() => rmSync(lock, { force: true }))
  }
  // Others would wait for a process that is gone.
  const forget = beforeEnding(letGo)
  try {
    // However new: whoever staged it holds the lock no longer.
    removeStaged(path)
    return await work()
  } finally {
    forget()
    letGo()
  }
}

function createFile(path: string, text: string): boolean {
  try {
    whenLetGo(() => writeFileSync(path, text, { flag: 'wx', mode: 0o600 }))
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

/** Takes a stale lock away. One process at a time, or the second would take away the lock of the first. */
function clearStaleLock(lock: string, clock: Clock, staleMs: number): void {
  if (!isStale(lock, clock, staleMs)) return
  const guard = guardOf(lock)
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
