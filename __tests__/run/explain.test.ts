// The border of what only explains: a run that finds nothing crosses it nowhere, and one that fails does.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { preflight } from '../../src/preflight.js'
import { publish } from '../../src/publish.js'
import { explained } from '../../src/run/explain.js'
import { DENIED, FakeWorld } from '../fake-world.js'

const side: Record<string, unknown> = await explained()
const kept = { ...side }
let crossed: string[] = []

beforeEach(() => {
  crossed = []
  for (const [name, own] of Object.entries(kept))
    side[name] = (...words: readonly unknown[]) => {
      crossed.push(name)
      return (own as (...words: readonly unknown[]) => unknown)(...words)
    }
})
afterEach(() => {
  Object.assign(side, kept)
})

async function run(world: FakeWorld): Promise<string[]> {
  await publish(world, await preflight(world))
  return [...new Set(crossed)].sort()
}

describe('a green run', () => {
  test('crosses nowhere', async () => {
    const world = new FakeWorld()
    expect(await run(world)).toEqual([])
    expect(world.runner.failed).toBe(false)
  })

  test.each([
    ['with the checks of expected claims', { 'expected-claims': 'event_name: push' }],
    ['with a profile', { 'aws-profile': 'deploy' }],
    ['as a preflight only', { 'output-env-credentials': 'false' }],
  ])('%s crosses nowhere', async (_what, inputs) => {
    expect(await run(new FakeWorld({ inputs }))).toEqual([])
  })

  test('with a trust policy to explain crosses for that alone', async () => {
    const inputs = { 'trust-policy': '{"Statement": []}' }
    const all = await run(new FakeWorld({ inputs }))
    expect(all).toEqual(expect.arrayContaining(['examine', 'parseTrustPolicy']))
  })
})

test('a run that fails crosses', async () => {
  const world = new FakeWorld()
  world.onSignIn = () => ({ ok: false, failure: DENIED })
  expect(await run(world)).toEqual(expect.arrayContaining(['causeFor', 'conclude', 'retryAfter']))
})
