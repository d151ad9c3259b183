// The issuer asked patiently: what is tried again and how often, what settles it, and that facts come out in any case.
import { expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import type { Failure } from '../../src/model.js'
import { askIssuer } from '../../src/steps/ask-issuer.js'
import { FakeWorld, ISSUER, idle, runIn } from '../fake-world.js'

function ask(world: FakeWorld, inputs = KNOWN.inputs) {
  const run = runIn(world, inputs)
  return { run, log: run.log, ...askIssuer(run, ISSUER) }
}

const unavailable = (peer: 'discovery' | 'jwks', times = 99): FakeWorld => {
  const world = new FakeWorld()
  const before = world.replies[peer]
  world.replies[peer] = (request, n) =>
    n <= times ? { status: 503, body: '' } : (before?.(request, n) ?? { body: { keys: [] } })
  return world
}

test('a good issuer is asked once', async () => {
  const world = new FakeWorld()
  const { facts, log } = ask(world)
  expect((await facts).jwks?.result.ok).toBe(true)
  expect(world.calls).toEqual(['discovery', 'jwks'])
  expect(log.timeline().map(({ task }) => task)).toEqual([{ of: 'issuer', attempt: 1 }])
  expect(log.known.clocks.map(({ peer }) => peer)).toEqual(['discovery'])
})

test('a passing fault is tried again, and the good answer is what is known', async () => {
  const world = unavailable('jwks', 1)
  const { facts, log } = ask(world)
  expect((await facts).jwks?.result).toEqual({ ok: true, value: [] })
  expect(world.calls).toEqual(['discovery', 'jwks', 'discovery', 'jwks'])
  expect(log.timeline().map(({ task }) => task)).toEqual([
    { of: 'issuer', attempt: 1 },
    { of: 'issuer', attempt: 2 },
  ])
})

test('a fault that stays is asked three times at most', async () => {
  const world = unavailable('discovery')
  const { facts } = ask(world)
  expect((await facts).discovery.result).toMatchObject({ ok: false, failure: { status: 503 } })
  expect(world.calls).toEqual(['discovery', 'discovery', 'discovery'])
})

test('disable-retry holds for the issuer too', async () => {
  const world = unavailable('discovery')
  await ask(world, knownWith({ inputs: { maxAttempts: 1 } }).inputs).facts
  expect(world.calls).toEqual(['discovery'])
})

test.each([
  { status: 404, body: 'not found' },
  { status: 302, body: '' },
  { status: 200, body: '<html>' },
])('a fault that does not pass is asked once: $status', async (reply) => {
  const world = new FakeWorld()
  world.replies.discovery = () => reply
  await ask(world).facts
  expect(world.calls).toEqual(['discovery'])
})

test('once STS has answered, no further try is made', async () => {
  const world = unavailable('discovery')
  const { run, facts } = ask(world)
  run.answered.pass()
  await facts
  expect(world.calls).toEqual(['discovery'])
  expect(world.clock.slept).toEqual([])
})

test('STS answers during the wait: the try that was waited for is left out', async () => {
  const world = unavailable('discovery')
  world.clock.sleep = () => new Promise(() => undefined)
  const { run, facts } = ask(world)
  await idle()
  run.answered.pass()
  await facts
  expect(world.calls).toEqual(['discovery'])
})

test('what is there can be seen before all is', async () => {
  const world = new FakeWorld()
  const serve = world.hold('jwks')
  const { facts, soFar } = ask(world)
  expect(soFar()).toBeUndefined()
  await idle()
  expect(soFar()).toMatchObject({
    url: ISSUER,
    discovery: { result: { ok: true } },
    pending: `${ISSUER}/.well-known/jwks`,
  })
  serve()
  expect(await facts).toEqual(soFar())
  expect(await facts).not.toHaveProperty('pending')
})

test('a host that cannot be reached comes out as facts, not as a throw', async () => {
  const world = new FakeWorld()
  const failure: Failure = {
    kind: 'network',
    peer: 'discovery',
    host: 'token.actions.githubusercontent.com',
    phase: 'dns',
    code: 'ENOTFOUND',
    detail: '',
    addresses: [],
    certificates: [],
  }
  world.replies.discovery = () => ({ failure })
  const { facts } = ask(world)
  expect(await facts).toEqual({
    url: ISSUER,
    discovery: {
      url: `${ISSUER}/.well-known/openid-configuration`,
      result: { ok: false, failure },
    },
    totalMs: 0,
  })
})

test.each(['http://plain.example.com/jwks', 'https://me:pw@example.com/jwks', 7, null, '/jwks'])(
  'a jwks_uri that is no https URL is not fetched: %j',
  async (jwks_uri) => {
    const world = new FakeWorld()
    world.replies.discovery = () => ({ body: { issuer: ISSUER, jwks_uri } })
    expect(await ask(world).facts).not.toHaveProperty('jwks')
    expect(world.calls).toEqual(['discovery'])
  },
)

test.each([
  ["AWS's STS", {}, undefined, []],
  ['another STS', { customEndpoint: true }, undefined, ['discovery', 'jwks']],
  ['somebody who looks from here', {}, false, ['discovery', 'jwks']],
])('an internal name, for %s', async (_who, inputs, publicOnly, calls) => {
  const world = new FakeWorld()
  const run = runIn(world, knownWith({ inputs }).inputs)
  const facts = await askIssuer(run, 'https://idp.corp.internal', publicOnly).facts
  expect(world.calls).toEqual(calls)
  expect(facts.discovery.result.ok).toBe(calls.length > 0)
})
