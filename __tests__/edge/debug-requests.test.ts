// Requests as debug lines: whom, what came, how long it took; nothing in which a secret may be.
import { describe, expect, test } from '@jest/globals'
import { debuggedHttp, debuggedSts } from '../../src/edge/debug-requests.js'
import { Secret } from '../../src/model/secret.js'
import type { Failure, Result } from '../../src/model.js'
import type { Http, HttpAnswer, Sts, StsRequest } from '../../src/world.js'
import { CREDENTIALS, DENIED, FakeWorld, granted, refused } from '../fake-world.js'

const REQUEST = {
  peer: 'token-service',
  url: 'https://runner.test:8443/hush/path?token=hush#hush',
  headers: { authorization: 'hush' },
  bearer: new Secret('hush'),
  timeoutMs: 1,
  maxBytes: 1,
} as const
const ANSWER: HttpAnswer = {
  body: 'hush',
  observed: {
    url: REQUEST.url,
    status: 200,
    headers: { 'set-cookie': 'hush' },
    bytes: 42,
    timings: { dnsMs: 4.4, connectMs: 9, tlsMs: 18, firstByteMs: 22, totalMs: 55 },
    addresses: ['203.0.113.7'],
    certificates: [],
    receivedAt: 0,
  },
}
const NETWORK: Failure = {
  kind: 'network',
  peer: 'sts',
  host: 'x',
  phase: 'tls',
  code: 'CERT_HAS_EXPIRED',
  detail: 'hush',
  addresses: [],
  certificates: [],
}
const failed = (failure: Failure) => ({ ok: false, failure }) as const
const failures: [Failure, string][] = [
  [NETWORK, 'failed at tls: CERT_HAS_EXPIRED'],
  [
    { kind: 'http', peer: 'jwks', url: 'hush', status: 503, headers: {}, excerpt: 'hush' },
    'HTTP 503, not the answer asked for',
  ],
  [DENIED, 'HTTP 403 AccessDenied, request id request-1'],
  [
    { kind: 'aws', status: 400, code: 'X', message: 'hush', requestId: '' },
    'HTTP 400 X, request id none',
  ],
  [{ kind: 'bug', message: 'hush' }, 'failed: bug'],
]

function answering(result: Result<HttpAnswer>): Http {
  const get = async () => result
  return { get, line: () => ({ get, end: () => undefined }) }
}

describe('a request', () => {
  const asked = async (result: Result<HttpAnswer>) => {
    const { runner, clock } = new FakeWorld()
    expect(await debuggedHttp(answering(result), { runner, clock }).get(REQUEST)).toBe(result)
    expect(runner.lines).toEqual([])
    return runner.debugged
  }

  test('of a line, too', async () => {
    const { runner, clock } = new FakeWorld()
    let ended = 0
    const get = async (): Promise<Result<HttpAnswer>> => ({ ok: true, value: ANSWER })
    const http: Http = { get, line: () => ({ get, end: () => ended++ }) }
    const line = debuggedHttp(http, { runner, clock }).line()
    await line.get(REQUEST)
    line.end()
    expect(runner.debugged).toHaveLength(1)
    expect(ended).toBe(1)
  })

  test('with its host, status, size and times', async () => {
    expect(await asked({ ok: true, value: ANSWER })).toEqual([
      'token-service: GET runner.test:8443: HTTP 200, 42 bytes, dns 4, connect 9, tls 18, first byte 22, total 55 ms',
    ])
  })

  test('on a connection that was there has no times of it', async () => {
    const observed = { ...ANSWER.observed, timings: { firstByteMs: 3, totalMs: 5 } }
    const [line] = await asked({ ok: true, value: { ...ANSWER, observed } })
    expect(line).toMatch(/42 bytes, first byte 3, total 5 ms$/)
  })

  test.each(failures)('that failed: %j', async (failure, end) => {
    expect(await asked(failed(failure))).toEqual([`token-service: GET runner.test:8443: ${end}`])
  })
})

describe('a call to STS', () => {
  const ENDPOINT = 'https://sts.eu-west-1.amazonaws.com/hush'
  const SIGN_IN: StsRequest = {
    endpoint: ENDPOINT,
    region: 'eu-west-1',
    roleArn: 'arn:aws:iam::111122223333:role/hush',
    roleSessionName: 'hush',
    durationSeconds: 900,
    token: new Secret('hush'),
    inlineSessionPolicy: 'hush',
    managedSessionPolicies: [],
  }
  const CALLER = {
    endpoint: ENDPOINT,
    region: 'eu-west-1',
    credentials: granted().session.credentials,
  }
  const made = (fake: Partial<Sts>) => {
    const { runner, clock, sts } = new FakeWorld()
    return {
      clock,
      debugged: runner.debugged,
      sts: debuggedSts({ ...sts, ...fake }, { runner, clock }),
    }
  }

  test('that signs in: host, status, request id, time', async () => {
    const answer = { ok: true, value: granted() } as const
    const { clock, debugged, sts } = made({
      assumeRoleWithWebIdentity: async () => {
        await undefined
        clock.pass(120)
        return answer
      },
    })
    expect(await sts.assumeRoleWithWebIdentity(SIGN_IN)).toBe(answer)
    expect(debugged).toEqual([
      'sts: AssumeRoleWithWebIdentity sts.eu-west-1.amazonaws.com: HTTP 200, request id request-1, 120 ms',
    ])
    for (const secret of Object.values(CREDENTIALS)) expect(debugged.join()).not.toContain(secret)
  })

  test('that asks who it is has no request id', async () => {
    const value = { account: '111122223333', arn: 'hush' }
    const { debugged, sts } = made({ callerIdentity: async () => ({ ok: true, value }) })
    expect(await sts.callerIdentity(CALLER)).toEqual({ ok: true, value })
    expect(debugged).toEqual(['sts: GetCallerIdentity sts.eu-west-1.amazonaws.com: HTTP 200, 0 ms'])
  })

  test.each(failures)('that failed: %j', async (failure, end) => {
    const { debugged, sts } = made({ assumeRoleWithWebIdentity: async () => failed(failure) })
    expect(await sts.assumeRoleWithWebIdentity(SIGN_IN)).toEqual(failed(failure))
    expect(debugged).toEqual([
      `sts: AssumeRoleWithWebIdentity sts.eu-west-1.amazonaws.com: ${end}, 0 ms`,
    ])
  })

  test('connections are the same as without', () => {
    const preconnected: unknown[] = []
    const { debugged, sts } = made({ preconnect: (...told) => preconnected.push(told) })
    sts.preconnect(ENDPOINT)
    expect(preconnected).toEqual([[ENDPOINT]])
    expect(debugged).toEqual([])
  })
})

test('nothing of a line is a secret of the request or of its answer, and it stays one line', async () => {
  const { runner, clock } = new FakeWorld()
  const results: Result<HttpAnswer>[] = [
    { ok: true, value: ANSWER },
    ...failures.map(([failure]) => failed(failure)),
    failed(refused('a\n::error::b', 'hush')),
    failed({ ...NETWORK, code: 'x\r\n##[error]y' } as Failure),
  ]
  for (const result of results)
    await debuggedHttp(answering(result), { runner, clock }).get(REQUEST)
  expect(runner.debugged).toHaveLength(results.length)
  for (const line of runner.debugged) expect(line).not.toMatch(/hush|[\r\n]|##\[/)
})
