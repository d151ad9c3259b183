// What a profile's section held before this step replaced it: kept without its comments, which stay in the file, and put back to the byte.

export interface PreviousProfile {
  /** How many lines of the file stood above it. */
  from: number
  /** Its lines with their ends; null for each comment and blank line. */
  lines: readonly (string | null)[]
  /** How the line ended that is the file's last one while ours stands there, or nothing. */
  end: string
}

export function isSameProfile(one: PreviousProfile, other: PreviousProfile | undefined): boolean {
  return JSON.stringify(one.lines) === JSON.stringify(other?.lines)
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
