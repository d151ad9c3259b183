// Proves: other jobs are named only where they give this action the very same text as role, and their environment is plain.
import { expect, test } from '@jest/globals'
import { ACTION, examine } from './examined.js'

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const job = (key: string, role: string, ...lines: string[]): string =>
  `  ${key}:\n${lines.map((line) => `    ${line}\n`).join('')}    steps:\n      - uses: actions/checkout@v6\n      - uses: ${ACTION}@v1\n        with:\n          role-to-assume: ${role}\n`
const workflow = (...jobs: string[]): string => `on: push\njobs:\n${jobs.join('')}`
const found = (...jobs: string[]) => examine(workflow(...jobs)).sameRole

test('with their environments', () => {
  expect(
    found(
      job('deploy', ROLE),
      job('release', ROLE, 'environment: prod'),
      job('plan', `"${ROLE}"`),
      job('other', `${ROLE}-2`),
    ),
  ).toEqual([
    { job: 'release', environment: 'prod' },
    { job: 'plan', environment: '' },
  ])
})

test('the same expression counts as the same text', () => {
  const role = '$' + '{{ vars.ROLE }}'
  expect(found(job('deploy', role, 'environment: a'), job('b', role))).toEqual([
    { job: 'b', environment: '' },
  ])
})

test.each<[string, string[]]>([
  ['no other job', [job('deploy', ROLE)]],
  ['another role', [job('deploy', ROLE), job('b', 'arn:aws:iam::111122223333:role/x')]],
  [
    'an environment that is an expression',
    [job('deploy', ROLE), job('b', ROLE, 'environment: $' + '{{ inputs.env }}')],
  ],
  [
    'another action',
    [job('deploy', ROLE), job('b', ROLE).replace(ACTION, 'aws-actions/configure-aws-credentials')],
  ],
  ['a job that calls a workflow', [job('deploy', ROLE), '  b:\n    uses: ./x.yml\n']],
  ['no role', ['deploy', 'b'].map((key) => job(key, ROLE).replace(/ {8}with:\n.*\n/, ''))],
])('none with %s', (_what, jobs) => {
  expect(found(...jobs)).toBeUndefined()
})

test('for a job that is an alias of the other, too', () => {
  const text = `on: push\njobs:\n${job('b', ROLE).replace('  b:', '  b: &b')}  deploy: *b\n`
  expect(examine(text).sameRole).toEqual([{ job: 'b', environment: '' }])
})
