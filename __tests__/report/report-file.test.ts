// The report file: valid by the published schema in every case, complete, and without a secret.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith as report } from '../../evidence/baseline.js'
import { allEvidence } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure, PolicyProblem, TrustUndecided } from '../../src/model.js'
import { preflight } from '../../src/preflight.js'
import { reportFile } from '../../src/report/report-file.js'
import { DENIED, FakeWorld, granted, REQUEST_TOKEN, signed } from '../fake-world.js'
import { EVIL, finding, findingOf } from '../finding.js'
import { flaws, SCHEMA } from './schema.js'

describe('is valid by its schema', () => {
  test.each<[string, (world: FakeWorld) => void, Record<string, string>]>([
    ['a good run', () => undefined, {}],
    [
      'a refusal of STS',
      (world) => {
        world.onSignIn = () => ({ ok: false, failure: DENIED })
      },
      {},
    ],
    ['bad inputs', () => undefined, { 'aws-region': '', 'fail-on': 'x' }],
    [
      'no token',
      (world) => {
        world.replies['token-service'] = () => ({ status: 500, body: '' })
      },
      { 'disable-retry': 'true' },
    ],
    [
      'an issuer that cannot be read',
      (world) => {
        world.replies.discovery = () => ({ body: 'x' })
      },
      {},
    ],
    [
      'an issuer that asks to be left alone',
      (world) => {
        world.replies.discovery = () => ({ status: 429, headers: { 'retry-after': '7' }, body: '' })
      },
      { 'disable-retry': 'true' },
    ],
    ['an account that is not allowed', () => undefined, { 'allowed-account-ids': '444455556666' }],
  ])('%s', async (_what, arrange, inputs) => {
    const world = new FakeWorld({ inputs })
    arrange(world)
    const { report: drawn } = await preflight(world)
    expect(flaws(reportFile(drawn))).toEqual([])
  })

  const evidence = allEvidence().map(({ id, piece }) => [id, piece.what, piece] as const)

  test.each(evidence)('the evidence of %s: %s', (_name, _what, { failure, known }) => {
    const finding = diagnose(failure, knownWith(known))
    expect(flaws(reportFile(report({ ready: false, findings: [finding] })))).toEqual([])
  })

  const inline = { inline: true } as const
  const statement = { index: 0 }
  const undecided = (one: TrustUndecided): Failure => ({
    kind: 'trust-undecided',
    source: { path: 'a', address: { in: 'template', logicalId: 'Role' } },
    undecided: [one],
  })
  const policy = (problem: PolicyProblem): Failure => ({
    kind: 'trust-policy',
    source: inline,
    ...problem,
  })
  test.each<[string, Failure]>([
    [
      'levels',
      policy({
        problem: 'not-json',
        limit: { of: 'levels', most: 100 },
        place: { line: 1, column: 101 },
      }),
    ],
    ['the stack', policy({ problem: 'not-yaml', limit: { of: 'stack' } })],
    ['a size', policy({ problem: 'too-large', size: 7, unit: 'bytes', over: true })],
    ['a pipe', policy({ problem: 'not-a-file' })],
    ['a list', policy({ problem: 'not-a-policy', found: { type: 'array' } })],
    [
      'roles of all kinds',
      policy({
        problem: 'several-roles',
        roles: [{ in: 'iam' }, { in: 'iam', role: 'a' }, { in: 'terraform', resource: 'b.c' }],
      }),
    ],
    [
      'a flaw',
      undecided({ statement, what: 'flaw', flaw: { kind: 'unknown-version', value: '7' } }),
    ],
    ['a flawed statement', undecided({ statement, what: 'flaw', flaw: { kind: 'deployment' } })],
    [
      'a principal',
      undecided({ statement, what: 'principal', json: '"*"', denies: true, namesProvider: true }),
    ],
    ['an action', undecided({ statement, what: 'action', json: '"*"', unresolved: true })],
  ])('evidence of a trust policy: %s', (_what, failure) => {
    const finding = diagnose(failure, KNOWN)
    expect(flaws(reportFile(report({ findings: [finding] })))).toEqual([])
  })

  test.each([
    ['all that a cause may say', findingOf('a')],
    ['hostile values', findingOf(EVIL)],
    ['no values', finding({ shown: [{ show: 'values', values: [] }], evidence: [DENIED] })],
    ['a suspicion', findingOf('a', { suspected: true })],
    ['megabytes', findingOf(`${EVIL}\n`.repeat(2000))],
  ])('a finding with %s', (_what, one) => {
    const text = reportFile(report({ findings: [one] }))
    expect(flaws(text)).toEqual([])
    expect(text.length).toBeLessThan(500_000)
  })

  test('a place in the workflow, and a span with a detail', () => {
    const finding = {
      ...diagnose(
        { kind: 'no-token-permission', missing: ['ACTIONS_ID_TOKEN_REQUEST_URL'] },
        KNOWN,
      ),
      place: { file: 'a.yml', line: 3 },
    }
    const task = { of: 'token', attempt: 2 } as const
    const timeline = [{ task, start_ms: 0, end_ms: 1 }]
    const text = reportFile(report({ findings: [finding], timeline }))
    expect(flaws(text)).toEqual([])
    expect(JSON.parse(text).timeline).toEqual([
      { name: 'token, attempt 2', start_ms: 0, end_ms: 1 },
    ])
  })
})

test('a trust policy that was given: how it was evaluated, statement by statement', () => {
  const condition = {
    operator: 'StringEquals',
    key: 'x:sub',
    wanted: ['a'],
    state: 'absent',
    holds: false,
  } as const
  const statement = {
    index: 0,
    sid: 'deploy',
    effect: 'Allow',
    matched: 'undecided',
    principal: true,
    action: true,
    conditions: [condition, { ...condition, actual: ['b'], state: 'present' }],
    flaws: [
      { kind: 'unknown-version', value: '"2020"' },
      { kind: 'deployment' },
      { kind: 'duplicate', element: 'StringLike', place: { line: 3, column: 4 } },
    ],
  } as const
  const trust = {
    source: { path: 'trust.json', address: { in: 'iam', role: 'deploy' } },
    allowed: 'undecided',
    statements: [statement],
    found: [],
  } as const
  const text = reportFile(report({ known: { ...KNOWN, trust } }))
  expect(flaws(text)).toEqual([])
  const { found: _found, ...shown } = trust
  expect(JSON.parse(text).trust).toEqual(shown)
})

test('the schema knows every kind of evidence that there is, and no other', () => {
  const model = readFileSync(new URL('../../src/model/failure.ts', import.meta.url), 'utf8')
  const union = model.slice(
    model.indexOf('export type Failure ='),
    model.indexOf('export type FailureOf'),
  )
  const kinds = [...union.matchAll(/kind: '([a-z-]+)'/g)].map(([, kind]) => kind)
  const known = SCHEMA.$defs.failure.oneOf.map(({ properties }) => properties.kind.const)
  expect(kinds.length).toBeGreaterThan(25)
  expect([...new Set(known)].sort()).toEqual([...new Set(kinds)].sort())
})

test('a finding as data: its texts and blocks as they are, and the steps of all groups in one list', () => {
  const step = { say: 'Look' }
  const one = finding({
    evidence: [DENIED],
    stop: 'Role',
    otherwise: [{ ...step, when: 'If not' }],
    confirm: [step],
    folded: [{ title: 'More', blocks: [{ show: 'sentence', say: 'a' }] }],
    where: 'step',
  })
  const { steps: own, otherwise: _o, confirm: _c, where: _w, evidence, ...same } = one
  expect(JSON.parse(reportFile(report({ findings: [one] }))).findings).toEqual([
    {
      ...same,
      steps: [
        { group: 'do', ...own[0] },
        { group: 'otherwise', when: 'If not', say: 'Look' },
        { group: 'confirm', say: 'Look' },
      ],
      evidence: { failures: evidence },
    },
  ])
})

test('the chain, link by link; none where nobody signed in', () => {
  const chainOf = (change: unknown) =>
    JSON.parse(reportFile(report({ known: knownWith(change) }))).chain
  expect(chainOf({ session: granted().session.facts })).toContainEqual({
    link: 'role',
    state: 'passed',
    detail: 'Role `deploy`',
  })
  expect(chainOf({ existing: { account: '1', arn: 'a' } })).toEqual([])
})

test('the schema takes no finding that is not whole, and nothing of before', () => {
  const good = findingOf('a')
  const wrong: object[] = [
    { ...good, why: 'a' },
    { ...good, fix: ['a'] },
    { ...good, headline: '' },
    { ...good, link: 'proxy' },
    { ...good, suspected: false },
    { ...good, steps: [], otherwise: [], confirm: [] },
    { ...good, steps: [{ say: 'a', language: 'perl' }] },
    { ...good, steps: [{ when: 'a' }] },
    { ...good, shown: [{ show: 'picture' }] },
    { ...good, shown: [{ show: 'values', values: [{ name: 'a' }] }] },
    { ...good, shown: [{ show: 'difference', wanted: { label: 'a', value: 'b', at: -1 } }] },
    { ...good, folded: [{ title: 'a' }] },
  ]
  for (const one of wrong)
    expect(flaws(reportFile(report({ findings: [one as typeof good] })))).not.toEqual([])
  for (const name of ['title', 'link', 'headline', 'shown', 'folded', 'docs'])
    expect(flaws(reportFile(report({ findings: [{ ...good, [name]: undefined }] })))).not.toEqual(
      [],
    )
})

test('the schema takes nothing that is not in it', () => {
  const text = reportFile(report())
  const wrong = [
    { ...JSON.parse(text), more: 1 },
    { ...JSON.parse(text), version: 2 },
    { ...JSON.parse(text), ready: 'true' },
    { ...JSON.parse(text), token: { jti: 'x' } },
    { ...JSON.parse(text), findings: [{}] },
    { ...JSON.parse(text), chain: undefined },
    { ...JSON.parse(text), chain: [{ link: 'token', state: 'good', detail: 'a' }] },
    { ...JSON.parse(text), session: { ...granted().session.facts, secretAccessKey: 'x' } },
    {},
  ]
  for (const one of wrong) expect(flaws(JSON.stringify(one))).not.toEqual([])
})

test('holds the parts that the contract names', () => {
  const known = knownWith({ session: granted().session.facts })
  expect(JSON.parse(reportFile(report({ known })))).toMatchObject({
    version: 1,
    ready: true,
    findings: [],
    timeline: [],
    token: { sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
    issuer: {
      url: 'https://token.actions.githubusercontent.com',
      signature: 'valid',
      discovery: { status: 200, readable: true, freshness: { lifetimeSeconds: 3600 } },
      jwks: { status: 200, readable: true },
    },
    session: { account: '111122223333' },
  })
})

test('leaves out what was not learnt', () => {
  const { token: _token, issuer: _issuer, ...known } = KNOWN
  const text = JSON.parse(reportFile(report({ known })))
  expect(Object.keys(text).sort()).toEqual([
    'chain',
    'checks',
    'findings',
    'ready',
    'timeline',
    'version',
  ])
})

test('shows only claims that may be shown, and nothing of the keys', async () => {
  const known = knownWith({
    token: { claims: { jti: 'hush', secret_claim: 'hush', actor: 'hush' } },
  })
  const text = reportFile(report({ known }))
  expect(text).not.toContain('hush')
  expect(text).not.toContain('sXch')
})

test('holds no secret of a run that signed in', async () => {
  const world = new FakeWorld()
  const { report: drawn } = await preflight(world)
  const text = reportFile(drawn)
  const token = await signed()
  for (const secret of ['hush', 'ASIA', REQUEST_TOKEN, token, ...token.split('.')])
    expect(text).not.toContain(secret)
})

test('what is to be pasted is not cut where other texts are', () => {
  const code = JSON.stringify({ sub: 'x'.repeat(5_000) })
  const long = finding({
    headline: 'x'.repeat(5_000),
    steps: [{ kind: 'do', say: 'Paste', code }],
  } as never)
  const [told] = JSON.parse(reportFile(report({ ready: false, findings: [long] }))).findings
  expect(told.headline).toHaveLength(4096)
  expect(told.steps[0].code).toBe(code)
})
