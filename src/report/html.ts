// Text made fit for the job summary: Markdown in which HTML is live.
import { escaped } from '../text.js'

export { escaped }

const ITEM = /^(- |\d+\. )/

const SET = /^ {4}/

/** Prose in which only backticked values are set as code, lists stay lists, and lines of four blanks stay as they are. */
export function prose(text: string): string {
  return blocksOf(text.split('\n'))
    .map((lines) => (SET.test(lines[0] ?? '') ? preformatted(lines) : paragraph(lines)))
    .join('\n\n')
}

/** Lines in a row that are set alike. */
function blocksOf(lines: readonly string[]): string[][] {
  const found: string[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && SET.test(last[0] ?? '') === SET.test(line)) last.push(line)
    else found.push([line])
  }
  return found
}

function preformatted(lines: readonly string[]): string {
  return fenced(lines.map((line) => line.replace(SET, '')).join('\n'))
}

function paragraph(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const marker = ITEM.exec(line)?.[0] ?? ''
      const before = lines[index - 1]
      return `${before === undefined ? '' : lineBreak(before, line)}${marker}${withCode(line.slice(marker.length)).replace(OPENS, '$1<span></span>')}`
    })
    .join('')
}

/** What begins a line so may open a fence, underline a heading, or make a list (CommonMark 0.31, sections 4.3, 4.5, 5.2). */
const OPENS = /^(\s*)(?=[~=+-])/

/** A paragraph ends where a list begins or ends; elsewhere a line stays a line. */
function lineBreak(before: string, line: string): string {
  const items = [before, line].filter((one) => ITEM.test(one)).length
  return ['<br>\n', '\n\n', '\n'][items] ?? '\n'
}

function withCode(line: string): string {
  return line
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : linked(part)))
    .join('')
}

/** What our own prose links to. All other addresses come from outside. */
const OWN_LINK =
  /(https:\/\/(?:(?:docs|health)\.aws\.amazon\.com|docs\.github\.com|www\.githubstatus\.com)\/[\w./#-]*)/

function linked(text: string): string {
  return text
    .split(OWN_LINK)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('')
}

/** A fence longer than any run of backticks inside (CommonMark 0.31, section 4.5). */
export function fenced(text: string, language = ''): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
