// Scenarios of many roles in one step: all of them, and some that cannot be assumed.
import type { Scenario } from './scenario.js'
import type { Street } from './street.js'

/** A landing zone: forty accounts, with one role to deploy in each. */
export const ACCOUNTS = Array.from({ length: 40 }, (_one, index) => ({
  name: `team-${String(index + 1).padStart(2, '0')}`,
  arn: `arn:aws:iam::${String(222_200_000_001 + index)}:role/deploy`,
}))

/** The value of the input. */
export const LINES = ACCOUNTS.map(
  ({ name, arn }, index) => `${name}: ${arn}${index % 4 === 3 ? ' @ us-east-1' : ''}`,
).join('\n')

const ROLES = { 'INPUT_ROLE-TO-ASSUME': 'none', INPUT_ROLES: LINES }

/** Trusts another repository. */
function otherPolicy(street: Street, arn: string): unknown {
  const host = street.issuer.replace('https://', '')
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `${arn.replace(/:role\/.*/, '')}:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
          StringLike: { [`${host}:sub`]: 'repo:octo-org/other:*' },
        },
      },
    ],
  }
}

const [, second, third] = ACCOUNTS

export const ROLES_SCENARIOS: readonly Scenario[] = [
  {
    id: 'ready',
    name: 'roles',
    what: 'forty roles in forty accounts',
    exit: 0,
    variables: ROLES,
    setUp: (street) => street.setOtherRoles(ACCOUNTS),
  },
  {
    id: 'role-not-assumable',
    name: 'roles-some-refused',
    what: 'forty roles, of which one is gone and one trusts another repository',
    exit: 1,
    variables: ROLES,
    setUp: (street) =>
      street.setOtherRoles(
        ACCOUNTS.map((one) => ({
          ...one,
          ...(one === second ? { gone: true as const } : {}),
          ...(one === third ? { trustPolicy: otherPolicy(street, one.arn) } : {}),
        })),
      ),
  },
  {
    id: 'sts-retried',
    name: 'roles-throttled',
    what: 'forty roles, of which STS throttles five at first',
    exit: 0,
    variables: ROLES,
    setUp: (street) => street.setOtherRoles(ACCOUNTS),
    faults: {
      sts: { error: { status: 400, code: 'Throttling', message: 'Rate exceeded' }, times: 5 },
    },
  },
]
