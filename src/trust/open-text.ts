// Texts of a template that are known in part: what they may come to, whatever the parameters are given as.
import { matchesWildcard } from '../aws/wildcard.js'
import type { Verdict } from '../model.js'
import { agreed } from './logic.js'
import { Unresolved } from './tree.js'
import { literal } from './variables.js'

/** A part of a text that only the deployment knows: any text, be it one with `:` and `/`, or none. */
export interface Hole {
  of: string
  /** It is the value of this parameter, and of nothing else. */
  parameter?: true
  /** A placeholder: `of` is how it stands in the text, in place of `${of}`. */
  written?: true
}

/** One shape that the text may have. */
export type Form = readonly (string | Hole)[]

/** A text with parts that are open, or one of a few texts; nothing decides which of its forms it takes. */
export class OpenText extends Unresolved {
  readonly forms: readonly Form[]
  /** As a person reads it: `deploy-${Stage}`. */
  readonly display: string

  constructor(shown: unknown, forms: readonly Form[], display: string) {
    super(shown)
    this.forms = forms
    this.display = display
  }
}

/** More alternatives than this are a hole: values of parameters multiply. */
const MOST_FORMS = 32

export function hole(of: string, shown: unknown, parameter = false): OpenText {
  const one: Hole = { of, ...(parameter ? { parameter: true as const } : {}) }
  return new OpenText(shown, [[one]], holeText(one))
}

/** The hole as a person reads it. */
export function holeText({ of, written }: Hole): string {
  return written ? of : `\${${of}}`
}

export function isText(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Undefined for a value that is no text. */
export function formsOf(value: unknown): readonly Form[] | undefined {
  if (isText(value)) return [[String(value)]]
  return value instanceof OpenText ? value.forms : undefined
}

/** As a person reads it. */
export function formText(form: Form): string {
  return form.map((part) => (typeof part === 'string' ? part : holeText(part))).join('')
}

/** Undefined where a part of it is open. */
export function knownText(form: Form): string | undefined {
  return form.every((part) => typeof part === 'string') ? form.join('') : undefined
}

interface Piece {
  forms: readonly Form[]
  display: string
}

/** A part of a longer text; what is no text is a hole under the name that it has there. */
export function pieceOf(value: unknown, name: string): Piece {
  const forms = formsOf(value) ?? [[{ of: name }]]
  return { forms, display: displayOf(value, name) }
}

function displayOf(value: unknown, name: string): string {
  if (isText(value)) return String(value)
  return value instanceof OpenText ? value.display : `\${${name}}`
}

/** The pieces one after the other. */
export function joined(pieces: readonly Piece[], shown: unknown): string | OpenText {
  let forms: readonly Form[] = [[]]
  for (const { forms: next, display } of pieces) {
    const fits = forms.length * next.length <= MOST_FORMS
    const tails: readonly Form[] = fits ? next : [[{ of: display.replace(/^\$\{(.*)\}$/s, '$1') }]]
    forms = forms.flatMap((form) => tails.map((tail) => [...form, ...tail]))
  }
  return textOf(forms, pieces.map(({ display }) => display).join(''), shown)
}

/** One of these texts. */
export function oneOf(values: readonly unknown[], display: string, shown: unknown): unknown {
  const forms = values.map(formsOf)
  const all = forms.flatMap((form) => form ?? [])
  if (forms.includes(undefined) || all.length > MOST_FORMS) return new Unresolved(shown)
  return textOf(all, display, shown)
}

function textOf(forms: readonly Form[], display: string, shown: unknown): string | OpenText {
  const distinct = new Map(forms.map((form) => [JSON.stringify(compact(form)), compact(form)]))
  const [only, second] = [...distinct.values()]
  const known = only && !second ? knownText(only) : undefined
  return known ?? new OpenText(shown, [...distinct.values()], display)
}

/** Neighbouring texts as one. */
function compact(form: Form): Form {
  const parts: (string | Hole)[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') parts.push(text)
    text = ''
  }
  for (const part of form) {
    if (typeof part === 'string') text += part
    else {
      flush()
      parts.push(part)
    }
  }
  flush()
  return parts
}

/** A pattern for all texts that the form can come to; `keep` says how its own texts stand in it. */
export function patternOf(form: Form, keep: (text: string) => string): string {
  return form.map((part) => (typeof part === 'string' ? keep(part) : '*')).join('')
}

/** Whether two texts are the same. */
export function sameText(one: unknown, other: unknown): Verdict {
  const [left, right] = [formsOf(one), formsOf(other)]
  if (!left || !right) return 'undecided'
  return agreed(left.flatMap((form) => right.map((second) => sameForm(form, second))))
}

function sameForm(one: Form, other: Form): Verdict {
  const [left, right] = [knownText(one), knownText(other)]
  if (left !== undefined && right !== undefined) return left === right
  const [open, known] = left === undefined ? [one, right] : [other, left]
  if (known === undefined) return 'undecided'
  return matchesWildcard(patternOf(open, literal), literal(known)) ? 'undecided' : false
}
