// The token in use: sent again until it nears its end or STS calls it expired, and renewed once for all who send it.
import { expect, test } from '@jest/globals'
import { KNOWN, NOW } from '../../evidence/baseline.js'
import { Secret } from '../../src/model/secret.js'
import type { Failure, Result, Token, TokenFacts } from '../../src/model.js'
import { TokenInUse } from '../../src/steps/token-in-use.js'
import { FakeWorld, runIn } from '../fake-world.js'

const token = (text: string, exp: unknown, source: 'runner' | 'file' = 'runner'): Token => ({
  secret: new Secret(text),
  facts: { ...(KNOWN.token as TokenFacts), source, claims: { exp } },
})

function inUse(first: Token, renewed?: Result<Token>) {
  const run = runIn(new FakeWorld())
  let renewals = 0
  const tokens = new TokenInUse(run, first, async () => {
    renewals++
    return renewed ?? { ok: true, value: token(`renewed-${renewals}`, NOW + 3600) }
  })
  const next = async (refused?: Token): Promise<string> => {
    const got = await tokens.next(refused)
    return got.ok ? got.value.secret.reveal() : got.failure.kind
  }
  return { run, tokens, next, renewals: () => renewals }
}

test('the first one is sent whatever is left of it, and again while a minute is left', async () => {
  const { next, renewals } = inUse(token('first', NOW + 61))
  expect([await next(), await next()]).toEqual(['first', 'first'])
  expect(renewals()).toBe(0)
  const short = inUse(token('first', NOW + 10))
  expect([await short.next(), await short.next()]).toEqual(['first', 'renewed-1'])
})

test('side by side, it is renewed once for all, and the checks judge the new one', async () => {
  const { run, next, renewals } = inUse(token('first', NOW + 10))
  await next()
  expect(await Promise.all([next(), next(), next()])).toEqual(Array(3).fill('renewed-1'))
  expect(renewals()).toBe(1)
  expect(run.log.known.token?.claims).toEqual({ exp: NOW + 3600 })
})

test('one that STS calls expired is renewed, but not a second time for those who had sent it too', async () => {
  const first = token('first', NOW + 3600)
  const { next, renewals } = inUse(first)
  await next()
  expect(await next(first)).toBe('renewed-1')
  expect(await next(first)).toBe('renewed-1')
  expect(renewals()).toBe(1)
})

test('one from a file is not renewed for its age', async () => {
  const { next } = inUse(token('first', NOW - 10, 'file'))
  expect([await next(), await next()]).toEqual(['first', 'first'])
})

test('what keeps it from being renewed is told to each, and tried again by the next', async () => {
  const failure: Failure = { kind: 'bug', message: 'no more' }
  const { next, renewals } = inUse(token('first', NOW + 10), { ok: false, failure })
  await next()
  expect(await Promise.all([next(), next()])).toEqual(['bug', 'bug'])
  expect(renewals()).toBe(1)
  await next()
  expect(renewals()).toBe(2)
})
