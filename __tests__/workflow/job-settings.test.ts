// What a workflow file sets around a step, and nothing where it is not plain.
import { describe, expect, test } from '@jest/globals'
import {
  callsIn,
  environmentOf,
  hasSteps,
  writtenVariable,
} from '../../src/workflow/job-settings.js'

const job = (...lines: string[]): string =>
  `env:\n  A: top\n  B: \${{ secrets.B }}\njobs:\n  deploy:\n${lines.map((line) => `    ${line}\n`).join('')}`

test.each<[string, string[], string | undefined]>([
  ['none', ['steps: []'], ''],
  ['a name', ['environment: prod'], 'prod'],
  ['a block', ['environment: { name: prod, url: https://x.test }'], 'prod'],
  ['an expression', [`environment: \${{ inputs.env }}`], undefined],
  ['written twice', ['environment: a', 'Environment: b'], undefined],
  ['a list', ['environment: [a]'], undefined],
])('the environment, %s', (_what, lines, environment) => {
  expect(environmentOf(job(...lines), 'deploy')).toBe(environment)
})

test('another job, no YAML, or too much of it: nothing', () => {
  expect(environmentOf(job('environment: prod'), 'other')).toBeUndefined()
  expect(environmentOf(job('environment: prod'), 'toString')).toBeUndefined()
  expect(environmentOf('a: [', 'deploy')).toBeUndefined()
  expect(environmentOf(`${job('steps: []')}#${'x'.repeat(300_000)}`, 'deploy')).toBeUndefined()
})

describe('a variable', () => {
  test('of the job, before one of the workflow; in any letter case', () => {
    const text = job('env:', '  a: own')
    expect(writtenVariable(text, 'deploy', 'A')).toBe('own')
    expect(writtenVariable(text, 'deploy', 'B')).toBe(`\${{ secrets.B }}`)
    expect(writtenVariable(text, 'deploy', 'C')).toBeUndefined()
    expect(writtenVariable(text, 'other', 'B')).toBeUndefined()
  })

  test('by an alias, as GitHub reads it', () => {
    const text = 'jobs:\n  a:\n    env: &e\n      A: x\n  b:\n    env: *e\n'
    expect(writtenVariable(text, 'b', 'A')).toBe('x')
  })
})

test('calls of other workflows, and what secrets they pass', () => {
  const text = `jobs:
  none:
    uses: ./.github/workflows/a.yml
  all:
    uses: ./.github/workflows/a.yml
    secrets: inherit
  some:
    uses: o/r/.github/workflows/b.yml@v1
    secrets:
      ROLE: x
  own:
    steps: []
`
  expect(callsIn(text)).toEqual([
    { job: 'none', uses: './.github/workflows/a.yml', secrets: 'none' },
    { job: 'all', uses: './.github/workflows/a.yml', secrets: 'inherit' },
    { job: 'some', uses: 'o/r/.github/workflows/b.yml@v1', secrets: ['ROLE'] },
  ])
  expect(callsIn('jobs: 1')).toEqual([])
  expect([hasSteps(text, 'own'), hasSteps(text, 'none'), hasSteps(text, 'x')]).toEqual([
    true,
    false,
    false,
  ])
})
