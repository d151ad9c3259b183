import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenClaimMissing } from '../../src/causes/token-claim-missing.js'
import type { Known } from '../../src/model.js'
import { knowledge } from '../../src/run/knowledge.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenClaimMissing, {
  leaves: ['token-timestamp-invalid', 'token-audience-mismatch', 'token-malformed'],
  says: [
    ['has no `aud`', 'Missing a required claim: aud', 'it has  iss'],
    ['`aud` is an empty list', 'Claim is not allowed to be empty: aud'],
    [
      'has no `sub`',
      'If the file holds `ACTIONS_ID_TOKEN_REQUEST_TOKEN`',
      'the key for asking',
      'delete `web-identity-token-file`',
    ],
    ['has no `aud`', 'an access token', '`id_tokens:`'],
    ['`sub` is null', 'counts as missing'],
    [
      'legacy Kubernetes token',
      'no `aud`, `iat` or `exp`',
      'serviceAccountToken: {audience: sts.amazonaws.com',
      'eks.amazonaws.com/serviceaccount/token',
      /^(?!.*GitLab)/s,
    ],
  ],
})

test('tells all missing claims in one finding', () => {
  const known = knownWith({ token: { claims: { sub: null, exp: null } } })
  const { why } = wordsOf(
    diagnose({ kind: 'claim', claim: 'sub', problem: 'missing', value: 'absent' }, known),
  )
  expect(why).toMatch(/^the token has no `sub` or `exp`,/)
})

test('twelve names are shown, whole, and the rest is counted', () => {
  const claims = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`claim_number_${n}`, n]))
  const known = { ...knownWith(), token: { ...knownWith().token, claims } } as Known
  const failure = { kind: 'claim', claim: 'sub', problem: 'missing', value: 'absent' } as const
  expect(wordsOf(tokenClaimMissing.explain(failure, known)).why).toMatch(
    /, claim_number_10, claim_number_11 and 8 more$/,
  )
})

test('three missing claims are one sentence, whichever was found first', () => {
  const known = knownWith({ token: { claims: { aud: [], iat: null, exp: null } } })
  const { iat: _iat, ...claims } = known.token?.claims ?? {}
  const token = { ...known, token: { ...known.token, claims } } as Known
  const absent = { kind: 'claim', problem: 'missing', value: 'absent' } as const
  const failures = [
    { kind: 'claim', claim: 'aud', problem: 'empty' } as const,
    { ...absent, claim: 'iat' },
    { ...absent, claim: 'exp' },
  ]
  const [finding, ...others] = knowledge.conclude([], failures, token)
  expect(others).toEqual([])
  const sentence = 'the token has no `aud`, `iat` or `exp`, which STS requires'
  expect(finding?.headline).toBe(sentence)
  expect(JSON.stringify(finding?.shown)).not.toContain('which STS requires')
})
