// What a profile's section held before this step replaced it: kept without its comments, which stay in the file, and put back to the byte.
import type { ProfileFile } from '../model.js'
import { BOM, linesOf, sectionsOf, staysIn } from './ini.js'

export interface PreviousProfile {
  /** How many lines of the file stood above it. */
  from: number
  /** Its lines with their ends; null for each comment and blank line. */
  lines: readonly (string | null)[]
  /** How the line ended that is the file's last one while ours stands there, or nothing. */
  end: string
}

/** undefined where the profile has no section. */
export function previousIn(
  text: string,
  name: string,
  file: ProfileFile,
): PreviousProfile | undefined {
  const lines = linesOf(withoutBom(text))
  const [section] = sectionsOf(lines, name, file)
  if (!section) return undefined
  const { from, to } = section
  const own = lines.slice(from, to)
  const last = own.findLast(staysIn) ?? lines[from - 1]
  const end = /\r?\n$/.exec(last?.raw ?? '')?.[0] ?? '\n'
  return { from, lines: own.map((line) => (staysIn(line) ? null : line.raw)), end }
}

export function isSameProfile(one: PreviousProfile, other: PreviousProfile | undefined): boolean {
  return JSON.stringify(one.lines) === JSON.stringify(other?.lines)
}

/**
 * Puts it in the place of the profile's section. Where there is none: in an `untouched` text, in the place that it was taken out of,
 * else at the end. Comments that have come since stay behind it.
 */
export function putBack(
  { text, untouched }: { text: string; untouched: boolean },
  name: string,
  file: ProfileFile,
  { from, lines: had, end }: PreviousProfile,
): string {
  const lines = linesOf(withoutBom(text))
  const stayed = had.filter((line) => line === null).length
  const gap = untouched ? { from, to: from + stayed } : { from: lines.length, to: lines.length }
  const place = sectionsOf(lines, name, file)[0] ?? gap
  const comments = lines.slice(place.from, place.to).filter(staysIn)
  const raws = [
    ...lines.slice(0, place.from).map(({ raw }) => raw),
    ...had.flatMap((line) => line ?? comments.shift()?.raw ?? []),
    ...comments.map(({ raw }) => raw),
    ...lines.slice(place.to).map(({ raw }) => raw),
  ]
  return text.slice(0, text.length - withoutBom(text).length) + withLineEnds(raws, end).join('')
}

/** Values that must not be shown: of keys and tokens, and command lines, which may hold some. */
export function secretsIn({ lines }: PreviousProfile): string[] {
  let isSecret = false
  let level = Number.POSITIVE_INFINITY
  return lines.flatMap((line) => {
    const [, indent = '', name = '', own = ''] =
      /^(\s*)([^\s[=:][^=:]*)[=:]([\s\S]*)$/.exec(line ?? '') ?? []
    const named = SECRET.test(name) && !/_file\s*$/i.test(name)
    // A line that is indented further goes on with the value before it (botocore), or is a setting (the SDKs).
    const begins = name !== '' && indent.length <= level
    if (begins) {
      isSecret = named
      level = indent.length
    }
    const values = [...(isSecret && !begins ? [line ?? ''] : []), ...(named ? [own] : [])]
    return values.flatMap((text) => [
      text.trim(),
      text
        .trim()
        .replace(/\s[#;].*$/, '')
        .trim(),
    ])
  })
}

const SECRET = /key|token|secret|passw|^credential_process\s*$/i

function withoutBom(text: string): string {
  return text.startsWith(BOM) ? text.slice(BOM.length) : text
}

/** Each line ends, but the last one as it does. */
function withLineEnds(raws: readonly string[], end: string): string[] {
  return raws.map((raw, index) =>
    raw.endsWith('\n') || index === raws.length - 1 ? raw : raw + end,
  )
}
