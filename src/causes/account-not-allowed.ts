// account-not-allowed: the session belongs to an account that `allowed-account-ids` does not list.
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'

export const accountNotAllowed = causeOf('account', {
  id: 'account-not-allowed',
  section: 'sts',
  title: 'the session is of an account that is not allowed',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamArns'],
  matches: () => true,
  explain: ({ account, allowed }, { inputs }) => ({
    why: `The session belongs to the account ${quote(account)}, and ${quote('allowed-account-ids')} allows only ${list(allowed, 'or')}. Nothing was exported: later steps do not get this session. The role was ${quote(inputs?.role?.text ?? '')}.`,
    fix: [
      `If the account is right, allow it:\nallowed-account-ids: '${[...allowed, account].join(',')}'`,
      `If it is wrong, give a role of an allowed account:\nrole-to-assume: ${oneLine((inputs?.role?.text ?? '').replace(account, allowed[0] ?? account))}`,
    ],
    where: { input: 'allowed-account-ids' },
  }),
  page: {
    meaning:
      'The sign-in succeeded, but into an account that the step must not use. The step fails before anything is exported, so that nothing is deployed into the wrong account.',
    tell: 'This is the check of `allowed-account-ids` alone. Role and trust policy let the token in.',
  },
})
