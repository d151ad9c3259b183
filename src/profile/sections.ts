// The sections of one of AWS's shared files: whose they are, and where its readers would not read them alike.
import type { ProfileFile, ProfileProblem } from '../model.js'
import { type Line, profileIn } from './ini.js'

/** Where the text is one that its readers do not read alike, so that nobody can say where a section would go. */
export interface ProfileOddity {
  problem: ProfileProblem
  /** From 1; 0 where it is the whole file. */
  line: number
}

export interface Section {
  /** Where its first line stood in the file as it was read, from 1. */
  readonly line: number
  /** Its header first; what stands before the first header has none. */
  lines: Line[]
}

/** What keeps everybody from changing this text. */
export function oddText(text: string): ProfileOddity | undefined {
  const nul = text.indexOf('\0')
  if (nul >= 0) return { problem: 'nul', line: lineAt(text, nul) }
  const bareReturn = text.search(/\r(?!\n)/)
  return bareReturn < 0 ? undefined : { problem: 'carriage-return', line: lineAt(text, bareReturn) }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Each line is gone over once: a file may have a header in every line. */
export function sectionsOf(lines: readonly Line[]): [head: Section, ...rest: Section[]] {
  const sections: [Section, ...Section[]] = [{ line: 1, lines: [] }]
  let last: Section = sections[0]
  for (const [index, line] of lines.entries()) {
    if (line.sort === 'header') {
      last = { line: index + 1, lines: [] }
      sections.push(last)
    }
    last.lines.push(line)
  }
  return sections
}

/** The sections by their profiles, as one of the two files has them. */
export class SectionIndex {
  /** What is wrong with the text for whatever profile. */
  readonly odd: ProfileOddity | undefined
  readonly #file: ProfileFile
  readonly #sections = new Map<string, Section[]>()
  /** Lines that look like a header of the profile, but are indented. */
  readonly #indented = new Map<string, number>()

  constructor([head, ...sections]: readonly [Section, ...Section[]], file: ProfileFile) {
    this.#file = file
    const early = head.lines.findIndex(({ sort }) => sort === 'setting')
    const closed = sections.find(({ lines: [header] }) => header && this.#nameIn(header) === null)
    if (early >= 0) this.odd = { problem: 'before-sections', line: early + 1 }
    else if (closed) this.odd = { problem: 'header', line: closed.line }
    for (const section of sections) {
      this.add(section)
      for (const [index, { text }] of section.lines.entries()) {
        if (!isIndentedHeader(text)) continue
        const name = profileIn(text.trim(), file)
        if (name && !this.#indented.has(name)) this.#indented.set(name, section.line + index)
      }
    }
  }

  of(profile: string): Section | undefined {
    return this.#sections.get(profile)?.[0]
  }

  add(section: Section): void {
    const name = this.#nameIn(section.lines[0])
    if (!name) return
    const same = this.#sections.get(name)
    if (same) same.push(section)
    else this.#sections.set(name, [section])
  }

  remove(section: Section): void {
    const name = this.#nameIn(section.lines[0])
    const rest = this.#sections.get(name ?? '')?.filter((one) => one !== section)
    if (name && rest) this.#sections.set(name, rest)
  }

  /** What keeps the section of this profile from being set or taken out safely; undefined where nothing does. */
  oddOf(profile: string): ProfileOddity | undefined {
    const [own, second] = this.#sections.get(profile) ?? []
    if (second) return { problem: 'duplicate', line: second.line }
    // `  [name]`: for botocore the rest of the value before it, for the SDKs a section. Only where it touches ours.
    const inside = own?.lines.findIndex(({ text }) => isIndentedHeader(text)) ?? -1
    const lines = [
      ...(own && inside >= 0 ? [own.line + inside] : []),
      ...(this.#indented.has(profile) ? [this.#indented.get(profile) ?? 0] : []),
    ]
    return lines.length === 0 ? undefined : { problem: 'indented-header', line: Math.min(...lines) }
  }

  #nameIn(header: Line | undefined): string | undefined | null {
    return header && profileIn(header.text, this.#file)
  }
}

function isIndentedHeader(text: string): boolean {
  return /^\s+\[/.test(text)
}
