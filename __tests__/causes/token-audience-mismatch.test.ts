import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenAudienceMismatch } from '../../src/causes/token-audience-mismatch.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(tokenAudienceMismatch, {
  leaves: ['token-claim-missing', 'audience-unusual', 'token-malformed'],
  says: [
    [
      'provider  arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      "does not list `sts.amazonaws.com`, the token's `aud`",
      /If nothing needs the audience `sts\.amazonaws\.com`, delete `audience` from the step: it then asks for `sts\.amazonaws\.com\.cn`.*ClientIDList/s,
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id sts.amazonaws.com',
    ],
    [
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id sts.amazonaws.com',
      '--query ClientIDList',
    ],
    [
      "does not list `another-application`, the token's `azp`",
      'arn:aws:iam::111122223333:oidc-provider/login.microsoftonline.com/tenant/v2.0 --client-id another-application',
    ],
    ['2 audiences', 'no `azp`', '--client-id client-b'],
    ['2 audiences', 'aud  client-a, other', 'for one audience'],
    [
      '`other` (`azp`), not for `client-a`',
      'If the provider in IAM lists `other` already, delete `audience`',
      '--client-id other',
      /^(?!.*audience: other)/s,
    ],
    [
      '`sts.amazonaws.com`',
      '`https://github.com/octo-org`',
      '--client-id https://github.com/octo-org',
    ],
    [
      'the token is for Kubernetes itself (`https://kubernetes.default.svc`)',
      'web-identity-token-file: /var/run/secrets/eks.amazonaws.com/serviceaccount/token',
      'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/',
      /^(?!.*(client-id|access token))/s,
    ],
  ],
})

test('a hostile audience cannot run anything when the command is pasted', () => {
  const known = knownWith({ token: { claims: { aud: 'x; rm -rf "$HOME" \'' } } })
  const [piece] = evidenceOf('token-audience-mismatch')
  if (!piece) throw new Error('no evidence')
  const { fix } = wordsOf(diagnose(piece.failure, known))
  expect(fix.at(-1)).toMatch(/--client-id 'x; rm -rf "\$HOME" '\\'''$/)
})

test('Google has no provider whose list could be looked at', () => {
  const issuer = 'https://accounts.google.com'
  const known = knownWith({ token: { issuer, claims: { iss: issuer, azp: 'client-a' } } })
  const message = 'Incorrect token audience'
  const piece = evidenceOf('token-audience-mismatch').find(({ failure }) => failure.kind === 'aws')
  const { fix } = wordsOf(diagnose(piece?.failure ?? { kind: 'bug', message }, known))
  expect(fix.join('\n')).toContain('"accounts.google.com:aud": "client-a"')
  expect(fix.join('\n')).not.toContain('open-id-connect-provider')
})

test.each([undefined, 'client-a'])('an empty party is said to be empty, with %j wanted', (want) => {
  const known = knownWith({ token: { source: 'file', claims: { azp: '' } } })
  const asked = want === undefined ? {} : { want }
  const failure = { kind: 'claim', claim: 'azp', problem: 'audience', ...asked, got: '' } as const
  const { why, fix } = wordsOf(diagnose(failure, known))
  expect(why).toContain('its `azp` is empty')
  expect(fix[0]).toContain(want ?? 'an audience that the provider in IAM lists')
  expect(fix.join('\n')).not.toContain('--client-id')
})

test('a cluster that is not of EKS has the token projected', () => {
  const claims = { iss: 'https://idp.example.com', aud: ['https://idp.example.com', 'k3s'] }
  const known = knownWith({
    inputs: { webIdentityTokenFile: 'token.jwt' },
    token: { source: 'file', claims: { ...claims, 'kubernetes.io': {} }, audiences: claims.aud },
  })
  const audience = { kind: 'claim', claim: 'aud', problem: 'several-audiences' } as const
  const finding = diagnose({ ...audience, audiences: claims.aud }, known)
  expectWellSaid(finding)
  const { fix } = wordsOf(finding)
  expect(fix[0]).toContain('serviceAccountToken: {audience: sts.amazonaws.com,')
  expect(fix.join('\n')).not.toMatch(/client-id|eks/)
})

test.each([
  ['Incorrect token audience', 'token-audience-mismatch'],
  [
    'The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.',
    'token-rejected',
  ],
])('a made-up audience is left out first: %s', (message, id) => {
  const known = knownWith({
    inputs: { audience: 'https://made.up' },
    token: { claims: { aud: 'https://made.up' }, audiences: ['https://made.up'] },
  })
  const answer = { kind: 'aws', status: 400, code: 'InvalidIdentityToken', requestId: '' } as const
  const finding = diagnose({ ...answer, message }, known)
  expect(finding.id).toBe(id)
  expect(finding.steps[0]).toEqual({
    when: 'If nothing needs the audience `https://made.up`',
    say: 'Delete `audience` from the step: it then asks for `sts.amazonaws.com`',
  })
})

test('of a token from a file, the input `audience` is neither the place nor the fix', () => {
  const known = knownWith({
    inputs: { audience: 'https://made.up', webIdentityTokenFile: 'token.jwt' },
    token: { source: 'file' },
  })
  const answer = { kind: 'aws', status: 400, code: 'InvalidIdentityToken', requestId: '' } as const
  const finding = diagnose({ ...answer, message: 'Incorrect token audience' }, known)
  expect(finding.where).toEqual({ input: 'web-identity-token-file' })
  expect(wordsOf(finding).fix.join('\n')).not.toContain('`audience`')
})
