// Where a trust policy is read from, what is refused, and that reading it sends nothing and fails nothing.
import { describe, expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import type { Known } from '../../src/model.js'
import { RunLog } from '../../src/run/run-log.js'
import { readTrustPolicy } from '../../src/steps/read-trust-policy.js'
import { FakeRunner } from '../fake-runner.js'
import { FakeWorld } from '../fake-world.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { policyOf, statement } from '../trust/support.js'

const policy = JSON.stringify(
  policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } })),
)

function read(trustPolicy: string, files: Record<string, string> = {}, claims = {}): Known {
  const log = new RunLog(new FakeWorld(), RUN)
  const { token, inputs } = knownWith({ inputs: { trustPolicy }, token: claims })
  if (inputs) log.learn({ inputs })
  const examine = readTrustPolicy(new FakeRunner({ files }), log)
  if (token) log.learn({ token })
  examine()
  return log.known
}

test('nothing given, nothing learnt', () => {
  expect(read('').trust).toBeUndefined()
})

describe('read', () => {
  test.each([
    ['inline', policy, {}, 'the input trust-policy'],
    ['inline on several lines', `{\n${policy.slice(1)}`, {}, 'the input trust-policy'],
    ['a file', 'infra/trust.json', { 'infra/trust.json': policy }, 'infra/trust.json'],
    [
      'a role in a file',
      'role.json',
      { 'role.json': `{"Role": {"RoleName": "deploy", "AssumeRolePolicyDocument": ${policy}}}` },
      'role.json, the role deploy',
    ],
  ])('%s', (_name, given, files, source) => {
    expect(read(given, files).trust).toMatchObject({ source, allowed: true, found: [] })
  })

  test('judged by the token, once it is there', () => {
    const { trust } = read(policy, {}, { subject: 'x', claims: { sub: 'x' } })
    expect(trust).toMatchObject({ allowed: false, found: [{ kind: 'trust-denial' }] })
  })

  test('without a token, nothing is said', () => {
    const log = new RunLog(new FakeWorld(), RUN)
    const { inputs } = knownWith({ inputs: { trustPolicy: policy } })
    if (inputs) log.learn({ inputs })
    readTrustPolicy(new FakeRunner({}), log)()
    expect(log.known.trust).toBeUndefined()
  })
})

test.each([
  ['a file that is not there', 'gone.json', { path: 'gone.json', problem: 'missing', detail: '' }],
  ['no JSON', '{"Statement": ', { path: '', problem: 'not-json', line: 1, column: 15 }],
  ['another kind of JSON', '[]', { path: '', problem: 'not-a-policy', detail: 'a list' }],
])('%s is evidence, also without a token', (_name, given, failure) => {
  const { trust } = read(given)
  expect(trust).toMatchObject({
    allowed: 'undecided',
    statements: [],
    found: [{ kind: 'trust-policy', ...failure }],
  })
})
