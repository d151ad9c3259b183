// Credentials that the job already holds: used to stop early where they work, and never to sign in.
import { describe, expect, test } from '@jest/globals'
import type { Failure } from '../../src/model.js'
import { preflight } from '../../src/preflight.js'
import { publish } from '../../src/publish.js'
import { FakeWorld, refused } from '../fake-world.js'

const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAHUSH',
  AWS_SECRET_ACCESS_KEY: 'existing-hush',
  AWS_SESSION_TOKEN: 'token-hush',
}
const ON = { 'use-existing-credentials': 'true' }

async function run(
  answer?: Failure,
  { inputs = {}, env = KEYS as Record<string, string> } = {},
): Promise<{ world: FakeWorld; causes: string[] }> {
  const world = new FakeWorld({ inputs: { ...ON, ...inputs }, env })
  if (answer) world.onCaller = () => ({ ok: false, failure: answer })
  const done = await preflight(world)
  await publish(world, done)
  return { world, causes: JSON.parse(world.runner.outputs['causes'] ?? '') }
}

describe('that work', () => {
  test('stop the run: no token, no sign-in, nothing exported; outputs say whose they are', async () => {
    const { world } = await run()
    expect(world.calls).not.toContain('token-service')
    expect(world.calls).not.toContain('sts')
    expect(world.runner.exported).toEqual({})
    expect(world.runner.failed).toBe(false)
    expect(world.runner.outputs).toMatchObject({
      ready: 'true',
      'aws-account-id': '111122223333',
      'authenticated-arn': 'arn:aws:iam::111122223333:user/build',
    })
    expect(world.runner.lines.join('\n')).toContain('arn:aws:iam::111122223333:user/build')
    expect(world.runner.summary).toContain('arn:aws:iam::111122223333:user/build')
  })

  test('are masked before they are sent, and asked with at the same endpoint', async () => {
    const { world } = await run()
    expect(world.runner.masked).toEqual(expect.arrayContaining(Object.values(KEYS)))
    const [caller] = world.callers
    expect(caller).toMatchObject({ endpoint: 'https://sts.eu-west-1.amazonaws.com' })
    expect(caller?.credentials.secretAccessKey.reveal()).toBe('existing-hush')
  })

  test('of an account that is not allowed fail the step', async () => {
    const { causes, world } = await run(undefined, {
      inputs: { 'allowed-account-ids': '444455556666' },
    })
    expect(causes).toContain('account-not-allowed')
    expect(world.runner.failed).toBe(true)
    expect(world.runner.outputs).not.toHaveProperty('aws-account-id')
  })
})

describe('that do not work', () => {
  test.each([
    ['InvalidClientTokenId', 403],
    ['ExpiredToken', 403],
    ['SignatureDoesNotMatch', 403],
  ])('%s: the job signs in', async (code, status) => {
    const { world } = await run(refused(code, 'no', status))
    expect(world.signIns).toHaveLength(1)
    expect(world.callers).toHaveLength(1)
    expect(world.runner.exported).toMatchObject({ AWS_ACCESS_KEY_ID: 'ASIAHUSH' })
    expect(world.runner.lines.join('\n')).toContain(`refused (${code}: no), so the job signs in`)
  })

  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['half of them', { AWS_ACCESS_KEY_ID: 'AKIA' }],
    ['blank', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }],
  ])('%s: nobody is asked, and the job signs in', async (_what, env) => {
    const { world } = await run(undefined, { env })
    expect(world.callers).toEqual([])
    expect(world.signIns).toHaveLength(1)
  })
})

describe('of which nobody can tell: a finding, and no sign-in', () => {
  const network: Failure = {
    kind: 'network',
    peer: 'sts',
    host: 'sts.eu-west-1.amazonaws.com',
    phase: 'connect',
    code: 'ECONNREFUSED',
    detail: 'connect ECONNREFUSED',
    addresses: [],
    certificates: [],
  }
  test.each<[string, Failure]>([
    ['sts-unreachable', network],
    ['sts-unavailable', refused('ServiceUnavailable', 'x', 503)],
    ['sts-throttled', refused('Throttling', 'Rate exceeded')],
    ['sts-throttled', refused('SlowDown', 'Reduce your request rate', 429)],
    ['sts-throttled', refused('RequestLimitExceeded', 'Request limit exceeded.', 400)],
    ['sts-throttled', refused('TooManyRequests', 'x', 429)],
    ['sts-unavailable', refused('InternalFailure', 'x', 400)],
  ])('%s, which is asked for again', async (id, failure) => {
    const { world, causes } = await run(failure, { inputs: { 'retry-max-attempts': '4' } })
    expect(causes).toContain(id)
    expect(world.callers).toHaveLength(4)
    expect(world.signIns).toEqual([])
    expect(world.runner.failed).toBe(true)
  })
})

test('without the input nobody asks', async () => {
  const world = new FakeWorld({ env: KEYS })
  await preflight(world)
  expect(world.callers).toEqual([])
  expect(world.signIns).toHaveLength(1)
})

describe('at an STS that has no GetCallerIdentity', () => {
  const UNKNOWN_CALL: Failure = {
    kind: 'aws',
    status: 405,
    code: 'MethodNotAllowed',
    message: '',
    requestId: 'tx1',
  }
  const PAGE: Failure = {
    kind: 'not-sts',
    status: 405,
    contentType: 'text/plain',
    server: '',
    excerpt: '',
  }

  test.each([
    ['Ceph', UNKNOWN_CALL],
    ['without a word', PAGE],
  ])('the job signs in: %s', async (_what, answer) => {
    const inputs = { 'sts-endpoint': 'https://ceph.example.com' }
    const { world, causes } = await run(answer, { inputs })
    expect(causes).not.toContain('sts-endpoint-unusable')
    expect(world.runner.outputs['ready']).toBe('true')
    expect(world.calls).toContain('sts')
    expect(world.callers).toHaveLength(1)
    expect(world.runner.lines.join('\n')).toContain('has no GetCallerIdentity')
  })

  test('what stands in the place of STS of AWS is told all the same', async () => {
    expect((await run(PAGE)).causes).toContain('sts-endpoint-unusable')
  })
})
