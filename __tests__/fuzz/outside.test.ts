// What the fuzzer takes for possible is what Node really hands over: each header, status and body once over a wire.

import { readFileSync } from 'node:fs'
import http from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { textLike } from '../../fuzz/mutate.js'
import {
  answerOfSts,
  bodyText,
  canBeStatus,
  failureAt,
  hasNoBody,
  headerText,
  settingText,
} from '../../fuzz/outside.js'
import { ENVIRONMENT, HTTP_HEADERS, INPUTS, OTHER_FAILURES, PROXIES } from '../../fuzz/samples.js'
import { serveRaw } from '../edge/servers.js'

let written: Buffer
let server: Awaited<ReturnType<typeof serveRaw>>
beforeAll(async () => {
  server = await serveRaw((socket) => socket.once('data', () => socket.end(written)))
})
afterAll(() => server.close())

interface Got {
  status: number
  header: string | undefined
  body: string
}

/** undefined: no answer at all, by Node. */
function met(status: string, header: string, body: string): Promise<Got | undefined> {
  const head = Buffer.from(`HTTP/1.1 ${status} X\r\nx: `)
  const rest = `\r\nconnection: close\r\n\r\n${body}`
  written = Buffer.concat([head, Buffer.from(header, 'latin1'), Buffer.from(rest)])
  return new Promise((resolve) => {
    const asked = http.get({ port: server.port, host: '127.0.0.1', agent: false }, (message) => {
      const { statusCode = -1, headers } = message
      const chunks: Buffer[] = []
      message.on('data', (chunk) => chunks.push(chunk))
      message.on('error', () => resolve(undefined))
      message.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: statusCode, header: headers['x'] as string | undefined, body: text })
      })
    })
    asked.on('error', () => resolve(undefined))
  })
}

test('statuses', async () => {
  const all = Array.from({ length: 1000 }, (_, n) => n)
  for (const n of all.filter((one) => one < 210 || one % 50 === 0 || one > 990)) {
    const status = String(n).padStart(3, '0')
    const [bare, full] = [await met(status, '', ''), await met(status, '', 'x')]
    expect([n, bare?.status]).toEqual([n, canBeStatus(n) ? n : undefined])
    if (bare) expect([n, full?.body || '']).toEqual([n, hasNoBody(n) ? '' : 'x'])
  }
  for (const none of ['-1', '1000', '7', '2x0']) expect(await met(none, '', '')).toBeUndefined()
  expect([-1, 1000, 1.5, '200', null].filter(canBeStatus)).toEqual([])
})

test('headers and bodies', async () => {
  const texts = textLike(Object.values(HTTP_HEADERS).flat())
  const one = fc.asyncProperty(texts, texts, async (header, body) => {
    const said = headerText(header)
    expect(await met('200', said, bodyText(body))).toEqual({
      status: 200,
      header: said,
      body: bodyText(body),
    })
  })
  await fc.assert(one, { seed: 1, numRuns: 150 })
})

test('variables', () => {
  expect(settingText('a\0b')).toBe('a')
  expect(settingText('\ud800')).toBe('\ufffd')
})

test('answers of STS', () => {
  const refused = { kind: 'aws', status: 400, code: 'A', message: 'b', requestId: 'c\nd' }
  expect(answerOfSts(refused)).toEqual([{ ...refused, requestId: 'cd' }])
  expect(answerOfSts({ ...refused, retryAfterSeconds: 1e12, date: 'now' })).toEqual([
    { ...refused, requestId: 'cd', retryAfterSeconds: 31_536_000, date: 'now' },
  ])
  expect(answerOfSts({ ...refused, retryAfterSeconds: -1, date: 7, message: null })).toEqual([
    { ...refused, requestId: 'cd', message: '' },
  ])
  const page = {
    kind: 'not-sts',
    status: 99,
    contentType: '',
    server: '',
    excerpt: 'x'.repeat(999),
  }
  expect(answerOfSts(page)).toEqual([{ ...page, excerpt: 'x'.repeat(200) }])
  for (const change of [{ status: -1200 }, { status: 99 }, { status: 1000 }, { code: '' }])
    expect(answerOfSts({ ...refused, ...change })).toEqual([])
  expect([null, 1, {}, { kind: 'network' }].flatMap(answerOfSts)).toEqual([])
})

test('failures are those of the peer that was asked', () => {
  for (const peer of ['sts', 'token-service', 'jwks'] as const) {
    const all = OTHER_FAILURES.flatMap((failure) => failureAt(peer, 'a.test', failure))
    expect(all.filter((one) => one.kind === 'network' && one.peer !== peer)).toEqual([])
    expect(all.some(({ kind }) => kind === 'address')).toBe(peer === 'jwks')
  }
})

test('every input of the action is drawn', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: object }
  // These have texts of their own (fuzz/texts.ts).
  const elsewhere = ['trust-policy', 'trust-policy-parameters']
  const drawn = [...Object.keys(INPUTS), ...Object.keys(PROXIES), ...elsewhere]
  expect(Object.keys(inputs).filter((name) => !drawn.includes(name))).toEqual([])
  expect(ENVIRONMENT).toHaveProperty('GITHUB_JOB')
})
