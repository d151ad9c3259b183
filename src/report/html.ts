// Text made fit for the job summary: Markdown in which HTML is live.

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
}

/** Nothing in it is read as HTML or Markdown; `@` does not call anybody. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'|`*_[#@\\]/g, (found) => ESCAPES[found] ?? found)
}

const ITEM = /^(- |\d+\. )/

/** Prose in which only backticked values are set as code, and lists stay lists. */
export function prose(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, index) => {
      const marker = ITEM.exec(line)?.[0] ?? ''
      const before = lines[index - 1]
      return `${before === undefined ? '' : lineBreak(before, line)}${marker}${coded(line.slice(marker.length))}`
    })
    .join('')
}

/** A paragraph ends where a list begins or ends; elsewhere a line stays a line. */
function lineBreak(before: string, line: string): string {
  const items = [before, line].filter((one) => ITEM.test(one)).length
  return ['<br>\n', '\n\n', '\n'][items] ?? '\n'
}

function coded(line: string): string {
  return line
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('')
}

/** A fence longer than any run of backticks inside (CommonMark 0.31, section 4.5). */
export function fenced(text: string, language = ''): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
