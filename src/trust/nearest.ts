// Of many patterns the one that fits a text longest, and where the two part: bounded, whatever the pattern.
import type { Nearest } from '../model.js'

/** Subjects and patterns are far shorter; what lies beyond is not looked at. */
const LONGEST = 600
const MOST = 100

interface Fit {
  wantedAt: number
  actualAt: number
  /** Characters of the pattern, wildcards aside, that fit. */
  letters: number
}

/** Undefined where there is no pattern. */
export function nearestOf(
  patterns: readonly string[],
  actual: string,
  wildcards: boolean,
): Nearest | undefined {
  const fits = patterns
    .slice(0, MOST)
    .map((wanted) => ({ wanted, fit: fitOf(wanted, actual, wildcards) }))
  const [best] = fits.sort((a, b) => b.fit.letters - a.fit.letters)
  if (!best) return undefined
  const { wantedAt, actualAt } = best.fit
  return { wanted: best.wanted, actual, wantedAt, actualAt }
}

/** How much of the pattern covers some beginning of the text: all places that it can have come to, letter by letter. */
function fitOf(whole: string, text: string, wildcards: boolean): Fit {
  const pattern = whole.slice(0, LONGEST)
  const isStar = (at: number): boolean => wildcards && pattern[at] === '*'
  const open = (places: Set<number>): Set<number> => {
    for (const at of places) if (isStar(at)) places.add(at + 1)
    return places
  }
  let places = open(new Set([0]))
  let best = { wantedAt: Math.max(...places), actualAt: 0 }
  for (let at = 0; at < Math.min(text.length, LONGEST) && places.size > 0; at++) {
    const next = new Set<number>()
    for (const place of places) {
      if (isStar(place)) next.add(place)
      else if (pattern[place] === text[at] || (wildcards && pattern[place] === '?'))
        next.add(place + 1)
    }
    places = open(next)
    const furthest = Math.max(-1, ...places)
    if (furthest > best.wantedAt) best = { wantedAt: furthest, actualAt: at + 1 }
  }
  const letters = pattern.slice(0, best.wantedAt).replace(wildcards ? /\*/g : /(?!)/g, '').length
  return { ...best, letters }
}
