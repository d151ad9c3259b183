// An explanation in plain text, for the log, for annotations, and wherever no Markdown is set.
import type { Block, Explanation, Finding, Fold, Step } from '../model.js'
import { oneLine, sanitise } from '../text.js'
import { differenceLines } from './difference.js'

const SET = '    '

export function blockLines(block: Block): string[] {
  switch (block.show) {
    case 'difference':
      return differenceLines(block)
    case 'values':
      return valueLines(block.values)
    case 'answer':
      return [quotedAnswer(block)]
    case 'sentence':
      return [block.say]
    case 'list':
      return block.points.map((point) => `- ${point}`)
    case 'code':
      return codeLines(block.code)
  }
}

export function valueLines(values: readonly { name: string; value: string }[]): string[] {
  // Names are ours as a rule, but for those in certificates.
  const named = values.map(({ name, value }) => ({ name: oneLine(name), value }))
  const width = Math.max(0, ...named.map(({ name }) => name.length))
  return named.map(({ name, value }) => `${name.padEnd(width)}  ${oneLine(value, 600)}`)
}

export function quotedAnswer({ by, text }: { by: string; text: string }): string {
  return `${by} answered: “${oneLine(text, 400)}”`
}

function codeLines(code: string): string[] {
  return sanitise(code)
    .split('\n')
    .map((line) => `${SET}${line}`)
}

/** One step: what to do, what to paste, what to look for. */
export function stepLines(step: Step, code = step.code): string[] {
  return [
    `${stepText(step)}${code === undefined ? '.' : ':'}`,
    ...(code === undefined ? [] : codeLines(code)),
    ...(step.then === undefined ? [] : [step.then]),
  ]
}

/** The condition and the step as one sentence, without the punctuation at its end. */
export function stepText({ when, say }: Step): string {
  return when === undefined ? say : `${when}, ${uncapitalised(say)}`
}

/** A verb after a condition; a name in capitals stays one. */
export function uncapitalised(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text
}

/** All of a finding, what its summary folds included. */
export function findingLines(finding: Finding): string[] {
  const { headline, shown, steps, otherwise, confirm, folded } = finding
  const group = (title: string, own: Explanation['steps']): string[] =>
    own.length === 0 ? [] : [title, ...own.flatMap((step) => stepLines(step))]
  return [
    headline,
    ...shown.flatMap(blockLines),
    ...steps.flatMap((step) => stepLines(step)),
    ...group('If that is not it:', otherwise),
    ...group('To confirm:', confirm),
    ...folded.flatMap(foldLines),
  ]
}

function foldLines({ title, blocks }: Fold): string[] {
  return [`${title}:`, ...blocks.flatMap(blockLines)]
}
