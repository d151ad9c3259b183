// What was seen on the way: each row says what is true, and is good or bad by what was found.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, NOW, reportWith } from '../../evidence/baseline.js'
import { CHECKS } from '../../src/checks/index.js'
import type { CheckId, Failure, Finding, Report } from '../../src/model.js'
import { issuerText, summaryRows, tokenText } from '../../src/report/summary-rows.js'
import { granted } from '../fake-world.js'

const report = (known = KNOWN): Report => reportWith({ known })
const row = (what: string, change: unknown = {}, said: Partial<Report> = {}) =>
  summaryRows(reportWith({ ...said, known: knownWith(change) })).find((one) => one.what === what)

/** What a check found, and how grave it was judged to be. */
const judged = (id: CheckId, severity: Finding['severity']): Partial<Report> => ({
  checks: CHECKS.filter((check) => check.id === id).map(({ title }) => ({
    id,
    title,
    findings: ['unknown'],
  })),
  findings: [{ id: 'unknown', severity, evidence: [] as readonly Failure[] } as Finding],
})
const came = (evidence: Failure, severity: Finding['severity'] = 'error'): Partial<Report> => ({
  findings: [{ id: 'unknown', severity, evidence: [evidence] as readonly Failure[] } as Finding],
})

describe('the token', () => {
  test('with subject, audience and the time that it has left', () => {
    expect(row('ID token')).toEqual({
      what: 'ID token',
      value: '`repo:octo-org/octo-repo:ref:refs/heads/main` for `sts.amazonaws.com`, 5 min left',
      mark: 'fine',
    })
  })

  test('that is over says for how long, and is odd', () => {
    const change = { token: { claims: { exp: NOW - 1200 } } }
    expect(row('ID token', change)).toEqual({
      what: 'ID token',
      value:
        '`repo:octo-org/octo-repo:ref:refs/heads/main` for `sts.amazonaws.com`, expired 20 min ago',
      mark: 'odd',
    })
    expect(row('ID token', change, judged('token-times', 'error'))?.mark).toBe('bad')
  })

  test('is measured by the time of the servers, not by a wrong clock of the runner', () => {
    const clocks = [{ peer: 'sts', skewSeconds: -1200 }]
    const known = { clocks, now: (NOW + 1200) * 1000 }
    expect(row('ID token', known)?.value).toMatch(/, 5 min left$/)
  })

  test.each<[Finding['severity'], string]>([
    ['error', 'bad'],
    ['warning', 'odd'],
  ])('is no better than what was found of it: %s', (severity, mark) => {
    expect(row('ID token', {}, judged('expected-claims', severity))?.mark).toBe(mark)
    expect(row('ID token', {}, judged('token-key', severity))?.mark).toBe('fine')
  })

  test('that did not come is bad, where it was asked for', () => {
    const timeline = [{ task: { of: 'token', attempt: 1 } as const, start_ms: 0, end_ms: 1 }]
    expect(row('ID token', { token: null }, { timeline })).toEqual({
      what: 'ID token',
      value: 'none',
      mark: 'bad',
    })
  })

  test('has no row where other things took the time', () => {
    const timeline = [{ task: { of: 'issuer', attempt: 1 } as const, start_ms: 0, end_ms: 1 }]
    expect(row('ID token', { token: null }, { timeline })).toBeUndefined()
  })

  test('has no row where nobody asked for one, be it that the inputs are wrong', () => {
    expect(row('ID token', { token: null })).toBeUndefined()
    expect(summaryRows(report(knownWith({ inputs: null, token: null, issuer: null })))).toEqual([])
  })

  test('without a readable exp says nothing of time', () => {
    const odd = knownWith({ token: { claims: { exp: 'soon' } } })
    expect(tokenText(odd.token as never, odd.now)).not.toMatch(/left|NaN/)
    expect(row('ID token', { token: { claims: { exp: 'soon' } } })?.mark).toBe('fine')
  })
})

describe('the issuer', () => {
  test('with its keys, how long they may be cached, the signature and the time', () => {
    expect(row('Issuer')).toMatchObject({
      value:
        '`https://token.actions.githubusercontent.com`, one key, cacheable for 60 min, signature valid (110 ms)',
      mark: 'fine',
    })
  })

  test.each([
    ['valid', ', signature valid'],
    ['not-checked', ''],
    ['invalid', ', signature not valid'],
    ['no-key', ', no key for the signature'],
  ] as const)('tells of the signature in words: %s', (signature, words) => {
    expect(row('Issuer', { signature })?.value).toMatch(
      new RegExp(`cacheable for 60 min${words} \\(110 ms\\)$`),
    )
  })

  test.each<[CheckId, Finding['severity'], string]>([
    ['token-key', 'error', 'bad'],
    ['jwks-keys', 'error', 'bad'],
    ['issuer-reached', 'error', 'bad'],
    ['issuer-reached', 'warning', 'odd'],
    ['issuer-cache', 'warning', 'odd'],
    ['discovery-fields', 'notice', 'odd'],
    ['trust-policy', 'error', 'fine'],
  ])('is no better than what was found of it: %s, %s', (check, severity, mark) => {
    expect(row('Issuer', {}, judged(check, severity))?.mark).toBe(mark)
  })

  test('whose keys may not be cached says by which directive', () => {
    const freshness = {
      storable: true,
      lifetimeSeconds: 0,
      prevents: { header: 'cache-control', directive: 'no-store' },
    }
    const { issuer } = knownWith({ issuer: { jwks: { freshness } } })
    expect(issuerText(issuer as never, 'not-checked')).toMatch(
      /not cacheable \(no-store\) \(110 ms\)$/,
    )
  })

  test('whose keys no cache may store says so, without a directive', () => {
    const freshness = { storable: false, lifetimeSeconds: 3600 }
    expect(row('Issuer', { issuer: { jwks: { freshness } } })?.value).toContain(', not cacheable, ')
  })

  test('that cannot be read says so', () => {
    const { jwks: _jwks, ...issuer } = KNOWN.issuer ?? { url: '' }
    const rows = summaryRows(report({ ...KNOWN, issuer: issuer as never }))
    expect(rows[1]?.value).toContain('not readable from here')
  })

  test('that was never asked has no row', () => {
    const { issuer: _issuer, ...known } = KNOWN
    expect(summaryRows(report(known)).map(({ what }) => what)).toEqual(['ID token', 'STS'])
  })
})

describe('STS', () => {
  test('signed in as whom, and until when', () => {
    expect(row('STS', { session: granted().session.facts })).toMatchObject({
      value:
        '`arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions` until `2026-09-11T11:00:00.000Z`',
      mark: 'fine',
    })
  })

  test('not signed in as the role', () => {
    expect(row('STS')).toMatchObject({
      value: 'not signed in as `arn:aws:iam::111122223333:role/deploy`',
      mark: 'bad',
    })
  })

  const ACCOUNT = { kind: 'account', account: '444455556666', allowed: ['111122223333'] } as const

  test.each<Failure>([ACCOUNT, { kind: 'special-characters', tries: 12 }])(
    'signed in, and this action hands nothing over: $kind',
    (failure) => {
      expect(row('STS', {}, came(failure))).toEqual({
        what: 'STS',
        value: 'no session handed over for `arn:aws:iam::111122223333:role/deploy`',
        mark: 'bad',
      })
    },
  )

  test('credentials of the job itself, of an account that is not allowed, are no question of a role', () => {
    expect(row('STS', { inputs: { role: null } }, came(ACCOUNT))?.value).toBe(
      'no session handed over',
    )
  })

  test('a sign-in through another region than the one asked for is odd', () => {
    const known = { session: granted().session.facts }
    const failure = {
      kind: 'region-fallback',
      region: 'eu-west-1',
      used: 'eu-central-1',
      cause: 'sts-unreachable',
      failure: { kind: 'bug', message: 'x' },
    } as const
    expect(row('STS', known)?.mark).toBe('fine')
    expect(row('STS', known, came(failure, 'warning'))?.mark).toBe('odd')
  })

  test('without a role says that it was not asked', () => {
    expect(row('STS', { inputs: { role: null } })).toEqual({
      what: 'STS',
      value: 'not asked: no `role-to-assume` was given',
      mark: 'fine',
    })
  })

  test.each([
    ['error', 'bad'],
    ['warning', 'odd'],
  ] as const)('a role that came out empty is as grave as it was found: %s', (severity, mark) => {
    const failure = { kind: 'input-empty', input: 'role-to-assume', written: 'x' } as const
    expect(row('STS', { inputs: { role: null } }, came(failure, severity))).toMatchObject({
      value: 'not asked: `role-to-assume` came out empty',
      mark,
    })
  })
})
