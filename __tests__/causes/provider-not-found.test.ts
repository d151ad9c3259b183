import { providerNotFound } from '../../src/causes/provider-not-found.js'
import { testCause } from './tester.js'

testCause(providerNotFound, {
  leaves: [
    'token-rejected',
    'provider-keys-unretrievable',
    'role-not-assumable',
    'token-audience-mismatch',
  ],
  says: [
    [
      '`https://token.actions.githubusercontent.com`',
      '`111122223333`',
      'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
    ],
    [
      '`https://github.MYORG.net/_services/token`',
      'aws iam create-open-id-connect-provider --url https://github.MYORG.net/_services/token --client-id-list sts.amazonaws.com',
      'arn:aws:iam::111122223333:oidc-provider/github.MYORG.net/_services/token',
    ],
    [
      'aws iam list-open-id-connect-providers',
      '`arn:aws:iam::111122223333:role/deploy`',
      'make the right one beside it',
      'Delete the other one only when no role trusts it any more',
    ],
  ],
})
