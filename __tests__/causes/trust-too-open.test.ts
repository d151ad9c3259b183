// trust-too-open: what it takes, what it leaves, and what it says.
import { trustTooOpen } from '../../src/causes/trust-too-open.js'
import { testCause } from './tester.js'

testCause(trustTooOpen, {
  leaves: ['trust-undecided', 'trust-subject-mismatch'],
  says: [
    [
      'every repository on GitHub',
      'no condition on `aud`',
      '"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"',
    ],
    [
      'every repository on GitHub',
      '"token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:ref:refs/heads/main"',
    ],
    ['every repository of `octo-org`', 'ForAllValues', 'no condition on `aud`'],
    ['any branch of `octo-org/octo-repo`', 'pull requests of `octo-org/octo-repo`'],
  ],
})
