// The trust policy and STS's answer together: one finding for one root cause, and STS is the judge.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { trustPolicy } from '../../src/checks/trust-policy.js'
import type { Failure, Finding } from '../../src/model.js'
import { knowledge } from '../../src/run/knowledge.js'
import { wordsOf } from '../causes/tester.js'
import { aud, HOST, type Json, MAIN, PINNED, pinned, sub } from './fixtures.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const { conclude, retryAfter } = knowledge

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
const disputed = { ...good, 'ForAnyValue:StringEquals': { [`${HOST}:oaud`]: 'sts.amazonaws.com' } }
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
    [
      'and the policy cannot be decided',
      unknown,
      ['role-not-assumable error likely', 'trust-undecided warning certain'],
    ],
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
    expect(finding && wordsOf(finding).fix.join('\n')).toContain('trust-policy: trust-policy.json')
  })

  test('with a policy that cannot be read, both are told', () => {
    const failure: Failure = { kind: 'trust-policy', source: { path: 'a' }, problem: 'missing' }
    const trust = { source: { path: 'a' }, allowed: 'undecided', statements: [], found: [failure] }
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

  test('a policy that cannot be read is a warning: it only explains failures', () => {
    const failure: Failure = { kind: 'trust-policy', source: { path: 'a' }, problem: 'link' }
    const trust = { source: { path: 'a' }, allowed: 'undecided', statements: [], found: [failure] }
    const known = knownWith({ trust, session })
    const findings = conclude([], trustPolicy.judge(known), known)
    expect(ids(findings)).toEqual(['trust-policy-unreadable warning certain'])
    expect(JSON.stringify(findings[0]?.shown)).not.toContain('network of this runner')
  })
})

describe('a template of which only the deployment knows a part', () => {
  const Resources = {
    Deploy: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'deploy',
        AssumeRolePolicyDocument: policyOf(
          statement({
            StringEquals: { [aud]: 'sts.amazonaws.com' },
            StringLike: { [sub]: { Ref: 'Subject' } },
          }),
        ),
      },
    },
  }
  const told = (ended: readonly Failure[], more: Json) => {
    const known = knownWith({ trust: examined({ Resources }), ...more })
    return conclude(ended, trustPolicy.judge(known), known)
  }

  test('breaks no green run, and is no warning there', () => {
    expect(ids(told([], { session }))).toEqual(['trust-undecided notice certain'])
    expect(ids(told([], { inputs: { role: null } }))).toEqual(['trust-undecided notice certain'])
  })

  test('stands beside the refusal, with all that is told without a policy', () => {
    const [finding, ...others] = told([REFUSED], {})
    expect(finding?.id).toBe('role-not-assumable')
    expect(ids(others)).toEqual(['trust-undecided warning certain'])
    const [alone] = conclude([REFUSED], [], knownWith())
    const isOfFile = (text: string): boolean => text.includes('trust-policy: trust-policy.json')
    const fix = (one: Finding | undefined) =>
      one && wordsOf(one).fix.filter((text) => !isOfFile(text))
    expect(finding?.shown).toEqual(alone?.shown)
    expect(fix(finding)).toEqual(fix(alone))
    expect(others[0] && wordsOf(others[0]).fix.join()).toContain('trust-policy: trust-policy.json')
  })
})

test('where `sub` fits, no other `sub` is guessed at: the undecided part is named', () => {
  const [finding] = concluded(unknown, [REFUSED])
  const text = finding && wordsOf(finding).fix.join('\n')
  expect(text).toContain('In the policy given, `sub` fits; `aws:SourceIp` cannot be decided here.')
  expect(text).not.toContain('another branch')
  expect(text).not.toContain('capitals')
  expect(text).toContain('There is no role `deploy`')
})

test('STS was not asked: the denial stands for itself', () => {
  expect(ids(concluded(bad, []))).toEqual(['trust-subject-mismatch error certain'])
})

describe('a Deny beside the Allow that does not fit', () => {
  const deny = statement(
    { StringNotEquals: { [`${HOST}:environment`]: 'production' } },
    { Effect: 'Deny', Sid: 'OnlyProduction' },
  )
  const told = (...statements: unknown[]) => {
    const known = knownWith({ trust: examined(policyOf(...statements, deny)) })
    return conclude([REFUSED], trustPolicy.judge(known), known)
  }

  test('is named, since the change to the Allow is not enough', () => {
    const [finding, ...others] = told(statement(bad))
    expect(others).toEqual([])
    expect(finding?.id).toBe('trust-subject-mismatch')
    expect(finding && wordsOf(finding).why).toContain(
      'Statement 2 (Sid "OnlyProduction") has the effect Deny',
    )
  })

  test('and the change to the Allow is still the least one', () => {
    expect(told(statement(bad))[0]?.steps).toContainEqual(
      expect.objectContaining({
        language: 'diff',
        then: expect.stringContaining(
          'That alone is not enough: statement 2 (Sid "OnlyProduction") must stop denying it, too.',
        ),
      }),
    )
  })

  test('alone it is the finding', () => {
    expect(told(statement(good)).map(({ id }) => id)).toEqual(['trust-denied'])
  })
})

test('what is undecided is told also of a statement for tags alone', () => {
  const tags = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }
  const tagging = statement(
    { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    { Action: 'sts:TagSession' },
  )
  const facts = examined(policyOf(statement(good), tagging), knownFor(tags))
  expect(found(facts, 'trust-undecided').undecided).toMatchObject([
    { statement: { index: 1 }, what: 'condition', condition: { key: 'aws:SourceIp' } },
  ])
})
