// trust-subject-case: the subject matches the policy but for capital letters.
import { isWild } from '../aws/wildcard.js'
import type { Nearest, TrustSuggestion } from '../model.js'
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectCase = trustCause('subject-case', {
  title: 'the subject differs from the policy in letter case only',
  docs: ['iamConditionOperators', 'githubOidc'],
  headline: (_denial, known) => `${policyOfRole(known)} spells \`sub\` in another letter case`,
  shown: () => [{ show: 'sentence', say: 'IAM compares `sub` case-sensitively.' }],
  change: ({ nearest, suggestion }) =>
    isWild(nearest?.wanted ?? '') && isReplaced(nearest, suggestion)
      ? { then: 'The new value allows this subject alone; the old one had a wildcard.' }
      : {},
  page: {
    meaning:
      'GitHub ignores letter case in the names of owners and repositories, but not in those of branches and environments. IAM ignores it nowhere: under StringEquals and StringLike `Octo-Org` and `octo-org` are two names. The token carries the spelling that GitHub has stored.',
    tell: 'In lower case the two values match. StringEqualsIgnoreCase ignores case, but the exact spelling tells the next reader more.',
  },
})

/** The change takes the old value away; it stays where a job may have it, as of branches and environments. */
function isReplaced(
  nearest: Nearest | undefined,
  suggestion: TrustSuggestion | undefined,
): boolean {
  if (!suggestion || suggestion.diff === '') return false
  return !suggestion.statement.includes(JSON.stringify(nearest?.wanted))
}
