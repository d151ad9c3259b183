// The trust policy and STS's answer together: one finding for one root cause, and STS is the judge.
import { describe, expect, test } from '@jest/globals'
import { conclude, retryAfter } from '../../src/causes/conclude.js'
import { trustPolicy } from '../../src/checks/trust-policy.js'
import type { Failure, Finding } from '../../src/model.js'
import { knownWith } from '../known.js'
import { aud, HOST, type Json, MAIN, PINNED, pinned, sub } from './fixtures.js'
import { examined, policyOf, statement } from './support.js'

const REFUSED: Failure = {
  kind: 'aws',
  status: 403,
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  requestId: '1',
}
const session = { arn: 'arn:aws:sts::111122223333:assumed-role/deploy/x' }
const good = PINNED
const bad = pinned(MAIN.replace('main', 'dev'))
const unknown = { ...good, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
const disputed = { ...good, StringLike: { [`${HOST}:runner_environment`]: 'github-hosted' } }
const open = { ...good, StringLike: { [sub]: 'repo:*' } }

function concluded(condition: Json, ended: readonly Failure[], more: Json = {}): Finding[] {
  const known = knownWith({ trust: examined(policyOf(statement(condition))), ...more })
  return conclude(ended, trustPolicy.judge(known), known)
}
const ids = (findings: readonly Finding[]): string[] =>
  findings.map(({ id, severity, certainty }) => `${id} ${severity} ${certainty}`)

describe('STS refused', () => {
  test.each<[string, Json, string[]]>([
    ['as the policy says', bad, ['trust-subject-mismatch error certain']],
    ['though the policy lets the token in', good, ['trust-policy-differs error likely']],
    ['and the policy cannot be decided', unknown, ['trust-undecided error likely']],
    ['and all hangs on a disputed key', disputed, ['trust-claim-not-a-key error likely']],
    [
      'though the policy is open to more',
      { StringEquals: { [aud]: 'sts.amazonaws.com' } },
      ['trust-policy-differs error likely', 'trust-too-open warning certain'],
    ],
  ])('%s', (_name, condition, expected) => {
    const findings = concluded(condition, [REFUSED])
    expect(ids(findings)).toEqual(expected)
    expect(findings[0]?.evidence).toContain(REFUSED)
  })

  test('is not tried again where the policy says why', () => {
    const known = knownWith({ trust: examined(policyOf(statement(bad))) })
    expect(retryAfter(REFUSED, trustPolicy.judge(known), known)).toEqual({
      id: 'trust-subject-mismatch',
      retry: 'never',
    })
  })

  test('without a policy it is the old finding, and says how to hand one over', () => {
    const [finding] = conclude([REFUSED], [], knownWith())
    expect(finding?.id).toBe('role-not-assumable')
    expect(finding?.fix.join('\n')).toContain('trust-policy: trust-policy.json')
  })

  test('with a policy that cannot be read, both are told', () => {
    const failure: Failure = { kind: 'trust-policy', path: 'a', problem: 'missing', detail: '' }
    const trust = { source: 'a', allowed: 'undecided', statements: [], found: [failure] }
    const known = knownWith({ trust })
    expect(ids(conclude([REFUSED], trustPolicy.judge(known), known))).toEqual([
      'role-not-assumable error likely',
      'trust-policy-unreadable error certain',
    ])
  })
})

describe('STS signed in', () => {
  test.each<[string, Json, string[]]>([
    ['as the policy says', good, []],
    ['though the policy keeps the token out', bad, ['trust-policy-differs warning certain']],
    ['and the policy could not be decided', unknown, ['trust-undecided warning certain']],
    ['so that the disputed key is one', disputed, []],
    [
      'through a policy that is too open',
      { ...open, StringEquals: { [aud]: 'sts.amazonaws.com' } },
      ['trust-too-open warning certain'],
    ],
  ])('%s', (_name, condition, expected) => {
    expect(ids(concluded(condition, [], { session }))).toEqual(expected)
  })

  test('a policy that cannot be read stays an error', () => {
    const failure: Failure = { kind: 'trust-policy', path: 'a', problem: 'link', detail: '' }
    const trust = { source: 'a', allowed: 'undecided', statements: [], found: [failure] }
    const known = knownWith({ trust, session })
    const findings = conclude([], trustPolicy.judge(known), known)
    expect(ids(findings)).toEqual(['trust-policy-unreadable error certain'])
    expect(findings[0]?.why).not.toContain('network of this runner')
  })
})

test('STS was not asked: the denial stands for itself', () => {
  expect(ids(concluded(bad, []))).toEqual(['trust-subject-mismatch error certain'])
})
