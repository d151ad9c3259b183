// trust-condition-mismatch: a condition on something else than subject and audience does not hold.
import { leafText, placeOf } from './phrases-trust.js'
import { trustCause } from './trust-cause.js'

export const trustConditionMismatch = trustCause('condition-mismatch', {
  title: 'a condition of the trust policy does not hold',
  docs: ['iamConditionOperators', 'iamConditionKeys', 'iamSetOperators'],
  why: (denial) =>
    `A condition of the trust policy does not hold, so ${placeOf(denial)} does not let this token in${denial.leaf ? `: ${leafText(denial.leaf)}` : ''}.${/not/i.test(denial.leaf?.operator ?? '') ? ' This operator holds where none of the values fits.' : ''}`,
  page: {
    meaning:
      'Every condition of a statement must hold. Beside subject and audience a policy may test further claims (ref, repository_id, job_workflow_ref, …), the name of the session (`sts:RoleSessionName`, the input `role-session-name`), session tags and more. A positive operator does not hold where the key is not there at all; one that negates does.',
    tell: 'Subject and audience fit, or their conditions have no part in it: then the finding would be trust-subject-… or trust-audience-mismatch. A key that STS does not have at all is trust-claim-not-a-key.',
  },
})
