// What was seen on the way: each row says what is true, and is good or bad by what was found.
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model.js'
import { issuerText, seenRows, tokenText } from '../../src/report/seen.js'
import { granted } from '../fake-world.js'
import { KNOWN, knownWith, NOW } from '../known.js'

const report = (known = KNOWN): Report => ({
  ready: true,
  failed: false,
  findings: [],
  checks: [],
  timeline: [],
  known,
})
const row = (what: string, change: unknown = {}) =>
  seenRows(report(knownWith(change))).find((one) => one.what === what)

describe('the token', () => {
  test('with subject, audience and the time that it has left', () => {
    expect(row('ID token')).toEqual({
      what: 'ID token',
      seen: '`repo:octo-org/octo-repo:ref:refs/heads/main` for `sts.amazonaws.com`, 5 min left',
      ok: true,
    })
  })

  test('that is over is bad', () => {
    expect(row('ID token', { token: { claims: { exp: NOW - 100 } } })).toMatchObject({ ok: false })
  })

  test('without a readable exp says nothing of time', () => {
    const odd = knownWith({ token: { claims: { exp: 'soon' } } })
    expect(tokenText(odd.token as never, odd.now)).not.toMatch(/left|NaN/)
    expect(row('ID token', { token: { claims: { exp: 'soon' } } })?.ok).toBe(true)
  })
})

describe('the issuer', () => {
  test('with its keys, how long they may be cached, the signature and the time', () => {
    expect(row('Issuer')).toMatchObject({
      seen: '`https://token.actions.githubusercontent.com`, one key, cacheable for 60 min, signature valid (110 ms)',
      ok: true,
    })
  })

  test.each([
    ['valid', true],
    ['not-checked', true],
    ['invalid', false],
    ['no-key', false],
  ])('is good or bad by the signature: %s', (signature, ok) => {
    expect(row('Issuer', { signature })).toMatchObject({ ok })
  })

  test('whose keys may not be cached says by which directive', () => {
    const freshness = { storable: true, lifetimeSeconds: 0, prevents: 'no-store' }
    const { issuer } = knownWith({ issuer: { jwks: { freshness } } })
    expect(issuerText(issuer as never, 'not-checked')).toMatch(
      /not cacheable \(no-store\) \(110 ms\)$/,
    )
  })

  test('that cannot be read is bad, and says so', () => {
    const { jwks: _jwks, ...issuer } = KNOWN.issuer ?? { url: '' }
    const rows = seenRows(report({ ...KNOWN, issuer: issuer as never }))
    expect(rows[1]).toMatchObject({
      seen: expect.stringContaining('not readable from here'),
      ok: false,
    })
  })

  test('that was never asked has no row', () => {
    const { issuer: _issuer, ...known } = KNOWN
    expect(seenRows(report(known)).map(({ what }) => what)).toEqual(['ID token', 'STS'])
  })
})

describe('STS', () => {
  test('signed in as whom, and until when', () => {
    expect(row('STS', { session: granted().session.facts })).toMatchObject({
      seen: '`arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions` until `2026-09-11T11:00:00.000Z`',
      ok: true,
    })
  })

  test('not signed in as the role', () => {
    expect(row('STS')).toMatchObject({
      seen: 'not signed in as `arn:aws:iam::111122223333:role/deploy`',
      ok: false,
    })
  })

  test('without a role says that it was not asked', () => {
    expect(row('STS', { inputs: { role: null } })).toEqual({
      what: 'STS',
      seen: 'not asked: no `role-to-assume` was given',
      ok: true,
    })
  })
})
