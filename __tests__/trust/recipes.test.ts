// The recipes of docs/trust-policies.md, read out of the page: each lets in the run that it is for, and keeps others out.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { HOST, type Json } from './fixtures.js'
import { evaluated, examined, found, knownFor, parsed, policyOf, statement } from './support.js'

const page = readFileSync(new URL('../../docs/trust-policies.md', import.meta.url), 'utf8')
const RECIPES = new Map(
  [...page.matchAll(/<!-- recipe: ([\w-]+) -->\n```json\n([\s\S]*?)\n```\n<!-- end -->/g)].map(
    ([, name = '', text = '']) => [name, text] as const,
  ),
)

const repo = 'repo:octo-org/octo-repo'
const ids = 'repo:octo-org@123456/octo-repo@456789'
const run = (sub: string, more: Json = {}): Json => ({ sub, ...more })
const main = run(`${repo}:ref:refs/heads/main`)
const branch = run(`${repo}:ref:refs/heads/feature`, { ref: 'refs/heads/feature' })
const pull = run(`${repo}:pull_request`, { ref: 'refs/pull/7/merge' })
const production = run(`${repo}:environment:production`, { environment: 'production' })
const staging = run(`${repo}:environment:staging`, { environment: 'staging' })
const tag = run(`${repo}:ref:refs/tags/v1.2.3`, { ref: 'refs/tags/v1.2.3' })
const otherTag = run(`${repo}:ref:refs/tags/nightly`, { ref: 'refs/tags/nightly' })
const immutable = run(`${ids}:ref:refs/heads/main`)
const stranger = run('repo:evil/octo-repo:ref:refs/heads/main', {
  repository: 'evil/octo-repo',
  repository_id: '9',
})
const sibling = run('repo:octo-org/other:ref:refs/heads/main', {
  repository: 'octo-org/other',
  repository_id: '8',
})
const reborn = run('repo:octo-org@9/octo-repo@9:ref:refs/heads/main', { repository_id: '9' })
const audience = { ...main, aud: 'https://github.com/octo-org' }
const called = 'octo-org/octo-automation/.github/workflows/deploy.yml@refs/heads/main'
const through = { ...sibling, job_workflow_ref: called }

interface Expected {
  issuer?: string
  in: readonly Json[]
  out: readonly Json[]
  warns?: readonly string[]
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  branch: {
    in: [main],
    out: [branch, pull, production, tag, immutable, stranger, sibling, audience],
  },
  environment: { in: [production], out: [main, staging, pull, stranger] },
  tag: { in: [tag], out: [otherTag, main, pull, production, stranger] },
  'pull-request': { in: [pull], out: [main, production, stranger] },
  'reusable-workflow': {
    in: [through, { ...immutable, job_workflow_ref: called }],
    out: [
      main,
      { ...stranger, job_workflow_ref: called },
      { ...through, job_workflow_ref: called.replace('main', 'dev') },
    ],
  },
  'whole-repository': {
    in: [main, branch, pull, production, tag, immutable],
    out: [stranger, sibling, reborn],
    warns: ['any-branch', 'pull-requests'],
  },
  immutable: { in: [main, immutable], out: [branch, reborn, stranger, pull] },
  enterprise: {
    issuer: `https://${HOST}/octo-enterprise`,
    in: [main],
    out: [branch, stranger, audience],
  },
  'ghe-com': {
    issuer: 'https://token.actions.octo-corp.ghe.com',
    in: [main],
    out: [branch, stranger],
  },
  ghes: {
    issuer: 'https://github.example.com/_services/token',
    in: [main],
    out: [branch, stranger],
  },
}

test('every recipe of the page is expected here, and every one expected is on the page', () => {
  expect([...RECIPES.keys()]).toEqual(Object.keys(EXPECTED))
})

describe.each(Object.entries(EXPECTED))('%s', (name, { issuer, in: inside, out, warns = [] }) => {
  const text = RECIPES.get(name) ?? ''

  test('is the whole policy, without a flaw', () => {
    const { policy } = parsed(text)
    expect(policy.variables).toBe(true)
    expect(policy.statements.flatMap(({ flaws }) => flaws)).toEqual([])
  })

  test.each(inside)('lets in $sub', (claims) => {
    expect(evaluated(text, knownFor(claims, issuer)).allowed).toBe(true)
  })

  test.each(out)('keeps out $sub for $aud', (claims) => {
    expect(evaluated(text, knownFor(claims, issuer)).allowed).toBe(false)
  })

  test('keeps out the token of another issuer', () => {
    const [claims] = inside
    expect(evaluated(text, knownFor(claims, 'https://gitlab.example')).allowed).toBe(false)
  })

  test(warns.length > 0 ? `warns of ${warns.join(', ')}` : 'has nothing to be warned of', () => {
    const facts = examined(text, knownFor(inside[0], issuer))
    const who =
      facts.found.length > 0 ? found(facts, 'trust-open').openings.map((one) => one.who) : []
    expect(who).toEqual(warns)
  })
})

describe('claims that the page calls no keys', () => {
  const sentence = /^Not (`[\s\S]*?): a condition/m.exec(page)?.[1] ?? ''
  const claims = [...sentence.matchAll(/`(\w+)`/g)].map(([, claim = '']) => claim)
  const holds = (operator: string, claim: string): unknown =>
    evaluated(policyOf(statement({ [operator]: { [`${HOST}:${claim}`]: 'push' } }))).allowed

  test('are those that are none', () => expect(claims).toHaveLength(7))

  test.each(claims)('%s: what asks for a value never holds, the others always do', (claim) => {
    for (const operator of ['StringEquals', 'StringLike', 'ForAnyValue:StringEquals'])
      expect(holds(operator, claim)).toBe(false)
    for (const operator of ['StringNotEquals', 'StringEqualsIfExists', 'ForAllValues:StringEquals'])
      expect(holds(operator, claim)).toBe(true)
  })
})
