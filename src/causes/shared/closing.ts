// What stands in the place of a value for `sub` that allows too much: for this run's own pattern this run, for another's its owner and repository.
import { closedPattern, isOfRepository } from '../../aws/github-pattern.js'
import { otherPattern } from '../../aws/other-subjects.js'
import { passingPartOf } from '../../aws/passing-subject.js'
import { literalValue } from '../../aws/statement.js'
import { isGitHub } from '../../aws/token-rules.js'
import { isWild, matchesWildcard } from '../../aws/wildcard.js'
import type { Known, OpeningOf, TrustOpening } from '../../model.js'

/** Each value with a wildcard that makes an opening, once. */
export function wideValues(openings: readonly TrustOpening[]): string[] {
  return [...new Set(openings.flatMap(({ patterns }) => patterns.filter(isWild)))]
}

/** What takes its place: one value that is not open, and lasts beyond this run. */
export function closedValue(wide: string, known: Known): string {
  const subject = known.token?.subject ?? ''
  return matchesWildcard(wide, subject) ? ownValue(subject) : closedFor(wide, known)
}

/** The value of a condition on `sub` that is missing. */
export function missingValue({ of, statement }: TrustOpening, known: Known): string {
  const subject = known.token?.subject ?? ''
  const meant = meantBy(of)
  if (meant !== undefined)
    return isOfRepository(meant, subject) ? ownValue(subject) : closedFor(meant, known)
  // Where nothing names anybody, the statement is this run's if it allows this run.
  const matched = known.trust?.statements[statement.index]?.matched
  return matched === false || isForeign(of) ? closedFor('*', known) : ownValue(subject)
}

/** The value for all of them; undefined where the policy does not name them. */
function meantBy(of: OpeningOf | undefined): string | undefined {
  if (!of) return undefined
  if ('owner' in of) return `repo:${of.owner}/*`
  return 'repository' in of ? `repo:${of.repository}:*` : undefined
}

/** An id of others. */
function isForeign(of: OpeningOf | undefined): boolean {
  return of !== undefined && ('ownerId' in of || 'repositoryId' in of)
}

/** This run, and those to come of the same job. */
function ownValue(subject: string): string {
  return literalValue(passingPartOf(subject)?.pattern ?? subject)
}

function closedFor(wide: string, { token }: Known): string {
  if (isGitHub(token?.claims ?? {})) return closedPattern(wide)
  const own = token?.subject ?? ''
  const closed = otherPattern(wide, own)?.sample('<name>', own) ?? '<sub>'
  return passingPartOf(closed)?.pattern ?? closed
}
