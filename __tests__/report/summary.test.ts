// The job summary: what stands where, and that hostile values stay values.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith } from '../../evidence/baseline.js'
import type { Finding, Report } from '../../src/model.js'
import { summary } from '../../src/report/summary.js'
import { quote } from '../../src/text.js'
import { granted } from '../fake-world.js'

const EVIL =
  '<img src=x onerror=alert(1)> `code` | pipe ##[error]x @octo-org/team [a](https://x.test) </details>\n::error::x\n# head'

const finding = (change: Partial<Finding> = {}): Finding => ({
  id: 'role-not-assumable',
  severity: 'error',
  certainty: 'certain',
  title: 'the role does not let this token in',
  why: 'Because.',
  fix: ['Do this.'],
  docs: 'https://example.com/role-not-assumable.md',
  evidence: [],
  ...change,
})

const report = (change: Partial<Report> = {}): Report =>
  reportWith({
    timeline: [{ task: { of: 'token', attempt: 1 }, start_ms: 0, end_ms: 10 }],
    known: knownWith({ session: granted().session.facts }),
    ...change,
  })

const headline = (change: Partial<Report>): string => summary(report(change)).split('\n')[0] ?? ''

describe('the headline', () => {
  test.each<[string, Partial<Report>]>([
    ['signed in', {}],
    ['ready', { known: KNOWN }],
    ['signed in, with one warning', { findings: [finding({ severity: 'warning' })] }],
    ['signed in', { findings: [finding({ severity: 'notice' })] }],
    [
      'failed by fail-on, with one warning; nothing was exported',
      { failed: true, findings: [finding({ severity: 'warning' })] },
    ],
    ['not ready, one error', { ready: false, findings: [finding()] }],
    [
      'not ready, 2 errors',
      {
        ready: false,
        findings: [finding(), finding({ id: 'unknown' }), finding({ severity: 'warning' })],
      },
    ],
  ])('%s', (said, change) => {
    expect(headline(change)).toBe(`### AWS OIDC preflight: ${said}`)
  })
})

test('findings come first, then what was seen, then claims and times in the fold', () => {
  const page = summary(
    report({ findings: [finding(), finding({ id: 'clock-skew', severity: 'warning' })] }),
  )
  const order = [
    'role-not-assumable]',
    'clock-skew]',
    '| What | Seen |',
    'Claims of the token',
    'Where the time went',
  ]
  const at = order.map((text) => page.indexOf(text))
  expect(at.every((index) => index > 0)).toBe(true)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})

test('a step with more lines has them in a block, ready to paste', () => {
  const page = summary(
    report({ findings: [finding({ fix: ['Run:\naws iam get-role\n  --x', 'Then.'] })] }),
  )
  expect(page).toContain('1. Run:\n\n   ```\n   aws iam get-role\n     --x\n   ```\n\n1. Then.')
})

test('what is only likely says so', () => {
  expect(summary(report({ findings: [finding({ certainty: 'likely' })] }))).toContain(
    '(most likely)',
  )
})

test('rows of checks are shown where something was found', () => {
  const checks: Report['checks'] = [
    { id: 'setup', title: 'The good', findings: [] },
    { id: 'trust-policy', title: 'The bad', findings: ['role-not-assumable'] },
    { id: 'clocks', title: 'The odd', findings: ['clock-skew'] },
  ]
  const page = summary(report({ checks, findings: [finding()] }))
  expect(page).not.toContain('The good')
  expect(page).toContain('| ❌ | The bad | <code>role-not-assumable</code> |')
  expect(page).toContain('| ⚠️ | The odd | <code>clock-skew</code> |')
  expect(page).toMatch(/^\| ✅ \| STS \|/m)
})

test('a token that is not there has no claims', () => {
  const { token: _none, ...known } = KNOWN
  const page = summary(report({ known }))
  expect(page).toContain('| ❌ | ID token | none |')
  expect(page).not.toContain('Claims of the token')
})

test('a run that ended on its inputs has no table and no timeline', () => {
  const { token: _token, issuer: _issuer, inputs: _inputs, ...known } = KNOWN
  const page = summary(report({ known, timeline: [], ready: false, findings: [finding()] }))
  expect(page).toContain('role-not-assumable]')
  expect(page).not.toMatch(/\|---|ID token|<details>|```/)
})

describe('hostile values', () => {
  const page = summary(
    report({
      ready: false,
      findings: [
        finding({ why: `It is ${quote(EVIL)}.`, fix: [`Look at ${quote(EVIL)}:\n${EVIL}`] }),
      ],
      known: knownWith({
        token: { subject: EVIL, audiences: [EVIL], claims: { sub: EVIL, environment: EVIL } },
        issuer: { url: EVIL },
        session: { arn: EVIL, expiration: EVIL },
        inputs: { role: { text: EVIL } },
      }),
    }),
  )
  /** The page without what stands in fences, where nothing is markup. */
  const live = page.replace(/^( *)(`{3,})\n[\s\S]*?\n\1\2$/gm, '')

  test('bring in no tag but our own', () => {
    const tags = live.match(/<\/?[a-z][^>]*>/gi) ?? []
    expect([...new Set(tags)].sort()).toEqual([
      '</code>',
      '</details>',
      '</summary>',
      '<code>',
      '<details>',
      '<summary>',
    ])
    expect(live.match(/<details>/g)).toHaveLength(2)
    expect(live.match(/<\/details>/g)).toHaveLength(2)
  })

  test('call nobody, link nowhere, head nothing', () => {
    expect(live).not.toMatch(/@octo-org|\[a\]\(|^# head|!\[/m)
  })

  test('keep the table a table', () => {
    const rows = live.split('\n').filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThanOrEqual(5)
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(4)
  })

  test('close no fence', () => {
    const evil = report({ known: knownWith({ token: { claims: { sub: '```\n# out\n```' } } }) })
    const claims = /^(`{3,})\n(\{[\s\S]*?\})\n\1$/m.exec(summary(evil))
    expect(JSON.parse(claims?.[2] ?? '')).toEqual(
      expect.objectContaining({ sub: '```\n# out\n```' }),
    )
  })
})
