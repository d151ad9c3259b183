// HTTP: the only file that speaks through @actions/http-client. One GET at a time, watched, limited in time and size.
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { HttpClient } from '@actions/http-client'
import { isIssuer } from '../aws/discovery.js'
import { excerptOf } from '../aws/http-answers.js'
import { bareHost } from '../aws/url.js'
import type { Failure, Result } from '../model.js'
import type { Http, HttpAnswer, HttpRequest } from '../world.js'
import { watchEventLoop } from './event-loop-delay.js'
import { guardOf, RefusedAddress } from './guarded-lookup.js'
import { limitOf, within } from './limit.js'
import { networkFailure, startTrace, type Trace } from './network.js'
import { observedOf } from './observed.js'
import { type PreconnectAgent, preconnectAgent, Upgraded } from './preconnect-agent.js'
import { Routes } from './proxy.js'

type RequestInfo = Parameters<HttpClient['requestRawWithCallback']>[0]
type OnResult = Parameters<HttpClient['requestRawWithCallback']>[2]

/** The toolkit's client with its request in sight: our agent opens the connection, past any proxy of the toolkit's own finding, and a signal ends it for good. */
class WatchedClient extends HttpClient {
  readonly #wire: PreconnectAgent
  readonly #signal: AbortSignal

  constructor(wire: PreconnectAgent, signal: AbortSignal) {
    super('aws-oidc-preflight', [], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: false,
    })
    this.#wire = wire
    this.#signal = signal
  }

  override requestRawWithCallback(info: RequestInfo, data: never, onResult: OnResult): void {
    const { hostname, protocol } = info.parsedUrl
    const { request } = protocol === 'https:' ? https : http
    const own = { agent: this.#wire.agent, signal: this.#signal, host: bareHost(hostname) }
    const watched = (
      options: http.RequestOptions,
      answer: (message: http.IncomingMessage) => void,
    ) => {
      const sent = request({ ...options, ...own }, answer)
      sent.on('response', () => {
        this.#wire.trace().firstByteAt = performance.now()
      })
      return sent
    }
    super.requestRawWithCallback(
      { ...info, httpModule: { request: watched } as never },
      data,
      onResult,
    )
  }
}

class TooLarge extends Error {}

export function makeHttp(
  stopped: AbortSignal,
  routes = new Routes(),
  lookup?: LookupFunction,
): Http {
  return {
    async get(request) {
      if (!URL.canParse(request.url)) return { ok: false, failure: invalidUrl(request) }
      const url = new URL(request.url)
      const limit = limitOf(request.timeoutMs)
      const over = AbortSignal.any([stopped, limit.signal])
      const guard = isIssuer(request.peer) ? guardOf(routes.linkLocal, lookup) : undefined
      const wire = preconnectAgent(url, over, routes.to(url), guard)
      const client = new WatchedClient(wire, over)
      const delay = watchEventLoop()
      try {
        guard?.check(bareHost(url.hostname))
        const asked = client
          .request('GET', request.url, null as never, headersOf(request))
          .then((response) => answerOf(request, response.message, wire.trace()))
        const { observed, body } = await within(asked, over)
        const timings = { ...observed.timings, ...stalledMember(delay.ms()) }
        return { ok: true, value: { observed: { ...observed, timings }, body } }
      } catch (error) {
        if (error instanceof Upgraded) return upgraded(error, request, wire.trace())
        const stalled = stalledMember(delay.ms())
        return {
          ok: false,
          failure: await httpRequestFailure(error, request, {
            wire,
            late: limit.isOver(),
            stalled,
          }),
        }
      } finally {
        limit.end()
        delay.end()
        wire.close()
      }
    },
  }
}

function invalidUrl({ peer, url }: HttpRequest): Failure {
  const error = { code: 'ERR_INVALID_URL', message: 'Invalid URL' }
  return networkFailure(error, peer, url, startTrace({ protocol: 'https:', hostname: url }))
}

function stalledMember(stalledMs: number): { stalledMs?: number } {
  return stalledMs > 0 ? { stalledMs } : {}
}

function headersOf(request: HttpRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
  if (request.bearer) headers['authorization'] = `Bearer ${request.bearer.reveal()}`
  return headers
}

async function answerOf(
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
function upgraded(head: Upgraded, request: HttpRequest, trace: Trace): Result<HttpAnswer> {
  const observed = observedOf(request, head, trace, { bytes: 0, receivedAt: Date.now() })
  return { ok: true, value: { observed, body: '' } }
}

/** How a request ended: on which connection, past its own limit or not, and how long this process stood still. */
interface Ending {
  wire: PreconnectAgent
  late: boolean
  stalled: { stalledMs?: number }
}

async function httpRequestFailure(
  error: unknown,
  request: HttpRequest,
  { wire, late, stalled }: Ending,
): Promise<Failure> {
  const host = bareHost(new URL(request.url).hostname)
  if (error instanceof RefusedAddress) {
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
