// The job summary: what stands where, what is closed, and that hostile values stay values.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith } from '../../evidence/baseline.js'
import { githubTree, type HtmlNode, textOf } from '../../sandbox/github-markdown.js'
import type { Finding, Link, Report } from '../../src/model.js'
import { chainLine, summary } from '../../src/report/summary.js'
import { DENIED, granted, refused } from '../fake-world.js'
import { EVIL, finding, findingOf } from '../finding.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { examined, policyOf, statement } from '../trust/support.js'
import { linksOf, liveText, shapeOf } from './shape.js'

const TIMELINE: Report['timeline'] = [
  { task: { of: 'token', attempt: 1 }, start_ms: 0, end_ms: 10 },
]
const report = (change: Partial<Report> = {}): Report =>
  reportWith({ timeline: TIMELINE, ready: false, failed: true, ...change })

const difference = (value: string) =>
  ({
    show: 'difference',
    wanted: { label: 'policy', value, at: 0 },
    actual: { label: 'job', value: 'main', at: 0 },
  }) as const
const ROOT = finding({
  shown: [{ show: 'sentence', say: 'The root.' }],
  steps: [{ say: 'Mend the root' }],
  folded: [{ title: 'All of the root', blocks: [] }],
  evidence: [DENIED],
})
const SECOND = finding({
  id: 'trust-subject-mismatch',
  headline: 'the policy does not allow branch `main`',
  shown: [{ show: 'sentence', say: 'The second.' }, difference('dev')],
  steps: [{ say: 'Mend the second' }],
  docs: 'https://example.com/second.md',
})
const warned = (id: Finding['id']) =>
  finding({ id, severity: 'warning', headline: `warned of ${id}`, steps: [{ say: `Mend ${id}` }] })

/** What is seen before anything is opened: the text of each block, of a fold its title. */
async function seen(change: Partial<Report>): Promise<string[]> {
  const blocks = ((await githubTree(summary(report(change)))).children ?? []).filter(
    ({ type }) => type === 'element',
  )
  const title = ({ children = [] }: HtmlNode) => children.find((one) => one.tagName === 'summary')
  return blocks.map((one) =>
    one.tagName === 'details' ? `> ${textOf(title(one) ?? one)}` : textOf(one).trim(),
  )
}

describe('a run that failed', () => {
  test('verdict, chain, what was seen, what to do, then folds, and the page', async () => {
    expect(await seen({ findings: [ROOT] })).toEqual([
      '❌ Not signed in: AWS did not let this job assume deploy',
      '✅ Token issued → ✅ Issuer and signature → ✅ STS accepted the token → ❌ Role deploy in account 111122223333',
      'The root.',
      'Fix: Mend the root.',
      '> All of the root',
      '> What was seen',
      'role-not-assumable · certain · AWS said “Not authorized to perform sts:AssumeRoleWithWebIdentity” · request id request-1 · 10 ms',
    ])
  })

  test('a second error is where the next sign-in stops: its headline and the difference; the rest is closed', async () => {
    const page = await seen({ findings: [ROOT, SECOND] })
    const at = page.findIndex((line) => line.startsWith('Then the next sign-in stops here:'))
    expect(page.slice(at, at + 3)).toEqual([
      'Then the next sign-in stops here: the policy does not allow branch main · trust-subject-mismatch',
      '- policy: dev\n+ job:    main',
      '> How to fix it',
    ])
    expect(at).toBeGreaterThan(page.indexOf('> All of the root'))
    expect(page.join()).not.toMatch(/The second|Mend the second/)
    expect(summary(report({ findings: [ROOT, SECOND] }))).toContain('Mend the second')
  })

  test('warnings and notices are a line each, said not to be the cause; what to do about them is closed', async () => {
    const notice = { ...warned('sts-retried'), severity: 'notice' } as const
    const findings = [ROOT, SECOND, warned('clock-skew'), notice]
    const page = await seen({ findings })
    const at = page.indexOf('2 more, not the cause of this failure')
    expect(at).toBeGreaterThan(page.indexOf('> How to fix it'))
    expect(page[at + 1]?.split(/\n\s*/).filter((cell) => cell !== '')).toEqual([
      '⚠️',
      'warned of clock-skew · clock-skew',
      'ℹ️',
      'warned of sts-retried · sts-retried',
    ])
    expect(page[at + 2]).toBe('> Fixes for these')
    expect(page.join()).not.toContain('Mend clock-skew')
    expect(summary(report({ findings }))).toContain('Mend clock-skew')
  })

  test('links each finding to its page, and nothing else', async () => {
    const page = summary(report({ findings: [ROOT, SECOND, warned('clock-skew')] }))
    expect(await linksOf(page)).toEqual([SECOND.docs, ROOT.docs])
  })

  test("of AWS's answer the sentence stands once: in the chain, or below", () => {
    const sts = finding({ link: 'sts', evidence: [refused('X', 'No such provider')] })
    for (const one of [sts, { ...sts, link: 'role' } as const])
      expect(summary(report({ findings: [one] })).match(/No such provider/g)).toHaveLength(1)
  })

  test('what is only likely says so', () => {
    const page = summary(report({ findings: [finding({ certainty: 'likely' })] }))
    expect(page).toContain(' · most likely')
  })

  test('on its inputs has no claims, no times, nothing seen', async () => {
    const { token: _token, issuer: _issuer, inputs: _inputs, ...known } = KNOWN
    const page = await seen({ known, timeline: [], findings: [finding({ link: 'inputs' })] })
    expect(page.filter((line) => line.startsWith('>'))).toEqual([])
    expect(page.at(-1)).toBe('role-not-assumable · certain')
  })

  test('shows the trust policy that was given, in a fold of its own', async () => {
    const trust = examined(policyOf(statement({ StringEquals: { [aud]: 'x', [sub]: MAIN } })))
    expect(await seen({ known: knownWith({ trust }), findings: [ROOT] })).toContain(
      '> The trust policy, condition by condition: does not allow this job',
    )
    const none = { ...trust, statements: [] }
    const page = summary(report({ known: knownWith({ trust: none }), findings: [ROOT] }))
    expect(page).not.toContain('condition by condition')
  })
})

test('what could not be decided may be the cause, and is not said not to be', () => {
  const findings = [ROOT, warned('trust-undecided'), warned('clock-skew')]
  const page = summary(report({ findings }))
  expect(page).toContain('**2 more**')
  expect(page).not.toContain('not the cause')
})

describe('a run with warnings alone', () => {
  test('tells the first as if it were the failure, and that others are more', async () => {
    const known = knownWith({ session: granted().session.facts })
    const findings = [warned('clock-skew'), warned('issuer-slow')]
    const page = await seen({ known, ready: true, failed: false, findings })
    expect(page[0]).toBe('⚠️ Signed in, with 2 warnings')
    expect(page).toContain('Fix: Mend clock-skew.')
    expect(page).toContain('1 more')
    expect(page.join()).not.toContain('not the cause')
  })

  test('a notice alone is no more than itself', async () => {
    const notice = finding({ severity: 'notice', headline: 'retried' })
    const known = knownWith({ session: granted().session.facts })
    const one = await seen({ known, ready: true, failed: false, findings: [notice] })
    expect(one).toContain('One notice')
    const beside = [warned('issuer-slow'), notice]
    expect(await seen({ known, ready: true, failed: false, findings: beside })).toContain('1 more')
  })
})

test('without a role, a warning does not keep back how one is made; an error does', async () => {
  const known = knownWith({ inputs: { role: null } })
  const findings = [warned('jwks-not-cacheable')]
  const fold = '> How to let this job sign in'
  expect(await seen({ ready: true, failed: false, known, findings })).toContain(fold)
  expect(await seen({ known, findings: [SECOND] })).not.toContain(fold)
  expect(await seen({ ready: true, failed: false, findings })).not.toContain(fold)
})

describe('the chain', () => {
  const link = (state: Link['state'], detail = 'a `b`'): Link => ({ link: 'token', state, detail })

  test('has a sign and words for each link, and the one that failed in bold', () => {
    const states = ['passed', 'warned', 'not-known', 'failed'] as const
    expect(chainLine(states.map((state) => link(state, state)))).toEqual([
      '✅ passed → ⚠️ warned → ❔ not-known → ❌ **failed**',
    ])
    expect(chainLine([link('failed')])).toEqual(['❌ **a <code>b</code>**'])
  })

  test('ends where it stopped, but for whether AWS was asked', () => {
    const sts: Link = { link: 'sts', state: 'not-tried', detail: 'STS not asked' }
    const left = [link('failed', 'x'), link('not-tried', 'y'), sts, link('not-tried', 'z')]
    expect(chainLine(left)).toEqual(['❌ **x** → ➖ STS not asked'])
  })

  test('without a link is no line', () => {
    expect(chainLine([])).toEqual([])
  })
})

describe('hostile values', () => {
  const drawn = (text: string, change: Partial<Report> = {}): string =>
    summary(
      report({
        findings: [
          findingOf(text),
          findingOf(text, { id: 'trust-subject-mismatch' }),
          findingOf(text, { id: 'clock-skew', severity: 'warning' }),
          findingOf(text, { id: 'sts-retried', severity: 'notice' }),
        ],
        known: knownWith({
          token: { subject: text, audiences: [text], claims: { sub: text, environment: text } },
          issuer: { url: text },
          session: { arn: text, expiration: text, account: text },
          inputs: { role: { text, name: text, account: text } },
          trust: {
            ...examined(policyOf(statement({ [text]: { [text]: text } }, { Sid: text }))),
          },
        }),
        ...change,
      }),
    )
  // As many lines in the codes, which are folded by their length.
  const tame = EVIL.replace(/.+/g, 'x')

  test('make no element, and end none', async () => {
    expect(await shapeOf(drawn(EVIL))).toBe(await shapeOf(drawn(tame)))
    const good = { ready: true, failed: false, findings: [] }
    expect(await shapeOf(drawn(EVIL, good))).toBe(await shapeOf(drawn(tame, good)))
  })

  test('unquoted in a headline or a stop, too', async () => {
    const raw = (text: string) =>
      drawn('x', {
        findings: ['token', 'role'].flatMap((link) => [
          finding({ headline: text, stop: text, link: link as 'role' }),
          finding({ headline: text, stop: text, link: link as 'role', severity: 'warning' }),
        ]),
      })
    expect(await shapeOf(raw(EVIL))).toBe(await shapeOf(raw(tame)))
    expect(await linksOf(raw(EVIL))).toEqual([finding().docs])
  })

  test('link nowhere, call nobody, are no formula', async () => {
    expect(await linksOf(drawn(EVIL))).toEqual([finding().docs])
    expect(liveText(drawn(EVIL))).not.toMatch(/@octo|\$[xy$]/)
  })

  test('keep the tables tables', () => {
    const rows = liveText(drawn(EVIL))
      .split('\n')
      .filter((line) => line.startsWith('|'))
    const cells = rows.map((row) => row.match(/\|/g)?.length)
    expect(new Set(cells)).toEqual(new Set([3, 6]))
  })

  test('close no fence', () => {
    const claims = { sub: '```\n# out\n```' }
    const page = summary(report({ known: knownWith({ token: { claims } }), findings: [ROOT] }))
    const shown = /^(`{3,})json\n(\{[\s\S]*?\})\n\1$/m.exec(page)
    expect(JSON.parse(shown?.[2] ?? '')).toEqual(expect.objectContaining(claims))
  })
})
