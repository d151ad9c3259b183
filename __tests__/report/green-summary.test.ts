// A run in which nothing was found: one line and one fold; for who has no role yet, how to make one.
import { describe, expect, test } from '@jest/globals'
import { knownWith, reportWith } from '../../evidence/baseline.js'
import type { Report } from '../../src/model.js'
import { summary } from '../../src/report/summary.js'
import { granted } from '../fake-world.js'
import { finding } from '../finding.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { examined, policyOf, statement } from '../trust/support.js'
import { shapeOf } from './shape.js'

const TIMELINE: Report['timeline'] = [
  { task: { of: 'token', attempt: 1 }, start_ms: 0, end_ms: 120 },
  { task: { of: 'sts', attempt: 1 }, start_ms: 120, end_ms: 412 },
]
const SIGNED_IN = { session: granted().session.facts }
const page = (known: unknown = SIGNED_IN, change: Partial<Report> = {}): string =>
  summary(reportWith({ timeline: TIMELINE, known: knownWith(known), ...change }))
const foldTitle = (markdown: string): string | undefined =>
  /<summary>(.*?)<\/summary>/.exec(markdown)?.[1]

describe('a run in which nothing was found', () => {
  test('is one line and one fold', async () => {
    expect(await shapeOf(page())).toMatch(/^h3 details\(summary .*\)$/)
    expect(page().split('\n')[0]).toBe(
      '### ✅ Signed in to AWS: <code>deploy</code> in account 111122223333, for 60 min',
    )
    expect(page().match(/<details>/g)).toHaveLength(1)
    expect(page().trimEnd()).toMatch(/<\/details>$/)
  })

  test('whose fold is titled by the links and the time', () => {
    expect(foldTitle(page())).toBe('Token ✅ · issuer ✅ · STS ✅ · role ✅ · 0.4 s')
  })

  test('and holds what was seen, the claims, the times', () => {
    for (const text of [
      '| Job |',
      '| Issuer |',
      '| Session |',
      '"sub": "repo:octo-org',
      '120 ms +',
    ])
      expect(page()).toContain(text)
  })

  test('and the trust policy that was given', () => {
    const good = { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } }
    const trust = examined(policyOf(statement(good)))
    const markdown = page({ ...SIGNED_IN, trust })
    expect(markdown).toContain('**The trust policy, condition by condition: allows this job**')
    expect(markdown.match(/<details>/g)).toHaveLength(1)
    expect(page({ ...SIGNED_IN, trust: { ...trust, statements: [] } })).not.toContain(
      'condition by',
    )
  })

  test('a notice is one line more', () => {
    const notice = finding({ severity: 'notice', headline: 'it took two attempts' })
    const markdown = page(SIGNED_IN, { findings: [notice] })
    expect(markdown).toMatch(/^### ✅ Signed in/)
    expect(markdown).toContain('**One notice**')
    expect(markdown).toMatch(/\| ℹ️ \| it took two attempts · /)
  })
})

test('a job that held credentials: no sign-in, so no chain', () => {
  const existing = { account: '1', arn: 'arn:aws:iam::1:user/a' }
  const markdown = page({ existing, token: null, issuer: null })
  expect(foldTitle(markdown)).toBe('0.4 s')
  expect(markdown).toContain('arn:aws:iam::1:user/a')
})

describe('without a role', () => {
  const first = page({ inputs: { role: null } })

  test('says that STS was not asked', () => {
    expect(first.split('\n')[0]).toBe('### ✅ Token and issuer are fine; STS was not asked')
    expect(foldTitle(first.slice(first.lastIndexOf('<details>')))).toBe(
      'Token ✅ · issuer ✅ · STS ➖ · 0.4 s',
    )
  })

  test('tells before the fold how to make one: provider, policy, role', () => {
    const head = first.slice(0, first.lastIndexOf('<details>'))
    const order = ['create-open-id-connect-provider', '"Version": "2012-10-17"', 'create-role']
    const at = order.map((text) => head.indexOf(text))
    expect(at.every((one) => one > 0)).toBe(true)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    const [, policy = ''] = /```json\n([\s\S]*?)\n```/.exec(head) ?? []
    expect(Object.values(JSON.parse(policy).Statement[0].Condition.StringEquals)).toEqual([
      'sts.amazonaws.com',
      MAIN,
    ])
  })

  test('and says nothing of it where there is no token to make it of', () => {
    expect(page({ inputs: { role: null }, token: null })).not.toContain('To let this job')
  })
})
