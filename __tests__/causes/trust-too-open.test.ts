// trust-too-open: what it takes, what it leaves, and what it says.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustTooOpen } from '../../src/causes/trust-too-open.js'
import type { FailureOf, Known } from '../../src/model.js'
import { aud, HOST, type Json, MAIN, sub } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustTooOpen, {
  leaves: ['trust-undecided', 'trust-subject-mismatch', 'trust-ids-open'],
  says: [
    [
      'every repository on GitHub',
      'no condition on `aud`',
      'Replace the wide value of `sub`, and keep its other values:\n    - "repo:*"\n    + "repo:octo-org/octo-repo:ref:refs/heads/main"',
      /\n {4}"token\.actions\.githubusercontent\.com:aud": "sts\.amazonaws\.com"\n/,
      'List every other run',
    ],
    [
      'every repository on GitHub',
      /\n {4}"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:ref:refs\/heads\/main"$/m,
    ],
    ['every repository of `octo-org`', 'ForAllValues', 'no condition on `aud`'],
    ['every branch of `octo-org/octo-repo`', 'pull requests of `octo-org/octo-repo`'],
  ],
})

test('an audience alone has no block of another step to stand in', () => {
  const opening = {
    statement: { index: 0 },
    who: 'any-audience',
    patterns: [],
    example: 'x',
  } as const
  const failure = { kind: 'trust-open', openings: [opening] } as const
  const { fix, why } = wordsOf(trustTooOpen.explain(failure, knownWith()))
  expect(why).toContain('allows any audience')
  expect(fix[0]).toBe(
    'Put this line into the "StringEquals" of the statement (add one if there is none):\n    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
  )
})

test('of a template, it is likely for the defaults that it hangs on, and settled first', () => {
  const opening = {
    statement: { index: 0 },
    who: 'any-branch',
    example: 'x',
    patterns: ['x:*'],
  } as const
  const doubt = { defaults: ['Org', 'Repo', 'Branch', 'Stage'] }
  const failure = { kind: 'trust-open', openings: [opening], doubt } as const
  const finding = diagnose(failure, knownWith())
  expect(finding).toMatchObject({ id: 'trust-too-open', certainty: 'likely' })
  expectWellSaid(finding)
  const { fix, why } = wordsOf(finding)
  expect(why).toContain('This assumes the defaults of `Org`, `Repo`, `Branch` and 1 more.')
  expect(fix[0]).toContain('aws iam get-role --role-name deploy')
  const { inputs } = knownWith({ inputs: { trustPolicyParameters: 'p.json' } })
  const given = knownWith(inputs ? { inputs } : {})
  expect(wordsOf(diagnose(failure, given)).fix.join()).not.toContain('trust-policy-parameters')
  expect(wordsOf(finding).fix.join()).toContain('trust-policy-parameters: <path>')
})

/** What is said of one policy, and what is left of it when the change is made as it stands there. */
function saidOf(condition: Json, known: Known = knownFor()) {
  const facts = examined(policyOf(statement(condition)), known)
  const failure = found(facts, 'trust-open')
  const finding = diagnose(failure, { ...known, trust: facts })
  expectWellSaid(finding)
  const { why, fix } = wordsOf(finding)
  return { failure, finding, why, text: [why, ...fix].join('\n') }
}

/** The values of the condition on `sub` after the change: `-` goes, `+` comes, others stay. */
function changed(values: readonly string[], { steps }: { steps: readonly Json[] }): string[] {
  const lines = steps.flatMap(({ code, language }) =>
    language === 'diff' ? String(code).split('\n') : [],
  )
  const of = (sign: string): string[] =>
    lines.filter((line) => line.startsWith(sign)).map((line) => JSON.parse(line.slice(2)) as string)
  return [...values.filter((one) => !of('-').includes(one)), ...of('+')]
}

const like = (values: unknown): Json => ({
  StringEquals: { [aud]: 'sts.amazonaws.com' },
  StringLike: { [sub]: values },
})

describe('the pattern that is open is spoken of, and not this run', () => {
  test.each<[string, string[], string, string]>([
    [
      'a whole repository',
      ['repo:acme/api:*'],
      'every branch of `acme/api`',
      'repo:acme/api:ref:refs/heads/main',
    ],
    [
      'an owner',
      ['repo:acme/*'],
      'every repository of `acme`',
      'repo:acme/<repository>:ref:refs/heads/main',
    ],
    [
      'branches that begin alike',
      ['repo:acme/api:ref:refs/heads/main*'],
      'branches named like `main*` of `acme/api`',
      'repo:acme/api:ref:refs/heads/main',
    ],
    [
      'an environment of every repository',
      ['repo:acme/*:environment:production'],
      'every repository of `acme`',
      'repo:acme/<repository>:environment:production',
    ],
    [
      'repositories that begin alike',
      ['repo:acme/api-*:ref:refs/heads/main'],
      'every repository named like `acme/api-*`',
      'repo:acme/<repository>:ref:refs/heads/main',
    ],
    [
      'ids of the owner',
      ['repo:acme@12/api@34:*'],
      'every branch of `acme/api`',
      'repo:acme@12/api@34:ref:refs/heads/main',
    ],
  ])('%s', (_what, wide, headline, closed) => {
    const { finding, why, text } = saidOf(like([MAIN, ...wide]))
    expect(why).toContain(headline)
    expect(text).not.toContain('of `octo-org')
    const values = changed([MAIN, ...wide], finding as unknown as { steps: Json[] })
    // Whoever was pinned stays, and what closes the other is its own.
    expect(values).toEqual([MAIN, closed])
    const after = examined(policyOf(statement(like(values))))
    expect(after.allowed).toBe(true)
    expect(after.found).toEqual([])
  })

  test.each([
    ['repo:octo-org/octo-repo:*', MAIN],
    ['repo:octo-org/*', MAIN],
    ['repo:octo-org/octo-repo:ref:refs/heads/*', MAIN],
    ['repo:octo-org/octo-repo:ref:refs/heads/main*', MAIN],
    ['*', MAIN],
  ])("%s, which is this run's, is replaced by this run", (wide, closed) => {
    const { finding } = saidOf(like(wide))
    expect(changed([wide], finding as unknown as { steps: Json[] })).toEqual([closed])
  })

  test('what closes it lasts: of a tag, its kind', () => {
    const tag = 'repo:octo-org/octo-repo:ref:refs/tags/v1.2.3'
    const { finding } = saidOf(like('repo:octo-org/octo-repo:*'), knownFor({ sub: tag }))
    expect(changed([], finding as unknown as { steps: Json[] })).toEqual([
      'repo:octo-org/octo-repo:ref:refs/tags/v*',
    ])
  })

  test('two wide values are replaced in one step', () => {
    const wide = ['repo:acme/api:*', 'repo:octo-org/octo-repo:*']
    const { finding, text } = saidOf(like(wide))
    expect(text).toContain('Replace the wide values')
    expect(changed(wide, finding as unknown as { steps: Json[] })).toEqual([
      'repo:acme/api:ref:refs/heads/main',
      MAIN,
    ])
  })
})

test('the change closes whatever was open, shuts out nobody who was named, and keeps this run', () => {
  const owner = fc.constantFrom('octo-org', 'acme', 'acme@12', 'acme*', 'octo-???', '*')
  const name = fc.constantFrom('octo-repo', 'api', 'api@34', 'api-*', 'octo*', '*')
  const context = fc.constantFrom(
    'ref:refs/heads/main',
    'ref:refs/heads/main*',
    'ref:refs/heads/*',
    'environment:production',
    'pull_request',
    '*',
  )
  const value = fc.tuple(owner, name, context).map(([o, n, c]) => `repo:${o}/${n}:${c}`)
  let changes = 0
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      const before = examined(policyOf(statement(like(values))))
      const failure = before.found.find(({ kind }) => kind === 'trust-open')
      if (!failure) return
      const finding = diagnose(failure, { ...knownFor(), trust: before })
      expectWellSaid(finding)
      const after = changed(values, finding as unknown as { steps: Json[] })
      const kept = values.filter((one) => !/[*?]/.test(one))
      expect(after).toEqual(expect.arrayContaining(kept))
      // Whoever reads it fills in what only they know.
      const filled = after.map((one) => one.replace(/<[^<>]+>/g, 'other'))
      const { allowed, found: left } = examined(policyOf(statement(like(filled))))
      expect(allowed).toBe(before.allowed)
      expect(left.filter(({ kind }) => kind === 'trust-open')).toEqual([])
      changes++
    }),
    { numRuns: 300, seed: 20_261_126 },
  )
  expect(changes).toBeGreaterThan(100)
})

test('a value that a function makes is changed where it is made, and never by the text of one stack', () => {
  const wide = 'repo:acme/api:*'
  const opening = {
    statement: { index: 0 },
    who: 'any-branch',
    of: { repository: 'acme/api' },
    patterns: [wide],
    example: 'x',
  } as const
  const finding = diagnose({ kind: 'trust-open', openings: [opening], made: [wide] }, knownWith({}))
  expectWellSaid(finding)
  expect(finding.steps.some(({ language }) => language === 'diff')).toBe(false)
  expect(wordsOf(finding).fix.join('\n')).toContain('Keep its functions for owner and repository.')
})

describe('without a condition on `sub`', () => {
  const claims = (more: Json): Json => ({ StringEquals: { [aud]: 'sts.amazonaws.com', ...more } })
  const line = (value: string): string => `"${sub}": ${JSON.stringify(value)}`
  test.each<[string, Json, string, string]>([
    [
      'the id of the owner alone',
      { repository_owner_id: '123456' },
      'every repository of `octo-org`',
      MAIN,
    ],
    [
      'the id of another owner',
      { repository_owner_id: '99' },
      'every repository of owner id `99`',
      'repo:<owner>/<repository>:ref:refs/heads/main',
    ],
    [
      'another repository',
      { repository: 'acme/api' },
      'every branch of `acme/api`',
      'repo:acme/api:ref:refs/heads/main',
    ],
    [
      'the id of another repository',
      { repository_id: '99' },
      'every branch of repository id `99`',
      'repo:<owner>/<repository>:ref:refs/heads/main',
    ],
    [
      'an actor alone',
      { actor: 'octocat' },
      'every repository in which `octocat` starts a run',
      MAIN,
    ],
    ['an enterprise alone', { enterprise_id: '5' }, 'every repository of the enterprise', MAIN],
  ])('%s', (_what, more, headline, value) => {
    const keys = Object.fromEntries(Object.entries(more).map(([k, v]) => [`${HOST}:${k}`, v]))
    const known = knownFor('enterprise_id' in more ? { enterprise_id: '5' } : {})
    const { why, text } = saidOf(claims(keys), known)
    expect(why).toContain(headline)
    expect(text).toContain(line(value))
  })
})

test('of several statements, the one that lacks the line is named', () => {
  const known = knownFor()
  const facts = examined(
    policyOf(statement(like(MAIN)), statement({ StringEquals: { [aud]: 'sts.amazonaws.com' } })),
    known,
  )
  const finding = diagnose(found(facts, 'trust-open'), { ...known, trust: facts })
  expect(wordsOf(finding).fix.join('\n')).toContain('the "StringEquals" of statement 2 (add one')
})

test.each<[string, string, string, string, string]>([
  [
    'gitlab.com',
    'project_path:group/app:ref_type:branch:ref:main',
    'project_path:*',
    'every token of this issuer',
    'project_path:group/app:ref_type:branch:ref:main',
  ],
  [
    'gitlab.com',
    'project_path:group/app:ref_type:branch:ref:main',
    'project_path:acme/*',
    'every project of `acme`',
    'project_path:acme/<name>:ref_type:branch:ref:main',
  ],
  [
    'app.terraform.io',
    'organization:o:project:p:workspace:w:run_phase:apply',
    'organization:acme:*',
    'every workspace of `acme`',
    'organization:acme:project:<name>:workspace:<name>:run_phase:apply',
  ],
  [
    'agent.buildkite.com',
    'organization:o:pipeline:p:ref:refs/heads/main:commit:0123456789abcdef0123456789abcdef01234567:step:deploy',
    'organization:acme:pipeline:*',
    'every pipeline of `acme`',
    'organization:acme:pipeline:<name>:ref:refs/heads/main:commit:*:step:deploy',
  ],
  [
    'oidc.example.com',
    'system:serviceaccount:prod:deploy',
    'system:serviceaccount:ci:*',
    'every service account of `ci`',
    'system:serviceaccount:ci:<name>',
  ],
])('of %s, %s: %s is told in its own words', (issuer, subject, wide, headline, closed) => {
  const known = knownFor({ sub: subject, repository: null }, `https://${issuer}`)
  const Principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` }
  const condition = {
    StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${issuer}:sub`]: [subject, wide] },
  }
  const facts = examined(policyOf(statement(condition, { Principal })), known)
  const failure: FailureOf<'trust-open'> = found(facts, 'trust-open')
  const finding = diagnose(failure, { ...known, trust: facts })
  expectWellSaid(finding)
  const { why, fix } = wordsOf(finding)
  expect(why).toContain(headline)
  expect(fix.join('\n')).toContain(`- ${JSON.stringify(wide)}\n    + ${JSON.stringify(closed)}`)
  expect(`${why}${fix}`).not.toContain('GitHub')
})
