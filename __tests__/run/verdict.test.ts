// The verdict: ready or not by what was found, failed or not by fail-on.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, merge, RUN } from '../../evidence/baseline.js'
import { CHECKS } from '../../src/checks/index.js'
import type { Failure, Inputs, Known } from '../../src/model.js'
import { RunLog } from '../../src/run/run-log.js'
import { verdict } from '../../src/run/verdict.js'
import { DENIED, FakeWorld } from '../fake-world.js'

/** An error, a warning and a notice, as the catalogue has them. */
const ERROR: Failure = DENIED
const WARNING: Failure = {
  kind: 'cache',
  peer: 'jwks',
  url: 'https://issuer.test/jwks',
  freshness: {
    storable: true,
    lifetimeSeconds: 0,
    prevents: { header: 'cache-control', directive: 'no-cache' },
  },
  header: 'no-cache',
}
const NOTICE: Failure = {
  kind: 'retried',
  attempts: [{ cause: 'sts-throttled', failure: DENIED, waitedMs: 1 }],
  totalMs: 1,
}

function judged(failOn: Inputs['failOn'], ...ended: Failure[]) {
  const log = new RunLog(new FakeWorld(), RUN)
  log.learn({ ...knownWith({ inputs: { failOn } }), issuer: KNOWN.issuer } as typeof KNOWN)
  return verdict(log, ended)
}

describe.each<[Inputs['failOn'], boolean, boolean, boolean]>([
  ['error', true, false, false],
  ['warning', true, true, false],
  ['never', false, false, false],
])('fail-on: %s', (failOn, error, warning, notice) => {
  test.each([
    ['an error', ERROR, false, error],
    ['a warning', WARNING, true, warning],
    ['a notice', NOTICE, true, notice],
  ] as const)('with %s', async (_what, failure, ready, failed) => {
    const report = await judged(failOn, failure)
    expect(report.findings).toHaveLength(1)
    expect({ ready: report.ready, failed: report.failed }).toEqual({ ready, failed })
  })

  test('with nothing found', async () => {
    expect(await judged(failOn)).toMatchObject({ ready: true, failed: false, findings: [] })
  })
})

test('the most severe is first, whatever came first', async () => {
  const { findings } = await judged('error', NOTICE, WARNING, ERROR)
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice'])
})

test('before inputs are known, an error fails the run', async () => {
  const report = await verdict(new RunLog(new FakeWorld(), RUN), [{ kind: 'bug', message: 'x' }])
  expect(report).toMatchObject({ ready: false, failed: true })
})

const CERTIFICATES = [
  {
    subject: 'CN=issuer.test',
    issuer: 'CN=R3',
    validFrom: '2026-08-01T00:00:00.000Z',
    validTo: '2027-08-01T00:00:00.000Z',
    names: ['issuer.test'],
    sha1: 'a',
    selfSigned: false,
  },
]
const observed = { certificates: CERTIFICATES }

/** A run that came to know all there is to know, but for a trust policy. */
const GREEN = {
  inputs: { expectedClaims: [{ claim: 'ref', pattern: 'refs/heads/*' }] },
  issuer: { discovery: { observed }, jwks: { observed } },
  clocks: [{ peer: 'sts', skewSeconds: 0 }],
  session: { account: '111122223333' },
}

async function checksOf(known: Known) {
  const log = new RunLog(new FakeWorld(), RUN)
  log.learn(known)
  return (await verdict(log, [])).checks
}

const ALL = CHECKS.map(({ id }) => id)
const without = (...ids: string[]): string[] => ALL.filter((id) => !ids.includes(id))
const about = (words: RegExp): string[] => ALL.filter((id) => words.test(id))
const UNREAD = {
  ok: false,
  failure: {
    kind: 'network',
    peer: 'jwks',
    phase: 'dns',
    code: 'ENOTFOUND',
    host: 'keys.test',
    detail: 'getaddrinfo ENOTFOUND keys.test',
    addresses: [],
    certificates: [],
  },
}

describe('the report lists the questions that were asked, and no others', () => {
  test('all but the one about the trust policy in a green run, each with its title', async () => {
    const checks = await checksOf(knownWith(GREEN))
    expect(checks.map(({ id }) => id)).toEqual(without('trust-policy'))
    for (const { id, title, findings } of checks) {
      expect(id).toMatch(/^[a-z-]+$/)
      expect(title.length).toBeGreaterThan(10)
      expect(findings).toEqual([])
    }
  })

  test('the one about the trust policy where there is one', async () => {
    const trust = { source: { inline: true }, allowed: true, statements: [], found: [] }
    const checks = await checksOf(knownWith({ ...GREEN, trust }))
    expect(checks.map(({ id }) => id)).toEqual(ALL)
  })

  test('none where nothing was asked', async () => {
    expect((await verdict(new RunLog(new FakeWorld(), RUN), [])).checks).toEqual([])
  })

  test('one that found something, whatever else is not known', async () => {
    const { inputs: _, ...rest } = knownWith({ run: { ambient: ['AWS_PROFILE'] } })
    const [setup] = await checksOf(rest)
    expect(setup).toMatchObject({ id: 'setup', findings: ['ambient-credentials'] })
  })

  test.each<[string, unknown, string[]]>([
    ['no inputs', { inputs: null }, ['setup', 'token-audience', 'expected-claims']],
    [
      'no token',
      { token: null, signature: 'not-checked' },
      [...about(/^token-/), 'expected-claims'],
    ],
    [
      'no issuer',
      { issuer: null, signature: 'not-checked' },
      [...about(/^(issuer|discovery|jwks)-(?!url)/), 'token-key'],
    ],
    ['no clocks', { clocks: [] }, ['clocks']],
    ['nothing expected of claims', { inputs: { expectedClaims: [] } }, ['expected-claims']],
    ['no audience asked for', { token: { source: 'file' } }, ['token-audience']],
    ['no signature checked', { signature: 'not-checked' }, ['token-key']],
    [
      'an issuer behind a proxy: its addresses are not seen',
      {
        issuer: {
          discovery: { observed: { proxy: 'proxy:3128', addresses: [] } },
          jwks: { observed: { proxy: 'proxy:3128', addresses: [] } },
        },
      },
      ['issuer-address'],
    ],
    [
      'another STS, which may sit beside a private issuer',
      { inputs: { customEndpoint: true } },
      ['issuer-url', 'issuer-address'],
    ],
    [
      'keys that could not be fetched',
      {
        issuer: {
          jwks: { url: 'https://a.test/', observed: null, freshness: null, result: UNREAD },
        },
        signature: 'not-checked',
      },
      [
        'issuer-address',
        'issuer-certificate',
        'issuer-latency',
        'issuer-cache',
        'jwks-keys',
        'jwks-published',
        'token-key',
      ],
    ],
  ])('%s', async (_what, change, missing) => {
    const green = knownWith(GREEN)
    const known = merge(green, change) as Known
    const checks = await checksOf(known)
    expect(checks.map(({ id }) => id)).toEqual(without('trust-policy', ...missing))
  })

  test('nothing is said to be fine of an issuer at a private address that did not answer', async () => {
    const failure = { ...UNREAD.failure, phase: 'connect', addresses: ['10.0.0.1'] }
    const discovery = { observed: null, freshness: null, result: { ok: false, failure } }
    const known = merge(knownWith(GREEN), {
      issuer: { discovery, jwks: null },
      signature: 'not-checked',
    }) as Known
    const checks = await checksOf(known)
    const listed = checks.filter(({ id }) => /^(issuer|discovery|jwks)-/.test(id))
    expect(listed).toMatchObject([{ id: 'issuer-address', findings: ['issuer-private-address'] }])
  })
})
