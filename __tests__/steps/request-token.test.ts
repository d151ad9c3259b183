// The token: how it is asked for, what is masked before it is looked at, and what is told of one that is none.
import { describe, expect, test } from '@jest/globals'
import { tokenMasks } from '../../src/model/secret.js'
import type { Inputs } from '../../src/model.js'
import { requestToken, requestTokenPatiently } from '../../src/steps/request-token.js'
import { FakeWorld, REQUEST_TOKEN, runIn, signed } from '../fake-world.js'

async function asked(world: FakeWorld, change: Partial<Inputs> = {}) {
  const run = runIn(world, change)
  const result = await requestToken(run)
  return { result, log: run.log }
}

const answering = (body: unknown, more: object = {}): FakeWorld => {
  const world = new FakeWorld()
  world.replies['token-service'] = () => ({ body, ...more })
  return world
}

describe('the request', () => {
  test.each([
    ['https://x.test/token?api-version=2.0', 'https://x.test/token?api-version=2.0&audience='],
    ['https://x.test/token', 'https://x.test/token?audience='],
  ])('to %s has the audience added and encoded', async (url, before) => {
    const world = new FakeWorld({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: url } })
    await asked(world, { audience: 'https://a b/?x=1&y=ü' })
    expect(world.requests[0]?.url).toBe(`${before}https%3A%2F%2Fa%20b%2F%3Fx%3D1%26y%3D%C3%BC`)
  })

  test('carries the bearer, which is masked before it is sent', async () => {
    const world = new FakeWorld()
    let atRequest: string[] = []
    world.replies['token-service'] = async () => {
      atRequest = [...world.runner.masked]
      return { body: { value: await signed() } }
    }
    await asked(world)
    expect(world.requests[0]?.bearer?.reveal()).toBe(REQUEST_TOKEN)
    expect(atRequest).toEqual([REQUEST_TOKEN])
  })

  test('is limited in time and size', async () => {
    const world = new FakeWorld()
    await asked(world)
    expect(world.requests[0]).toMatchObject({ timeoutMs: 10_000, maxBytes: 65_536 })
  })

  test.each([
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: '' }, ['ACTIONS_ID_TOKEN_REQUEST_URL']],
    [{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, ['ACTIONS_ID_TOKEN_REQUEST_TOKEN']],
    [
      { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
      ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    ],
  ])('is not made without %j', async (env, missing) => {
    const world = new FakeWorld({ env })
    expect((await asked(world)).result).toEqual({
      ok: false,
      failure: { kind: 'no-token-permission', missing },
    })
    expect(world.calls).toEqual([])
  })
})

describe('the answer', () => {
  test('is taken apart, and its clock heard', async () => {
    const world = new FakeWorld()
    const { result, log } = await asked(world)
    expect(result).toMatchObject({
      ok: true,
      value: {
        facts: {
          source: 'runner',
          header: { alg: 'RS256', kid: 'key-1' },
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
          audiences: ['sts.amazonaws.com'],
        },
      },
    })
    expect(log.known.clocks).toEqual([{ peer: 'token-service', skewSeconds: expect.any(Number) }])
  })

  test('is masked, with its segments, before it is decoded: also where it cannot be', async () => {
    for (const token of [
      await signed(),
      'opaque-access-token',
      'one.two.three.four.fivefivefive',
    ]) {
      const world = answering({ value: token })
      await asked(world)
      expect(world.runner.masked).toEqual([REQUEST_TOKEN, ...tokenMasks(token)])
    }
  })

  test('of another status is told as it is, without the query', async () => {
    const world = answering('no', { status: 403, headers: { server: 'x' } })
    expect((await asked(world)).result).toMatchObject({
      ok: false,
      failure: {
        kind: 'http',
        peer: 'token-service',
        url: 'https://token-service.test/token',
        status: 403,
        excerpt: 'no',
        headers: { server: 'x' },
      },
    })
  })

  test('of another 2xx quotes nothing: it may be a token all the same', async () => {
    const world = answering({ value: 'aaa.bbb.ccc' }, { status: 201 })
    expect((await asked(world)).result).toMatchObject({
      failure: { kind: 'http', status: 201, excerpt: '' },
    })
  })

  test('that never came is the failure of the request', async () => {
    const world = new FakeWorld()
    const failure = { kind: 'deadline', seconds: 1, running: [] } as const
    world.replies['token-service'] = () => ({ failure })
    expect((await asked(world)).result).toEqual({ ok: false, failure })
  })

  test.each([
    ['the token under another name', { token: 'aaa.bbb.ccc', id_token: 'ddd' }],
    ['a value that is no text', { value: { token: 'aaa.bbb.ccc' } }],
    ['a value that is empty', { value: '', note: 'aaa.bbb.ccc' }],
    ['a bare token', 'aaa.bbb.ccc'],
    ['null', null],
    ['a list', ['aaa.bbb.ccc']],
  ])('without a value quotes nothing: %s', async (_what, body) => {
    expect((await asked(answering(body))).result).toMatchObject({
      ok: false,
      failure: { kind: 'document', problem: 'no-token', status: 200, excerpt: '' },
    })
  })

  test('that is a page is quoted', async () => {
    const { result } = await asked(answering(' <html>Sign in</html>'))
    expect(result).toMatchObject({
      failure: { problem: 'no-token', excerpt: ' <html>Sign in</html>' },
    })
  })
})

describe('a token from a file', () => {
  const FILE = { webIdentityTokenFile: 'tokens/a.jwt' }

  test('is read, trimmed and masked; the service is not asked', async () => {
    const token = await signed()
    const world = new FakeWorld({ files: { 'tokens/a.jwt': `\n${token}\n` } })
    const { result } = await asked(world, FILE)
    expect(result).toMatchObject({ ok: true, value: { facts: { source: 'file' } } })
    expect(world.runner.masked).toEqual(tokenMasks(token))
    expect(world.calls).toEqual([])
  })

  test('that is not there is told', async () => {
    expect((await asked(new FakeWorld(), FILE)).result).toMatchObject({
      failure: { kind: 'token-file', path: 'tokens/a.jwt', problem: 'missing' },
    })
  })
})

test('an attempt that failed is told to a deadline, until one has not', async () => {
  const world = new FakeWorld()
  const run = runIn(world)
  const met: unknown[] = []
  world.replies['token-service'] = async (_request, n) => {
    met.push(run.log.runOut(1).last)
    return n === 1 ? { status: 429, body: 'slow down' } : { body: { value: await signed() } }
  }
  const result = await requestTokenPatiently(run)
  expect(result.ok).toBe(true)
  expect(met).toMatchObject([
    undefined,
    { cause: 'token-service-throttled', failure: { kind: 'http', status: 429 } },
  ])
  expect(run.log.runOut(1).last).toBeUndefined()
})
