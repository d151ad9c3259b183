// HTTP: the only file that speaks through @actions/http-client. One GET at a time, watched, limited in time and size.
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { HttpClient } from '@actions/http-client'
import { isIssuer } from '../aws/discovery.js'
import { bareHost } from '../aws/url.js'
import type { Result } from '../model.js'
import type { Http, HttpAnswer, HttpLine, HttpRequest } from '../world.js'
import { elapsedMs } from './clock.js'
import { watchEventLoop } from './event-loop-delay.js'
import { guardOf } from './guarded-lookup.js'
import { answerOf, invalidUrl, requestFailure, upgraded } from './http-answer.js'
import { limitOf, within } from './limit.js'
import { hadStood, isGivenUp } from './network.js'
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
        this.#wire.trace().firstByteAt = elapsedMs()
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

export function makeHttp(
  stopped: AbortSignal,
  routes = new Routes(),
  lookup?: LookupFunction,
): Http {
  const line = (): HttpLine => new Line(stopped, routes, lookup)
  return {
    line,
    async get(request) {
      const alone = line()
      try {
        return await alone.get(request)
      } finally {
        alone.end()
      }
    },
  }
}

/** Requests one after another; one to the same origin as the last goes by the same connection. */
class Line implements HttpLine {
  readonly #stopped: AbortSignal
  readonly #routes: Routes
  readonly #lookup: LookupFunction | undefined
  #kept: { origin: string; wire: PreconnectAgent } | undefined

  constructor(stopped: AbortSignal, routes: Routes, lookup: LookupFunction | undefined) {
    this.#stopped = stopped
    this.#routes = routes
    this.#lookup = lookup
  }

  async get(request: HttpRequest): Promise<Result<HttpAnswer>> {
    if (!URL.canParse(request.url)) return { ok: false, failure: invalidUrl(request) }
    const url = new URL(request.url)
    const guard = isIssuer(request.peer) ? guardOf(this.#routes.linkLocal, this.#lookup) : undefined
    const open = (): PreconnectAgent =>
      preconnectAgent(url, this.#stopped, this.#routes.to(url), guard)
    let wire = this.#take(url) ?? open()
    const limit = limitOf(request.timeoutMs)
    const over = AbortSignal.any([this.#stopped, limit.signal])
    const delay = watchEventLoop()
    over.addEventListener('abort', () => wire.close())
    try {
      guard?.check(bareHost(url.hostname))
      const again = (): Promise<HttpAnswer> => {
        wire.close()
        wire = open()
        return answerBy(wire, request, over)
      }
      const first = await answerBy(wire, request, over).catch((error) => {
        if (over.aborted || error instanceof Upgraded || !hasGoneStale(wire)) throw error
        return again()
      })
      const isNone = isGivenUp(first.observed.status, wire.trace())
      const { observed, body } = isNone ? await again() : first
      this.#kept = { origin: url.origin, wire }
      const timings = { ...observed.timings, ...stalledMember(delay.ms()) }
      return { ok: true, value: { observed: { ...observed, timings }, body } }
    } catch (error) {
      if (error instanceof Upgraded) return upgraded(error, request, wire.trace())
      const stalled = stalledMember(delay.ms())
      const ending = { wire, late: limit.isOver(), stalled }
      return { ok: false, failure: await requestFailure(error, request, ending) }
    } finally {
      limit.end()
      delay.end()
      if (this.#kept?.wire !== wire) wire.close()
    }
  }

  end(): void {
    this.#kept?.wire.close()
    this.#kept = undefined
  }

  /** What the last request left open, if it leads to the same origin. */
  #take({ origin }: URL): PreconnectAgent | undefined {
    const kept = this.#kept
    this.#kept = undefined
    if (kept?.origin === origin) {
      kept.wire.again()
      return kept.wire
    }
    kept?.wire.close()
    return undefined
  }
}

function answerBy(
  wire: PreconnectAgent,
  request: HttpRequest,
  over: AbortSignal,
): Promise<HttpAnswer> {
  const asked = new WatchedClient(wire, over)
    .request('GET', request.url, null as never, headersOf(request))
    .then((response) => answerOf(request, response.message, wire.trace()))
  return within(asked, over)
}

/** The other side had closed a connection that stood before the request came: nobody has read it, so it is sent once more. */
function hasGoneStale(wire: PreconnectAgent): boolean {
  const trace = wire.trace()
  return hadStood(trace) && trace.firstByteAt === undefined
}

function stalledMember(stalledMs: number): { stalledMs?: number } {
  return stalledMs > 0 ? { stalledMs } : {}
}

function headersOf(request: HttpRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
  if (request.bearer) headers['authorization'] = `Bearer ${request.bearer.reveal()}`
  return headers
}
