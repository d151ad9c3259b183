// The lines of AWS's shared files: of what sort each is, which section a header begins, and which lines are written.
import type { ProfileFile } from '../model.js'
import { headerOf, profileOf } from './name.js'

export type Settings = Readonly<Record<string, string>>

export interface Line {
  /** With its end. */
  readonly raw: string
  /** Without its end. */
  readonly text: string
  readonly sort: 'header' | 'comment' | 'blank' | 'setting'
}

export const BOM = '\ufeff'
const HEADER = /^\[([^\]]+)\]\s*$|^\[([^\]]+)\]\s+[#;][^\]]*$/

/** Of a text without the file's byte order mark. */
export function linesOf(text: string): Line[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(lineOf)
}

export function lineOf(raw: string): Line {
  const text = raw.replace(/\r?\n$/, '')
  return { raw, text, sort: sortOf(text) }
}

function sortOf(line: string): Line['sort'] {
  // Not one of a byte order mark: left alone at the head of the file, it would become the file's own.
  if (/^[^\S\ufeff]*$/.test(line)) return 'blank'
  if (/^\s*[#;]/.test(line)) return 'comment'
  return line.startsWith('[') ? 'header' : 'setting'
}

/** Comments and blank lines may be somebody's, and stay whatever becomes of the section around them. */
export function staysIn({ sort }: Line): boolean {
  return sort === 'comment' || sort === 'blank'
}

/** The profile whose section a header begins; undefined where it is no profile's, null where it cannot be read. */
export function profileIn(header: string, file: ProfileFile): string | undefined | null {
  const found = HEADER.exec(header)
  const section = found?.[1] ?? found?.[2]
  return section === undefined ? null : profileOf(section, file)
}

/** Nothing comes after it: the last line of a text. */
export function isOpen(line: Line | undefined): boolean {
  return line !== undefined && !line.raw.endsWith('\n')
}

export function withEnd(line: Line, end: string): Line {
  return { ...line, raw: line.raw + end }
}

/** A blank line keeps its end, since it would be lost with it. */
export function withoutEnd(line: Line): Line {
  return { ...line, raw: line.raw.replace(/(?<=[^\r\n\ufeff])\r?\n$/, '') }
}

/** The lines of the settings, as they are read back. */
export function writtenAs(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n')
}

/** The lines of a section, its header first. */
export function sectionLines(
  name: string,
  file: ProfileFile,
  settings: Settings,
  end: string,
): Line[] {
  const texts = [headerOf(name, file), ...writtenAs(settings).split('\n')]
  return texts.map((text) => lineOf(text + end))
}
