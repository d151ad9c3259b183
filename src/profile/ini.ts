// The text of AWS's shared files: one profile's section set or taken out, and every other byte left as it is.
import type { ProfileFile, ProfileProblem } from '../model.js'
import { headerOf, profileOf } from './name.js'

/** Where the text is one that its readers do not read alike, so that nobody can say where a section would go. */
export interface ProfileOddity {
  problem: ProfileProblem
  /** From 1; 0 where it is the whole file. */
  line: number
}

export type Settings = Readonly<Record<string, string>>

export interface Line {
  /** With its end. */
  raw: string
  /** Without its end and the file's byte order mark. */
  text: string
  sort: 'header' | 'comment' | 'blank' | 'setting'
}

export interface Section {
  /** Index of the header, and of the first line after the section. */
  from: number
  to: number
}

export const BOM = '\ufeff'
const HEADER = /^\[([^\]]+)\]\s*$|^\[([^\]]+)\]\s+[#;][^\]]*$/

export function linesOf(text: string): Line[] {
  const raws = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  return raws.map((raw, index) => {
    const bare = raw.replace(/\r?\n$/, '')
    const line = index === 0 && bare.startsWith(BOM) ? bare.slice(1) : bare
    return { raw, text: line, sort: sortOf(line) }
  })
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

function sectionName(line: Line): string | undefined {
  const found = HEADER.exec(line.text)
  return found?.[1] ?? found?.[2]
}

function isOf(line: Line, name: string, file: ProfileFile): boolean {
  return line.sort === 'header' && profileOf(sectionName(line) ?? '', file) === name
}

/** In one pass: a file may have a header in every line. */
export function sectionsOf(lines: readonly Line[], name: string, file: ProfileFile): Section[] {
  const headers = lines.flatMap(({ sort }, index) => (sort === 'header' ? [index] : []))
  return headers.flatMap((from, at) => {
    const line = lines[from]
    return line && isOf(line, name, file) ? [{ from, to: headers[at + 1] ?? lines.length }] : []
  })
}

/** What keeps the section of `name` from being set or taken out safely; undefined where nothing does. */
export function oddIn(text: string, name: string, file: ProfileFile): ProfileOddity | undefined {
  if (text.includes('\0')) return { problem: 'nul', line: lineAt(text, text.indexOf('\0')) }
  const bareReturn = text.search(/\r(?!\n)/)
  if (bareReturn >= 0) return { problem: 'carriage-return', line: lineAt(text, bareReturn) }
  const lines = linesOf(text)
  const odd = (problem: ProfileProblem, index: number): ProfileOddity | undefined =>
    index < 0 ? undefined : { problem, line: index + 1 }
  const first = lines.findIndex(({ sort }) => sort === 'header')
  const sections = sectionsOf(lines, name, file)
  return (
    odd('before-sections', earlySetting(lines, first)) ??
    odd(
      'header',
      lines.findIndex((line) => isUnreadable(line, file)),
    ) ??
    odd('duplicate', sections[1]?.from ?? -1) ??
    odd('indented-header', indentedHeader(lines, sections[0], name, file))
  )
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

function earlySetting(lines: readonly Line[], first: number): number {
  const head = first < 0 ? lines : lines.slice(0, first)
  return head.findIndex(({ sort }) => sort === 'setting')
}

function isUnreadable(line: Line, file: ProfileFile): boolean {
  if (line.sort !== 'header') return false
  const section = sectionName(line)
  return section === undefined || profileOf(section, file) === null
}

/** `  [name]`: for botocore the rest of the value before it, for the SDKs a section. Only where it touches ours. */
function indentedHeader(
  lines: readonly Line[],
  own: Section | undefined,
  name: string,
  file: ProfileFile,
): number {
  return lines.findIndex((line, index) => {
    if (!/^\s+\[/.test(line.text)) return false
    const inside = own !== undefined && index > own.from && index < own.to
    return inside || isOf({ ...line, text: line.text.trim(), sort: 'header' }, name, file)
  })
}

/** The line of the profile's section, from 1; 0 where it has none. */
export function lineOfSection(text: string, name: string, file: ProfileFile): number {
  return linesOf(text).findIndex((line) => isOf(line, name, file)) + 1
}

/** The profile's settings as they stand, line by line; undefined where it has no section. Comments and blank lines do not count. */
export function settingsOf(text: string, name: string, file: ProfileFile): string | undefined {
  const lines = linesOf(text)
  const [section] = sectionsOf(lines, name, file)
  if (!section) return undefined
  const own = lines.slice(section.from + 1, section.to)
  return own
    .filter(({ sort }) => sort === 'setting')
    .map((line) => line.text)
    .join('\n')
}

/** The lines that `setSection` writes, as `settingsOf` reads them back. */
export function writtenAs(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n')
}

/** Replaces the profile's settings where it has a section, its comments kept; else adds one at the end. */
export function setSection(
  text: string,
  name: string,
  file: ProfileFile,
  settings: Settings,
): string {
  const end = /\r?\n/.exec(text)?.[0] ?? '\n'
  const block = [headerOf(name, file), ...writtenAs(settings).split('\n')].map((line) => line + end)
  const lines = linesOf(text)
  const [section] = sectionsOf(lines, name, file)
  if (section) return replaceSection(text, lines, section, block)
  const open = text !== '' && text !== BOM && !text.endsWith('\n')
  return open ? text + end + block.join('').slice(0, -end.length) : text + block.join('')
}

/** Takes the profile's section out; comments in it and around it stay. Undoes `setSection` to the byte. */
export function removeSection(text: string, name: string, file: ProfileFile): string {
  const lines = linesOf(text)
  const [section] = sectionsOf(lines, name, file)
  return section ? replaceSection(text, lines, section, []) : text
}

/** The file ends as it did before: with a line break, or without, but no blank line is lost. */
function replaceSection(
  text: string,
  lines: readonly Line[],
  { from, to }: Section,
  block: readonly string[],
): string {
  const bom = from === 0 && text.startsWith(BOM) ? BOM : ''
  const rest = lines.slice(from + 1, to).filter(staysIn)
  const raws = [...lines.slice(0, from), ...rest, ...lines.slice(to)].map(({ raw }) => raw)
  raws.splice(from, 0, ...block)
  const whole = bom + raws.join('')
  return text.endsWith('\n') ? whole : whole.replace(/(?<=[^\r\n\ufeff])\r?\n$/, '')
}
