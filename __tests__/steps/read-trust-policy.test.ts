// Where a trust policy is read from, what is refused, and that reading it sends nothing and fails nothing.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Known, PolicyProblem, PolicySource, TokenFileFailure } from '../../src/model.js'
import { readTrustPolicies } from '../../src/steps/read-trust-policy.js'
import { FakeWorld, runIn } from '../fake-world.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { policyOf, statement } from '../trust/support.js'

const policy = JSON.stringify(
  policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } })),
)

async function read(
  trustPolicy: string,
  files: Record<string, string> = {},
  claims = {},
): Promise<Known> {
  const run = runIn(new FakeWorld({ files }), { trustPolicy })
  const { token } = knownWith({ token: claims })
  const examine = await readTrustPolicies(run)
  if (token) run.log.learn({ token })
  examine()
  return run.log.known
}

test('nothing given, nothing learnt', async () => {
  expect((await read('')).trust).toBeUndefined()
})

describe('read', () => {
  test.each<[string, string, Record<string, string>, PolicySource]>([
    ['inline', policy, {}, { inline: true }],
    ['inline on several lines', `{\n${policy.slice(1)}`, {}, { inline: true }],
    ['inline behind a comment', `/* who may deploy */ ${policy}`, {}, { inline: true }],
    ['inline behind a byte order mark', `\ufeff${policy}`, {}, { inline: true }],
    ['inline as a string of JSON', JSON.stringify(policy), {}, { inline: true }],
    ['inline and URL-encoded', encodeURIComponent(policy), {}, { inline: true }],
    ['a file', 'infra/trust.json', { 'infra/trust.json': policy }, { path: 'infra/trust.json' }],
    [
      'a role in a file',
      'role.json',
      { 'role.json': `{"Role": {"RoleName": "deploy", "AssumeRolePolicyDocument": ${policy}}}` },
      { path: 'role.json', address: { in: 'iam', role: 'deploy' } },
    ],
  ])('%s', async (_name, given, files, source) => {
    const { trust } = await read(given, files)
    expect(trust).toMatchObject({ allowed: true, found: [] })
    expect(trust?.source).toEqual(source)
  })

  test('judged by the token, once it is there', async () => {
    const { trust } = await read(policy, {}, { subject: 'x', claims: { sub: 'x' } })
    expect(trust).toMatchObject({ allowed: false, found: [{ kind: 'trust-denial' }] })
  })

  test('without a token, nothing is said', async () => {
    const run = runIn(new FakeWorld(), { trustPolicy: policy })
    const examine = await readTrustPolicies(run)
    examine()
    expect(run.log.known.trust).toBeUndefined()
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
])('%s is evidence, also without a token', async (_name, given, failure) => {
  const { trust } = await read(given)
  expect(trust).toEqual({
    source: failure.source,
    allowed: 'undecided',
    statements: [],
    found: [{ kind: 'trust-policy', ...failure }],
  })
})

/** What the runner says of a file, and what becomes of it. */
test.each<[TokenFileFailure, PolicyProblem]>([
  [{ path: 'a.json', problem: 'missing' }, { problem: 'missing' }],
  [{ path: 'a.json', problem: 'link' }, { problem: 'link' }],
  [{ path: 'a.json', problem: 'not-a-file' }, { problem: 'not-a-file' }],
  [
    { path: 'a.json', problem: 'unreadable', errno: 'EACCES' },
    { problem: 'unreadable', errno: 'EACCES' },
  ],
  [
    { path: 'a.json', problem: 'too-large', size: 1_048_576, over: true },
    { problem: 'too-large', size: 1_048_576, unit: 'bytes', over: true },
  ],
])('what the runner says of a file becomes that of a policy: %j', async (told, expected) => {
  const run = runIn(new FakeWorld(), { trustPolicy: 'a.json' })
  run.world.runner.readFile = () => ({ ok: false, failure: { kind: 'token-file', ...told } })
  await readTrustPolicies(run)
  expect(run.log.known.trust?.found).toEqual([
    { kind: 'trust-policy', source: { path: 'a.json' }, ...expected },
  ])
})

describe('the parameters of a template', () => {
  const template = JSON.stringify({
    Parameters: { Branch: { Type: 'String', Default: 'main' } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'deploy',
          AssumeRolePolicyDocument: policyOf(
            statement({
              StringEquals: {
                [aud]: 'sts.amazonaws.com',
                [sub]: {
                  'Fn::Join': ['', ['repo:octo-org/octo-repo:ref:refs/heads/', { Ref: 'Branch' }]],
                },
              },
            }),
          ),
        },
      },
    },
  })
  const judged = async (files: Record<string, string>, trustPolicyParameters: string) => {
    const run = runIn(new FakeWorld({ files: { 'template.json': template, ...files } }), {
      trustPolicy: 'template.json',
      trustPolicyParameters,
    })
    const { token } = knownWith()
    const examine = await readTrustPolicies(run)
    if (token) run.log.learn({ token })
    examine()
    return run.log.known.trust
  }

  test('are those of the file, and what they settle hangs on no default', async () => {
    const main = await judged({ 'p.json': '{"Branch": "main"}' }, 'p.json')
    expect(main).toMatchObject({ allowed: true, found: [] })
    expect(main?.doubt).toBeUndefined()
    const other = await judged({ 'p.json': '{"Branch": "release"}' }, 'p.json')
    expect(other).toMatchObject({ allowed: false, found: [{ kind: 'trust-denial' }] })
    expect(other?.doubt).toBeUndefined()
    expect((await judged({}, ''))?.doubt).toEqual({ defaults: ['Branch'] })
  })

  test.each<[string, Record<string, string>, string, object]>([
    ['that are not there', {}, 'gone.json', { problem: 'missing' }],
    ['that are none', { 'p.json': '[1]' }, 'p.json', { problem: 'not-parameters' }],
    ['in broken TOML', { 'samconfig.toml': 'a = ' }, 'samconfig.toml', { problem: 'not-toml' }],
  ])('%s are told of, under their own path', async (_name, files, path, reason) => {
    const source = { path, parameters: true }
    expect(await judged(files, path)).toMatchObject({
      allowed: 'undecided',
      found: [{ kind: 'trust-policy', source, ...reason }],
    })
  })
})
