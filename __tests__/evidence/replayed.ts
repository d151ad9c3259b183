// Replays: what was captured goes the way that it would go in a run, through the SDK, the edge and the steps.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Evidence } from '../../evidence/read.js'
import { networkFailure, startTrace, type Trace } from '../../src/edge/network.js'
import { retryAfterSeconds } from '../../src/edge/retry-after.js'
import { makeSts } from '../../src/edge/sts.js'
import { stsFailure } from '../../src/edge/sts-failure.js'
import { Secret } from '../../src/model/secret.js'
import type { Failure, FailureOf, Headers } from '../../src/model.js'
import { httpFailure } from '../../src/steps/http-failure.js'
import { type Held, heldOf } from './captured.js'

/** STS gives every answer an id, in the body and in this header (sts-endpoint-unusable); a capture without one gets this. */
const ID_HEADER = 'x-amzn-requestid'
const NO_ID = '00000000-0000-4000-8000-000000000001'

interface Wire {
  status: number
  headers: Headers
  body: string
}

/** The answer as it came over the wire: the captured body, or code and message in the form of STS's errors. */
export function wireOf({ status, code, message, requestId, ...held }: Held): Wire {
  if (status === undefined) throw new Error('no status was captured: it goes into `filled`')
  const body = held.body ?? errorXml(code, message, requestId)
  const id = requestId ?? /<RequestId>([^<]*)/.exec(body)?.[1] ?? NO_ID
  const own: Headers = body.startsWith('<ErrorResponse') ? { [ID_HEADER]: id } : {}
  // The body may have been shortened or indented where it was shown.
  const { 'content-length': _length, ...headers } = { ...own, ...held.headers }
  return { status, headers, body }
}

function errorXml(code = '', message?: string, requestId = NO_ID): string {
  const said = message === undefined ? '' : `<Message>${escaped(message)}</Message>`
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>${said}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A server that gives exactly this answer, and what the SDK and the edge make of it. */
export async function replayAnswer(wire: Wire): Promise<Failure> {
  const server = createServer((request, response) => {
    request.resume()
    response.sendDate = false
    response.writeHead(wire.status, wire.headers).end(wire.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stop = new AbortController()
  try {
    const result = await makeSts(stop.signal).assumeRoleWithWebIdentity({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      roleArn: 'arn:aws:iam::111122223333:role/deploy',
      roleSessionName: 'GitHubActions',
      durationSeconds: 3600,
      token: new Secret('a.b.c'),
      inlineSessionPolicy: '',
      managedSessionPolicies: [],
    })
    if (result.ok) throw new Error('it signed in')
    return result.failure
  } finally {
    stop.abort()
    server.close()
  }
}

/** What the capture holds, and over it what the piece puts in by hand. */
export function filledOf(piece: Evidence): Held {
  const held = heldOf(piece)
  const headers = { ...held.headers, ...piece.filled?.headers }
  return { ...held, ...piece.filled, ...(Object.keys(headers).length > 0 ? { headers } : {}) }
}

const STANDS = ['nothing', 'name', 'connection', 'tls']

/** The socket as it was when it failed; which addresses and certificates it had seen, no error says. */
function traceOf({ reached }: Evidence, failure: FailureOf<'network'>): Trace {
  const { host, proxy, addresses, certificates } = failure
  const trace = startTrace(new URL(`https://${host}`), proxy)
  if (reached === 'proxy') return { ...trace, tunnelAt: 1 }
  const came = STANDS.indexOf(reached ?? '')
  return {
    ...trace,
    ...(came > 0 ? { addresses: [...addresses] } : {}),
    ...(came > 1 ? { connectedAt: 1 } : {}),
    ...(came > 2 ? { securedAt: 1 } : {}),
    certificates,
  }
}

/** `codes`: those that other captures print with a message, for tools that print the message only. */
export async function replayError(
  piece: Evidence,
  failure: FailureOf<'network'>,
  codes: ReadonlyMap<string, string>,
): Promise<Failure> {
  const { name, status, message = '', code = codes.get(message) } = filledOf(piece)
  const given = { ...(name ? { name } : {}), ...(code ? { code } : {}) }
  const ofProxy = status === undefined ? {} : { statusCode: status }
  const error = Object.assign(new Error(message), given, ofProxy)
  const trace = traceOf(piece, failure)
  const { peer, host, timeoutMs, stalledMs } = failure
  if (peer === 'sts') {
    const inspect = async () => [...failure.certificates]
    const line = { wire: { trace: () => trace, inspect }, answer: () => undefined }
    return stsFailure(error, `https://${host}`, line, false)
  }
  // The limit of the request, and for how long this process stood still, are of edge/http.ts.
  const limit = timeoutMs === undefined ? {} : { timeoutMs }
  const stalled = stalledMs === undefined ? {} : { stalledMs }
  return { ...networkFailure(error, peer, host, trace), ...limit, ...stalled }
}

/** As both steps that ask by HTTP make it; which URL was asked is no part of an answer. */
export function replayHttp(piece: Evidence, { peer, url }: FailureOf<'http'>): Failure {
  const { status = 0, headers = {}, body = '' } = filledOf(piece)
  const observed = {
    url,
    status,
    headers,
    bytes: body.length,
    timings: { totalMs: 1 },
    addresses: [],
    certificates: [],
    receivedAt: 0,
    ...retryAfterSeconds(headers, 0),
  }
  return httpFailure(peer, observed, body.slice(0, 200))
}
