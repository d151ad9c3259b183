// trust-claim-not-a-key: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { trustClaimNotAKey } from '../../src/causes/trust-claim-not-a-key.js'
import { ACTION, HOST, type Json } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustClaimNotAKey, {
  leaves: ['trust-condition-mismatch', 'trust-undecided', 'claim-not-expected'],
  says: [
    [
      'tests `iss`, a key that STS does not have',
      'never holds',
      'Of the claims of `token.actions.githubusercontent.com` STS offers sub, aud, actor,',
      '- "token.actions.githubusercontent.com:iss"',
    ],
    [
      'repository_owner',
      'expected-claims: |\n      repository_owner: octo-org',
      '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"',
    ],
    ['with a wrong prefix', 'needs:  …ons.githubusercontent.com:aud'],
    [
      'tests `runner_environment`, a key that STS does not have',
      'expected-claims: |\n      runner_environment: github-hosted',
    ],
  ],
})

const GITLAB = 'gitlab.com'
const OF_GITLAB = { sub: 'project_path:a/b:ref_type:branch:ref:main', project_id: '7', ref: 'main' }

/** What is said of one condition, beside one on the subject that holds, of a token of this issuer. */
function saidOf(issuer: string, claims: Json, [operator, key, wanted]: [string, string, string]) {
  // Only GitHub's tokens have it; the baseline is one.
  const known = knownFor({ repository: null, ...claims }, `https://${issuer}`)
  const own = {
    [`${issuer}:sub`]: known.token?.subject,
    [`${issuer}:aud`]: known.token?.audiences[0],
  }
  const policy = policyOf(
    statement(
      operator === 'StringEquals'
        ? { StringEquals: { ...own, [key]: wanted } }
        : { StringEquals: own, [operator]: { [key]: wanted } },
      {
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
        Action: ACTION,
      },
    ),
  )
  const denial = found(examined(policy, known), 'trust-denial')
  expect(denial.problem).toBe('claim-not-a-key')
  const { why, fix } = wordsOf(trustClaimNotAKey.explain(denial, known))
  return { why, fix: fix.join('\n') }
}

test.each<[string, Json, string, string]>([
  [GITLAB, OF_GITLAB, 'ref', 'sub, aud, namespace_id, pipeline_source, project_id,'],
  ['accounts.example.com', { hd: 'a.example' }, 'hd', 'sub, aud.'],
  ['agent.buildkite.com', { build_tag: 'v1' }, 'build_tag', 'sub, aud, build_branch, cluster_id,'],
])('of the claims of %s, its own list is told', (issuer, claims, claim, offered) => {
  const { why, fix } = saidOf(issuer, claims, ['StringEquals', `${issuer}:${claim}`, 'x'])
  expect(why).toContain('a key that STS does not have')
  expect(fix).toContain(`Of the claims of \`${issuer}\` STS offers ${offered}`)
  expect(`${why}${fix}`).not.toContain('GitHub')
})

test('of a stand-in for GitHub: the most that it may be', () => {
  const issuer = 'github.example.com/_services/token'
  const claims = { repository: 'octo-org/octo-repo', event_name: 'push' }
  const { fix } = saidOf(issuer, claims, ['StringEquals', `${issuer}:event_name`, 'push'])
  expect(fix).toContain(`Of the claims of \`${issuer}\` STS offers at most sub, aud, actor,`)
})

test('a key with `https://` is told by its right name, as the change has it', () => {
  const { why, fix } = saidOf(GITLAB, OF_GITLAB, [
    'StringEquals',
    'https://gitlab.com:project_id',
    '7',
  ])
  expect(why).toContain('needs:  gitlab.com:project_id')
  expect(fix).toMatch(/^ *\+ +"gitlab\.com:project_id": "7"/m)
  expect(fix).not.toContain('expected-claims')
})

test('a key without a prefix has none', () => {
  const { why } = saidOf(GITLAB, OF_GITLAB, ['StringEquals', 'project_id', '7'])
  expect(why).toContain(
    'has a condition key without a prefix\n- policy: project_id\n+ needs:  gitlab.com:project_id',
  )
})

test.each([
  ['environment', 'STS does not offer this claim.', { environment: 'production' }],
  ['user_login', 'this token does not have the claim.', {}],
])('no right name is promised where there is none: %s', (claim, reason, claims) => {
  const { why, fix } = saidOf(GITLAB, { ...OF_GITLAB, ...claims }, [
    'StringEquals',
    `${HOST}:${claim}`,
    'production',
  ])
  expect(why).not.toContain('needs:')
  expect(why).toContain(`With the right prefix it would not match either: ${reason}`)
  expect(fix).not.toMatch(/^ *\+.*production/m)
})

test.each<[string, string, string, boolean]>([
  ['StringEquals', 'event_name', 'push', true],
  ['StringLike', 'event_name', 'pu*', true],
  ['ForAnyValue:StringLike', 'event_name', 'pu*', true],
  ['Null', 'event_name', 'false', false],
  ['NumericLessThan', 'run_attempt', '3', false],
  ['StringEqualsIgnoreCase', 'event_name', 'PUSH', false],
  ['StringEquals', 'no_such_claim', 'x', false],
])('%s on %s with %s is a test for the job: %s', (operator, claim, wanted, offered) => {
  const claims = { repository: 'octo-org/octo-repo', event_name: 'push', run_attempt: '1' }
  const { fix } = saidOf(HOST, claims, [operator, `${HOST}:${claim}`, wanted])
  expect(fix.includes(`expected-claims: |\n      ${claim}: ${wanted}`)).toBe(offered)
})

test('of a key on which sources differ, no more is said than that', () => {
  const issuer = 'accounts.google.com'
  const known = knownFor({ repository: null, sub: '7', email: 'a@b.example' }, `https://${issuer}`)
  const StringEquals = {
    [`${issuer}:aud`]: 'sts.amazonaws.com',
    [`${issuer}:sub`]: '7',
    [`${issuer}:email`]: 'a@b.example',
  }
  const policy = policyOf(statement({ StringEquals }, { Principal: { Federated: issuer } }))
  const denial = found(examined(policy, known), 'trust-denial')
  const finding = diagnose(denial, known)
  expectWellSaid(finding)
  expect(finding).toMatchObject({ severity: 'warning', certainty: 'likely' })
  const { why, fix } = wordsOf(finding)
  expect(why).toContain('tests `email`, a key that STS may not have')
  expect(why).toContain('Sources differ')
  expect(fix[0]).toContain('If the sign-in works then')
})
