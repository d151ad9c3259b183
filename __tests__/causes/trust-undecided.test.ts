// trust-undecided: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustUndecided } from '../../src/causes/trust-undecided.js'
import type { Known } from '../../src/model.js'
import { ACTION, HOST, type Json, PINNED, PROVIDER } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustUndecided, {
  leaves: ['trust-claim-not-a-key', 'trust-policy-unreadable'],
  says: [
    [
      'depends on `aws:SourceIp`, which only AWS knows',
      'IpAddress aws:SourceIp 128.223.202.0/24',
      'Look up `sourceIPAddress` (that is `aws:SourceIp`) in CloudTrail',
    ],
    [
      'depends on a value known only after deployment',
      'its principal',
      'GithubOidc',
      'aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument --output json > trust-policy.json',
      'If a placeholder stands in that policy too, replace it there',
    ],
  ],
})

test('a placeholder is shown as it stands in the policy', () => {
  const subject = 'repo:octo-org/<REPOSITORY>:ref:refs/heads/main'
  const policy = policyOf(statement({ StringEquals: { [`${HOST}:sub`]: subject } }))
  const known = knownFor()
  const { why } = wordsOf(
    trustUndecided.explain(found(examined(policy, known), 'trust-undecided'), known),
  )
  expect(why).toContain('depends on a value known only after deployment')
  expect(why).toContain(`StringEquals sub ${subject}`)
})

test('nobody is sent to CloudTrail for what another STS said', () => {
  const [piece] = evidenceOf('trust-undecided')
  const { fix } = wordsOf(
    trustUndecided.explain(
      piece?.failure ?? { kind: 'bug', message: '' },
      knownWith({ inputs: { customEndpoint: true, stsEndpoint: 'https://ceph.example.com' } }),
    ),
  )
  expect(fix.join('\n')).toContain('what `aws:SourceIp` holds')
  expect(fix.join('\n')).not.toContain('CloudTrail')
})

test('a key that holds a placeholder is shown, too', () => {
  const policy = policyOf(statement({ StringEquals: { '<PROVIDER>:sub': 'x' } }))
  const known = knownFor()
  const { why } = wordsOf(
    trustUndecided.explain(found(examined(policy, known), 'trust-undecided'), known),
  )
  expect(why).toContain('depends on a value known only after deployment')
})

test('a role that is not known is no redirection of the shell', () => {
  const [, piece] = evidenceOf('trust-undecided')
  const { fix } = wordsOf(
    trustUndecided.explain(
      piece?.failure ?? { kind: 'bug', message: '' },
      knownWith({ inputs: { role: null } }),
    ),
  )
  expect(fix.join('\n')).toContain("--role-name '<role>' --query")
})

test.each([
  ['aws:SourceVpce', 'Look up `vpcEndpointId` (that is `aws:SourceVpce`) in CloudTrail'],
  ['aws:PrincipalOrgID', "Look up in IAM's list of condition keys what `aws:PrincipalOrgID` holds"],
  // A name that every object has.
  ['constructor', "Look up in IAM's list of condition keys what `constructor` holds"],
])('%s is looked up where it stands', (key, words) => {
  const condition = {
    operator: 'StringEquals',
    key,
    wanted: ['x'],
    state: 'unknown',
    holds: 'undecided',
  } as const
  const undecided = [{ statement: { index: 0 }, what: 'condition', condition }] as const
  const failure = { kind: 'trust-undecided', source: { inline: true }, undecided } as const
  const { why, fix } = wordsOf(trustUndecided.explain(failure, knownWith()))
  expect(fix.join()).toContain(words)
  expect(why).toContain(`depends on \`${key}\`, which only AWS knows`)
})

test('a condition that IAM does not say how to compare is to be written plainly', () => {
  const condition = {
    operator: 'ForAnyValue:StringEqualsIfExists',
    key: 'aws:TagKeys',
    wanted: ['x'],
    state: 'present',
    holds: 'undecided',
  } as const
  const undecided = [{ statement: { index: 0 }, what: 'condition', condition }] as const
  const failure = { kind: 'trust-undecided', source: { inline: true }, undecided } as const
  const { why, fix } = wordsOf(trustUndecided.explain(failure, knownWith()))
  expect(why).toContain('tests `aws:TagKeys` in a way that is not documented')
  expect(fix[0]).toBe(
    "Write the condition on `aws:TagKeys` in a form that leaves no doubt: a plain operator of the key's own type.",
  )
})

function saidOf(policy: Json, known: Known = knownFor()) {
  const failure = found(examined(policy, known), 'trust-undecided')
  const { why, fix } = wordsOf(trustUndecided.explain(failure, known))
  return { why, fix: fix.join('\n') }
}

test('a Deny of the whole account is to name whom it means; the policy from AWS says no more', () => {
  const { why, fix } = saidOf(
    policyOf(
      statement(PINNED),
      statement(undefined, {
        Effect: 'Deny',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      }),
    ),
  )
  expect(why).toContain('has a principal whose meaning is not documented')
  expect(fix).toContain('no source says whether that means this token')
  expect(fix).toContain('Name the principals that statement 2 is meant to deny')
  expect(fix).not.toContain('get-role')
})

test('Google is to be named by its host', () => {
  const issuer = 'accounts.google.com'
  const { fix } = saidOf(
    policyOf({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
      Action: ACTION,
      Condition: { StringEquals: { [`${issuer}:sub`]: '1234' } },
    }),
    knownFor({ sub: '1234', repository: null }, `https://${issuer}`),
  )
  expect(fix).toContain(
    'name the provider of this token in statement 1:\n    "Principal": {"Federated": "accounts.google.com"}',
  )
})

test.each<[string, Json]>([
  ['a wildcard', { Principal: { Federated: '*' } }],
  ['NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::1:root' } }],
])('an Allow with %s is to name the provider', (_what, over) => {
  const { why, fix } = saidOf(policyOf(statement(PINNED, over)))
  expect(why).not.toContain('(empty)')
  expect(fix).toContain(
    `"Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/${HOST}"}`,
  )
  expect(fix).not.toContain('get-role')
})

test('without a role, the provider may be of any account', () => {
  const known = knownWith({ ...knownFor(), inputs: { role: null } })
  const { why, fix } = saidOf(
    policyOf(statement(PINNED, { Principal: { Federated: PROVIDER } })),
    known,
  )
  expect(why).toContain('cannot be decided here without `role-to-assume`')
  expect(fix).toContain('the account of the provider is not known')
  expect(fix).toContain('Give `role-to-assume`')
})

test.each<[string, Json, string]>([
  ['an element', { Target: '*' }, 'IAM does not accept Target here (line 1, column '],
  ['an effect', { Effect: 'allow' }, 'Effect is neither Allow nor Deny (line 1, column '],
])('a flaw of %s is named with its place, and is to be corrected', (_what, over, words) => {
  const { why, fix } = saidOf(policyOf(statement(PINNED, over)))
  expect(why).toContain(`statement 1  ${words}`)
  expect(fix).toContain('Correct the form of statement 1')
})

test('what only the deployment knows is no flaw to correct', () => {
  const undecided = [
    { statement: { index: 1, sid: 'ci' }, what: 'flaw', flaw: { kind: 'deployment' } },
  ] as const
  const failure = { kind: 'trust-undecided', source: { path: 'a' }, undecided } as const
  const { why, fix } = wordsOf(trustUndecided.explain(failure, knownWith()))
  expect(why).toContain('statement ci  only the deployment knows the statement')
  expect(fix.join()).toMatch(/^Save the policy from AWS/)
})

test.each([
  ['StringEquals', 'ForAnyValue:StringEquals'],
  ['StringNotLike', 'ForAllValues:StringNotLike'],
])('a key of several values is to have a set operator: %s', (operator, right) => {
  const known = knownFor({ amr: ['mfa'] })
  const { fix } = saidOf(
    policyOf(
      statement({
        ...PINNED,
        [operator]: {
          ...(operator in PINNED ? (PINNED[operator as 'StringEquals'] as Json) : {}),
          [`${HOST}:amr`]: 'mfa',
        },
      }),
    ),
    known,
  )
  expect(fix).toContain(`Write \`${right}\` on \`${HOST}:amr\`, which may have several values.`)
})
