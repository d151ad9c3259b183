// What changes with each run is named, and the pattern that lasts is offered beside the exact value, in a statement that works.
import { expect, test } from '@jest/globals'
import { diagnose } from '../../../src/causes/index.js'
import type { Failure } from '../../../src/model.js'
import { HOST, MAIN, pinned } from '../../trust/fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from '../../trust/support.js'
import { wordsOf } from '../tester.js'
import { expectWellSaid } from '../well-said.js'

const SHA = '9f3182061f1e2cca4702c368cbc039b7dc9d4485'
const REPO = 'repo:octo-org/octo-repo'
const QUEUE = `${REPO}:ref:refs/heads/gh-readonly-queue/main/pr-12-${SHA}`
const REFUSED: Failure = {
  kind: 'aws',
  status: 403,
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  requestId: '',
}

test.each([
  [QUEUE, 'merge queue', 'every pull request in the merge queue of `main`'],
  ['repo:octo-org/octo-repo:ref:refs/tags/v1.2.3', 'changes with each tag', 'begins with `v`'],
  [
    'repo:octo-org/octo-repo:ref:refs/pull/7/merge',
    'changes with each pull request',
    'whatever code it brings',
  ],
  [
    `organization:acme:pipeline:app:ref:refs/heads/main:commit:${SHA}:step:a`,
    'changes with each commit',
    'every commit may use the role',
  ],
  [
    'system:serviceaccount:ci:runner-x7k2p',
    'looks generated',
    'every service account of this namespace whose name begins with `runner-`',
  ],
])('%s, with the policy and without', (subject, why, allowed) => {
  const known = knownFor({ sub: subject })
  const denial = found(examined(policyOf(statement(pinned(MAIN))), known), 'trust-denial')
  for (const failure of [denial, REFUSED]) {
    const finding = diagnose(failure, known)
    expectWellSaid(finding)
    expect(wordsOf(finding).why).toContain(why)
    const at = finding.steps.findLastIndex(({ when = '' }) => when.includes(allowed))
    const exact = finding.steps.findIndex(({ code = '' }) => code.includes(`"${subject}"`))
    expect(exact).toBeGreaterThanOrEqual(0)
    expect(at).toBeGreaterThan(exact)
    const pasted = JSON.parse(finding.steps[at]?.code ?? '') as unknown
    expect(evaluated(policyOf(statement(pinned(MAIN)), pasted), known).allowed).toBe(true)
    const stranger = knownFor({ sub: 'repo:somebody/else:ref:refs/heads/main' })
    expect(evaluated(policyOf(pasted), stranger).allowed).toBe(false)
  }
})

const SUB = `${HOST}:sub`
const ANY = {
  StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
  StringLike: { [SUB]: `${REPO}:*` },
}
const QUEUED = `refs/heads/gh-readonly-queue/main/pr-12-${SHA}`
const CALLED = 'octo-org/shared/.github/workflows/deploy.yml'

test.each([
  ['ref', 'refs/heads/main', QUEUED, 'so `ref` changes', 'in the merge queue of `main`'],
  [
    'ref',
    'refs/heads/main',
    'refs/pull/7/merge',
    'in `ref` changes with each pull request',
    'every pull request of this repository',
  ],
  [
    'job_workflow_ref',
    `${CALLED}@refs/tags/v1.0`,
    `${CALLED}@refs/tags/v1.1`,
    'in `job_workflow_ref` changes with each tag',
    'a tag that begins with `v` to `octo-org/shared`',
  ],
  [
    'job_workflow_ref',
    `${CALLED}@refs/heads/main`,
    `${CALLED}@${QUEUED}`,
    'so `job_workflow_ref` changes',
    'in the merge queue of `main`',
  ],
])('%s: %s in the policy, %s in the job', (claim, wanted, actual, why, allowed) => {
  const condition = { ...ANY.StringEquals, [SUB]: MAIN, [`${HOST}:${claim}`]: wanted }
  const policy = policyOf(statement({ StringEquals: condition }))
  const known = knownFor({ [claim]: actual })
  const denial = found(examined(policy, known), 'trust-denial')
  const finding = diagnose(denial, known)
  expectWellSaid(finding)
  expect(finding.id).toBe('trust-condition-mismatch')
  expect(wordsOf(finding).why).toContain(why)
  const lasting = finding.steps.find(({ when = '' }) => when.includes(allowed))
  expect(lasting?.say).toContain(`the exact \`${claim}\` fits`)
  const pasted = policyOf(JSON.parse(lasting?.code ?? '') as unknown)
  expect(evaluated(pasted, known).allowed).toBe(true)
  // Who came in before still does; another repository does not, and what `sub` says is not given up.
  expect(evaluated(pasted, knownFor({ [claim]: wanted })).allowed).toBe(true)
  const stranger = knownFor({ [claim]: actual, sub: 'repo:somebody/else:ref:refs/heads/main' })
  expect(evaluated(pasted, stranger).allowed).toBe(false)
})

test('the statement that lasts keeps what else the policy wants', () => {
  const other = { [`${HOST}:environment`]: 'production' }
  const condition = { StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com', [SUB]: MAIN } }
  const policy = policyOf(
    statement({ ...condition, StringEquals: { ...condition.StringEquals, ...other } }),
  )
  const known = knownFor({ sub: QUEUE, environment: 'production' })
  const { steps } = diagnose(found(examined(policy, known), 'trust-denial'), known)
  const lasting = steps.find(({ say }) => say.startsWith('Use this statement instead'))
  expect(lasting?.code).toContain('"production"')
})

test('a Deny that exempts the exact value is told to last no longer than it', () => {
  const deny = statement({ StringNotEquals: { [SUB]: [MAIN] } }, { Effect: 'Deny' })
  const policy = policyOf(statement(ANY), deny)
  const known = knownFor({ sub: QUEUE })
  const finding = diagnose(found(examined(policy, known), 'trust-denial'), known)
  expect(finding.id).toBe('trust-denied')
  expect(wordsOf(finding).why).toContain('merge queue')
  const lasting = finding.steps.find(({ say }) => say.startsWith('Use this statement instead'))
  const pasted = JSON.parse(lasting?.code ?? '') as unknown
  expect(evaluated(policyOf(statement(ANY), pasted), known).allowed).toBe(true)
})

test('nothing is said of a subject that lasts', () => {
  const text = JSON.stringify(diagnose(REFUSED, knownFor()))
  expect(text).not.toMatch(/changes with each|StringLike: \{/)
})

test('the pull requests of a template come after the "no"', () => {
  const known = knownFor({ sub: 'repo:octo-org/octo-repo:ref:refs/pull/7/merge' })
  const { fix } = wordsOf(diagnose(REFUSED, known))
  const no = fix.findIndex((one) => one.startsWith('If pull requests may not use the role'))
  expect(no).toBeGreaterThanOrEqual(0)
  expect(
    fix.findIndex((one) => one.includes('"refs/pull') || one.includes(':refs/pull')),
  ).toBeGreaterThan(no)
})

test('the refused subject is in CloudTrail, where the policy is not at hand', () => {
  const { fix } = wordsOf(diagnose(REFUSED, knownFor()))
  expect(fix.join('\n')).toMatch(
    /its `userName` is the `sub`[\s\S]*aws cloudtrail lookup-events .*--region eu-west-1/,
  )
})
