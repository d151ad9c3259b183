// Names of AWS profiles: which of them all readers of the files read alike, and how each file writes them.

import type { ProfileFile, ProfileNameProblem } from '../model.js'

/** What a name must not be for botocore (configparser, shlex) and the SDKs to find it again; undefined where it is fine. */
export function nameProblem(name: string): ProfileNameProblem | undefined {
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name)) return 'control'
  if (/[[\]]/.test(name)) return 'brackets'
  if (/["'\\]/.test(name)) return 'quotes'
  if (/[#;]/.test(name)) return 'comment'
  // configparser lends the settings of [DEFAULT] to every profile; the JavaScript SDK refuses a file with __proto__.
  return name === 'DEFAULT' || name === '__proto__' ? 'reserved' : undefined
}

/** The section of a profile, written as `aws configure` writes it. */
export function headerOf(name: string, file: ProfileFile): string {
  if (file === 'credentials' || name === 'default') return `[${name}]`
  return /\s/.test(name) ? `[profile '${name}']` : `[profile ${name}]`
}

/** The profile that a section belongs to; undefined where it is no profile's, null where its quotes cannot be read. */
export function profileOf(section: string, file: ProfileFile): string | undefined | null {
  const text = section.trim()
  if (file === 'credentials' || text === 'default') return file === 'config' ? 'default' : text
  if (!/^profile\s/.test(text)) return undefined
  const words = shellWords(text)
  if (!words) return null
  return words.length === 2 ? words[1] : undefined
}

const BLANK = /\s*/y
const WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/y
const PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|[^\s'"\\]/g

/** A POSIX shell's words, as Python's shlex splits them: botocore reads `[profile …]` so. */
function shellWords(text: string): string[] | undefined {
  const words: string[] = []
  let at = 0
  while (at < text.length) {
    BLANK.lastIndex = at
    const blank = BLANK.exec(text)?.[0].length ?? 0
    WORD.lastIndex = at + blank
    const word = WORD.exec(text)?.[0]
    if (word === undefined) return undefined
    words.push(
      word.replace(PIECE, (whole, single?: string, double?: string, escaped?: string) => {
        return single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? whole
      }),
    )
    at += blank + word.length
  }
  return words
}
