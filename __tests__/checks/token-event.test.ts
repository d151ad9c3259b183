// Proves: told only where a session was had by a token that nothing tells from that of a push.
import { describe, expect, test } from '@jest/globals'
import { knownWith, merge } from '../../evidence/baseline.js'
import { tokenEvent } from '../../src/checks/token-event.js'
import type { Known, TrustFacts, TrustStatement } from '../../src/model.js'

const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const SIGNED_IN = {
  token: { claims: { event_name: 'pull_request_target' } },
  session: { account: '111122223333' },
}
const signedIn = (change: unknown = {}): Known => merge(knownWith(SIGNED_IN), change) as Known
const found = (change: unknown = {}) => tokenEvent.judge(signedIn(change))
const told = (branch = 'main') => [{ kind: 'event-not-told-apart', branch }]
const withSubject = (subject: string) => found({ token: { subject } })

const statement = (
  claims: readonly string[],
  { effect = 'Allow', matched = true as TrustStatement['matched'] } = {},
): TrustStatement => ({
  index: 0,
  effect,
  matched,
  principal: true,
  action: true,
  flaws: [],
  conditions: claims.map((claim) => ({
    operator: 'StringEquals',
    key: claim.includes(':') ? claim : `token.actions.githubusercontent.com:${claim}`,
    wanted: ['x'],
    state: 'present',
    holds: true,
  })),
})
const withPolicy = (...statements: TrustStatement[]) =>
  found({ trust: { allowed: true, statements, found: [] } satisfies Partial<TrustFacts> })

describe('token-event', () => {
  test('a pull request that signed in as a branch', () => {
    expect(found()).toEqual(told())
  })

  test.each([
    ['another branch, with a slash in it', 'repo:octo-org/octo-repo:ref:refs/heads/a/b', 'a/b'],
    ['immutable ids', 'repo:octo-org@1/octo-repo@2:ref:refs/heads/main', 'main'],
  ])('%s', (_what, subject, branch) => {
    expect(withSubject(subject)).toEqual(told(branch))
  })

  test.each([
    ['an environment', 'repo:octo-org/octo-repo:environment:prod'],
    ['a pull request by its own subject', 'repo:octo-org/octo-repo:pull_request'],
    ['a tag', 'repo:octo-org/octo-repo:ref:refs/tags/v1'],
    ['a template with the event', `${SUBJECT}:event_name:pull_request_target`],
    ['a template without the branch', 'repository_owner:octo-org'],
    ['an environment that is named like a branch', 'repo:o/r:environment:x%3Aref%3Arefs/heads/m'],
  ])('not with the subject of %s', (_what, subject) => {
    expect(withSubject(subject)).toEqual([])
  })

  test.each<[string, unknown]>([
    ['a push', { token: { claims: { event_name: 'push' } } }],
    ['pull_request', { token: { claims: { event_name: 'pull_request' } } }],
    ['no session', { session: null }],
    ['no token', { token: null }],
    ['another issuer, which has no repositories', { token: { claims: { repository: null } } }],
    ...['event_name', 'head_ref', 'base_ref'].map((claim): [string, unknown] => [
      `${claim} in expected-claims`,
      { inputs: { expectedClaims: [{ claim, pattern: '*' }] } },
    ]),
  ])('not with %s', (_what, change) => {
    expect(found(change)).toEqual([])
  })

  test('without inputs nothing was expected', () => {
    expect(found({ inputs: null })).toEqual(told())
  })

  test('expected claims that are the same for a push', () => {
    expect(found({ inputs: { expectedClaims: [{ claim: 'ref', pattern: '*' }] } })).toEqual(told())
  })

  test.each([
    ['sub and aud', [statement(['sub', 'aud'])]],
    ['the repository and the branch', [statement(['sub', 'repository_id', 'ref'])]],
    ["keys of AWS's own", [statement(['sub', 'aws:SourceIp', 'sts:RoleSessionName'])]],
    [
      'the workflow only in a statement that did not allow it',
      [statement(['sub']), statement(['job_workflow_ref'], { matched: false })],
    ],
    ['AWS behind a prefix of another', [statement(['sub', 'my-aws:ref'])]],
    ['a Deny that names the branch', [statement(['sub']), statement(['ref'], { effect: 'Deny' })]],
    ['the workflow nowhere where nothing matched', [statement(['sub'], { matched: false })]],
    ['the workflow in one of two that allow it', [statement(['sub']), statement(['workflow'])]],
  ])('a policy that asks for %s', (_what, statements) => {
    expect(withPolicy(...statements)).toEqual(told())
  })

  test.each([
    ['the workflow', [statement(['sub', 'job_workflow_ref'])]],
    ['AWS behind a prefix of another', [statement(['sub', 'my-aws:SourceIp'])]],
    [
      'the workflow somewhere, where nothing matched',
      [statement(['sub'], { matched: false }), statement(['workflow'], { matched: false })],
    ],
    [
      'the workflow, and a Deny that names the branch',
      [statement(['workflow']), statement(['ref'], { effect: 'Deny' })],
    ],
    ['people', [statement(['sub', 'actor'])]],
    ['the event, whether or not STS offers it', [statement(['event_name'], { matched: false })]],
    [
      'an environment, by a Deny',
      [statement(['sub']), statement(['environment'], { effect: 'Deny' })],
    ],
    [
      'the workflow, perhaps',
      [statement(['workflow'], { matched: 'undecided' }), statement(['sub'], { matched: false })],
    ],
  ])('not with a policy that asks for %s', (_what, statements) => {
    expect(withPolicy(...statements)).toEqual([])
  })

  test('is asked where a role accepted a token of GitHub', () => {
    expect(tokenEvent.asked(signedIn())).toBe(true)
    expect(tokenEvent.asked(signedIn({ session: null }))).toBe(false)
    expect(tokenEvent.asked(signedIn({ token: { claims: { repository: null } } }))).toBe(false)
  })
})
