// The workflows of this repository: actionlint, GitHub's parser, and the rules; and each rule finds what it is for.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { actionlint, parseErrors } from './linters.js'
import { RULES, sourceOf } from './rules.js'

const at = (path: string): URL => new URL(`../../.github/${path}`, import.meta.url)
const FILES = readdirSync(at('workflows'))
const textOf = (file: string): string => readFileSync(at(`workflows/${file}`), 'utf8')

test('all that a release is trusted for is there', () => {
  expect(FILES).toEqual(
    expect.arrayContaining([
      'check-dist.yml',
      'ci.yml',
      'codeql.yml',
      'dependency-review.yml',
      'release.yml',
      'scorecard.yml',
    ]),
  )
})

describe.each(FILES)('%s', (file) => {
  test('actionlint finds nothing', async () => {
    expect(await actionlint(textOf(file), file)).toEqual([])
  })

  test("GitHub's parser takes it", async () => {
    expect(await parseErrors(textOf(file), file)).toEqual([])
  })

  test.each(Object.entries(RULES))('%s', (_rule, complaintsOf) => {
    expect(complaintsOf(sourceOf(textOf(file)))).toEqual([])
  })
})

test('all files pin an action to the same SHA', () => {
  const together = FILES.map(textOf).join('\n')
  const rule = RULES['a SHA has one version']
  expect(rule?.({ text: together, workflow: { on: 'push', jobs: {} } })).toEqual([])
})

/** A workflow that breaks each of the rules, by the rule. */
const SHA = '3d3c42e5aac5ba805825da76410c181273ba90b1'
const job = (lines: string, top = 'permissions: {}'): string => `on: [push]
${top}
jobs:
  one:
    runs-on: ubuntu-latest
${lines.replace(/^/gm, '    ')}
`
const BAD: Readonly<Record<string, string>> = {
  'actions are pinned by SHA, with the version beside it': job(
    'steps:\n  - uses: actions/checkout@v7',
  ),
  'a SHA has one version': job(
    `steps:\n  - uses: a/b@${SHA} # v1.0.0\n  - uses: a/b@${SHA} # v1.0.1`,
  ),
  'nothing is allowed at the top': job('steps: []', 'permissions: read-all'),
  'each job says what it needs': job('permissions: write-all\nsteps: []'),
  'no trigger runs with rights on what strangers wrote': job('steps: []').replace(
    '[push]',
    '[pull_request_target]',
  ),
  'no job of a pull request may write, but for findings of code scanning': job(
    'permissions: {contents: write, security-events: write}\nsteps: []',
  ).replace('[push]', '{pull_request: {branches: [main]}}'),
  'no expression stands in a script': job(`steps:\n  - run: echo \${{ github.ref_name }}`),
  'no secret is read': job(`steps:\n  - run: x\n    env: {A: "\${{ secrets.A }}"}`),
  'a checkout keeps no token': job('steps:\n  - uses: actions/checkout@v7'),
  'no job takes a branch that a stranger names': job(
    `steps:\n  - uses: a/b@v1\n    with: {ref: "\${{ github.event.pull_request.head.sha }}"}`,
  ),
  'a release takes nothing from a cache': job('steps:\n  - uses: actions/setup-node@v7').replace(
    'on: [push]',
    'on:\n  push:\n    tags: [v1]',
  ),
  'what may write runs no package': job('permissions: {contents: write}\nsteps:\n  - run: npm ci'),
  'nobody is let in by name': job(`if: github.actor == 'dependabot[bot]'\nsteps: []`),
  'jobs run on machines of GitHub, and end': job('steps: []'),
  'runs of one thing do not overlap': job('steps: []'),
  'no old command is allowed again': job('steps:\n  - run: echo "::add-path::/x"'),
}

test.each(Object.entries(RULES))('the rule finds it: %s', (name, complaintsOf) => {
  expect(complaintsOf(sourceOf(BAD[name] ?? ''))).toHaveLength(1)
})

describe('release.yml', () => {
  const { jobs } = sourceOf(textOf('release.yml')).workflow
  test('what publishes waits for what verifies, and what moves the major tag for that', () => {
    expect(jobs['publish']).toMatchObject({ needs: 'verify', environment: 'release' })
    expect(jobs['major']).toMatchObject({ needs: 'publish' })
  })

  test('it attests the files whose sums were checked', () => {
    const steps = jobs['publish']?.steps ?? []
    const attest = steps.findIndex(({ uses }) =>
      uses?.startsWith('actions/attest-build-provenance@'),
    )
    expect(steps[attest - 1]?.run).toContain('sha256sum --check --strict SHA256SUMS')
    expect(steps[attest]?.with).toEqual({ 'subject-checksums': 'SHA256SUMS' })
  })
})

test('dist is built again and compared, in CI and before a release', () => {
  const runs = (file: string): string =>
    Object.values(sourceOf(textOf(file)).workflow.jobs)
      .flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run))
      .join('\n')
  expect(runs('check-dist.yml')).toMatch(/npm run build\n[\s\S]*git status --porcelain -- dist/)
  for (const file of ['ci.yml', 'release.yml']) expect(runs(file)).toContain('bash .ci/run')
  expect(readFileSync(at('../.ci/run'), 'utf8')).toContain('diff -r "$before/dist" dist')
})

test('Dependabot looks after packages and actions', () => {
  const { updates } = parse(readFileSync(at('dependabot.yml'), 'utf8')) as {
    updates: { 'package-ecosystem': string }[]
  }
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions'])
})
