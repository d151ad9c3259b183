import { expect, test } from '@jest/globals'
import { claimNotExpected } from '../../src/causes/claim-not-expected.js'
import type { Failure } from '../../src/model.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(claimNotExpected, {
  leaves: ['token-claim-missing', 'token-audience-mismatch', 'account-not-allowed'],
  says: [
    ['`event_name`', '`workflow_dispatch`', '`push`', 'event_name: workflow_dispatch'],
    ['the token does not have it', '`environment`', '`prod`'],
  ],
})

test('a value from outside stays on its line', () => {
  const failure: Failure = {
    kind: 'claim',
    claim: 'head_ref',
    problem: 'expected',
    want: 'main',
    got: 'x\nruns-on: evil',
  }
  const known = knownWith({ token: { claims: { head_ref: failure.got } } })
  expect(claimNotExpected.explain(failure, known).fix.join('\n')).toContain(
    'head_ref: x runs-on: evil',
  )
})
