// Where a trust policy is read from, what is refused, and that reading it sends nothing and fails nothing.
import { describe, expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import type { FailureOf, Known, PolicyProblem, PolicySource } from '../../src/model.js'
import { RunLog } from '../../src/run/run-log.js'
import { readTrustPolicy } from '../../src/steps/read-trust-policy.js'
import { FakeRunner } from '../fake-runner.js'
import { FakeClock } from '../fake-world.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { policyOf, statement } from '../trust/support.js'

const policy = JSON.stringify(
  policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } })),
)

function read(trustPolicy: string, files: Record<string, string> = {}, claims = {}): Known {
  const ledger = new RunLog(new FakeClock(), RUN)
  const { token, inputs } = knownWith({ inputs: { trustPolicy }, token: claims })
  if (inputs) ledger.learn({ inputs })
  const examine = readTrustPolicy(new FakeRunner({ files }), ledger)
  if (token) ledger.learn({ token })
  examine()
  return ledger.known
}

test('nothing given, nothing learnt', () => {
  expect(read('').trust).toBeUndefined()
})

describe('read', () => {
  test.each<[string, string, Record<string, string>, PolicySource]>([
    ['inline', policy, {}, { inline: true }],
    ['inline on several lines', `{\n${policy.slice(1)}`, {}, { inline: true }],
    ['a file', 'infra/trust.json', { 'infra/trust.json': policy }, { path: 'infra/trust.json' }],
    [
      'a role in a file',
      'role.json',
      { 'role.json': `{"Role": {"RoleName": "deploy", "AssumeRolePolicyDocument": ${policy}}}` },
      { path: 'role.json', address: { in: 'iam', role: 'deploy' } },
    ],
  ])('%s', (_name, given, files, source) => {
    const { trust } = read(given, files)
    expect(trust).toMatchObject({ allowed: true, found: [] })
    expect(trust?.source).toEqual(source)
  })

  test('judged by the token, once it is there', () => {
    const { trust } = read(policy, {}, { subject: 'x', claims: { sub: 'x' } })
    expect(trust).toMatchObject({ allowed: false, found: [{ kind: 'trust-denial' }] })
  })

  test('without a token, nothing is said', () => {
    const ledger = new RunLog(new FakeClock(), RUN)
    const { inputs } = knownWith({ inputs: { trustPolicy: policy } })
    if (inputs) ledger.learn({ inputs })
    readTrustPolicy(new FakeRunner({}), ledger)()
    expect(ledger.known.trust).toBeUndefined()
  })
})

test.each([
  ['a file that is not there', 'gone.json', { source: { path: 'gone.json' }, problem: 'missing' }],
  [
    'no JSON',
    '{"Statement": ',
    {
      source: { inline: true },
      problem: 'not-json',
      error: 'value-expected',
      place: { line: 1, column: 15 },
    },
  ],
  [
    'another kind of JSON',
    '[]',
    { source: { inline: true }, problem: 'not-a-policy', found: { type: 'array' } },
  ],
  [
    'no JSON in the answer of IAM',
    '{"Role": {"RoleName": "deploy", "AssumeRolePolicyDocument": "x"}}',
    {
      source: { inline: true, address: { in: 'iam', role: 'deploy' } },
      problem: 'not-json',
      error: 'symbol',
      place: { line: 1, column: 1 },
    },
  ],
])('%s is evidence, also without a token', (_name, given, failure) => {
  const { trust } = read(given)
  expect(trust).toEqual({
    source: failure.source,
    allowed: 'undecided',
    statements: [],
    found: [{ kind: 'trust-policy', ...failure }],
  })
})

/** What the runner says of a file, and what becomes of it. */
test.each<[FailureOf<'token-file'>['problem'], string, PolicyProblem]>([
  ['missing', '', { problem: 'missing' }],
  ['directory', '', { problem: 'directory' }],
  ['outside', '', { problem: 'outside' }],
  ['outside', 'link', { problem: 'link' }],
  ['empty', '', { problem: 'empty' }],
  ['unreadable', 'EACCES', { problem: 'unreadable', errno: 'EACCES' }],
  ['unreadable', 'no regular file', { problem: 'not-a-file' }],
  ['too-large', '1048577 bytes', { problem: 'too-large', size: 1_048_577, unit: 'bytes' }],
  [
    'too-large',
    'over 1048576 bytes',
    { problem: 'too-large', size: 1_048_576, unit: 'bytes', over: true },
  ],
])('a file that is %s (%s)', (problem, detail, expected) => {
  const ledger = new RunLog(new FakeClock(), RUN)
  const { inputs } = knownWith({ inputs: { trustPolicy: 'a.json' } })
  if (inputs) ledger.learn({ inputs })
  const runner = new FakeRunner({})
  const failure: FailureOf<'token-file'> = { kind: 'token-file', path: 'a.json', problem, detail }
  runner.readFile = () => ({ ok: false, failure })
  readTrustPolicy(runner, ledger)
  expect(ledger.known.trust?.found).toEqual([
    { kind: 'trust-policy', source: { path: 'a.json' }, ...expected },
  ])
})
