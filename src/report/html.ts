// Text made fit for the job summary: Markdown in which HTML is live.
import { escaped } from '../text.js'

export { escaped }

/** Prose in which only backticked values are set as code, and a line stays a line. */
export function prose(text: string): string {
  return text
    .split('\n')
    .map((line) => withCode(line).replace(OPENS, '$1<span></span>'))
    .join('<br>\n')
}

/** What begins a line so may open a fence, underline a heading, or make a list (CommonMark 0.31, sections 4.3, 4.5, 5.2). */
const OPENS = /^(\s*)(?=[~=+-])/

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
