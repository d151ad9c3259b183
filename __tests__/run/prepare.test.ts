// What explains is read ahead if the checks have found something before STS has answered, and not else.
import { beforeEach, expect, jest, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Failure } from '../../src/model.js'
import { FakeWorld, runIn } from '../fake-world.js'

const explained = jest.fn<(failures: readonly Failure[]) => Promise<never>>()
jest.unstable_mockModule('../../src/run/explain.js', () => ({ explained }))
const { prepare } = await import('../../src/run/prepare.js')

beforeEach(() => {
  explained.mockReset().mockRejectedValue(new Error('a file of dist is missing'))
})

/** A run that knows a token that has expired, or one that is well. */
function runWith(exp: number) {
  const run = runIn(new FakeWorld())
  const { token } = knownWith({ token: { claims: { exp } } })
  if (token) run.log.learn({ token })
  return run
}
const EXPIRED = 1_000_000_000
const WELL = 4_000_000_000

test('of what was found, and how it fails is left to the verdict', async () => {
  prepare(runWith(EXPIRED))
  expect(explained.mock.calls.flat(2).map(({ kind }) => kind)).toEqual(['claim'])
})

test('nothing where nothing is found', () => {
  prepare(runWith(WELL))
  expect(explained).not.toHaveBeenCalled()
})

test('nothing once STS has answered: the verdict is about to read it', () => {
  const run = runWith(EXPIRED)
  run.answered.pass()
  prepare(run)
  expect(explained).not.toHaveBeenCalled()
})
