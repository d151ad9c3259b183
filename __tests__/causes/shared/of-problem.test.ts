// Evidence narrowed to one problem: given on as it is, and a disagreement of matcher and words is thrown.
import { expect, test } from '@jest/globals'
import { ofProblem } from '../../../src/causes/shared/of-problem.js'
import type { TokenFailure } from '../../../src/model.js'

const failure: TokenFailure = { problem: 'not-a-jws', parts: 2 }

test('the problem that it has', () => {
  expect(ofProblem<TokenFailure, 'not-a-jws'>(failure, 'not-a-jws').parts).toBe(2)
})

test('another one is a bug', () => {
  expect(() => ofProblem<TokenFailure, 'algorithm'>(failure, 'algorithm')).toThrow(
    'a failure of algorithm was expected, and this is not-a-jws',
  )
})
