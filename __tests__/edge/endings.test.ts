// Every ending that a request can have, for HTTP and for STS: each settles, at the latest by the request's own limit.
import type { Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { makeHttp } from '../../src/edge/http.js'
import { limitOf, within } from '../../src/edge/limit.js'
import { Routes } from '../../src/edge/proxy.js'
import { makeSts } from '../../src/edge/sts.js'
import { Secret } from '../../src/model/secret.js'
import type { Failure, Result } from '../../src/model.js'
import { oneRealm, type Served, serveRaw } from './servers.js'

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
const SWITCH =
  'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
const HINTS = 'HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'

type End = (socket: Socket) => void
const says =
  (text: string): End =>
  (socket) =>
    socket.write(text)
const saysAndEnds =
  (text: string): End =>
  (socket) =>
    socket.end(text)
const saysAndResets =
  (text: string): End =>
  (socket) =>
    socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 20))

/** `at once`: the peer's doing ends the request; `by the limit`: nothing does but the request's own limit. */
const ENDINGS: readonly (readonly [what: string, end: End, how: 'at once' | 'by the limit'])[] = [
  ['101, and the connection stays open', says(SWITCH), 'at once'],
  ['101, and the connection is closed', saysAndEnds(SWITCH), 'at once'],
  ['101, and another protocol speaks', says(`${SWITCH}\u0081\u0005hello`), 'at once'],
  ['101 without a word of what to', says('HTTP/1.1 101 Go\r\n\r\n'), 'at once'],
  ['101 after early hints', says(`${HINTS}${SWITCH}`), 'at once'],
  ['100, and then nothing', says('HTTP/1.1 100 Continue\r\n\r\n'), 'by the limit'],
  ['102, and then nothing', says('HTTP/1.1 102 Processing\r\n\r\n'), 'by the limit'],
  ['103, and then nothing', says(HINTS), 'by the limit'],
  ['103, and then the end', saysAndEnds(HINTS), 'at once'],
  ['103 twenty times, and then nothing', says(HINTS.repeat(20)), 'by the limit'],
  ['nothing at all', () => undefined, 'by the limit'],
  ['the end before a word', (socket) => socket.end(), 'at once'],
  ['a reset before a word', (socket) => socket.resetAndDestroy(), 'at once'],
  ['half a status line', says('HTTP/1.1 20'), 'by the limit'],
  ['half a status line, and the end', saysAndEnds('HTTP/1.1 20'), 'at once'],
  ['headers without an end', says(`${OK}X-A: b\r\n`), 'by the limit'],
  ['headers, and the end', saysAndEnds(`${OK}X-A: b\r\n`), 'at once'],
  ['more headers than Node takes', says(`${OK}X-A: ${'b'.repeat(200_000)}\r\n\r\n`), 'at once'],
  [
    'a body that is not as long as it says',
    says(`${OK}Content-Length: 9\r\n\r\n{}`),
    'by the limit',
  ],
  ['the same, and the end', saysAndEnds(`${OK}Content-Length: 9\r\n\r\n{}`), 'at once'],
  ['the same, and a reset', saysAndResets(`${OK}Content-Length: 9\r\n\r\n{}`), 'at once'],
  [
    'a body without an end',
    says(`${OK}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`),
    'by the limit',
  ],
  ['chunks that are none', says(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n`), 'at once'],
  ['what is not HTTP', says('SSH-2.0-OpenSSH_9.6\r\n'), 'at once'],
  ['TLS where none was asked for', says('\u0015\u0003\u0001\u0000\u0002\u0002\u0046'), 'at once'],
  ['204 without a body', says('HTTP/1.1 204 No Content\r\n\r\n'), 'at once'],
  ['304 without a body', says('HTTP/1.1 304 Not Modified\r\n\r\n'), 'at once'],
  ['an empty answer', says(`${OK}Content-Length: 0\r\n\r\n`), 'at once'],
  ['an answer, and the end', saysAndEnds(`${OK}\r\n{}`), 'at once'],
]

const REQUEST = {
  region: 'eu-west-1',
  roleArn: 'arn:aws:iam::111122223333:role/deploy',
  roleSessionName: 'GitHubActions',
  durationSeconds: 3600,
  token: new Secret('header.payload.signature'),
  inlineSessionPolicy: '',
  managedSessionPolicies: [],
}

oneRealm()

const LIMIT_MS = 1200
const servers: Served[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function served(end: End): Promise<string> {
  const server = await serveRaw((socket) => socket.once('data', () => end(socket)))
  servers.push(server)
  return `http://localhost:${server.port}`
}

/** Where it did not end by the peer's doing, it ended by the limit, and says so. */
function expectEnding(result: Result<unknown>, how: string): void {
  const failure: Failure | undefined = result.ok ? undefined : result.failure
  const timedOut = failure?.kind === 'network' && failure.code === 'TIMEOUT'
  expect({ timedOut, failure: timedOut ? undefined : failure?.kind }).toEqual({
    timedOut: how === 'by the limit',
    failure: how === 'by the limit' ? undefined : failure?.kind,
  })
}

describe('HTTP', () => {
  test.each(ENDINGS)('%s', async (_what, end, how) => {
    const http = makeHttp(new AbortController().signal)
    const url = await served(end)
    const result = await http.get({ peer: 'jwks', url, timeoutMs: LIMIT_MS, maxBytes: 1000 })
    expectEnding(result, how)
  })

  test('101 is an answer with that status and no body', async () => {
    const http = makeHttp(new AbortController().signal)
    const url = await served(says(SWITCH))
    const result = await http.get({ peer: 'jwks', url, timeoutMs: LIMIT_MS, maxBytes: 1000 })
    expect(result).toMatchObject({
      ok: true,
      value: { body: '', observed: { status: 101, headers: { upgrade: 'websocket' }, bytes: 0 } },
    })
  })
})

describe('STS', () => {
  const limits = { connectMs: 1000, answerMs: LIMIT_MS, wholeMs: LIMIT_MS }

  test.each(ENDINGS)('%s', async (_what, end, how) => {
    const sts = makeSts(new AbortController().signal, new Routes(), limits)
    const result = await sts.assumeRoleWithWebIdentity({ ...REQUEST, endpoint: await served(end) })
    expect(result.ok).toBe(false)
    expectEnding(result, how)
  })

  test('101 is an answer that is none of STS', async () => {
    const sts = makeSts(new AbortController().signal, new Routes(), limits)
    const endpoint = await served(says(SWITCH))
    expect(await sts.assumeRoleWithWebIdentity({ ...REQUEST, endpoint })).toMatchObject({
      failure: { kind: 'not-sts', status: 101, excerpt: '' },
    })
  })
})

describe('a limit', () => {
  test('ends what never settles by itself', async () => {
    const limit = limitOf(20)
    await expect(within(new Promise(() => undefined), limit.signal)).rejects.toThrow('in time')
    expect(limit.isOver()).toBe(true)
  })

  test('that is called off ends nothing', async () => {
    const limit = limitOf(20)
    limit.end()
    await new Promise((next) => setTimeout(next, 60))
    expect(limit.isOver()).toBe(false)
  })

  test('that is over already lets nothing begin', async () => {
    const limit = limitOf(0)
    await new Promise((next) => setTimeout(next, 20))
    await expect(within(new Promise(() => undefined), limit.signal)).rejects.toThrow('in time')
  })

  test('that ends after the work changes nothing of it', async () => {
    const limit = limitOf(20)
    expect(await within(Promise.resolve(1), limit.signal)).toBe(1)
    await expect(within(Promise.reject(new Error('own')), limit.signal)).rejects.toThrow('own')
    limit.end()
  })
})
