// Files of this user's: read without following links, and replaced whole or not at all.
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  opendirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Failure, FileReason, JobFile } from '../model.js'
import { whenLetGo } from './held-files.js'

/** Windows has no such flag; there the look at the file itself has to do. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

export interface Content {
  bytes: Buffer
  mode: number
  uid: number
  gid: number
}

/** The system's code, or Node's; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/** What is refused here, before the system is asked. */
class Refusal extends Error {
  readonly why: FileReason

  constructor(why: FileReason) {
    super(why.reason)
    this.why = why
  }
}

export function refuse(why: FileReason): never {
  throw new Refusal(why)
}

/** Why the system, or `refuse`, did not do it; undefined for any other error. */
export function reasonOf(error: unknown): FileReason | undefined {
  if (error instanceof Refusal) return error.why
  const errno = codeOf(error)
  return errno === undefined ? undefined : { reason: 'os', errno }
}

/** That of a file which could not be read or written. */
export function fileFailure(
  file: JobFile,
  path: string,
  why: FileReason,
): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind: 'file', file, path, ...why } }
}

/** The file's bytes; undefined where there is none. Links, what is no file, and what is too large are refused. */
export function readRegular(path: string, most: number): Content | undefined {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  if (!seen) return undefined
  if (seen.isSymbolicLink()) refuse({ reason: 'link' })
  // Before it is opened: to open a pipe is to wait for whoever writes it.
  if (!seen.isFile()) refuse({ reason: 'not-a-file' })
  const file = openSync(path, constants.O_RDONLY | NO_FOLLOW)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) refuse({ reason: 'not-a-file' })
    if (stat.size > most) refuse({ reason: 'too-large' })
    const { mode, uid, gid } = stat
    return { bytes: readFileSync(file), mode: mode & 0o7777, uid, gid }
  } finally {
    closeSync(file)
  }
}

/** Makes the folder where there is none, for this user alone; a link in its place is refused. */
export function makePrivateFolder(folder: string): void {
  const seen = lstatSync(folder, { throwIfNoEntry: false })
  if (!seen) {
    // One by one: Node's own recursive mkdir does not come back for a path below /proc.
    const parent = dirname(folder)
    // A drive or a share that is not there has no parent: to make it fails, with the system's reason.
    if (parent !== folder && !existsSync(parent)) makePrivateFolder(parent)
    try {
      mkdirSync(folder, 0o700)
    } catch (error) {
      // Another process may have been quicker.
      if (codeOf(error) !== 'EEXIST') throw error
      makePrivateFolder(folder)
    }
  } else if (seen.isSymbolicLink()) refuse({ reason: 'link' })
  else if (!seen.isDirectory()) refuse({ reason: 'os', errno: 'ENOTDIR' })
}

/** The whole text in a temporary file beside `path`, ready to be renamed to it; with `flush`, to outlast a machine that stops. */
export function stage(
  path: string,
  bytes: Uint8Array,
  like?: Partial<Content>,
  flush = true,
): string {
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
    if (flush) fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}

/** More than so many entries of a folder are not looked through. */
const MOST_ENTRIES = 10_000

/**
 * Takes away what a process that was killed had staged for `path`: whole copies of the file. `before`, in ms since the
 * epoch: only what is older, where another process may be about to rename its own.
 */
export function removeStaged(path: string, before = Number.POSITIVE_INFINITY): void {
  const [parent, name] = [dirname(path), `${basename(path)}.`]
  const isOurs = (file: string): boolean =>
    file.startsWith(name) &&
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(file.slice(name.length))
  try {
    const folder = opendirSync(parent)
    try {
      for (let n = 0; n < MOST_ENTRIES; n++) {
        const entry = folder.readSync()
        if (!entry) return
        const file = join(parent, entry.name)
        if (entry.isFile() && isOurs(entry.name) && lstatSync(file).mtimeMs < before) rmSync(file)
      }
    } finally {
      folder.closeSync()
    }
  } catch {
    // Not ours to read, or gone meanwhile: what lies there was not made by this user, or is taken away by another.
  }
}

/** The file has this text, or is as it was. */
export function replaceWhole(path: string, text: string, flush = true): void {
  for (let last = false; ; last = true) {
    const temporary = stage(path, Buffer.from(text), {}, flush)
    try {
      whenLetGo(() => renameSync(temporary, path))
      return
    } catch (error) {
      rmSync(temporary, { force: true })
      // Another process may have held it for one that was left behind.
      if (last || codeOf(error) !== 'ENOENT') throw error
    }
  }
}
