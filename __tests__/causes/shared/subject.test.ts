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
