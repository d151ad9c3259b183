import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenAudienceMismatch } from '../../src/causes/token-audience-mismatch.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenAudienceMismatch, {
  leaves: ['token-claim-missing', 'audience-unusual', 'token-malformed'],
  says: [
    [
      'provider  arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      "does not list `sts.amazonaws.com`, the token's `aud`",
      'If it lists `sts.amazonaws.com.cn`',
      'audience: sts.amazonaws.com.cn',
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
    ['`other` (`azp`), not for `client-a`', 'audience: other', '--client-id other'],
    [
      '`sts.amazonaws.com`',
      '`https://github.com/octo-org`',
      '--client-id https://github.com/octo-org',
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
