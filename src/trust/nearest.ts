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
    .map((wanted) => ({ wanted, fit: patternFit(wanted, actual, wildcards) }))
  const [best] = fits.sort((a, b) => b.fit.letters - a.fit.letters)
  if (!best) return undefined
  const { wantedAt, actualAt } = best.fit
  return { wanted: best.wanted, actual, wantedAt, actualAt }
}

/** How much of the pattern covers some beginning of the text: all places that it can have come to, letter by letter. */
function patternFit(whole: string, text: string, wildcards: boolean): Fit {
  const pattern = whole.slice(0, LONGEST)
  const wild = (place: number, sign: string): boolean => wildcards && pattern[place] === sign
  let places = new Uint8Array(pattern.length + 2)
  let next = new Uint8Array(pattern.length + 2)
  places[0] = 1
  let best = { wantedAt: openStars(places, (place) => wild(place, '*')), actualAt: 0 }
  for (let at = 0; at < Math.min(text.length, LONGEST); at++) {
    next.fill(0)
    for (let place = 0; place < pattern.length; place++) {
      if (places[place] === 0) continue
      if (wild(place, '*')) next[place] = 1
      else if (pattern[place] === text[at] || wild(place, '?')) next[place + 1] = 1
    }
    const furthest = openStars(next, (place) => wild(place, '*'))
    if (furthest < 0) break
    if (furthest > best.wantedAt) best = { wantedAt: furthest, actualAt: at + 1 }
    ;[places, next] = [next, places]
  }
  const begun = pattern.slice(0, best.wantedAt)
  return { ...best, letters: (wildcards ? begun.replaceAll('*', '') : begun).length }
}

/** A star may stand for nothing: the place behind it is come to as well. The furthest place; -1 where there is none. */
function openStars(places: Uint8Array, isStar: (place: number) => boolean): number {
  let furthest = -1
  for (let place = 0; place < places.length; place++) {
    if (places[place] === 0) continue
    furthest = place
    if (isStar(place)) places[place + 1] = 1
  }
  return furthest
}
