import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { providerKeysUnretrievable } from '../../src/causes/provider-keys-unretrievable.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

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
      'From this runner, nothing looked wrong',
      'Most likely',
      'www.githubstatus.com',
    ],
    [
      '`minio.example.com` has no key that fits the token of `https://token.actions.githubusercontent.com`',
      'key is of invalid type',
      'curl -sS https://token.actions.githubusercontent.com/.well-known/jwks',
      '`config_url`',
    ],
  ],
})

describe('what this runner has seen', () => {
  const [piece] = evidenceOf('provider-keys-unretrievable')
  test('is not claimed where it has not seen the issuer', () => {
    const known = knownWith({ issuer: null })
    const finding = diagnose(piece?.failure as Failure, known)
    expectWellSaid(finding)
    const { why, fix } = wordsOf(finding)
    expect(why).toContain('This runner did not see the keys itself')
    expect(fix.join('\n')).toContain('`jwks_uri`')
  })

  test('of an issuer of their own, users can make it reachable and read its log', () => {
    const known = knownWith({ token: { issuer: 'https://git.example.com/_services/token' } })
    const finding = diagnose(piece?.failure as Failure, known)
    expectWellSaid(finding)
    const { fix } = wordsOf(finding)
    expect(fix.join('\n')).toContain('If they do not, make both paths publicly reachable')
    expect(fix.join('\n')).toContain('403, 429 or 5xx, or slower than 5 s')
    expect(fix.join('\n')).not.toContain('githubstatus')
  })
})
