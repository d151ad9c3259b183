import { tokenRejected } from '../../src/causes/token-rejected.js'
import { testCause } from './tester.js'

testCause(tokenRejected, {
  leaves: [
    'provider-not-found',
    'token-audience-mismatch',
    'provider-keys-unretrievable',
    'role-not-assumable',
    'provider-parameter',
  ],
  says: [
    [
      'aws iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
      'has verified the signature',
    ],
    ['`client-z`', '--client-id client-z'],
    [
      'aws iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1EE3870F96E97E4A80FE547CA35505BE',
      'could not verify the signature',
    ],
  ],
})
