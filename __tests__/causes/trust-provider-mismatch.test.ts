// trust-provider-mismatch: what it takes, what it leaves, and what it says.
import { trustProviderMismatch } from '../../src/causes/trust-provider-mismatch.js'
import { testCause } from './tester.js'

testCause(trustProviderMismatch, {
  leaves: ['trust-action-missing', 'provider-not-found'],
  says: [
    [
      'The account must be `111122223333`',
      '`arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com`',
      'aws iam get-open-id-connect-provider',
    ],
    [
      'has `*`',
      'Only a Federated principal covers web identities',
      'It lets in exactly this token',
    ],
  ],
})
