// Token and issuer brought together: whose issuer is asked, and when its keys are fetched once more past caches.
import { describe, expect, test } from '@jest/globals'
import type { JWTPayload } from 'jose'
import type { Token } from '../../src/model.js'
import { decodeToken } from '../../src/steps/decode-token.js'
import { askEarly, inspectIssuer } from '../../src/steps/inspect-issuer.js'
import { FakeWorld, ISSUER, publicKeys, runIn, signed } from '../fake-world.js'

async function tokenOf(claims: JWTPayload = {}, kid = 'key-1'): Promise<Token> {
  const token = decodeToken(new FakeWorld(), await signed(claims, kid), 'runner')
  if (!token.ok) throw new Error('no token')
  return token.value
}

async function inspected(world: FakeWorld, token: Token, earlyUrl?: string) {
  const run = runIn(world)
  const early = earlyUrl === undefined ? undefined : askEarly(run, earlyUrl)
  await inspectIssuer(run, token, early).done
  return run.log
}

const jwksRequests = (world: FakeWorld) => world.requests.filter(({ peer }) => peer === 'jwks')

test('an issuer that was asked early is not asked again', async () => {
  const world = new FakeWorld()
  const { known } = await inspected(world, await tokenOf(), ISSUER)
  expect(world.calls).toEqual(['discovery', 'jwks'])
  expect(known).toMatchObject({ issuer: { url: ISSUER }, signature: 'valid' })
})

test('an issuer other than the one asked early is asked now, and is the one that is known', async () => {
  const world = new FakeWorld()
  const other = 'https://issuer.example.com/tenant/'
  const { known } = await inspected(world, await tokenOf({ iss: other }), ISSUER)
  expect(known.issuer?.url).toBe(other)
  expect(world.requests.map(({ url }) => url)).toContain(
    'https://issuer.example.com/tenant/.well-known/openid-configuration',
  )
})

test.each([
  '',
  'http://issuer.example.com',
  'https://me@issuer.example.com',
  'file:///etc/passwd',
  'nonsense',
])('an issuer that is no https URL is never asked: %j', async (iss) => {
  const world = new FakeWorld()
  const { known } = await inspected(world, await tokenOf({ iss }))
  expect(world.calls).toEqual([])
  expect(known.issuer).toBeUndefined()
  expect(known.signature).toBe('not-checked')
})

test('a throw on the way is told where its end is awaited, and ends nothing before', async () => {
  const lost: unknown[] = []
  const note = (reason: unknown): unknown => lost.push(reason)
  process.on('unhandledRejection', note)
  try {
    const world = new FakeWorld()
    const run = runIn(world)
    world.replies.discovery = () => {
      throw new Error('a bug')
    }
    const { done } = inspectIssuer(run, await tokenOf(), undefined)
    for (let turn = 0; turn < 3; turn++) await new Promise((next) => setImmediate(next))
    expect(lost).toEqual([])
    await expect(done).rejects.toThrow('a bug')
  } finally {
    process.off('unhandledRejection', note)
  }
})

describe("the token's key", () => {
  test('not among the keys: they are fetched once more, past caches', async () => {
    const world = new FakeWorld()
    world.replies.jwks = async (_request, n) => ({
      body: await publicKeys(n === 1 ? 'old' : 'key-1'),
    })
    const { known } = await inspected(world, await tokenOf())
    const [first, second, ...more] = jwksRequests(world)
    expect(first?.headers).not.toHaveProperty('cache-control')
    expect(second?.headers).toEqual({ 'cache-control': 'no-cache' })
    expect(more).toEqual([])
    expect(known.signature).toBe('valid')
    expect(known.issuer?.refetched?.result.ok).toBe(true)
  })

  test('not there even then: no-key, and no third request', async () => {
    const world = new FakeWorld()
    world.replies.jwks = async () => ({ body: await publicKeys('old') })
    const { known } = await inspected(world, await tokenOf())
    expect(jwksRequests(world)).toHaveLength(2)
    expect(known.signature).toBe('no-key')
  })

  test('not there, and the second fetch fails: no-key', async () => {
    const world = new FakeWorld()
    world.replies.jwks = async (_request, n) =>
      n === 1 ? { body: await publicKeys('old') } : { status: 500, body: '' }
    const { known } = await inspected(world, await tokenOf())
    expect(known.signature).toBe('no-key')
    expect(known.issuer?.refetched?.result.ok).toBe(false)
  })

  test('there: one request is enough, also for a signature that does not hold', async () => {
    const world = new FakeWorld()
    const token = await tokenOf()
    const forged = decodeToken(
      new FakeWorld(),
      `${token.secret.reveal().slice(0, -8)}AAAAAAAA`,
      'runner',
    )
    if (!forged.ok) throw new Error('no token')
    const { known } = await inspected(world, forged.value)
    expect(jwksRequests(world)).toHaveLength(1)
    expect(known.signature).toBe('invalid')
  })

  test('cannot be looked for where the keys cannot be read', async () => {
    const world = new FakeWorld()
    world.replies.jwks = () => ({ status: 404, body: '' })
    const { known } = await inspected(world, await tokenOf())
    expect(known.signature).toBe('not-checked')
    expect(known.issuer?.jwks?.result.ok).toBe(false)
  })
})

test('a throw while nobody looks yet is kept for the one who does', async () => {
  const world = new FakeWorld()
  world.replies.discovery = () => {
    throw new Error('a bug')
  }
  const early = askEarly(runIn(world), ISSUER)
  await new Promise((next) => setImmediate(next))
  await expect(early?.facts).rejects.toThrow('a bug')
})
