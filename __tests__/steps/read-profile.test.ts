// The inputs of the profile, good, bad and empty, and what they make of each other.
import { describe, expect, test } from '@jest/globals'
import type { InputProblem, Inputs } from '../../src/model.js'
import { readInputs } from '../../src/steps/read-inputs.js'
import { readRun } from '../../src/steps/read-run.js'
import { FakeRunner } from '../fake-runner.js'

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const read = (inputs: Record<string, string>) =>
  readInputs(
    new FakeRunner({ inputs: { 'aws-region': 'eu-west-1', 'role-to-assume': ROLE, ...inputs } }),
  )

describe('good', () => {
  const cases: [Record<string, string>, Partial<Inputs>][] = [
    [{}, { awsProfile: '', overwriteAwsProfile: false, renew: false, outputEnvCredentials: true }],
    [{ 'aws-profile': 'deploy' }, { awsProfile: 'deploy', outputEnvCredentials: false }],
    [{ 'aws-profile': ' my deploy ' }, { awsProfile: 'my deploy' }],
    [{ 'aws-profile': 'deploy', 'output-env-credentials': 'true' }, { outputEnvCredentials: true }],
    [{ 'output-env-credentials': 'false' }, { outputEnvCredentials: false }],
    [{ 'aws-profile': 'a', 'overwrite-aws-profile': 'TRUE' }, { overwriteAwsProfile: true }],
    [
      { 'aws-profile': 'a', renew: 'true' },
      { renew: true, outputEnvCredentials: false },
    ],
    [{ 'overwrite-aws-profile': 'true' }, { awsProfile: '', overwriteAwsProfile: true }],
  ]
  test.each(cases)('%j', (inputs, expected) => {
    expect(read(inputs)).toMatchObject({ ok: true, value: expected })
  })
})

describe('bad', () => {
  const cases: [Record<string, string>, Partial<InputProblem>][] = [
    [
      { 'aws-profile': 'a]b' },
      { given: 'a]b', want: { form: 'profile-name', problem: 'brackets' } },
    ],
    [
      { 'aws-profile': 'a\nb' },
      { input: 'aws-profile', want: { form: 'profile-name', problem: 'control' } },
    ],
    [
      { 'aws-profile': 'a', 'role-to-assume': 'none' },
      { input: 'role-to-assume', want: { form: 'role-of-profile' } },
    ],
    [{ renew: 'true' }, { input: 'renew', want: { form: 'profile-to-renew' } }],
    [
      { 'aws-profile': 'a', renew: 'yes' },
      { input: 'renew', want: { form: 'boolean' } },
    ],
    [{ 'aws-profile': 'a', 'overwrite-aws-profile': '1' }, { input: 'overwrite-aws-profile' }],
    [{ 'aws-profile': 'a', 'output-env-credentials': 'no' }, { input: 'output-env-credentials' }],
  ]
  test.each(cases)('%j', (inputs, problem) => {
    const problems = [expect.objectContaining(problem)]
    expect(read(inputs)).toEqual({ ok: false, failure: { kind: 'input', problems } })
  })
})

test('a job that already names the profile that is written holds nothing of its own by that', () => {
  const ambient = (profile: string) =>
    readRun(new FakeRunner({ inputs: { 'aws-profile': profile }, env: { AWS_PROFILE: 'deploy' } }))
      .ambient
  expect(ambient('deploy')).toEqual([])
  expect(ambient('other')).toEqual(['AWS_PROFILE'])
  expect(ambient('')).toEqual(['AWS_PROFILE'])
})
