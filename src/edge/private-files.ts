// Files of this user's: read without following links, replaced whole or not at all, and only by one process at a time.
import { randomInt, randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../world.js'

/** Windows has no such flag; there the look at the file itself has to do. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

export interface Content {
  bytes: Buffer
  mode: number
  uid: number
  gid: number
}

/** The code of what the system, or this file, has refused; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function refuse(code: string): never {
  throw Object.assign(new Error(code), { code })
}

/** The file's bytes; undefined where there is none. Throws with a code: the system's, LINK, NOT_A_FILE or TOO_LARGE. */
export function readRegular(path: string, most: number): Content | undefined {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  if (!seen) return undefined
  if (seen.isSymbolicLink()) refuse('LINK')
  // Before it is opened: to open a pipe is to wait for whoever writes it.
  if (!seen.isFile()) refuse('NOT_A_FILE')
  const file = openSync(path, constants.O_RDONLY | NO_FOLLOW)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) refuse('NOT_A_FILE')
    if (stat.size > most) refuse('TOO_LARGE')
    const { mode, uid, gid } = stat
    return { bytes: readFileSync(file), mode: mode & 0o7777, uid, gid }
  } finally {
    closeSync(file)
  }
}

/** Makes the folder where there is none, for this user alone; a link in its place is refused. */
export function makeFolder(folder: string): void {
  const seen = lstatSync(folder, { throwIfNoEntry: false })
  if (!seen) mkdirSync(folder, { recursive: true, mode: 0o700 })
  else if (seen.isSymbolicLink()) refuse('LINK')
  else if (!seen.isDirectory()) refuse('ENOTDIR')
}

/** The whole text in a temporary file beside `path`, on disk, ready to be renamed to it. */
export function stage(path: string, bytes: Uint8Array, like?: Partial<Content>): string {
  const temporary = `${path}.${randomUUID()}.tmp`
  const { O_WRONLY, O_CREAT, O_EXCL } = constants
  const file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | NO_FOLLOW, 0o600)
  try {
    writeFileSync(file, bytes)
    const own = fstatSync(file)
    // Root in a container must not take the file away from the runner's user.
    if (like?.uid !== undefined && (like.uid !== own.uid || like.gid !== own.gid))
      fchownSync(file, like.uid, like.gid ?? own.gid)
    fchmodSync(file, like?.mode ?? 0o600)
    fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}

/** The file has this text, or is as it was. */
export function replaceWhole(path: string, text: string): void {
  const temporary = stage(path, Buffer.from(text))
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

export interface Patience {
  /** How long to wait for another process. */
  waitMs: number
  /** A lock older than this was left behind by a process that is gone. */
  staleMs: number
}

const STEP_MS = 20

/** Runs `work` while no other process does so for the same path. Throws with the code LOCKED after waiting in vain. */
export async function whileLocked<T>(
  path: string,
  clock: Clock,
  patience: Patience,
  work: () => T | Promise<T>,
): Promise<T> {
  const lock = `${path}.lock`
  makeFolder(dirname(path))
  const token = randomUUID()
  for (let waited = 0; !create(lock, token); ) {
    clear(lock, clock, patience.staleMs)
    if (waited >= patience.waitMs) refuse('LOCKED')
    const pause = randomInt(STEP_MS, 2 * STEP_MS)
    waited += pause
    await clock.sleep(pause)
  }
  try {
    return await work()
  } finally {
    if (holds(lock, token)) unlinkSync(lock)
  }
}

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function holds(lock: string, token: string): boolean {
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
function clear(lock: string, clock: Clock, staleMs: number): void {
  if (!isStale(lock, clock, staleMs)) return
  const guard = `${lock}.clear`
  if (!create(guard, '')) {
    if (isStale(guard, clock, staleMs)) rmSync(guard, { force: true })
    return
  }
  try {
    if (isStale(lock, clock, staleMs)) rmSync(lock, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}
