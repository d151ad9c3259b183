// Inputs that GitHub withholds from a run: what is named, and what is settled first where the file has not said it.
import { expect, test } from '@jest/globals'
import { withheldCertainty } from '../../../src/causes/shared/token.js'
import { whichExpressionStep, withheldInputs } from '../../../src/causes/shared/withheld.js'
import type { FailureOf } from '../../../src/model.js'

function withheld(change: Partial<FailureOf<'inputs-withheld'>>): FailureOf<'inputs-withheld'> {
  const inputs = ['role-to-assume']
  return { kind: 'inputs-withheld', run: 'fork', inputs, hasToken: true, sure: false, ...change }
}

test('two are named, more are counted', () => {
  expect(withheldInputs(withheld({ inputs: ['a', 'b'] }))).toBe('`a` and `b`')
  expect(withheldInputs(withheld({ inputs: ['a', 'b', 'c'] }))).toBe('3 inputs')
})

test.each([
  [{ hasToken: false, sure: false }, 'certain'],
  [{ hasToken: true, sure: true }, 'certain'],
  [{ hasToken: true, sure: false }, 'likely'],
] as const)('%j is %s', (change, certainty) => {
  expect(withheldCertainty(withheld(change))).toBe(certainty)
})

test('what is not sure is settled first', () => {
  expect(whichExpressionStep(withheld({ sure: true }))).toEqual([])
  expect(whichExpressionStep(withheld({}))[0]?.say).toContain('`role-to-assume`')
})
