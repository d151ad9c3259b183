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
  const named = all.map(nameOpening)
  // Few are broader than others: those of everybody, and those with a wildcard; and any others of the very same.
  const broad = named.filter(({ fits }) => fits === undefined || isWild(fits))
  const keys = new Set(named.map(({ key }) => key))
  const seen = new Set<string>()
  const told = named
    .filter((one) => {
      const again = seen.has(one.key)
      seen.add(one.key)
      return !again && !isSaidOfSame(one, keys) && !broad.some((other) => isSaidBy(other, one))
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
  /** Its place among all. */
  at: number
  /** Whom it is about, as one text. */
  about: string
  /** Who they are, and whom that is about: told once. Each key that may be missing is one of its own. */
  key: string
  /** The repositories that it is about, as a pattern; undefined for all others. */
  fits: string | undefined
}

function nameOpening(opening: TrustOpening, at: number): Named {
  const { who, of, example } = opening
  const about = who === 'for-all-values' ? example : JSON.stringify(of ?? null)
  return { opening, at, about, key: `${who} ${about}`, fits: patternOf(opening) }
}

function rankOf({ who }: TrustOpening): number {
  return ORDER.indexOf(who)
}

function isSaidOfSame({ opening, about }: Named, keys: ReadonlySet<string>): boolean {
  return (BROADER[opening.who] ?? []).some((wider) => keys.has(`${wider} ${about}`))
}

/** Of two that say the same in other letters, the one that came first is told. */
function isSaidBy(broad: Named, one: Named): boolean {
  return implies(broad, one) && (broad.at < one.at || !implies(one, broad))
}

function implies(broad: Named, one: Named): boolean {
  const [wide, narrow] = [broad.opening, one.opening]
  if (wide.who !== narrow.who) {
    if (!BROADER[narrow.who]?.includes(wide.who)) return false
    if (ALL.includes(wide.who)) return true
    // Within a statement, its actor or enterprise is that of all its runs.
    if (ANYWHERE.includes(wide.who)) return wide.statement.index === narrow.statement.index
  }
  if (broad.fits === undefined || one.fits === undefined) return false
  return matchesWildcard(broad.fits, one.fits)
}

function patternOf({ of }: TrustOpening): string | undefined {
  if (!of) return undefined
  if ('owner' in of) return `${of.owner}/*`.toLowerCase()
  return 'repository' in of ? of.repository.toLowerCase() : undefined
}
