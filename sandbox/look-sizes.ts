// How much a person has to read: words before the first thing to do, height of the summary, lines of the annotation and of the log.
import { githubTree, type HtmlNode, textOf } from './github-markdown.js'
import type { Shot } from './play.js'
import { nameOf } from './scenario.js'

interface Sizes {
  name: string
  /** Of the summary, before its first step; undefined where it has none. */
  words: number | undefined
  height: number | undefined
  /** Of the longest annotation. */
  annotation: number
  log: number
}

export async function sizesTable(
  shots: readonly Shot[],
  heights?: readonly number[],
): Promise<string> {
  const rows = await Promise.all(shots.map((shot, at) => sizesOf(shot, heights?.[at])))
  const line = ({ name, words, height, annotation, log }: Sizes): string =>
    [name.padEnd(34), words ?? '', height ?? '', annotation, log]
      .map((cell) => String(cell).padStart(8))
      .join('')
  const figure = (pick: (row: Sizes) => number | undefined): string => {
    const all = rows.flatMap((row) => pick(row) ?? []).sort((a, b) => a - b)
    return all.length === 0
      ? 'not measured'
      : `median ${all[Math.floor(all.length / 2)]}, worst ${all.at(-1)}`
  }
  return [
    `${'scenario'.padEnd(34)}   words  height   lines     log`,
    ...rows.map(line),
    '',
    `words before the first step: ${figure(({ words }) => words)}`,
    `height of the summary in px: ${figure(({ height }) => height)}`,
    `lines of the longest annotation: ${figure(({ annotation }) => annotation)}`,
    `lines of the log: ${figure(({ log }) => log)}`,
  ].join('\n')
}

async function sizesOf(
  { scenario, played: { log, summary } }: Shot,
  height?: number,
): Promise<Sizes> {
  const lines = log.annotations.map(({ message }) => message.split('\n').length)
  return {
    name: nameOf(scenario),
    words: await wordsBeforeSteps(summary),
    height,
    annotation: Math.max(0, ...lines),
    log: log.lines.filter((one) => one.trim() !== '').length,
  }
}

/** A step begins a paragraph in bold; folds before it are closed, and count by their titles. */
export async function wordsBeforeSteps(summary: string): Promise<number | undefined> {
  const blocks = ((await githubTree(summary)).children ?? []).filter(
    ({ type }) => type === 'element',
  )
  const first = blocks.findIndex(
    ({ tagName, children = [] }) => tagName === 'p' && children[0]?.tagName === 'strong',
  )
  if (first < 0) return undefined
  return blocks.slice(0, first).reduce((sum, block) => sum + countWords(shownText(block)), 0)
}

function shownText(block: HtmlNode): string {
  if (block.tagName !== 'details') return textOf(block)
  const title = block.children?.find(({ tagName }) => tagName === 'summary')
  return title ? textOf(title) : ''
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}
