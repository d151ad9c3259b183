// trust-subject-case: the subject fits the policy but for capital letters.
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectCase = trustCause('subject-case', {
  title: 'the subject differs from the policy in letter case only',
  docs: ['iamConditionOperators', 'githubOidc'],
  why: (denial) =>
    `The trust policy spells the subject with other capital letters than the token: IAM compares letter by letter, so ${placeOf(denial)} does not let this token in.`,
  page: {
    meaning:
      'GitHub does not care about capitals in the names of owners and repositories, and IAM does: under StringEquals and StringLike `Octo-Org` and `octo-org` are two names. The token carries the spelling that GitHub has stored.',
    tell: 'With all letters in lower case the two values fit. StringEqualsIgnoreCase does not care about case, but the exact spelling says more to the next reader.',
  },
})
