// trust-subject-immutable: the token names owner and repository with their ids and the policy without, or the other way round.

import { hasIds, isOtherOwner, repositoryPart, subjectOf } from '../aws/github-subject.js'
import { isWild } from '../aws/wildcard.js'
import type { Step, TrustDenial } from '../model.js'
import { quote, sanitise } from '../text.js'
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

const WITHOUT = /^(repo:[^/@:]+)(?:@[^/:]+)?(\/[^@:]+)(?:@[^:]+)?/

const REMOVE_OLD =
  'Remove the form without ids once no job uses it: a name can be registered again by somebody else, an id cannot.'

export const trustSubjectImmutable = trustCause('subject-immutable', {
  title: 'immutable ids in `sub` or in the trust policy, but not in both',
  docs: ['githubOidc', 'iamRoleTrust'],
  headline: (denial, known) => {
    const { nearest } = denial
    const names = ownersOf(denial)
    if (names)
      return `\`sub\` uses immutable ids and owner ${quote(names.has, 40)}, ${policyOfRole(known)} owner ${quote(names.wants, 40)}`
    return hasIds(nearest?.actual ?? '')
      ? `\`sub\` uses immutable ids, but ${policyOfRole(known)} does not`
      : `${policyOfRole(known)} uses immutable ids, but \`sub\` does not`
  },
  shown: ({ nearest }) => [
    {
      show: 'sentence',
      say: hasIds(nearest?.actual ?? '')
        ? 'GitHub adds them to new and renamed repositories.'
        : 'This repository, or this GitHub server, still uses the classic form.',
    },
  ],
  change: (denial) => {
    const names = ownersOf(denial)
    if (names && denial.suggestion?.diff === '')
      return {
        then: `If owner ${quote(names.wants, 60)} was renamed to ${quote(names.has, 60)}, remove the old name from the policy: anyone may register it now, and would get the role by it. An id cannot be registered again.`,
      }
    if (names)
      return {
        when: `If owner ${quote(names.wants, 60)} was renamed to ${quote(names.has, 60)}, and this job may use the role`,
        then: `The change removes the old name: anyone may register ${quote(names.wants, 60)} now, and would get the role by it. An id cannot be registered again.`,
      }
    return { then: REMOVE_OLD }
  },
  others: (denial) => {
    // A value put beside the others of that statement would allow more than this job.
    if (denial.suggestion?.diff === '') return []
    const { wanted = '', actual = '' } = denial.nearest ?? {}
    const names = ownersOf(denial)
    const beside: Step[] = names
      ? [
          {
            when: `If ${quote(names.wants, 60)} and ${quote(names.has, 60)} are two owners, and both may use the role`,
            say: 'Add this value, and keep the old one',
            code: sanitise(JSON.stringify(actual)),
            language: 'json',
          },
        ]
      : []
    const own = repositoryPart(actual)
    const rest = wanted.replace(WITHOUT, '')
    return own !== undefined && rest.startsWith(':') && isWild(rest)
      ? [
          ...beside,
          {
            when: 'If all runs that the policy was written for may use the role',
            say: names ? 'Put this value in place of the old one' : 'Add this value instead',
            code: sanitise(JSON.stringify(`${own}${rest}`)),
            language: 'json',
          },
        ]
      : beside
  },
  page: {
    meaning:
      'GitHub now writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:…` in place of `repo:OWNER/REPO:…`, so that nobody gets access by registering a name that has become free. Repositories created, renamed or transferred after 2026-07-15 have the new form and cannot go back, older ones have it when they opt in, GitHub Enterprise Server does not have it. Patterns of the old form do not match the new one, not even `repo:OWNER/*`.',
    tell: 'Without the ids the two values match. The ids of the token are those of `GITHUB_REPOSITORY_OWNER_ID` and `GITHUB_REPOSITORY_ID`.',
  },
})

/** The owner's two names, where they are two: renamed, or somebody else. One with an open part is no name. */
function ownersOf({ nearest, condition }: TrustDenial): { wants: string; has: string } | undefined {
  const { wanted = '', actual = '' } = nearest ?? {}
  if (condition?.open || !isOtherOwner(wanted, actual)) return undefined
  return { wants: subjectOf(wanted)?.owner ?? '', has: subjectOf(actual)?.owner ?? '' }
}
