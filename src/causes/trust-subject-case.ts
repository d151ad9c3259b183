// trust-subject-case: the subject matches the policy but for capital letters.
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectCase = trustCause('subject-case', {
  title: 'the subject differs from the policy in letter case only',
  docs: ['iamConditionOperators', 'githubOidc'],
  headline: (_denial, known) => `${policyOfRole(known)} spells \`sub\` in another letter case`,
  shown: () => [{ show: 'sentence', say: 'IAM compares `sub` case-sensitively.' }],
  change: ({ nearest }) =>
    /[*?]/.test(nearest?.wanted ?? '')
      ? { then: 'The new value allows this subject alone; the old one had a wildcard.' }
      : {},
  page: {
    meaning:
      'GitHub ignores letter case in the names of owners and repositories, and IAM does not: under StringEquals and StringLike `Octo-Org` and `octo-org` are two names. The token carries the spelling that GitHub has stored.',
    tell: 'In lower case the two values match. StringEqualsIgnoreCase ignores case, but the exact spelling tells the next reader more.',
  },
})
