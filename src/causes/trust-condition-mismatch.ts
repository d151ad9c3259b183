// trust-condition-mismatch: a condition on something else than subject and audience does not hold.
import { isSessionName } from '../aws/role-arn.js'
import type { TrustDenial } from '../model.js'
import { quote } from '../text.js'
import { conditionText, keyName, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustConditionMismatch = trustCause('condition-mismatch', {
  title: 'a condition of the trust policy does not hold',
  docs: ['iamConditionOperators', 'iamConditionKeys', 'iamSetOperators'],
  headline: ({ condition }, known) => {
    const key = quote(keyName(condition?.key ?? ''), 60)
    return condition?.actual === undefined
      ? `${policyOfRole(known)} wants ${key}, which this job does not have`
      : `${policyOfRole(known)} wants another ${key}`
  },
  shown: ({ condition, nearest }) => [
    ...(condition && !nearest
      ? [{ show: 'sentence' as const, say: `${conditionText(condition)}.` }]
      : []),
    ...(/not/i.test(condition?.operator ?? '')
      ? [
          {
            show: 'sentence' as const,
            say: 'This operator holds only where none of its values matches.',
          },
        ]
      : []),
  ],
  first: (denial) => {
    const name = sessionName(denial)
    return name === undefined
      ? []
      : [
          {
            when: 'If this job may use the role',
            say: 'Give the session the name that the policy wants',
            code: `role-session-name: ${name}`,
            language: 'yaml',
          },
        ]
  },
  change: (denial) =>
    sessionName(denial) === undefined ? {} : { when: 'If its own session name may stay' },
  where: (denial) => (sessionName(denial) ? { input: 'role-session-name' } : undefined),
  page: {
    meaning:
      'Every condition of a statement must hold. Beside subject and audience a policy may test further claims (ref, repository_id, job_workflow_ref, …), the name of the session (`sts:RoleSessionName`, the input `role-session-name`), session tags and more. A positive operator does not hold where the key is missing; a negated one does.',
    tell: 'Subject and audience match, or their conditions have no part in it: then the finding would be trust-subject-… or trust-audience-mismatch. A key that STS does not have at all is trust-claim-not-a-key.',
  },
})

/** The name of the session is this step's to choose: the first one wanted that is a name, and no pattern. */
function sessionName({ condition, nearest }: TrustDenial): string | undefined {
  if (condition?.key.toLowerCase() !== 'sts:rolesessionname') return undefined
  // An operator that negates says what the name must not be.
  if (
    !/^(For(AnyValue|AllValues):)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i.test(
      condition.operator,
    )
  )
    return undefined
  const wanted = [...(nearest ? [nearest.wanted] : []), ...condition.wanted]
  return wanted.find((name) => isSessionName(name) && /^\w/.test(name))
}
