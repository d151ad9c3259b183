// A policy that a template writes as JSON text with open parts: read with a mark in place of each, and the part put back.
import { hole, joined, type OpenText, pieceOf } from './open-text.js'
import { isMembers, Unresolved } from './tree.js'

/** Around the number of a part: noncharacters, which no policy has (Unicode, section 23.7). */
const MARK = /\ufdd2(\d+)\ufdd3/

export interface MarkedText {
  text: string
  /** What each mark stands for. */
  names: readonly string[]
}

/** Undefined where it may be one of several texts. */
export function markedText({ forms }: OpenText): MarkedText | undefined {
  const [form, another] = forms
  if (!form || another) return undefined
  const names: string[] = []
  const parts = form.map((part) => {
    if (typeof part === 'string') return part
    return `\ufdd2${names.push(part.of) - 1}\ufdd3`
  })
  return { text: parts.join(''), names }
}

/** The document itself, changed. Of conditions whose keys are open, nothing is known but that they are there. */
export function unmarked(document: unknown, { names }: MarkedText): unknown {
  const textOf = (marked: string): unknown => {
    const pieces = marked.split(MARK).map((part, at) => {
      const name = names[Number(part)] ?? ''
      return at % 2 === 1 ? pieceOf(hole(name, { Ref: name }), name) : pieceOf(part, part)
    })
    const made = joined(pieces, marked)
    return typeof made === 'string' ? made : joined(pieces, { 'Fn::Sub': made.display })
  }
  const restored = (value: unknown): { value: unknown; openKeys: boolean } => {
    if (typeof value === 'string')
      return { value: MARK.test(value) ? textOf(value) : value, openKeys: false }
    if (Array.isArray(value)) {
      const parts = value.map(restored)
      return {
        value: parts.map((part) => part.value),
        openKeys: parts.some((part) => part.openKeys),
      }
    }
    if (!isMembers(value)) return { value, openKeys: false }
    let openKeys = Object.keys(value).some((name) => MARK.test(name))
    const own = value as Record<string, unknown>
    for (const [name, member] of Object.entries(value)) {
      const made = restored(member)
      const closes = name === 'Condition' && made.openKeys
      own[name] = closes ? new Unresolved('Condition') : made.value
      openKeys ||= made.openKeys && !closes
    }
    return { value, openKeys }
  }
  const { value, openKeys } = restored(document)
  return openKeys ? new Unresolved('document') : value
}
