import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { stsUnavailable } from '../../src/causes/sts-unavailable.js'
import type { Failure, TokenFacts } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(stsUnavailable, {
  leaves: ['sts-throttled', 'sts-endpoint-unusable', 'sts-unreachable', 'idp-communication-error'],
  says: [
    [
      'HTTP 500 `InternalFailure`',
      'Run the job again',
      'fallback-regions: us-east-1',
      'f4c97db2-0122',
    ],
    [
      'HTTP 503',
      'load balancer or proxy in between',
      'curl -sS -D- https://sts.eu-west-1.amazonaws.com',
    ],
    ['HTTP 503'],
  ],
})

test('fallback regions that are given stay', () => {
  const [piece] = evidenceOf('sts-unavailable')
  const known = knownWith({ inputs: { fallbackRegions: ['eu-west-3'] } })
  const { fix } = wordsOf(diagnose(piece?.failure as Failure, known))
  expect(fix.join('\n')).toContain('fallback-regions: eu-west-3, us-east-1')
})

// Observation sub-null of radkawar/stackd, commit 9dc356f: it stands here, since evidence cannot say null.
describe('sub is null', () => {
  const failure: Failure = {
    kind: 'aws',
    status: 500,
    code: 'InternalFailure',
    message: 'Unknown error validating third-party token',
    requestId: '00000000-0000-4000-8000-000000000001',
  }
  const known = knownWith()
  const token = { ...(known.token as TokenFacts), subject: '' }
  const withNull = { ...known, token: { ...token, claims: { ...token.claims, sub: null } } }

  test('it is for ever, and said to be', () => {
    expect(retryFor(failure, withNull)).toEqual({ id: 'sts-unavailable', retry: 'never' })
    const finding = diagnose(failure, withNull)
    expectWellSaid(finding)
    expect(finding.link).toBe('token')
    const { why, fix } = wordsOf(finding)
    expect(why).toContain('the claim `sub` of the token is null')
    expect(why).toContain('does not pass')
    expect(fix.join('\n')).not.toContain('Run the job again')
  })

  test('the same answer to a token with a sub is a passing fault', () => {
    expect(retryFor(failure, known)).toEqual({ id: 'sts-unavailable', retry: 'transient' })
  })
})
