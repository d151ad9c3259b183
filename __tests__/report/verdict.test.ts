// The verdict: ready or not by what was found, failed or not by fail-on.
import { describe, expect, test } from '@jest/globals'
import type { Failure, Inputs } from '../../src/model.js'
import { Ledger } from '../../src/report/ledger.js'
import { verdict } from '../../src/report/verdict.js'
import { DENIED, FakeClock } from '../fake-world.js'
import { KNOWN, knownWith, RUN } from '../known.js'

/** An error, a warning and a notice, as the catalogue has them. */
const ERROR: Failure = DENIED
const WARNING: Failure = {
  kind: 'cache',
  peer: 'jwks',
  url: 'https://issuer.test/jwks',
  freshness: { storable: true, lifetimeSeconds: 0, prevents: 'no-cache' },
  header: 'no-cache',
}
const NOTICE: Failure = {
  kind: 'retried',
  attempts: [{ cause: 'sts-throttled', said: 'x', waitedMs: 1 }],
  totalMs: 1,
}

function judged(failOn: Inputs['failOn'], ...ended: Failure[]) {
  const ledger = new Ledger(new FakeClock(), RUN)
  ledger.learn({ ...knownWith({ inputs: { failOn } }), issuer: KNOWN.issuer } as typeof KNOWN)
  return verdict(ledger, ended)
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
  ] as const)('with %s', (_what, failure, ready, failed) => {
    const report = judged(failOn, failure)
    expect(report.findings).toHaveLength(1)
    expect({ ready: report.ready, failed: report.failed }).toEqual({ ready, failed })
  })

  test('with nothing found', () => {
    expect(judged(failOn)).toMatchObject({ ready: true, failed: false, findings: [] })
  })
})

test('the most severe is first, whatever came first', () => {
  const { findings } = judged('error', NOTICE, WARNING, ERROR)
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice'])
})

test('before inputs are known, an error fails the run', () => {
  const report = verdict(new Ledger(new FakeClock(), RUN), [{ kind: 'bug', message: 'x' }])
  expect(report).toMatchObject({ ready: false, failed: true })
})

test('every check is there with its title, and what it found', () => {
  const { checks } = judged('error')
  expect(checks.length).toBeGreaterThan(8)
  for (const { id, title, findings } of checks) {
    expect(id).toMatch(/^[a-z-]+$/)
    expect(title.length).toBeGreaterThan(10)
    expect(findings).toEqual([])
  }
})
