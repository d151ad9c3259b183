// What of the openings of a policy is told: the broadest of each, in the order of how much they open.
import { matchesWildcard } from '../aws/wildcard.js'
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
  const rank = ({ who }: TrustOpening): number => ORDER.indexOf(who)
  const implied = (one: TrustOpening, at: number): number =>
    all.findIndex((other, place) => place !== at && implies(other, one, place < at))
  const told = all.filter((one, at) => implied(one, at) < 0)
  const [first] = told.filter(({ patterns }) => patterns.length > 0)
  // What lets in those of whom nothing is told is to be closed, too.
  const untold = all
    .filter((one) => !told.includes(one))
    .flatMap(({ patterns }) => patterns)
    .filter((one) => !told.some(({ patterns }) => patterns.includes(one)))
  return told
    .map((one) =>
      one === first ? { ...one, patterns: [...new Set([...one.patterns, ...untold])] } : one,
    )
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

/** `first`: of two that say the same, the one that came first is told. */
function implies(broad: TrustOpening, one: TrustOpening, first: boolean): boolean {
  if (broad.who !== one.who && !BROADER[one.who]?.includes(broad.who)) return false
  // Within a statement, its actor or enterprise is that of all its runs.
  if (broad.who !== one.who && ANYWHERE.includes(broad.who))
    return ALL.includes(broad.who) || broad.statement.index === one.statement.index
  const [text, other] = [JSON.stringify(broad.of), JSON.stringify(one.of)]
  return broad.who === one.who && text === other ? first : covers(broad, one)
}

/** Whether the one is about all that the other is about. */
function covers({ of: broad }: TrustOpening, { of: one }: TrustOpening): boolean {
  if (!broad) return true
  if (!one) return false
  const [wide, narrow] = [patternOf(broad), patternOf(one)]
  return wide !== undefined && narrow !== undefined && matchesWildcard(wide, narrow)
}

function patternOf(of: NonNullable<TrustOpening['of']>): string | undefined {
  if ('owner' in of) return `${of.owner}/*`.toLowerCase()
  return 'repository' in of ? of.repository.toLowerCase() : undefined
}
