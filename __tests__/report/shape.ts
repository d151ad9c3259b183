// A Markdown text as GitHub reads it, for tests of what became of hostile values: which elements there are, and what they link to.
import { githubTree, type HtmlNode } from '../../sandbox/github-markdown.js'

/** What sets words inside a line, and comes and goes with them. */
const INLINE = ['br', 'span']

/** Elements in one another, as `details(summary p)`; code in a line is left out too. */
export async function shapeOf(markdown: string): Promise<string> {
  return shown((await githubTree(markdown)).children ?? [])
}

function shown(nodes: readonly HtmlNode[], inFence = false): string {
  return nodes
    .filter(({ type }) => type === 'element')
    .flatMap(({ tagName = '', children = [] }) => {
      const within = shown(children, tagName === 'pre')
      if (INLINE.includes(tagName) || (tagName === 'code' && !inFence)) return within || []
      return within === '' ? tagName : `${tagName}(${within})`
    })
    .join(' ')
}

export async function linksOf(markdown: string): Promise<string[]> {
  const below = (node: HtmlNode): string[] => [
    ...(node.tagName === 'a' ? [String(node.properties?.['href'])] : []),
    ...(node.children ?? []).flatMap(below),
  ]
  return [...new Set(below(await githubTree(markdown)))]
}

/** The text outside of fences, where GitHub looks for more than Markdown: people, formulas. */
export function liveText(markdown: string): string {
  return markdown.replace(/^( *)(`{3,})[a-z]*\n[\s\S]*?\n\1\2$/gm, '')
}
