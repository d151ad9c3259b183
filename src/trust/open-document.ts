// A policy that a template writes as JSON text with open parts: read with a mark in place of each, and the part put back.
import { type Hole, holeText, joined, OpenText, pieceOf } from './open-text.js'
import { isMembers, Unresolved } from './tree.js'

/** Around the number of a part: noncharacters, which no policy has (Unicode, section 23.7). */
const MARK = /\ufdd2(\d+)\ufdd3/

export interface MarkedText {
  text: string
  /** It is the argument of `Fn::Sub`. */
  isSub: boolean
  /** What each mark stands for. */
  holes: readonly Hole[]
}

/** Undefined where it may be one of several texts. */
export function markedText({ forms, shown }: OpenText): MarkedText | undefined {
  const [form, another] = forms
  if (!form || another) return undefined
  const holes: Hole[] = []
  const parts = form.map((part) => {
    if (typeof part === 'string') return part
    return `\ufdd2${holes.push(part) - 1}\ufdd3`
  })
  return { text: parts.join(''), isSub: isMembers(shown) && 'Fn::Sub' in shown, holes }
}

/** The document itself, changed. Of conditions whose keys are open, nothing is known but that they are there. */
export function unmarked(document: unknown, { holes, isSub }: MarkedText): unknown {
  const textOf = (marked: string): unknown => {
    const within: Hole[] = []
    const pieces = marked.split(MARK).map((part, at) => {
      const own = at % 2 === 1 ? holes[Number(part)] : undefined
      if (!own) return pieceOf(part, part)
      within.push(own)
      return pieceOf(new OpenText(undefined, [[own]], holeText(own)), own.of)
    })
    const made = joined(pieces, marked)
    if (typeof made === 'string') return made
    const { display } = made
    // Within the text of one `Fn::Sub` its own names stand as they are.
    const isAsWritten = isSub || within.every(({ written }) => written)
    return joined(pieces, isAsWritten ? display : { 'Fn::Sub': display })
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
