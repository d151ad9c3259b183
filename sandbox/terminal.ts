// A job summary set for a terminal: headings and code stand out, fences keep their lines, folds tell what they hold.
import { githubTree, type HtmlNode, textOf } from './github-markdown.js'

type Style = 'bold' | 'code' | 'red' | 'green' | 'dim'

const CODES: Readonly<Record<Style, [on: number, off: number]>> = {
  bold: [1, 22],
  code: [36, 39],
  red: [31, 39],
  green: [32, 39],
  dim: [2, 22],
}

/** Without `colour`, plain text. */
export async function terminalText(markdown: string, colour: boolean): Promise<string> {
  const set = (style: Style, text: string): string =>
    colour && text !== '' ? `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m` : text
  return blocksOf(await githubTree(markdown), set)
    .filter((block) => block.trim() !== '')
    .join('\n\n')
}

type Set = (style: Style, text: string) => string

function blocksOf({ children = [] }: HtmlNode, set: Set): string[] {
  return children.flatMap((node) => block(node, set))
}

function block(node: HtmlNode, set: Set): string[] {
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return [set('bold', inline(node, set))]
    case 'pre':
      return [fence(node, set)]
    case 'ul':
    case 'ol':
      return [listLines(node, set)]
    case 'table':
      return [tableLines(node, set)]
    case 'details':
      return [set('dim', `▸ ${inline(summaryOf(node), set)}`)]
    case 'blockquote':
      return blocksOf(node, set).map((text) => text.replace(/^/gm, '  '))
    default:
      return [inline(node, set).trim()]
  }
}

function summaryOf({ children = [] }: HtmlNode): HtmlNode {
  return children.find(({ tagName }) => tagName === 'summary') ?? { type: 'text', value: '' }
}

/** Four blanks before each line; what a diff adds and takes away is coloured. */
function fence(node: HtmlNode, set: Set): string {
  const [code] = node.children ?? []
  const isDiff = String(code?.properties?.['className'] ?? '').includes('diff')
  return textOf(node)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const style =
        isDiff && line.startsWith('-') ? 'red' : isDiff && line.startsWith('+') ? 'green' : 'code'
      return `    ${set(style, line)}`
    })
    .join('\n')
}

function listLines({ tagName, children = [] }: HtmlNode, set: Set): string {
  return children
    .filter((item) => item.tagName === 'li')
    .map((item, at) => `${tagName === 'ol' ? `${at + 1}.` : '-'} ${inline(item, set).trim()}`)
    .join('\n')
}

function tableLines(node: HtmlNode, set: Set): string {
  return rowsOf(node)
    .map((cells) => cells.map((cell) => inline(cell, set).trim()).join('  '))
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function rowsOf({ tagName, children = [] }: HtmlNode): HtmlNode[][] {
  if (tagName === 'tr')
    return [children.filter(({ tagName: cell }) => cell === 'td' || cell === 'th')]
  return children.flatMap(rowsOf)
}

function inline(
  { type, tagName, value = '', children = [], properties }: HtmlNode,
  set: Set,
): string {
  if (type === 'text') return value.replaceAll('\n', ' ')
  const inside = children.map((child) => inline(child, set)).join('')
  if (tagName === 'br') return '\n'
  if (tagName === 'code') return set('code', inside)
  if (tagName === 'strong') return set('bold', inside)
  if (tagName === 'a') return `${inside} (${String(properties?.['href'])})`
  return inside
}
