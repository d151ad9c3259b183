// trust-audience-mismatch: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustAudienceMismatch } from '../../src/causes/trust-audience-mismatch.js'
import type { FailureOf } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustAudienceMismatch, {
  leaves: ['trust-condition-mismatch', 'token-audience-mismatch'],
  says: [
    [
      'policy: https://github.com/my-org',
      'does not allow audience `sts.amazonaws.com`',
      /audience: https:\/\/github\.com\/my-org[\s\S]*keep the policy[\s\S]*add this statement/,
    ],
  ],
})

const denial = evidenceOf('trust-audience-mismatch')[0]?.failure as FailureOf<'trust-denial'>

test("of Google, `:aud` is azp: the token's audience is tested as `:oaud`", () => {
  const iss = 'https://accounts.google.com'
  const nearest = { wanted: 'my-app', actual: '1178', wantedAt: 0, actualAt: 0 }
  const token = { source: 'file', issuer: iss, audiences: ['my-app'], claims: { iss, azp: '1178' } }
  const known = knownWith({ inputs: { webIdentityTokenFile: 'token.jwt' }, token })
  const { fix, where } = wordsOf(trustAudienceMismatch.explain({ ...denial, nearest }, known))
  expect(fix[0]).toContain('test it as `accounts.google.com:oaud`')
  expect(fix[0]).toContain('"accounts.google.com:oaud": "my-app"')
  expect(fix.join('\n')).not.toMatch(/Get the token for|audience:/i)
  expect(where).toEqual({ input: 'web-identity-token-file' })
})

test('a made-up audience is left out where the policy wants the usual one', () => {
  const nearest = { wanted: 'sts.amazonaws.com', actual: 'x', wantedAt: 0, actualAt: 0 }
  const known = knownWith({ inputs: { audience: 'x' } })
  const { fix } = wordsOf(trustAudienceMismatch.explain({ ...denial, nearest }, known))
  expect(fix[0]).toContain('delete `audience` from the step')
})

test('the token of an API server is replaced before anything is allowed', () => {
  const iss = 'https://oidc.eks.us-east-1.amazonaws.com/id/1EE3870F'
  const aud = ['https://kubernetes.default.svc']
  const token = {
    source: 'file',
    issuer: iss,
    audiences: aud,
    claims: { iss, aud, 'kubernetes.io': {} },
  }
  const known = knownWith({ inputs: { webIdentityTokenFile: 'token.jwt' }, token })
  const { fix } = wordsOf(trustAudienceMismatch.explain(denial, known))
  expect(fix[0]).toContain('/var/run/secrets/eks.amazonaws.com/serviceaccount/token')
})
