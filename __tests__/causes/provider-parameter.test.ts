import { providerParameter } from '../../src/causes/provider-parameter.js'
import { testCause } from './tester.js'

testCause(providerParameter, {
  leaves: ['role-not-assumable', 'token-rejected', 'idp-rejected-claim'],
  says: [
    [
      'Provided Token is not a Login With Amazon token',
      '`ProviderId`',
      'If there is not, open an issue',
    ],
    ['Unrecognized OAuth provider', '`https://sts.eu-west-1.amazonaws.com`'],
  ],
})
