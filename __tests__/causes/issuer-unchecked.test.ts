import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { issuerUnchecked } from '../../src/causes/issuer-unchecked.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerUnchecked, {
  leaves: ['issuer-slow', 'issuer-unreachable', 'deadline-exceeded', 'discovery-unavailable'],
  says: [
    [
      'the issuer `https://idp.example.com` could not be checked in time',
      'Its keys (JWKS) had not arrived by `action-timeout-s` (2 s)',
      'read and cache the keys',
      'action-timeout-s: 20',
      'https://idp.example.com/.well-known/jwks',
    ],
    [
      'Its discovery document had not arrived 5 s after STS signed in',
      'read and cache the document and the keys',
      'https://idp.example.com/.well-known/openid-configuration',
    ],
  ],
})

test('a deadline that left room enough is not to be raised, nor one that is not there', () => {
  const [atDeadline, without] = evidenceOf('issuer-unchecked').map(({ failure }) => failure)
  const fixOf = (failure: typeof atDeadline) =>
    wordsOf(diagnose(failure as NonNullable<typeof atDeadline>, knownWith())).fix.join('\n')
  expect(fixOf({ ...atDeadline, deadlineSeconds: 20 } as typeof atDeadline)).not.toContain(
    'action-timeout-s',
  )
  expect(fixOf(without)).not.toContain('action-timeout-s')
})
