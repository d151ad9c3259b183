import { audienceUnusual } from '../../src/causes/audience-unusual.js'
import { testCause } from './tester.js'

testCause(audienceUnusual, {
  leaves: ['token-audience-mismatch', 'ambient-credentials'],
  says: [
    [
      '`custom-audience-string`',
      'audience: sts.amazonaws.com',
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id custom-audience-string',
    ],
    [
      '`sts.amazonaws.com.cn`',
      'audience: sts.amazonaws.com.cn',
      'arn:aws-cn:iam::111122223333:oidc-provider/',
    ],
  ],
})
