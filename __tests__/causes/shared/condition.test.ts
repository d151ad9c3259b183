// Proves: the `if:` to paste keeps what the step's own one asks for, and is YAML.
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { knownWith } from '../../../evidence/baseline.js'
import { jobCondition, stepCondition } from '../../../src/causes/shared/condition.js'
import { skipForks } from '../../../src/causes/shared/token.js'
import { skipPullRequests } from '../../../src/causes/shared/trust-change.js'
import type { Known } from '../../../src/model.js'

const place = { file: '.github/workflows/deploy.yml', line: 9 }
const expression = (text: string): string => `$\{{ ${text} }}`

function withStep(condition?: string): Known {
  const step = { place, inputs: new Map(), ...(condition === undefined ? {} : { condition }) }
  return { ...knownWith(), workflow: { events: [], step } }
}

function withJob(condition?: string): Known {
  const job = condition === undefined ? {} : { condition }
  return { ...knownWith(), workflow: { events: [], job } }
}

test.each([
  [undefined, 'a', 'a'],
  ["github.ref == 'x'", 'a', "github.ref == 'x' && a"],
  ['b || c', 'a', '(b || c) && a'],
  ['b', 'a || d', 'b && (a || d)'],
  [expression('b || c'), 'a', '(b || c) && a'],
  ['b\n  && c', 'a', 'b && c && a'],
  ['!cancelled()', 'a', '!cancelled() && a'],
  ["b == ': # '", 'a', "b == ': # ' && a"],
  ["'x' == b", 'a', "'x' == b && a"],
  ['always()', 'a', 'always() && a'],
  [`  ${expression('b ||\n    c')}\n`, 'a', '(b || c) && a'],
  ["b == '||'", 'a', "(b == '||') && a"],
  [undefined, "a == 'b: #c'", "a == 'b: #c'"],
  [undefined, "a == 'b #c'", "a == 'b #c'"],
  [undefined, '!a', '!a'],
  ['  \n', 'a', 'a'],
  // No expression of GitHub's: always true.
  [`b == ${expression('c')}`, 'a', 'a'],
  [`${expression('b')} && ${expression('c')}`, 'a', 'a'],
])('%j and %j', (written, own, wanted) => {
  const ofStep = stepCondition(withStep(written), own)
  const ofJob = jobCondition(withJob(written), own)
  for (const { code = '' } of [ofStep, ofJob])
    expect((parse(code) as { if: string }).if).toBe(wanted)
})

test("a step's condition is not its job's", () => {
  expect(jobCondition(withStep('b'), 'a').code).toBe('if: a')
  expect(stepCondition(withJob('b'), 'a').code).toBe('if: a')
})

test('without the file it stands alone', () => {
  expect(stepCondition(knownWith(), 'a').code).toBe('if: a')
})

test('forks and pull requests are skipped so', () => {
  expect(skipForks(withStep('b')).code).toMatch(/^if: b && \(github\.event\.pull_request == null/)
  expect(skipPullRequests(withStep('b')).code).toBe("if: b && github.event_name != 'pull_request'")
})
