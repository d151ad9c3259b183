import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { audienceUnusual } from '../../src/causes/audience-unusual.js'
import { testCause, wordsOf } from './tester.js'

testCause(audienceUnusual, {
  leaves: ['token-audience-mismatch', 'ambient-credentials'],
  says: [
    [
      '`custom-audience-string`',
      'asks for `sts.amazonaws.com`',
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id custom-audience-string',
    ],
    [
      '`sts.amazonaws.com.cn`',
      'asks for `sts.amazonaws.com.cn`',
      'arn:aws-cn:iam::111122223333:oidc-provider/',
    ],
  ],
})

test('after a sign-in nothing is left that STS might refuse', () => {
  const failure = { kind: 'audience-unusual', asked: 'mine', usual: 'sts.amazonaws.com' } as const
  const signedIn = wordsOf(
    audienceUnusual.explain(failure, knownWith({ session: { account: '1' } })),
  )
  expect(signedIn.why).toMatch(/STS accepted it, so the provider lists it\.$/)
  expect(signedIn.fix.join()).not.toContain('add-client-id')
  expect(wordsOf(audienceUnusual.explain(failure, knownWith())).why).toMatch(
    /STS accepts it only if/,
  )
})
