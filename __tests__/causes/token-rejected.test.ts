import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenRejected } from '../../src/causes/token-rejected.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

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
      'signature is valid',
      'Most likely account `111122223333`',
      'If that says `NoSuchEntity`, and the account should trust GitHub',
      /If `ClientIDList` lacks `sts\.amazonaws\.com`, ask for an audience.*\n.*audience: .*\nIf tokens for .* may sign in, add it/,
      /^(?!.*delete)/is,
    ],
    [
      '`client-z`',
      '--client-id client-z',
      'let the issuer make the token for an audience that it lists',
      /^(?!.*audience: )/s,
    ],
    [
      'aws iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1EE3870F96E97E4A80FE547CA35505BE',
      'could not verify its signature',
    ],
    [
      'STS does not accept it',
      'no OIDC provider makes STS accept one',
      '`sts:AssumeRole`',
      /^(?!.*(create-open|most likely))/is,
    ],
  ],
})

test.each(['https://accounts.google.com', 'accounts.google.com'])(
  '%s needs no provider, so none is made',
  (issuer) => {
    const [piece] = evidenceOf('token-rejected')
    const known = knownWith({ token: { issuer, claims: { iss: issuer, azp: 'client-a' } } })
    const finding = diagnose(piece?.failure ?? { kind: 'bug', message: '' }, known)
    expectWellSaid(finding)
    const { why, fix } = wordsOf(finding)
    expect(why).toMatch(/^Most likely the token itself is the reason: IAM knows Google/m)
    expect(fix[0]).toContain('fresh ID token')
    expect(fix.join('\n')).toContain('"Principal": {"Federated": "accounts.google.com"}')
    expect(fix[0]).toContain('`sts.amazonaws.com`')
    expect(fix.join('\n')).not.toMatch(/create-open-id|client-id|arn:/)
  },
)

test.each([
  ['sts.amazon.com', 'If you deleted `audience`, name `sts.amazonaws.com` there instead.'],
  ['sts.amazonaws.com', undefined],
])('a provider that is created for %s lists what the step then asks for', (audience, then) => {
  const [piece] = evidenceOf('token-rejected')
  if (!piece) throw new Error('no evidence')
  const known = knownWith({ inputs: { audience }, token: { claims: { aud: audience } } })
  const finding = diagnose(piece.failure, known)
  expectWellSaid(finding)
  const create = finding.steps.find(({ code }) => code?.includes('create-open-id-connect-provider'))
  expect(create?.then).toBe(then)
})
