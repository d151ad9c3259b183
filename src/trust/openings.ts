// What of the openings of a policy is told: the broadest of each, in the order of how much they open.
import { isWild, matchesWildcard } from '../aws/wildcard.js'
import type { TrustOpening } from '../model.js'

type Who = TrustOpening['who']

const ORDER: readonly Who[] = [
  'any-subject',
  'any-repository',
  'any-repository-of-actor',
  'any-repository-of-enterprise',
  'similar-owners',
  'organisation',
  'similar-repositories',
  'any-branch',
  'similar-branches',
  'pull-requests',
  'any-audience',
  'for-all-values',
]

const ALL: readonly Who[] = ['any-repository', 'any-subject']
/** Runs of one actor, or of one enterprise, in whatever repository. */
const ANYWHERE: readonly Who[] = [...ALL, 'any-repository-of-actor', 'any-repository-of-enterprise']

/** What need not be said beside something broader. */
const BROADER: Partial<Record<Who, readonly Who[]>> = {
  'any-repository-of-actor': ALL,
  'any-repository-of-enterprise': ALL,
  'similar-owners': ANYWHERE,
  organisation: ANYWHERE,
  'similar-repositories': [...ANYWHERE, 'organisation'],
  'any-branch': ANYWHERE,
  'similar-branches': [...ANYWHERE, 'any-branch'],
  'pull-requests': ANYWHERE,
}

/** More nobody reads. */
const MOST = 12

export function broadest(all: readonly TrustOpening[]): TrustOpening[] {
  const named = all.map(
    (opening): Named => ({ opening, about: JSON.stringify(opening.of), fits: patternOf(opening) }),
  )
  // Few are broader than others: those of everybody, and those with a wildcard.
  const broad = named.filter(({ fits }) => fits === undefined || isWild(fits))
  const seen = new Set<string>()
  const told = named
    .filter((one) => {
      // Each key that may be missing is one of its own.
      const { who, example } = one.opening
      const key = `${who} ${who === 'for-all-values' ? example : one.about}`
      const again = seen.has(key)
      seen.add(key)
      return !again && !broad.some((other) => other !== one && implies(other, one))
    })
    .map(({ opening }) => opening)
  const [first] = told.filter(({ patterns }) => patterns.length > 0)
  // What lets in those of whom nothing is told is to be closed, too.
  const patterns = [...new Set(all.flatMap((one) => one.patterns))]
  const untold = patterns.filter((one) => !told.some((other) => other.patterns.includes(one)))
  return told
    .map((one) => (one === first ? { ...one, patterns: [...one.patterns, ...untold] } : one))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST)
}

interface Named {
  opening: TrustOpening
  /** Whom it is about, as one text. */
  about: string | undefined
  /** The repositories that it is about, as a pattern; undefined for all others. */
  fits: string | undefined
}

function rankOf({ who }: TrustOpening): number {
  return ORDER.indexOf(who)
}

function implies(broad: Named, one: Named): boolean {
  const [wide, narrow] = [broad.opening, one.opening]
  if (wide.who !== narrow.who) {
    if (!BROADER[narrow.who]?.includes(wide.who)) return false
    if (ALL.includes(wide.who)) return true
    // Within a statement, its actor or enterprise is that of all its runs.
    if (ANYWHERE.includes(wide.who)) return wide.statement.index === narrow.statement.index
  }
  // Of the same, the one that came first is told.
  if (broad.about === one.about) return wide.who !== narrow.who
  if (broad.fits === undefined || one.fits === undefined) return false
  return matchesWildcard(broad.fits, one.fits)
}

function patternOf({ of }: TrustOpening): string | undefined {
  if (!of) return undefined
  if ('owner' in of) return `${of.owner}/*`.toLowerCase()
  return 'repository' in of ? of.repository.toLowerCase() : undefined
}
