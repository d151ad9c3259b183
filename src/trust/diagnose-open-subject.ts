// Why a `sub` does not fit patterns with open parts: diagnosed with what this job would need in their place.
import type { ConditionResult } from '../model.js'
import { diagnoseSubject, type SubjectDiagnosis } from './diagnose-subject.js'
import { cutAtPlaceholders } from './placeholders.js'

/** A pattern in which open parts are filled in, and what each of them took the place of. */
interface Filled {
  pattern: string
  text: string
  fills: readonly { at: number; length: number; display: string }[]
}

/** The nearest pattern is shown as the template has it. */
export function diagnoseOpenSubject(condition: ConditionResult, github: boolean): SubjectDiagnosis {
  const [actual = ''] = condition.actual ?? []
  const filled = condition.wanted.map((pattern) => fillIn(pattern, actual))
  const wanted = filled.map(({ text }) => text)
  const diagnosis = diagnoseSubject({ ...condition, wanted }, github)
  const { nearest } = diagnosis
  const own = filled.find(({ text }) => text === nearest?.wanted)
  if (!nearest || !own) return diagnosis
  const { pattern } = own
  const wantedAt = Math.min(placeIn(own, nearest.wantedAt), pattern.length)
  return { ...diagnosis, nearest: { ...nearest, wanted: pattern, wantedAt } }
}

/** In place of each open part what the text has there, up to the sign that follows in the pattern; whatever the letter case before it. */
function fillIn(pattern: string, actual: string): Filled {
  const parts = cutAtPlaceholders(pattern)
  const fills: Filled['fills'][number][] = []
  let text = ''
  let at = 0
  for (const [index, part] of parts.entries()) {
    const isOpen = index % 2 === 1
    // Of open parts that stand side by side, the first takes all.
    const next = parts.find((one, other) => other > index && other % 2 === 0 && one !== '')?.[0]
    const end = next === undefined ? actual.length : actual.indexOf(next, at)
    // From where the two part, nobody knows what an open part would stand for.
    if (isOpen ? end < at : !beginsAt(actual, part, at))
      return { pattern, text: text + parts.slice(index).join(''), fills }
    const fill = isOpen ? actual.slice(at, end) : part
    if (isOpen) fills.push({ at: text.length, length: fill.length, display: part })
    text += fill
    at += fill.length
  }
  return { pattern, text, fills }
}

function beginsAt(text: string, part: string, at: number): boolean {
  return text.slice(at, at + part.length).toLowerCase() === part.toLowerCase()
}

/** The same place in the pattern as it is shown; inside of an open part, where that begins. */
function placeIn({ fills }: Filled, at: number): number {
  let place = at
  for (const fill of fills) {
    if (fill.at + fill.length <= at) place += fill.display.length - fill.length
    else if (fill.at < at) place -= at - fill.at
  }
  return place
}
