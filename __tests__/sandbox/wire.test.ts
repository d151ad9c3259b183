// Bytes in place of an answer, by HTTPS and by the CONNECT proxy: what is sent, at which pace, and how it ends.
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { HttpFault } from '../../sandbox/faults.js'
import type { Street } from '../../sandbox/street.js'
import { bytes, headOf, says } from '../../sandbox/wire.js'
import { assume, getDiscovery, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

/** What comes for a request, until the end or until nothing more comes. */
function heard(path: string): Promise<{ text: string; end: string }> {
  return new Promise((resolve) => {
    const { port } = new URL(on.issuer)
    const socket = connectTls({ port: Number(port), host: 'localhost', ca: on.caPem })
    let text = ''
    const over = (end: string): void => {
      socket.destroy()
      resolve({ text, end })
    }
    socket.on('secureConnect', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
    )
    socket.on('data', (piece) => {
      text += piece.toString('latin1')
      if (text.length > 10_000) over('endless')
    })
    socket.on('end', () => over('end'))
    socket.on('error', (error: NodeJS.ErrnoException) => over(error.code ?? ''))
    setTimeout(over, 600, 'open').unref()
  })
}

const JWKS = '/.well-known/jwks'

describe('by HTTPS', () => {
  test.each<[string, NonNullable<HttpFault['wire']>, { text: string; end: string }]>([
    ['open', () => says('a\u00ff'), { text: 'a\u00ff', end: 'open' }],
    ['end', () => says('a', 'end'), { text: 'a', end: 'end' }],
    ['reset', () => says('a', 'reset'), { text: 'a', end: 'ECONNRESET' }],
    [
      'pieces',
      () => ({ pieces: [bytes('a'), bytes('b')], everyMs: 20, then: 'end' }),
      { text: 'ab', end: 'end' },
    ],
  ])('%s', async (_what, wire, met) => {
    await on.setFaults({ jwks: { wire } })
    expect(await heard(JWKS)).toEqual(met)
  })

  test('for ever', async () => {
    await on.setFaults({
      jwks: { wire: () => ({ pieces: [Buffer.alloc(4000, 'a')], forEver: true, then: 'open' }) },
    })
    expect((await heard(JWKS)).end).toBe('endless')
  })

  test('is given the answer that it stands for, and is in the log', async () => {
    await on.setFaults({
      jwks: {
        status: 418,
        wire: (answer) =>
          says(headOf(answer, { 'x-a': 'b', date: undefined }) + answer.body, 'end'),
      },
    })
    const { text } = await heard(JWKS)
    expect(text).toMatch(/^HTTP\/1\.1 418 Fault\r\n/)
    expect(text).toMatch(/\r\nx-a: b\r\n\r\n\{"keys":/)
    expect(text).not.toMatch(/^date:/m)
    expect(on.log()).toMatchObject([{ path: JWKS, status: null }])
  })
})

test('edit changes the body alone', async () => {
  await on.setFaults({ discovery: { edit: (text) => text.slice(0, 5) } })
  expect(await getDiscovery(on)).toMatchObject({ status: 200, body: '{"iss' })
})

test('unseenBySts: what the runner meets, STS does not', async () => {
  await on.setFaults({ jwks: { status: 500, unseenBySts: true } })
  expect(await assume(on)).toMatchObject({ outcome: 'ok' })
  await on.setFaults({ jwks: { status: 500 } })
  expect(await assume(on)).toMatchObject({ status: 400 })
})

test('101: STS does not wait for it', async () => {
  const wire = () =>
    says('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n')
  await on.setFaults({ jwks: { wire } })
  expect(await assume(on)).toMatchObject({ outcome: { code: 'InvalidIdentityToken' } })
})

test('the CONNECT proxy: in place of a connection, as often as it says', async () => {
  await on.setFaults({ connect: { wire: ({ status }) => says(`${status} no`, 'end'), times: 1 } })
  const ask = () =>
    new Promise<string>((resolve) => {
      const { port, hostname } = new URL(on.connectProxy)
      const socket = connect(Number(port), hostname)
      socket.write('CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1\r\n\r\n')
      socket.once('data', (piece) => {
        socket.destroy()
        resolve(piece.toString())
      })
    })
  expect(await ask()).toBe('200 no')
  expect(await ask()).toBe('HTTP/1.1 200 Connection established\r\n\r\n')
  expect(on.connected()).toHaveLength(2)
})
