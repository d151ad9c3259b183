import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { providerKeysUnretrievable } from '../../src/causes/provider-keys-unretrievable.js'
import type { Failure } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(providerKeysUnretrievable, {
  leaves: [
    'jwks-not-cacheable',
    'token-rejected',
    'idp-communication-error',
    'provider-thumbprint-mismatch',
  ],
  says: [
    [
      '5 s',
      'curl -sS -D- https://token.actions.githubusercontent.com/.well-known/openid-configuration',
      'curl -sS -D- https://token.actions.githubusercontent.com/.well-known/jwks',
      'were reached',
    ],
  ],
})

describe('what this runner has seen', () => {
  const [piece] = evidenceOf('provider-keys-unretrievable')
  test('is not claimed where it has not seen the issuer', () => {
    const known = knownWith({ issuer: null })
    const { why, fix } = providerKeysUnretrievable.explain(piece?.failure as Failure, known)
    expect(why).toContain('This runner did not see the keys of the issuer itself')
    expect(fix.join('\n')).toContain('`jwks_uri`')
  })
})
