// The street's CONNECT proxy: real names lead to the street, what is refused is refused, and nothing else is reached.
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

/** The status of a CONNECT. */
function ask(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(on.connectProxy, { method: 'CONNECT', path: target, agent: false })
    sent.on('connect', ({ statusCode = 0 }, socket) => {
      socket.destroy()
      resolve(statusCode)
    })
    sent.on('error', reject).end()
  })
}

test.each([
  ['sts.eu-west-1.amazonaws.com:443', 200],
  ['sts-fips.us-east-1.amazonaws.com:443', 200],
  ['token.actions.githubusercontent.com:443', 200],
  ['example.com:443', 502],
  ['localhost:1', 502],
])('%s: %i', async (target, status) => {
  expect(await ask(target)).toBe(status)
  expect(on.connected()).toEqual([target])
})

test('a refused name, until the next reset', async () => {
  await on.setFaults({ refused: ['sts.eu-west-1.amazonaws.com'] })
  expect(await ask('sts.eu-west-1.amazonaws.com:443')).toBe(502)
  await on.reset()
  expect(await ask('sts.eu-west-1.amazonaws.com:443')).toBe(200)
})

test('the public issuer signs as GitHub, STS takes its tokens, and a reset ends it', async () => {
  const own = on.issuer
  on.goPublic()
  expect(on.issuer).toBe('https://token.actions.githubusercontent.com')
  expect(await assume(on)).toMatchObject({ status: 200, outcome: 'ok' })
  await on.reset()
  expect(on.issuer).toBe(own)
})
