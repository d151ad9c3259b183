// Proves: where the file has one job ask for a role under two subjects, that is the first reason named.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { reasonsFor } from '../../../src/causes/shared/subject.js'
import type { WorkflowFacts } from '../../../src/model.js'

const OWN = 'repo:octo-org/octo-repo'
const environment = { file: '.github/workflows/deploy.yml', line: 5 }

function first(workflow: WorkflowFacts | undefined, subject: string): string {
  const known = { ...knownWith(), ...(workflow ? { workflow } : {}) }
  const { token } = known
  if (!token) throw new Error('the baseline has a token')
  return reasonsFor({ ...token, subject }, known)[0] ?? ''
}

test.each([`${OWN}:pull_request`, `${OWN}:ref:refs/heads/main`])(
  'pull requests and pushes: %s',
  (subject) => {
    const reason = first({ events: ['push', 'pull_request'] }, subject)
    expect(reason).toContain(`\`${OWN}:pull_request\``)
    expect(reason).toContain(`\`${OWN}:ref:…\``)
  },
)

test('an environment without a value', () => {
  const reason = first({ events: ['push'], job: { environment } }, `${OWN}:ref:refs/heads/main`)
  expect(reason).toContain(`\`${OWN}:environment:NAME\``)
})

test.each<[string, WorkflowFacts | undefined, string]>([
  ['no file', undefined, `${OWN}:pull_request`],
  ['one event', { events: ['push', 'workflow_dispatch'] }, `${OWN}:ref:refs/heads/main`],
  ['pull requests alone', { events: ['pull_request'] }, `${OWN}:pull_request`],
  // Of the base branch, as a push to it.
  [
    'pull_request_target',
    { events: ['push', 'pull_request_target'] },
    `${OWN}:ref:refs/heads/main`,
  ],
  [
    'an environment, whatever the event',
    { events: ['push', 'pull_request'], job: { environment } },
    `${OWN}:environment:production`,
  ],
  [
    'a job that may run for one only',
    { events: ['push', 'pull_request'], job: { condition: 'x' } },
    `${OWN}:pull_request`,
  ],
  ['a customised subject', { events: ['push', 'pull_request'] }, `${OWN}:workflow:x`],
])('nothing of the kind: %s', (_what, workflow, subject) => {
  expect(first(workflow, subject)).toBe(first(undefined, subject))
})

const withOthers = (...sameRole: { job: string; environment: string }[]): WorkflowFacts => ({
  events: ['push'],
  sameRole,
})

test.each([
  [
    'this one has no environment',
    `${OWN}:ref:refs/heads/main`,
    { job: 'release', environment: 'prod' },
    `The job \`release\` gives the same role with \`environment: prod\`: its \`sub\` is \`${OWN}:environment:prod\``,
  ],
  [
    'the other has none',
    `${OWN}:environment:prod`,
    { job: 'plan', environment: '' },
    `The job \`plan\` gives the same role without an \`environment:\`: its \`sub\` is \`${OWN}:ref:…\``,
  ],
  [
    'the other has none, in a pull request',
    `${OWN}:pull_request`,
    { job: 'plan', environment: 'x' },
    `\`${OWN}:environment:x\``,
  ],
  [
    'both have one',
    `${OWN}:environment:a`,
    { job: 'b', environment: 'b' },
    `\`${OWN}:environment:b\``,
  ],
])('two jobs give one role: %s', (_what, subject, other, words) => {
  expect(first(withOthers({ job: 'x', environment: own(subject) }, other), subject)).toContain(
    words,
  )
})

function own(subject: string): string {
  return subject.split(':environment:')[1] ?? ''
}

test.each([
  ['the same environment', `${OWN}:environment:a`, { job: 'b', environment: 'a' }],
  ['no environment either', `${OWN}:ref:refs/heads/main`, { job: 'b', environment: '' }],
  ['a customised subject', `${OWN}:workflow:x`, { job: 'b', environment: 'a' }],
])('nothing of it with %s', (_what, subject, other) => {
  expect(first(withOthers(other), subject)).toBe(first(undefined, subject))
})
