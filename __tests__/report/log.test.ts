// The lines in the job's log: each says what it should, in one line, whatever the values are.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith } from '../../evidence/baseline.js'
import type { Report } from '../../src/model.js'
import { endLine, issuerLine, sessionLine, tokenLine, waitLine } from '../../src/report/log.js'
import { granted, refused } from '../fake-world.js'
import { finding } from '../finding.js'

const { facts } = granted().session

test('token and issuer, or that there are none', () => {
  expect(tokenLine(KNOWN)).toMatch(/^Token: `repo:octo-org\/octo-repo:ref:refs\/heads\/main` for /)
  expect(issuerLine(KNOWN)).toMatch(
    /^Issuer: `https:\/\/token\.actions\.githubusercontent\.com`, one key/,
  )
  const { token: _token, issuer: _issuer, ...nothing } = KNOWN
  expect(tokenLine(nothing)).toBe('Token: none')
  expect(issuerLine(nothing)).toBe('Issuer: not asked')
})

test('a token that is over, by the time of the servers', () => {
  const clocks = [{ peer: 'token-service', skewSeconds: 360 }]
  expect(tokenLine(knownWith({ clocks }))).toMatch(/, expired 60 s ago$/)
})

test('the session', () => {
  expect(sessionLine(facts, 'https://sts.test')).toBe(
    'STS: signed in at https://sts.test as `arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions` until 2026-09-11T11:00:00.000Z',
  )
})

test('a wait, with what was said and how long it is', () => {
  const attempt = {
    cause: 'sts-throttled' as const,
    failure: refused('Throttling', 'Rate exceeded'),
    waitedMs: 500,
  }
  expect(waitLine('sts', attempt, 2)).toBe(
    'STS: attempt 2 failed (sts-throttled: Throttling: Rate exceeded), trying again in 500 ms',
  )
})

test('hostile values stay in their line', () => {
  const evil = 'x\n::error::y\r\n##[error]z'
  const lines = [
    sessionLine({ ...facts, arn: evil, expiration: evil }, 'https://sts.test'),
    waitLine('sts', { cause: 'unknown', failure: refused(evil, evil), waitedMs: 1 }, 1),
  ]
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(line).not.toContain('##[')
  }
})

describe('the last line', () => {
  const findings = [finding({ id: 'clock-skew' }), finding({ id: 'unknown' })]

  test.each<[string, Partial<Report>]>([
    ['Ready: nothing was found', {}],
    ['Ready, with: clock-skew, unknown', { findings }],
    ['Not ready: clock-skew, unknown', { ready: false, failed: true, findings }],
    [
      'Ready, but fail-on fails the step, and nothing was exported: clock-skew, unknown',
      { ready: true, failed: true, findings },
    ],
    ['Not ready, but fail-on lets it pass: clock-skew, unknown', { ready: false, findings }],
  ])('%s', (line, change) => {
    expect(endLine(reportWith(change))).toBe(line)
  })
})
