// Why a `sub` does not fit patterns with open parts: diagnosed with what this job would need in their place.
import type { ConditionResult } from '../model.js'
import { diagnoseSubject, type SubjectDiagnosis } from './diagnose-subject.js'
import { cutAtPlaceholders } from './placeholders.js'

/** A pattern in which open parts are filled in, and what each of them took the place of. */
interface Filled {
  text: string
  fills: readonly { at: number; length: number; display: string }[]
}

/** The nearest pattern is shown as the template has it. */
export function diagnoseOpenSubject(condition: ConditionResult, github: boolean): SubjectDiagnosis {
  const [actual = ''] = condition.actual ?? []
  const filled = new Map(
    condition.wanted.map((pattern): [string, [string, Filled]] => {
      const own = fillIn(pattern, actual)
      return [own.text, [pattern, own]]
    }),
  )
  const diagnosis = diagnoseSubject({ ...condition, wanted: [...filled.keys()] }, github)
  const { nearest } = diagnosis
  const [pattern, own] = (nearest && filled.get(nearest.wanted)) ?? []
  if (!nearest || pattern === undefined || !own) return diagnosis
  const wantedAt = Math.min(placeIn(own, nearest.wantedAt), pattern.length)
  return { ...diagnosis, nearest: { ...nearest, wanted: pattern, wantedAt } }
}

/** In place of each open part what the text has there, up to the sign that follows in the pattern. */
function fillIn(pattern: string, actual: string): Filled {
  const parts = cutAtPlaceholders(pattern)
  const fills: Filled['fills'][number][] = []
  let text = ''
  let at: number | undefined = 0
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      text += part
      at = at !== undefined && actual.startsWith(part, at) ? at + part.length : undefined
      continue
    }
    const next = parts[index + 1]?.[0]
    const end: number = next === undefined ? actual.length : actual.indexOf(next, at)
    if (at === undefined || end < at) {
      text += part
      continue
    }
    const fill = actual.slice(at, end)
    fills.push({ at: text.length, length: fill.length, display: part })
    text += fill
    at = end
  }
  return { text, fills }
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
