// Plain text in Markdown that stays what people search for, and sources that a reader can open.
import type { Evidence } from '../evidence/read.js'

/** Only what Markdown would read is escaped, and by a backslash: `grep` and search engines still find a sentence. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? `\`${part}\`` : part.replace(/[\\*_[\]<>|#$]/g, '\\$&'),
    )
    .join('')
}

/** Each source once, with the dates of what was taken from it. */
export function sourceLines(evidence: readonly Evidence[]): string[] {
  const dates = Map.groupBy(evidence, ({ source }) => source)
  return [...dates].map(([source, pieces]) => {
    const days = [...new Set(pieces.map(({ date }) => date))].sort()
    return `- ${opened(source)} (${days.join(', ')})`
  })
}

const REPOSITORY =
  /public repository ([\w.-]+\/[\w.-]+)(?:, commit ([\da-f]{7,40}))?(?:, ((?:[\w.-]+\/)*[\w-]+(?:\.[\w-]+)*))?/

/** A repository that is named becomes a link to it, to the very file where that is named; an address becomes a link. */
function opened(source: string): string {
  const named = REPOSITORY.exec(source)
  const [whole, repository, commit, path] = named ?? []
  if (whole !== undefined) {
    const target =
      commit === undefined ? '' : path === undefined ? `/tree/${commit}` : `/blob/${commit}/${path}`
    const rest = source.replace(whole, '')
    return `${plainMarkdown(source.slice(0, named?.index))}[${repository}${path === undefined || commit === undefined ? '' : `: ${path}`}](https://github.com/${repository}${target})${linked(commit === undefined && path !== undefined ? `, ${path}${rest}` : rest)}`
  }
  return linked(source)
}

function linked(text: string): string {
  return text
    .split(/(https:\/\/[^\s()]+[^\s().,:;])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : plainMarkdown(part)))
    .join('')
}
