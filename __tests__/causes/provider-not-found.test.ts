import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { providerNotFound } from '../../src/causes/provider-not-found.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(providerNotFound, {
  leaves: [
    'token-rejected',
    'provider-keys-unretrievable',
    'role-not-assumable',
    'token-audience-mismatch',
  ],
  says: [
    [
      'account `111122223333` has no OIDC provider for `https://token.actions.githubusercontent.com`',
      'this account should trust GitHub',
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
      'create the right one beside it',
      'Delete the other one only when no role trusts it any more',
    ],
  ],
})

test('for Google, which IAM knows by itself, none is made', () => {
  const issuer = 'https://accounts.google.com'
  const [piece] = evidenceOf('provider-not-found')
  const finding = diagnose(
    piece?.failure ?? { kind: 'bug', message: '' },
    knownWith({
      token: { issuer, audiences: ['client-a'], claims: { iss: issuer, aud: 'client-a' } },
    }),
  )
  expectWellSaid(finding)
  const { why, fix } = wordsOf(finding)
  expect(why).toContain('Google, which IAM knows without one')
  expect(fix.join('\n')).not.toContain('create-open-id-connect-provider')
  expect(fix.join('\n')).toContain('Create no provider for Google')
  expect(fix.join('\n')).toContain('"Principal": {"Federated": "accounts.google.com"}')
  expect(fix.join('\n')).toContain('for the audience `client-a`')
})
