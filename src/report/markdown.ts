// An explanation in GitHub-flavoured Markdown, for the job summary and the causes' pages.
import type { Block, Finding, Fold, Language, Step } from '../model.js'
import { clip, oneLine, quote, sanitise } from '../text.js'
import { differenceLines } from './difference.js'
import { escaped, fenced, prose } from './html.js'
import { uncapitalised, valueLines } from './plain.js'

/** What is longer than this, in lines, is closed until somebody opens it: a screen holds no more beside the rest. */
const MOST_OPEN = 9

/** In characters: GitHub takes a page of 1 MiB at most, and none of one that is longer. */
const LONGEST_CODE = 20_000

/** Without those that have nothing in them. */
export function blocks(shown: readonly Block[]): string[] {
  return shown.filter((one) => !isEmpty(one)).map(block)
}

function isEmpty(block: Block): boolean {
  return (
    (block.show === 'values' && block.values.length === 0) ||
    (block.show === 'list' && block.points.length === 0)
  )
}

/** Prose that stays on its line: in a heading, a row, a list or a title. */
export function inline(text: string): string {
  return prose(text.replace(/\s*\n\s*/g, ' ').trim())
}

function block(shown: Block): string {
  switch (shown.show) {
    case 'difference':
      return fenced(sanitise(differenceLines(shown).join('\n')), 'diff')
    case 'values':
      return fenced(sanitise(valueLines(shown.values).join('\n')))
    case 'answer':
      return `${escaped(shown.by)} answered: “${escaped(oneLine(shown.text, 400))}”`
    case 'sentence':
      return prose(shown.say)
    case 'list':
      return shown.points.map((point) => `- ${inline(point)}`).join('\n')
    case 'code':
      return codeBlock(clip(shown.code, LONGEST_CODE), shown.language)
  }
}

/** An address in angle brackets ends nowhere else (CommonMark 0.31, section 6.3). */
const LINK = /^https:\/\/[^\s<>\\]+$/

/** A fence has no language for plain text. */
export function codeBlock(code: string, language: Language = 'text'): string {
  if (language === 'url' && LINK.test(code))
    return `[${escaped(code.split('?')[0] ?? '')}](<${code}>)`
  return fenced(sanitise(code), language === 'text' || language === 'url' ? '' : language)
}

/** A single step is the fix; several are numbered. A condition stands before its step in place of a number: who it is not for goes on. */
export function steps(all: readonly Step[]): string[] {
  const numbered = countFree(all) > 1
  return all.flatMap((step, at) => {
    if (step.when !== undefined) return stepParts(step)
    return stepParts(step, numbered ? `${countFree(all.slice(0, at + 1))}. ` : leadOf(all, at))
  })
}

/** Of the steps without a condition. */
function countFree(all: readonly Step[]): number {
  return all.filter(({ when }) => when === undefined).length
}

/** A step before conditions is the first of them; one after them stands for all other cases. */
function leadOf(all: readonly Step[], at: number): string {
  if (at > 0) return 'Otherwise: '
  const isOne = all.filter(({ kind }) => kind !== 'aside').length === 1
  return isOne && all[0]?.kind !== 'look' ? 'Fix: ' : 'First: '
}

function stepParts(step: Step, lead = ''): string[] {
  const own = isInline(step) ? [] : code(step)
  const then = step.then === undefined ? [] : [prose(step.then)]
  const first = sentence(step, lead)
  // Without a code between, it is one paragraph.
  return own.length === 0 ? [[first, ...then].join(' ')] : [first, ...own, ...then]
}

function sentence(step: Step, lead: string): string {
  const { when, say } = step
  const bold = `${lead}${when ?? ''}`.trim()
  const rest = when === undefined ? ` ${say}` : `, ${uncapitalised(say)}`
  return `${bold === '' ? '' : `**${prose(bold)}**`}${prose(`${rest}${endOf(step)}`)}`.trim()
}

function endOf(step: Step): string {
  if (step.code === undefined) return '.'
  return isInline(step) ? `: ${quote(step.code)}${step.then === undefined ? '' : '.'}` : ':'
}

/** One short line of YAML may stand in the sentence. */
function isInline({ code: own, language }: Step): boolean {
  return language === 'yaml' && own !== undefined && own.length <= 50 && !/[\n`]/.test(own)
}

function code({ code: own, language }: Step): string[] {
  if (own === undefined) return []
  const set = codeBlock(own, language)
  const lines = own.split('\n').length
  return [lines > MOST_OPEN ? details(`Show the ${lines} lines`, set) : set]
}

/** The folds of a finding: the other ways out, how to confirm, and what its cause adds. */
export function folds({ otherwise, confirm, folded }: Finding): string[] {
  return [
    ...(otherwise.length > 0 ? [details('If that is not it', list(otherwise))] : []),
    ...(confirm.length > 0 ? [details('To confirm', list(confirm))] : []),
    ...folded.map(fold),
  ]
}

function list(all: readonly Step[]): string {
  return all.flatMap((step) => stepParts(step)).join('\n\n')
}

function fold({ title, blocks: own }: Fold): string {
  return details(title, blocks(own).join('\n\n'))
}

/** `title` may hold values in backticks. */
export function details(title: string, body: string): string {
  return `<details><summary>${inline(title)}</summary>\n\n${body}\n\n</details>`
}
