// Every switch of the street but TLS: that it does what its name says, to whom it says, and for as long as it says.

import { request } from 'node:https'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Faults, HttpFault } from '../../sandbox/faults.js'
import type { Street } from '../../sandbox/street.js'
import { DOORS, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street({ stsFetchLimitMs: 300 })
})
afterEach(() => on.setFaults({}))
afterAll(() => on.stop())

const set = (name: string, fault: HttpFault): Promise<void> =>
  on.setFaults({ [name]: fault } as Faults)

describe.each(DOORS)('%s', (name, knock) => {
  const ask = () => knock(on)

  test('status, headers and body', async () => {
    const headers = { 'Content-Type': 'text/html', 'x-more': '1', date: null }
    await set(name, { status: 418, headers, body: '<p>no</p>' })
    const answer = await ask()
    expect(answer).toMatchObject({ status: 418, body: '<p>no</p>' })
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html', 'x-more': '1' })
    expect(answer.headers).not.toHaveProperty('date')
  })

  test('times: only the first of them', async () => {
    await set(name, { status: 503, times: 2 })
    const statuses = [(await ask()).status, (await ask()).status, (await ask()).status]
    expect(statuses.slice(0, 2)).toEqual([503, 503])
    expect(statuses[2]).not.toBe(503)
  })

  test('times begin anew with every setFaults', async () => {
    await set(name, { status: 503, times: 1 })
    expect((await ask()).status).toBe(503)
    await set(name, { status: 503, times: 1 })
    expect((await ask()).status).toBe(503)
  })

  test('delayMs', async () => {
    await set(name, { delayMs: 150 })
    const started = performance.now()
    await ask()
    expect(performance.now() - started).toBeGreaterThanOrEqual(145)
  })

  test('reset', async () => {
    await set(name, { reset: true })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('cut', async () => {
    await set(name, { cut: true })
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET', message: 'aborted' })
  })

  test('hang', async () => {
    await set(name, { hang: true })
    const answered = ask().then(
      () => 'answered',
      () => 'broken off',
    )
    const waited = new Promise((done) => setTimeout(done, 150, 'nothing'))
    expect(await Promise.race([answered, waited])).toBe('nothing')
    await on.setFaults({})
    expect(await answered).toBe('broken off')
  })
})

test('endless: a body that goes on', async () => {
  await on.setFaults({ jwks: { endless: true } })
  let length = 0
  const url = `${on.issuer}/.well-known/jwks`
  await new Promise<void>((done) => {
    const sent = request(url, { ca: on.caPem, agent: false }, (response) => {
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > 8000) sent.destroy()
      })
      response.on('error', () => done())
    }).end()
  })
  expect(length).toBeGreaterThan(8000)
})
