import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
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

test('for Google, which IAM knows by itself, none is made', () => {
  const issuer = 'https://accounts.google.com'
  const [piece] = evidenceOf('provider-not-found')
  const { why, fix } = providerNotFound.explain(
    piece?.failure ?? { kind: 'bug', message: '' },
    knownWith({ token: { issuer, claims: { iss: issuer, aud: 'client-a' } } }),
  )
  expect(why).toContain('IAM knows Google without one')
  expect(fix.join('\n')).not.toContain('create-open-id-connect-provider')
  expect(fix.join('\n')).toContain('Do not make a provider for Google')
  expect(fix.join('\n')).toContain('"Principal": {"Federated": "accounts.google.com"}')
  expect(fix.join('\n')).toContain('for the audience `client-a`')
})
