// Two matchers that know nothing of each other, ours and that of the sandbox's STS, say the same of random policies and of what AWS was observed to do.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ACTION, HOST, type Json, PROVIDER } from './fixtures.js'
import { street } from './street.js'
import { evaluated, knownFor, policyOf } from './support.js'

const asStreet = (policy: Json, claims: Json): boolean => street(claims)(policy)

function claimsFor(claims: Json): Json {
  const { token } = knownFor(claims)
  return { ...token?.claims, aud: claims['aud'] ?? 'sts.amazonaws.com' }
}

// ---------------------------------------------------------------- the common sublanguage

const NAMES = ['octo-org', 'Octo-Org', 'octo-org@123456', 'other']
const REPOSITORIES = ['octo-repo', 'octo-repo@456789', 'octo-repo-2', 'a']
const CONTEXTS = [
  'ref:refs/heads/main',
  'ref:refs/heads/feature/a.b',
  'ref:refs/tags/v1',
  'environment:production',
  'pull_request',
]
const subject = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...REPOSITORIES), fc.constantFrom(...CONTEXTS))
  .map(([owner, name, context]) => `repo:${owner}/${name}:${context}`)

/** A value with some of its letters turned into wildcards, or cut. */
const pattern = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom('*', '?', '**', '')), { maxLength: 3 }),
    )
    .map(([value, cuts]) =>
      cuts.reduce(
        (made, [at, sign]) => made.slice(0, at) + sign + made.slice(at + 1 + (at % 7)),
        value,
      ),
    )

const value = pattern(
  fc.oneof(subject, fc.constantFrom('sts.amazonaws.com', 'octocat', 'main', '456789', '', '*')),
)
const key = fc.constantFrom(
  ...['sub', 'aud', 'actor', 'ref', 'repository', 'environment', 'event_name', 'SUB'].map(
    (claim) => `${HOST}:${claim}`,
  ),
  'sts:RoleSessionName',
  'aws:RequestTag/Team',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'gitlab.example:sub',
)
const base = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
)
const operator = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    base,
    fc.constantFrom('', '', 'IfExists'),
  )
  // Whether ForAnyValue or IfExists wins where the key is missing, AWS's documentation does not say.
  .filter(([set, , ifExists]) => set !== 'ForAnyValue:' || ifExists === '')
  .map((parts) => parts.join(''))
const arns = fc.constantFrom(
  PROVIDER,
  'arn:aws:iam::*:oidc-provider/*',
  'arn:*:iam::111122223333:oidc-provider/token.*',
  'arn:aws:iam::111122223333:saml-provider/x',
  'arn:aws:i?m::111122223333:oidc-provider/token.actions.githubusercontent.com',
)
const oneOrMore = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(one, fc.array(one, { maxLength: 3 }))
const condition = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(operator, key, oneOrMore(value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant('Null'), key, fc.constantFrom('true', 'false', true, false)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom('ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'),
      fc.constantFrom('aws:userid', 'aws:FederatedProvider', 'aws:PrincipalArn'),
      oneOrMore(arns),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('Bool'),
      fc.constant('aws:SecureTransport'),
      fc.constantFrom('true', 'false', true, false),
    ),
  },
)

function blockOf(conditions: readonly (readonly [string, string, unknown])[]): Json {
  const block: Record<string, Record<string, unknown>> = {}
  for (const [name, key_, wanted] of conditions) block[name] = { ...block[name], [key_]: wanted }
  return block
}

const oneStatement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  Principal: fc.constantFrom<unknown>(
    { Federated: PROVIDER },
    { Federated: PROVIDER },
    { Federated: [`${PROVIDER}/`, PROVIDER] },
    { Federated: `${PROVIDER}/` },
    { AWS: '*' },
    { Service: 'ec2.amazonaws.com' },
    '*',
  ),
  Action: fc.constantFrom<unknown>(
    ACTION,
    ACTION,
    [ACTION, 'sts:TagSession'],
    'STS:assumerolewith*',
    'sts:*',
    '*',
    'sts:AssumeRole',
    'sts:TagSession',
  ),
  Condition: fc.array(condition, { maxLength: 3 }).map(blockOf),
})
const policy = fc
  .tuple(fc.constantFrom('2012-10-17', '2008-10-17'), fc.array(oneStatement, { maxLength: 4 }))
  .map(([Version, Statement]) => ({ Version, Statement }))
const claims = fc.record({
  sub: subject,
  aud: fc.constantFrom('sts.amazonaws.com', 'https://github.com/octo-org'),
  ref: fc.constantFrom('refs/heads/main', 'refs/tags/v1'),
  environment: fc.constantFrom<unknown>('production', null),
  'https://aws.amazon.com/tags': fc.constantFrom<unknown>(null, {
    principal_tags: { Team: ['platform'] },
  }),
})
const present = (all: Json): Json =>
  Object.fromEntries(Object.entries(all).filter(([, one]) => one !== null))

describe('the evaluator and the street', () => {
  test('say the same of random policies and claims', () => {
    const seen = { allowed: 0, denied: 0 }
    fc.assert(
      fc.property(policy, claims, (random, some) => {
        const all = present(some)
        const { allowed } = evaluated(random, knownFor(all))
        expect(allowed).toBe(asStreet(random, claimsFor(all)))
        seen[allowed === true ? 'allowed' : 'denied']++
      }),
      { numRuns: 4000 },
    )
    // Neither answer is an accident.
    expect(Math.min(seen.allowed, seen.denied)).toBeGreaterThan(100)
  })

  test('say the same of policies that differ from the subject in few letters', () => {
    fc.assert(
      fc.property(subject, pattern(subject), base, (one, wanted, name) => {
        const random = policyOf({
          Effect: 'Allow',
          Principal: { Federated: PROVIDER },
          Action: ACTION,
          Condition: { [name]: { [`${HOST}:sub`]: wanted } },
        })
        expect(evaluated(random, knownFor({ sub: one })).allowed).toBe(
          asStreet(random, claimsFor({ sub: one })),
        )
      }),
      { numRuns: 3000 },
    )
  })
})

// ---------------------------------------------------------------- what AWS was observed to do

interface Observation {
  id: string
  group: string
  trust?: Json
  outcome: 'ok' | { code: string }
}

const { observations } = JSON.parse(
  readFileSync(new URL('../../evidence/sts-observations.json', import.meta.url), 'utf8'),
) as { observations: Observation[] }
const observed = observations.filter(({ group, trust }) => group === 'trust-policy' && trust)

describe('every observation of real STS holds in both', () => {
  const host = 'oidc-probe.s3.us-east-1.amazonaws.com'
  const probe = { sub: 'subject-probe', aud: 'client-a', repository: null }

  test('there are eight', () => expect(observed).toHaveLength(8))

  test.each(observed)('$id', ({ trust, outcome }) => {
    const text = JSON.stringify(trust).replaceAll('<account>', '111122223333')
    const policy_ = JSON.parse(text) as Json
    const known = knownFor(probe, `https://${host}`)
    expect(evaluated(policy_, known).allowed).toBe(outcome === 'ok')
    const token = { iss: `https://${host}`, sub: 'subject-probe', aud: 'client-a', iat: 1, exp: 2 }
    expect(asStreet(policy_, token)).toBe(outcome === 'ok')
  })
})
