// trust-denied: a statement of the trust policy with the effect Deny matches this token.
import { conditionText, placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustDenied = trustCause('denied', {
  title: 'the trust policy denies this token explicitly',
  docs: ['iamEvaluation', 'iamRoleTrust'],
  why: (denial) => {
    const { condition, more } = denial
    const met = condition
      ? [condition, ...more].slice(0, 4).map((one) => `\n- ${conditionText(one)}`)
      : []
    return `The trust policy denies this token explicitly: ${placeOf(denial)} has the effect Deny, and all of it matches. A Deny wins over every Allow.${met.length > 0 ? ` Its conditions, which all hold:${met.join('')}` : ' It has no conditions.'}`
  },
  others: () => [
    'If the Deny is meant for runs like this one, keep the job from running, and leave the policy as it is.',
  ],
  page: {
    meaning:
      'IAM first looks for a Deny that matches, and only then for an Allow. A Deny with a negated operator (StringNotLike, StringNotEquals) matches all that is not listed, also where the key is not there at all.',
    tell: 'An Allow would have let this token in: where none would, the finding is what keeps the nearest Allow from matching. A Deny of the organisation (SCP, RCP) is not in the trust policy: see trust-policy-differs.',
  },
})
