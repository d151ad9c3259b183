// Text from outside made fit to show: claims, headers, documents and error messages are hostile until they have been here.
import { ownMember } from './model/own-member.js'
import { HIDDEN } from './model/secret.js'

// Controls and format characters (tab and newline excepted: zero-width, bidirectional, byte order mark)
// and the line and paragraph separators: each can hide or reorder what is read.
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** A token in JWS compact form, or its beginning (`{"` in base64url): no answer of anybody's needs to show one. */
const JWT = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g

/**
 * Text that a runner can print without obeying it. The runner reads `##[command]` anywhere in a line
 * and `::command::` at its start (actions/runner, ActionCommand.cs), so both are broken up by a space.
 */
export function sanitise(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '\ufffd')
    .replace(/##(?=\[)/g, '## ')
    .replace(/^([^\S\n]*):(?=:)/gm, '$1: ')
    .replace(JWT, HIDDEN)
}

/** The same on one line, and cut to `most` characters with an ellipsis that tells of the cut. */
export function oneLine(text: string, most = 200): string {
  // Cut before the work, or a megabyte would be cleaned for the sake of one line.
  return clip(
    sanitise(text.slice(0, most * 8))
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  )
}

/** `text` cut to at most `most` characters (UTF-16 code units), never inside a surrogate pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A value as JSON; what is nested deeper than the stack bears is named so. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return '(nested too deep to show)'
  }
}

/** A text, or a number as one; empty for whatever else JSON may hold in its place, which may have no text at all. */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const IPV6 = /^::[\da-f:.]{1,40}$/i

/** A value of the user's in backticks, on one line, for a message. */
export function quote(value: unknown, most = 200): string {
  const text = typeof value === 'string' ? value : jsonOf(value)
  // No command of the runner's looks so, and `: :1` would be another address.
  const shown = IPV6.test(text) ? text : oneLine(text, most).replaceAll('`', "'")
  if (shown !== '') return `\`${shown}\``
  return text === '' ? '`` (empty)' : '`` (only white space)'
}

export function capitalised(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
}

/** `a`, `b` and `c`. */
export function list(values: readonly string[], last = 'and'): string {
  const quoted = values.map((value) => quote(value))
  const end = quoted.pop() ?? ''
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`
}

/** `a`, `b`, `c` and 4 more. */
export function listAtMost(values: readonly string[], most: number): string {
  const more = values.length - most
  if (more <= 0) return list(values)
  const named = values.slice(0, most).map((value) => quote(value))
  return `${named.join(', ')} and ${more} more`
}

/** How many UTF-16 code units two texts have in common from their start on. */
export function commonLength(one: string, other: string): number {
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  return same
}

/** A number of seconds as a person says it: `45 s`, `5 min`, `6 h`. */
export function duration(seconds: number): string {
  const size = Math.abs(seconds)
  if (size < 120) return `${Math.round(seconds)} s`
  if (size < 7200) return `${Math.round(seconds / 60)} min`
  return size < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}

/** `one attempt`, `3 attempts`. */
export function count(number: number, noun: string): string {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`
}

/** A value as one word of a POSIX shell, on one line: a command with it in can be pasted without running anything else. */
export function shellWord(value: string): string {
  const text = oneLine(value, 1000)
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '|': '&#124;',
  '`': '&#96;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  '#': '&#35;',
  '@': '&#64;',
  '\\': '&#92;',
  '~': '&#126;',
}

/** Nothing in it is read as HTML or Markdown; `@` does not call anybody. */
function entities(text: string): string {
  return text.replace(/[&<>"'|`*_[#@\\~]/g, (found) => ownMember(ESCAPES, found) ?? found)
}

/**
 * The same for text from outside, of which GitHub is to make nothing either. It makes links of bare URLs and mail
 * addresses wherever text stands (GFM, section 6.9), of the numbers of issues too, and formulas of what is between dollars:
 * what a comment or a span parts is none of these.
 */
export function escaped(text: string): string {
  return entities(text)
    .replaceAll('$', '<span>&#36;</span>')
    .replace(/&#64;|&#35;(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, (found) => `${found}<!-- -->`)
}
