// The role in its states, which only the runner's defaults tell apart.
import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/steps/read-inputs.js'
import { type RoleState, roleState } from '../../src/steps/read-role.js'
import { FakeRunner } from '../fake-runner.js'

const COMPOSITE = { GITHUB_ACTION_PATH: '/workspace/.github/actions/login' }

test.each<[Record<string, string>, Record<string, string>, RoleState]>([
  [{}, {}, 'left-out'],
  [{}, COMPOSITE, 'left-out'],
  [{ 'role-to-assume': 'none' }, {}, 'left-out'],
  [{ 'role-to-assume': ' none ' }, COMPOSITE, 'left-out'],
  [{ 'role-to-assume': '' }, {}, 'empty'],
  [{ 'role-to-assume': ' \n ' }, {}, 'empty'],
  [{ 'role-to-assume': '' }, { GITHUB_ACTION_PATH: ' ' }, 'empty'],
  [{ 'role-to-assume': '' }, COMPOSITE, 'passed-on-empty'],
  [{ 'role-to-assume': 'None' }, {}, 'given'],
  [{ 'role-to-assume': 'arn:aws:iam::111122223333:role/x' }, COMPOSITE, 'given'],
])('%j with %j: %s', (inputs, env, state) => {
  expect(roleState(new FakeRunner({ inputs, env }))).toBe(state)
})

test.each([
  ['none', {}, ['role-to-assume']],
  // It is told of as a role that came out empty.
  ['', {}, []],
  ['', COMPOSITE, ['role-to-assume']],
])('a profile needs a role: %j', (role, env, bad) => {
  const inputs = { 'aws-region': 'eu-west-1', 'aws-profile': 'p', 'role-to-assume': role }
  const read = readInputs(new FakeRunner({ inputs, env }))
  const problems = read.ok || read.failure.kind !== 'input' ? [] : read.failure.problems
  expect(problems.map(({ input }) => input)).toEqual(bad)
})
