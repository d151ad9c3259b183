// Proves: what the job holds is blanked only after it has been noted for the post step.

import { expect, test } from '@jest/globals'
import { STANDARD } from '../../evidence/baseline.js'
import { unsetCurrent } from '../../src/steps/unset-current.js'
import { unwritable } from '../fake-files.js'
import { FakeWorld, runIn } from '../fake-world.js'

const INPUTS = { ...STANDARD, unsetCurrentCredentials: true, cleanup: true }
const failure = unwritable('/state', 'state')

test('what cannot be noted is not blanked, and is the failure', () => {
  const world = new FakeWorld()
  world.runner.rememberVariables = () => ({ ok: false, failure })
  expect(unsetCurrent(runIn(world, INPUTS))).toEqual(failure)
  expect(world.runner.exported).toEqual({})
})

test('with cleanup: false nothing needs to be noted', () => {
  const world = new FakeWorld()
  world.runner.rememberVariables = () => ({ ok: false, failure })
  expect(unsetCurrent(runIn(world, { ...INPUTS, cleanup: false }))).toBeUndefined()
  expect(world.runner.exported).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_REGION: '' })
})

test('with `roles`, which export no keys, those of the job and its profile are blanked too', () => {
  const role = { text: 'arn:aws:iam::1:role/a', partition: 'aws', account: '1', name: 'a' }
  const roles = [{ name: 'a', role, region: 'eu-west-1', trustPolicy: '' }]
  const world = new FakeWorld()
  const inputs = { ...INPUTS, outputEnvCredentials: false, roles }
  expect(unsetCurrent(runIn(world, inputs))).toBeUndefined()
  expect(world.runner.exported).toEqual({
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_SESSION_TOKEN: '',
    AWS_REGION: '',
    AWS_DEFAULT_REGION: '',
    AWS_PROFILE: '',
  })
})

test('with neither, nothing is', () => {
  const world = new FakeWorld()
  unsetCurrent(runIn(world, { ...INPUTS, outputEnvCredentials: false }))
  expect(world.runner.exported).toEqual({})
})
