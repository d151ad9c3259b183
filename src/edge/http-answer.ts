// What came of a GET: the answer as it was observed, or the evidence of why there is none.
import type http from 'node:http'
import { excerptOf } from '../aws/http-answers.js'
import { bareHost } from '../aws/url.js'
import type { Failure, Result } from '../model.js'
import type { HttpAnswer, HttpRequest } from '../world.js'
import { isRefusedAddress } from './guarded-lookup.js'
import { networkFailure, startTrace, type Trace } from './network.js'
import { observedOf } from './observed.js'
import type { PreconnectAgent, Upgraded } from './preconnect-agent.js'

class TooLarge extends Error {}

export function invalidUrl({ peer, url }: HttpRequest): Failure {
  const error = { code: 'ERR_INVALID_URL', message: 'Invalid URL' }
  return networkFailure(error, peer, url, startTrace({ protocol: 'https:', hostname: url }))
}

export async function answerOf(
  request: HttpRequest,
  message: http.IncomingMessage,
  trace: Trace,
): Promise<HttpAnswer> {
  const { statusCode: status = 0, headers } = message
  const receivedAt = Date.now()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= request.maxBytes) chunks.push(chunk)
    else {
      message.destroy()
      const observed = observedOf(request, { status, headers }, trace, { bytes, receivedAt })
      throw Object.assign(new TooLarge(), {
        observed,
        body: Buffer.concat(chunks).toString('utf8'),
      })
    }
  }
  const body = Buffer.concat(chunks).toString('utf8')
  return { observed: observedOf(request, { status, headers }, trace, { bytes, receivedAt }), body }
}

/** A status is an answer, also where no body can follow it. */
export function upgraded(head: Upgraded, request: HttpRequest, trace: Trace): Result<HttpAnswer> {
  const observed = observedOf(request, head, trace, { bytes: 0, receivedAt: Date.now() })
  return { ok: true, value: { observed, body: '' } }
}

/** How a request ended: on which connection, past its own limit or not, and how long this process stood still. */
export interface Ending {
  wire: PreconnectAgent
  late: boolean
  stalled: { stalledMs?: number }
}

export async function requestFailure(
  error: unknown,
  request: HttpRequest,
  { wire, late, stalled }: Ending,
): Promise<Failure> {
  const host = bareHost(new URL(request.url).hostname)
  if (isRefusedAddress(error)) {
    const { addresses, refused } = error
    return { kind: 'address', host, addresses, refused }
  }
  if (error instanceof TooLarge) return tooLarge(request, error as unknown as HttpAnswer)
  const met = late ? { code: 'TIMEOUT', message: 'no answer in time' } : error
  const failure = networkFailure(met, request.peer, host, wire.trace())
  if (late) return { ...failure, timeoutMs: request.timeoutMs, ...stalled }
  return failure.phase === 'tls' ? { ...failure, certificates: await wire.inspect() } : failure
}

function tooLarge({ peer, url }: HttpRequest, { observed, body }: HttpAnswer): Failure {
  const { status, headers } = observed
  const contentType = headers['content-type'] ?? ''
  const excerpt = excerptOf(body)
  return { kind: 'document', peer, url, problem: 'too-large', status, contentType, excerpt }
}
