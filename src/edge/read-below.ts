// Files below a folder: text of a bounded size, links resolved before it is asked whether they lead out.
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Result, TokenFileProblem } from '../model.js'

export function readBelow(
  path: string,
  root: string,
  maxBytes: number,
  strictly = false,
): Result<string> {
  const failed = (problem: TokenFileProblem, detail = ''): Result<string> => ({
    ok: false,
    failure: { kind: 'token-file', path, problem, detail },
  })
  try {
    const top = realpathSync(root)
    const asked = relative(root, resolve(root, path))
    if (strictly && leadsOut(asked)) return failed('outside')
    const real = realpathSync(resolve(root, path))
    if (strictly && real !== resolve(top, asked)) return failed('outside', LINK)
    if (!isAbsolute(path) && leadsOut(relative(top, real))) return failed('outside')
    const { size, isDirectory, isFile } = statOf(real)
    if (isDirectory) return failed('directory')
    // Reading a pipe would wait for whoever writes it.
    if (strictly && !isFile) return failed('unreadable', 'no regular file')
    if (size > maxBytes) return failed('too-large', `${size} bytes`)
    const text = readFileSync(real, 'utf8')
    return text.trim() === '' ? failed('empty') : { ok: true, value: text }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return code === 'ENOENT' || code === 'ENOTDIR' ? failed('missing') : failed('unreadable', code)
  }
}

/** The detail of a path that a link is part of. */
const LINK = 'link'

function leadsOut(away: string): boolean {
  return /^\.\.($|[/\\])/.test(away) || isAbsolute(away)
}

function statOf(path: string): { size: number; isDirectory: boolean; isFile: boolean } {
  const stat = statSync(path)
  return { size: stat.size, isDirectory: stat.isDirectory(), isFile: stat.isFile() }
}
