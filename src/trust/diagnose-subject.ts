// Why a `sub` does not fit the patterns of a policy: what people get wrong, told from a plain mismatch.

import {
  hasIds,
  isCustomised,
  isOtherOwner,
  kindOf,
  type Subject,
  subjectOf,
  subjectText,
  withoutIds,
} from '../aws/github-subject.js'
import { isWild, matchesWildcard } from '../aws/wildcard.js'
import type { ConditionResult, Nearest, TrustProblem } from '../model.js'
import { nearestOf } from './nearest.js'
import { takesWildcards } from './statement-parts.js'

export interface SubjectDiagnosis {
  problem: TrustProblem
  nearest: Nearest | undefined
}

export function diagnoseSubject(condition: ConditionResult, github: boolean): SubjectDiagnosis {
  const { wanted } = condition
  const [actual = ''] = condition.actual ?? []
  const wildcards = takesWildcards(condition)
  const one = (problem: TrustProblem, pattern: string): SubjectDiagnosis => ({
    problem,
    nearest: nearestOf([pattern], actual, wildcards),
  })
  const fits = (pattern: string, text: string): boolean =>
    wildcards ? matchesWildcard(pattern, text) : pattern === text
  const find = (test: (pattern: string) => boolean): string | undefined => wanted.find(test)

  const wild = wildcards ? undefined : find((one) => isWild(one) && matchesWildcard(one, actual))
  if (wild !== undefined) return one('wildcard-with-equals', wild)
  const cased = find((one) => fits(one.toLowerCase(), actual.toLowerCase()))
  if (cased !== undefined) return one('subject-case', cased)
  const ided = github ? find((one) => isOtherForm(one, actual, fits)) : undefined
  if (ided !== undefined) return one('subject-immutable', ided)
  // Two slips in one pattern: the graver one is named, and the change mends both.
  const loose = (pattern: string, text: string): boolean =>
    matchesWildcard(pattern.toLowerCase(), text.toLowerCase())
  const looselyIded = github ? find((one) => isOtherForm(one, actual, loose)) : undefined
  if (looselyIded !== undefined) return one('subject-immutable', looselyIded)
  const looselyWild = wildcards ? undefined : find((one) => isWild(one) && loose(one, actual))
  if (looselyWild !== undefined) return one('wildcard-with-equals', looselyWild)
  const renamed = github ? find((one) => isRenamed(one, actual, loose)) : undefined
  if (renamed !== undefined) return one('subject-immutable', renamed)
  const nearest = nearestOf(wanted, actual, wildcards)
  const problem = nearest && github ? subjectProblem(nearest.wanted, actual) : 'subject-mismatch'
  return { problem, nearest }
}

/** The one names owner and repository with their ids, the other without; all else fits. */
function isOtherForm(
  pattern: string,
  actual: string,
  fits: (pattern: string, text: string) => boolean,
): boolean {
  const [ids, wants] = [hasIds(actual), hasIds(pattern)]
  if (ids && !wants) return fits(pattern, withoutIds(actual))
  return !ids && wants && fits(withoutIds(pattern), actual)
}

/** Ids in the token alone, and the owner under another name there; all else fits. */
function isRenamed(
  pattern: string,
  actual: string,
  fits: (pattern: string, text: string) => boolean,
): boolean {
  const [wants, has] = [subjectOf(pattern), subjectOf(actual)]
  if (!wants || !has || !isOtherOwner(pattern, actual)) return false
  return fits(pattern, subjectText(wants.owner, has.name, has.context))
}

function subjectProblem(pattern: string, actual: string): TrustProblem {
  const [wants, has] = [subjectOf(pattern), subjectOf(actual)]
  // A token without any context has a template of `repo` alone; a pattern may just end early.
  const made = isCustomised(actual) || (has !== undefined && kindOf(has) === 'none')
  if (isCustomised(pattern) !== made) return 'subject-customised'
  if (!wants || !has || !isSameRepository(wants, has)) return 'subject-mismatch'
  const [wantsKind, hasKind] = [kindOf(wants), kindOf(has)]
  const contexts = ['environment', 'pull-request', 'ref']
  if (wantsKind === hasKind || !contexts.includes(wantsKind)) return 'subject-mismatch'
  if (wantsKind === 'environment' || hasKind === 'environment') return 'subject-environment'
  return hasKind === 'pull-request' ? 'subject-pull-request' : 'subject-mismatch'
}

/** Ids and letter case aside: those are said beside it. */
function isSameRepository(wants: Subject, has: Subject): boolean {
  const lower = ({ owner, name }: Subject): string => `${owner}/${name}`.toLowerCase()
  return matchesWildcard(lower(wants), lower(has))
}
