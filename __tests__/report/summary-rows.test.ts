// What was seen on the way, in words: the job's token, the issuer, the session.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, NOW } from '../../evidence/baseline.js'
import { issuerText, summaryRows, tokenText } from '../../src/report/summary-rows.js'
import { granted } from '../fake-world.js'

const textOf = (what: string, change: unknown = {}): string | undefined =>
  summaryRows(knownWith(change)).find((one) => one.what === what)?.value

describe('the token', () => {
  test('with subject, audience and the time that it has left', () => {
    expect(textOf('Job')).toBe(
      '`repo:octo-org/octo-repo:ref:refs/heads/main` for `sts.amazonaws.com`, 5 min left',
    )
  })

  test('that is over says for how long', () => {
    expect(textOf('Job', { token: { claims: { exp: NOW - 1200 } } })).toBe(
      '`repo:octo-org/octo-repo:ref:refs/heads/main` for `sts.amazonaws.com`, expired 20 min ago',
    )
  })

  test('is measured by the time of the servers, not by a wrong clock of the runner', () => {
    const clocks = [{ peer: 'sts', skewSeconds: -1200 }]
    expect(textOf('Job', { clocks, now: (NOW + 1200) * 1000 })).toMatch(/, 5 min left$/)
  })

  test('without a readable exp says nothing of time', () => {
    const odd = knownWith({ token: { claims: { exp: 'soon' } } })
    expect(tokenText(odd.token as never, odd.now)).not.toMatch(/left|NaN/)
  })
})

describe('the issuer', () => {
  test('with its keys, how long they may be cached, the signature and the time', () => {
    expect(textOf('Issuer')).toBe(
      '`https://token.actions.githubusercontent.com`, one key, cacheable for 60 min, signature valid (110 ms)',
    )
  })

  test.each([
    ['valid', ', signature valid'],
    ['not-checked', ''],
    ['invalid', ', signature not valid'],
    ['no-key', ', no key for the signature'],
  ] as const)('tells of the signature in words: %s', (signature, words) => {
    expect(textOf('Issuer', { signature })).toMatch(
      new RegExp(`cacheable for 60 min${words} \\(110 ms\\)$`),
    )
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
    expect(textOf('Issuer', { issuer: { jwks: { freshness } } })).toContain(', not cacheable, ')
  })

  test('that cannot be read says so', () => {
    expect(textOf('Issuer', { issuer: { jwks: null } })).toContain('not readable from here')
  })

  test('whose keys had not come when STS had answered says that', () => {
    expect(textOf('Issuer', { issuer: { pending: true } })).toMatch(/, its keys had not come yet$/)
  })
})

describe('the session', () => {
  test('as whom, and until when', () => {
    expect(textOf('Session', { session: granted().session.facts })).toBe(
      '`arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions` until `2026-09-11T11:00:00.000Z`',
    )
  })

  test('that the job held', () => {
    const existing = { account: '1', arn: 'arn:aws:iam::1:user/a' }
    expect(textOf('Session', { existing })).toBe('`arn:aws:iam::1:user/a`, which the job held')
  })
})

test('there is a row for what is known, and for nothing else', () => {
  const rows = (change: unknown) => summaryRows(knownWith(change)).map(({ what }) => what)
  expect(rows({ session: granted().session.facts })).toEqual(['Job', 'Issuer', 'Session'])
  expect(summaryRows(KNOWN)).toHaveLength(2)
  expect(rows({ token: null })).toEqual(['Issuer'])
  expect(rows({ token: null, issuer: null, inputs: null })).toEqual([])
})

test('an issuer that was not asked for its name', () => {
  const host = 'idp.internal'
  const failure = { kind: 'address', host, addresses: [], internal: true } as const
  const result = { ok: false, failure } as const
  const issuer = { url: `https://${host}`, discovery: { url: '', result }, totalMs: 0 }
  expect(issuerText(issuer, 'not-checked')).toBe(
    '`https://idp.internal`, not asked: an internal name, which AWS cannot resolve',
  )
})
