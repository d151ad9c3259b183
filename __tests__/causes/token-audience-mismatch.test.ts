import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenAudienceMismatch } from '../../src/causes/token-audience-mismatch.js'
import { testCause } from './tester.js'

testCause(tokenAudienceMismatch, {
  leaves: ['token-claim-missing', 'audience-unusual', 'token-malformed'],
  says: [
    [
      '`arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`',
      '`aud` is `sts.amazonaws.com`',
      'audience: sts.amazonaws.com.cn',
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id sts.amazonaws.com',
    ],
    [
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id sts.amazonaws.com',
      '--query ClientIDList',
    ],
    [
      '`azp` is `another-application`',
      'arn:aws:iam::111122223333:oidc-provider/login.microsoftonline.com/tenant/v2.0 --client-id another-application',
    ],
    ['more than one audience (`client-b` and `client-a`)', 'no `azp`', '--client-id client-b'],
    ['more than one audience (`client-a` and `other`)', 'for one audience only'],
    ['`azp` is `other`', '`client-a`', 'audience: other', '--client-id other'],
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
  const { fix } = diagnose(piece.failure, known)
  expect(fix[0]).toMatch(/--client-id 'x; rm -rf "\$HOME" '\\'''$/)
})

test('Google has no provider whose list could be looked at', () => {
  const issuer = 'https://accounts.google.com'
  const known = knownWith({ token: { issuer, claims: { iss: issuer, azp: 'client-a' } } })
  const message = 'Incorrect token audience'
  const piece = evidenceOf('token-audience-mismatch').find(({ failure }) => failure.kind === 'aws')
  const { fix } = diagnose(piece?.failure ?? { kind: 'bug', message }, known)
  expect(fix.join('\n')).toContain('"StringEquals": {"accounts.google.com:aud":"client-a"}')
  expect(fix.join('\n')).not.toContain('open-id-connect-provider')
})
