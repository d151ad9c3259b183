// What a workflow file sets around a step, and nothing where it is not plain.
import { describe, expect, test } from '@jest/globals'
import {
  defaultOf,
  environmentName,
  passedSecrets,
  settingIn,
  variableOf,
} from '../../src/workflow/job-settings.js'
import { type Nodes, nodesOf, Unsure } from '../../src/workflow/nodes.js'
import type { JobAt } from '../../src/workflow/running-job.js'

function parsed(text: string): Nodes {
  const nodes = nodesOf(text)
  if (!nodes) throw new Error('no YAML')
  return nodes
}

function jobAt(text: string, key = 'deploy'): JobAt {
  const nodes = parsed(text)
  const jobs = nodes.map(nodes.entry(nodes.root, 'jobs')?.value)
  const pair = nodes.entry(jobs, key)
  if (!pair) throw new Error('no such job')
  return { file: 'w.yml', nodes, key, pair, body: nodes.map(pair.value) }
}

const job = (...lines: string[]): string =>
  `env:\n  A: top\n  B: \${{ secrets.B }}\njobs:\n  deploy:\n${lines.map((line) => `    ${line}\n`).join('')}`

test.each<[string, string[], string]>([
  ['none', ['steps: []'], ''],
  ['null', ['environment:'], ''],
  ['a name', ['environment: prod'], 'prod'],
  ['a block', ['Environment: { name: prod, url: https://x.test }'], 'prod'],
])('the environment, %s', (_what, lines, environment) => {
  expect(environmentName(jobAt(job(...lines)))).toBe(environment)
})

test.each([
  ['an expression', [`environment: \${{ inputs.env }}`]],
  ['written twice', ['environment: a', 'Environment: b']],
  ['a list', ['environment: [a]']],
  ['a block without a name', ['environment: { url: x }']],
])('the environment is not sure: %s', (_what, lines) => {
  expect(() => environmentName(jobAt(job(...lines)))).toThrow(Unsure)
})

describe('a variable', () => {
  test('of the job, before one of the workflow; in any letter case', () => {
    const at = jobAt(job('env:', '  a: own'))
    expect(variableOf(at, 'A')).toBe('own')
    expect(variableOf(at, 'B')).toBe(`\${{ secrets.B }}`)
    expect(variableOf(at, 'C')).toBeUndefined()
  })

  test('by an alias, as GitHub reads it', () => {
    const text = 'jobs:\n  a:\n    env: &e\n      A: x\n  b:\n    env: *e\n'
    expect(variableOf(jobAt(text, 'b'), 'A')).toBe('x')
  })

  test('nothing is sure of a list, of merged keys, or of an expression in place of a block', () => {
    for (const env of ['{ A: [x] }', '{ <<: { A: x } }', `\${{ fromJSON(vars.E) }}`])
      expect(() => variableOf(jobAt(job(`env: ${env}`)), 'A')).toThrow(Unsure)
  })
})

test('a setting of an empty block is none', () => {
  const { nodes, body } = jobAt(job('with:', 'env: {}'))
  expect(settingIn(nodes, body, 'with', 'x')).toBeUndefined()
  expect(settingIn(nodes, body, 'env', 'x')).toBeUndefined()
  expect(settingIn(nodes, body, 'secrets', 'x')).toBeUndefined()
})

test('secrets that a job passes on', () => {
  const passed = (...lines: string[]) => passedSecrets(jobAt(job(...lines)))
  expect(passed('uses: x')).toBe('none')
  expect(passed('secrets:')).toBe('none')
  expect(passed('secrets: inherit')).toBe('all')
  expect(passed('secrets: { A: x }')).toBe('some')
  expect(() => passed('secrets: other')).toThrow(Unsure)
})

test('the default of an input', () => {
  const workflow = parsed(
    'on:\n  workflow_call:\n    inputs:\n      Role: { default: x }\n      none: {}\n',
  )
  expect(defaultOf(workflow, 'workflow_call', 'role')).toBe('x')
  expect(defaultOf(workflow, 'workflow_call', 'none')).toBe('')
  expect(defaultOf(workflow, 'action', 'role')).toBe('')
  expect(defaultOf(workflow, 'workflow_dispatch', 'role')).toBe('')
  const byHand = parsed('on:\n  workflow_dispatch:\n    inputs:\n      role: { default: z }\n')
  expect(defaultOf(byHand, 'workflow_dispatch', 'role')).toBe('z')
  expect(defaultOf(parsed('on: push\n'), 'workflow_call', 'role')).toBe('')
  expect(defaultOf(parsed('inputs:\n  role: { default: y }\n'), 'action', 'role')).toBe('y')
})
