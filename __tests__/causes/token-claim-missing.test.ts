import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenClaimMissing } from '../../src/causes/token-claim-missing.js'
import type { Known } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(tokenClaimMissing, {
  leaves: ['token-timestamp-invalid', 'token-audience-mismatch', 'token-malformed'],
  says: [
    ['no claim `aud`', 'Missing a required claim: aud', 'It has: iss'],
    ['`aud` is an empty list', 'Claim is not allowed to be empty: aud'],
    [
      'no claim `sub`',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN: that is the key for asking',
      'Delete `web-identity-token-file`',
    ],
    ['no claim `aud`', 'not an access token', '`id_tokens:`'],
    ['`sub` is null', 'counts as missing'],
  ],
})

test('tells all missing claims in one finding', () => {
  const known = knownWith({ token: { claims: { sub: null, exp: null } } })
  const { why } = diagnose(
    { kind: 'claim', claim: 'sub', problem: 'missing', value: 'absent' },
    known,
  )
  expect(why).toMatch(/^The token has no claim `sub` and no `exp`\./)
})

test('twelve names are shown, whole, and the rest is counted', () => {
  const claims = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`claim_number_${n}`, n]))
  const known = { ...knownWith(), token: { ...knownWith().token, claims } } as Known
  const failure = { kind: 'claim', claim: 'sub', problem: 'missing', value: 'absent' } as const
  expect(tokenClaimMissing.explain(failure, known).why).toMatch(
    /, claim_number_10, claim_number_11 and 8 more\.$/,
  )
})
