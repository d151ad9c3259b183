// The text of one of AWS's shared files, parsed once: sections of profiles are set, taken out and put back in it, and every other byte is left as it is.
import type { ProfileFile } from '../model.js'
import {
  BOM,
  isOpen,
  type Line,
  lineOf,
  linesOf,
  type Settings,
  sectionLines,
  staysIn,
  withEnd,
  withoutEnd,
} from './ini.js'
import type { PreviousProfile } from './previous-profile.js'
import { oddText, type ProfileOddity, type Section, SectionIndex, sectionsOf } from './sections.js'

export class ProfileText {
  /** As it was read; undefined: there is no file. */
  readonly source: string | undefined
  isThere: boolean
  readonly #mark: string
  readonly #sections: [head: Section, ...rest: Section[]]
  readonly #indexes = new Map<ProfileFile, SectionIndex>()
  readonly #odd: ProfileOddity | undefined
  #lines: number

  constructor(source: string | undefined) {
    const text = source ?? ''
    this.source = source
    this.isThere = source !== undefined
    this.#mark = text.startsWith(BOM) ? BOM : ''
    this.#odd = oddText(text)
    const lines = linesOf(text.slice(this.#mark.length))
    this.#lines = lines.length
    this.#sections = sectionsOf(lines)
  }

  /** undefined: no file. */
  text(): string | undefined {
    if (!this.isThere) return undefined
    const raws = this.#sections.map(({ lines }) => lines.map(({ raw }) => raw).join(''))
    return this.#mark + raws.join('')
  }

  get isEmpty(): boolean {
    const [head, ...rest] = this.#sections.slice(0, 2)
    return this.#mark === '' && rest.length === 0 && head?.lines.length === 0
  }

  odd(profile: string, file: ProfileFile): ProfileOddity | undefined {
    const index = this.#index(file)
    return this.#odd ?? index.odd ?? index.oddOf(profile)
  }

  /** The line of the profile's section in the text as it was read, from 1; 0 where it has none. */
  lineOf(profile: string, file: ProfileFile): number {
    return this.#index(file).of(profile)?.line ?? 0
  }

  /** The profile's settings as they stand, line by line; undefined where it has no section. Comments and blank lines do not count. */
  settings(profile: string, file: ProfileFile): string | undefined {
    const own = this.#index(file).of(profile)?.lines.slice(1)
    const settings = own?.filter(({ sort }) => sort === 'setting')
    return settings?.map(({ text }) => text).join('\n')
  }

  /** Replaces the profile's settings where it has a section, its comments kept; else adds one at the end. */
  set(profile: string, file: ProfileFile, settings: Settings): void {
    const first = this.#sections.find(({ lines }) => lines.length > 0)?.lines[0]
    const end = /\r?\n$/.exec(first?.raw ?? '')?.[0] ?? '\n'
    const block = sectionLines(profile, file, settings, end)
    const own = this.#index(file).of(profile)
    this.isThere = true
    if (own) {
      const wasOpen = isOpen(own.lines.at(-1))
      this.#refill(own, [...block, ...own.lines.slice(1).filter(staysIn)])
      if (wasOpen) openUp(own)
      return
    }
    const last = this.#sections.at(-1)
    const section = { line: this.#lines + 1, lines: block }
    if (last && isOpen(last.lines.at(-1))) {
      closeLast(last, end)
      openUp(section)
    }
    this.#lines += block.length
    this.#insert(this.#sections.length, section)
  }

  /** Takes the profile's section out; comments in it and around it stay. Undoes `set` to the byte. */
  remove(profile: string, file: ProfileFile): void {
    const own = this.#index(file).of(profile)
    if (!own) return
    const at = this.#sections.indexOf(own)
    const wasOpen = isOpen(own.lines.at(-1))
    for (const index of this.#indexes.values()) index.remove(own)
    this.#sections.splice(at, 1)
    const above = this.#sections[at - 1]
    for (const line of own.lines) if (above && staysIn(line)) above.lines.push(line)
    if (above && wasOpen) openUp(above)
  }

  /** What the profile's section holds; undefined where it has none. */
  previous(profile: string, file: ProfileFile): PreviousProfile | undefined {
    const own = this.#index(file).of(profile)
    if (!own) return undefined
    const at = this.#sections.indexOf(own)
    const last = own.lines.findLast(staysIn) ?? this.#sections[at - 1]?.lines.at(-1)
    const end = /\r?\n$/.exec(last?.raw ?? '')?.[0] ?? '\n'
    const lines = own.lines.map((line) => (staysIn(line) ? null : line.raw))
    return { from: this.#lengthOf(at), lines, end }
  }

  /**
   * Puts it in the place of the profile's section. Where there is none: in an `untouched` text, in the place that it was taken out of,
   * else at the end. Comments that have come since stay behind it.
   */
  putBack(profile: string, file: ProfileFile, had: PreviousProfile, untouched: boolean): void {
    const own = this.#index(file).of(profile)
    const section = own ?? { line: this.#lines + 1, lines: [] }
    let at = own ? this.#sections.indexOf(own) : this.#sections.length
    let comments = section.lines.filter(staysIn)
    if (!own && untouched) ({ at, comments } = this.#cut(had.from))
    let next = 0
    const back = had.lines.flatMap((raw) => (raw === null ? (comments[next++] ?? []) : lineOf(raw)))
    const lines = [...back, ...comments.slice(next)]
    if (own) this.#refill(own, lines)
    else this.#insert(at, { ...section, lines })
    this.isThere = true
    this.#close(at, had.end)
  }

  #index(file: ProfileFile): SectionIndex {
    const index = this.#indexes.get(file) ?? new SectionIndex(this.#sections, file)
    this.#indexes.set(file, index)
    return index
  }

  #insert(at: number, section: Section): void {
    this.#sections.splice(at, 0, section)
    for (const index of this.#indexes.values()) index.add(section)
  }

  #refill(section: Section, lines: Line[]): void {
    for (const index of this.#indexes.values()) index.remove(section)
    section.lines = lines
    for (const index of this.#indexes.values()) index.add(section)
  }

  /** How many lines the first `many` sections have. Without a copy: a file may have a header in every line, and roles are many. */
  #lengthOf(many: number): number {
    let sum = 0
    for (let at = 0; at < many; at++) sum += this.#sections[at]?.lines.length ?? 0
    return sum
  }

  /** Makes room for a section behind so many lines; what stood there, a section's last lines, is to follow it. */
  #cut(from: number): { at: number; comments: Line[] } {
    let above = 0
    let at = 0
    for (; at < this.#sections.length; at++) {
      const next = above + (this.#sections[at]?.lines.length ?? 0)
      if (next >= from) break
      above = next
    }
    const comments = this.#sections[at]?.lines.splice(from - above) ?? []
    return { at: Math.min(at + 1, this.#sections.length), comments }
  }

  /** Each line of the section ends, and the one above it; but the last one of the file as it does. */
  #close(at: number, end: string): void {
    const [above, section] = [this.#sections[at - 1], this.#sections[at]]
    if (above && isOpen(above.lines.at(-1))) closeLast(above, end)
    if (!section) return
    const last = at === this.#sections.length - 1 ? section.lines.length - 1 : -1
    section.lines = section.lines.map((line, index) =>
      isOpen(line) && index !== last ? withEnd(line, end) : line,
    )
  }
}

function closeLast({ lines }: Section, end: string): void {
  const last = lines.pop()
  if (last) lines.push(withEnd(last, end))
}

function openUp({ lines }: Section): void {
  const last = lines.pop()
  if (last) lines.push(withoutEnd(last))
}
