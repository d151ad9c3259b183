// account-not-allowed: the session belongs to an account that `allowed-account-ids` does not list.
import { isAccount } from '../aws/role-arn.js'
import { oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { isOneOfRoles, roleLine } from './shared/role-input.js'

export const accountNotAllowed = causeOf('account', {
  id: 'account-not-allowed',
  section: 'sts',
  link: 'export',
  title: 'the session is in an account that is not allowed',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamArns'],
  matches: () => true,
  explain: ({ account, allowed }, known) => {
    const role = known.inputs?.role?.text ?? ''
    if (!isAccount(account)) return explainNoAccount(account, allowed)
    return {
      headline: isOneOfRoles(known)
        ? 'the account of the session is not in `allowed-account-ids`'
        : `the session is in account ${quote(account)}, which \`allowed-account-ids\` does not list`,
      shown: [
        {
          show: 'values',
          values: [
            { name: 'allowed', value: allowed.join(', ') },
            ...(isOneOfRoles(known) ? [{ name: 'account', value: account }] : []),
            ...(role === '' ? [] : [{ name: 'role', value: role }]),
          ],
        },
      ],
      steps: [
        {
          when: 'If this is the wrong account',
          say: 'Give the step a role of an allowed account',
          ...roleLine(
            known,
            role.replace(account, allowed[0] ?? account) || 'arn:aws:iam::<account>:role/<name>',
          ),
        },
        {
          when: 'If the job may work in this account',
          say: 'Allow it',
          code: `allowed-account-ids: '${oneLine([...allowed, account].join(','), 2048)}'`,
          language: 'yaml',
        },
      ],
      stop: `Account ${quote(account)}`,
      where: { input: 'allowed-account-ids' },
    }
  },
  page: {
    meaning:
      'The sign-in succeeded, but into an account that the step must not use. The step fails before anything is exported, so that nothing is deployed into the wrong account.',
    tell: 'This is the check of `allowed-account-ids` alone. STS accepted the token, and the trust policy of the role allows this job.',
  },
})

/** Ceph has no accounts, but tenants at most. */
function explainNoAccount(account: string, allowed: readonly string[]): Explanation {
  return {
    headline: 'the session has no account id, so `allowed-account-ids` allows none',
    shown: [
      {
        show: 'values',
        values: [
          { name: 'allowed', value: allowed.join(', ') },
          ...(account === '' ? [] : [{ name: 'session', value: account }]),
        ],
      },
    ],
    steps: [
      {
        when: 'If the job should sign in to AWS',
        say: 'Remove `sts-endpoint`, and give the step a role of an allowed account',
      },
      {
        when: 'If the STS of `sts-endpoint` is meant',
        say: 'Remove `allowed-account-ids`: that STS has no account ids to compare',
      },
    ],
    stop: 'Session without an account',
    where: { input: 'allowed-account-ids' },
  }
}
