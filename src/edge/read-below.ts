// Files below a folder: text of a bounded size, links resolved before it is asked whether they lead out.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Result, TokenFileFailure } from '../model.js'

/** Problems that need no further data. */
type PlainProblem = Exclude<TokenFileFailure['problem'], 'too-large' | 'unreadable'>

export function readBelow(
  path: string,
  root: string,
  maxBytes: number,
  strictly = false,
): Result<string> {
  const refused = (failure: TokenFileFailure): Result<string> => ({
    ok: false,
    failure: { kind: 'token-file', ...failure },
  })
  const failed = (problem: PlainProblem): Result<string> => refused({ path, problem })
  try {
    const top = realpathSync(root)
    const asked = relative(root, resolve(root, path))
    if (strictly && leadsOut(asked)) return failed('outside')
    const real = realpathSync(resolve(root, path))
    // By the platform's own rule: on Windows a drive's letter may come in either case.
    if (strictly && relative(resolve(top, asked), real) !== '') return failed('link')
    if (!isAbsolute(path) && leadsOut(relative(top, real))) return failed('outside')
    const stat = statSync(real)
    if (stat.isDirectory()) return failed('directory')
    // To read a pipe or a device is to wait for whoever writes it, or to read without end.
    if (!stat.isFile()) return failed('not-a-file')
    const bytes = readAtMost(real, maxBytes + 1)
    if (!bytes) return failed('not-a-file')
    if (bytes.length > maxBytes) {
      const { size } = stat
      const seen = size > maxBytes ? { size } : { size: maxBytes, over: true as const }
      return refused({ path, problem: 'too-large', ...seen })
    }
    const text = textIn(bytes)
    return text.trim() === '' ? failed('empty') : { ok: true, value: text }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    return missing ? failed('missing') : refused({ path, problem: 'unreadable', errno: code })
  }
}

/** Should a pipe have taken the file's place since it was looked at, opening it does not wait. Windows has no such flag. */
const NO_WAIT = constants.O_NONBLOCK ?? 0

/**
 * UTF-8; or UTF-16 by its byte order mark, in which Windows PowerShell redirects (Microsoft Learn, about_Character_Encoding),
 * or by its first character: of a text in UTF-8, no byte is 0.
 */
function textIn(bytes: Buffer): string {
  const [first = 1, second = 1] = bytes
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
  if (!isLittle && !isBig) return bytes.toString('utf8')
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes)
}

function leadsOut(away: string): boolean {
  return /^\.\.($|[/\\])/.test(away) || isAbsolute(away)
}

/** A file of /proc is larger than it says, so the size is no bound. undefined: no regular file. */
function readAtMost(path: string, most: number): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | NO_WAIT)
  try {
    if (!fstatSync(file).isFile()) return undefined
    const bytes = Buffer.alloc(most)
    let length = 0
    while (length < most) {
      const read = readSync(file, bytes, length, most - length, null)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
