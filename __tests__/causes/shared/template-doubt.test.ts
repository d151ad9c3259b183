// What is said of a template that leaves something open.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import {
  doubtBlocks,
  parameterSteps,
  settlingSteps,
} from '../../../src/causes/shared/template-doubt.js'

test('where nothing is open, nothing is said', () => {
  expect(doubtBlocks(undefined, knownWith())).toEqual([])
  expect(settlingSteps(undefined, knownWith())).toEqual([])
})

test('a role without a name in the template', () => {
  const doubt = { defaults: [], unnamed: true } as const
  const say = 'The template does not name `deploy`.'
  expect(doubtBlocks(doubt, knownWith())).toEqual([{ show: 'sentence', say }])
  const [step] = settlingSteps(doubt, knownWith())
  expect(step?.then).toBeUndefined()
})

test('parameters are asked for where none were given', () => {
  expect(parameterSteps(knownWith())).toHaveLength(1)
  const given = knownWith({ inputs: { trustPolicyParameters: 'p.json' } })
  expect(parameterSteps(given)).toEqual([])
})
