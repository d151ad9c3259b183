// trust-provider-mismatch: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustProviderMismatch } from '../../src/causes/trust-provider-mismatch.js'
import { testCause } from './tester.js'

testCause(trustProviderMismatch, {
  leaves: ['trust-action-missing', 'provider-not-found'],
  says: [
    [
      'of another account',
      'needs:  arn:aws:iam::111122223333:oidc-provider/',
      '"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"',
      'aws iam get-open-id-connect-provider',
    ],
    [
      'policy: *',
      'Only a `Federated` principal covers web identities',
      'which allows this `sub` alone',
    ],
  ],
})

test.each(['token.actions.githubusercontent.com', 'https://token.actions.githubusercontent.com/'])(
  'the URL of the provider in place of its ARN: %s',
  (has) => {
    const { shown } = diagnose(
      {
        kind: 'trust-denial',
        problem: 'provider-mismatch',
        principals: { has: [has], needs: NEEDS },
        more: [],
        source: { path: 'a' },
      },
      knownWith(),
    )
    expect(JSON.stringify(shown)).toContain(
      'The principal is the ARN of the provider, not its URL.',
    )
  },
)

const NEEDS = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'

test.each<[string, string[], string]>([
  ['another partition', [NEEDS.replace('aws', 'aws-cn')], 'in another partition'],
  ['a slash', [`${NEEDS}/`], "differs from the token's issuer in the slash at the end"],
  ['a path', [`${NEEDS}/acme`], 'with another path'],
  ['another host', [NEEDS.replace('token.', 'tokens.')], 'of another issuer'],
  ['a provider that IAM knows by itself', ['accounts.google.com'], 'of another issuer'],
  ['nobody', [], "does not name this token's identity provider"],
  ['the nearest of several', ['*', 'accounts.google.com', `${NEEDS}/`], 'slash at the end'],
])('a policy with %s', (_what, has, words) => {
  const failure = {
    kind: 'trust-denial',
    problem: 'provider-mismatch',
    principals: { has, needs: NEEDS },
    more: [],
    source: { path: 'a' },
  } as const
  const { headline, shown } = diagnose(failure, knownWith())
  expect(headline).toContain(words)
  expect(JSON.stringify(shown)).toContain(NEEDS)
})
