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

/** Prose in which only backticked values are set as code. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('')
    .replaceAll('\n', '<br>\n')
}

/** A fence longer than any run of backticks inside (CommonMark 0.31, section 4.5). */
export function fenced(text: string, language = ''): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
