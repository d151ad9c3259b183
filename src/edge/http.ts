// HTTP: the only file that speaks through @actions/http-client. One GET at a time, watched, limited in time and size.
import http from 'node:http'
import https from 'node:https'
import { getProxyUrl, HttpClient, type HttpClientResponse } from '@actions/http-client'
import type { Failure, FailureOf, Headers, Observed } from '../model.js'
import type { Http, HttpAnswer, HttpRequest } from '../world.js'
import {
  inspectCertificates,
  networkFailure,
  startTrace,
  type Trace,
  timingsOf,
  watch,
} from './network.js'

type RequestInfo = Parameters<HttpClient['requestRawWithCallback']>[0]
type OnResult = Parameters<HttpClient['requestRawWithCallback']>[2]

/** The toolkit's client with its request in sight: the socket is watched, and a signal ends it for good. */
class WatchedClient extends HttpClient {
  readonly #trace: Trace
  readonly #signal: AbortSignal

  constructor(trace: Trace, signal: AbortSignal) {
    super('aws-oidc-preflight', [], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: false,
    })
    this.#trace = trace
    this.#signal = signal
  }

  override requestRawWithCallback(info: RequestInfo, data: never, onResult: OnResult): void {
    const { request } = info.parsedUrl.protocol === 'https:' ? https : http
    const watched = (
      options: http.RequestOptions,
      answer: (message: http.IncomingMessage) => void,
    ) => {
      const sent = request({ ...options, signal: this.#signal }, answer)
      sent.on('socket', (socket) => watch(socket, this.#trace))
      sent.on('response', () => {
        this.#trace.firstByteAt = performance.now()
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

export function makeHttp(stopped: AbortSignal): Http {
  return {
    async get(request) {
      const trace = startTrace()
      const limit = AbortSignal.timeout(request.timeoutMs)
      const client = new WatchedClient(trace, AbortSignal.any([stopped, limit]))
      try {
        const response = await client.request('GET', request.url, null as never, headersOf(request))
        return { ok: true, value: await answerOf(request, response, trace) }
      } catch (error) {
        return { ok: false, failure: await failureOf(error, request, trace, { limit, stopped }) }
      }
    },
  }
}

function headersOf(request: HttpRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
  if (request.bearer) headers['authorization'] = `Bearer ${request.bearer.reveal()}`
  return headers
}

async function answerOf(
  request: HttpRequest,
  response: HttpClientResponse,
  trace: Trace,
): Promise<HttpAnswer> {
  const receivedAt = Date.now()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response.message as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= request.maxBytes) chunks.push(chunk)
    else {
      response.message.destroy()
      const observed = observedOf(request, response, trace, bytes, receivedAt)
      throw Object.assign(new TooLarge(), {
        observed,
        body: Buffer.concat(chunks).toString('utf8'),
      })
    }
  }
  const body = Buffer.concat(chunks).toString('utf8')
  return { observed: observedOf(request, response, trace, bytes, receivedAt), body }
}

function observedOf(
  request: HttpRequest,
  response: HttpClientResponse,
  trace: Trace,
  bytes: number,
  receivedAt: number,
): Observed {
  const proxy = proxyFor(request.url)
  return {
    url: request.url,
    status: response.message.statusCode ?? 0,
    headers: plainHeaders(response.message.headers),
    bytes,
    timings: timingsOf(trace),
    addresses: trace.addresses,
    certificates: trace.certificates,
    receivedAt,
    ...(proxy === '' ? {} : { proxy }),
  }
}

export function plainHeaders(headers: http.IncomingHttpHeaders): Headers {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}

async function failureOf(
  error: unknown,
  request: HttpRequest,
  trace: Trace,
  { limit, stopped }: { limit: AbortSignal; stopped: AbortSignal },
): Promise<Failure> {
  const { hostname, port } = URL.canParse(request.url)
    ? new URL(request.url)
    : { hostname: request.url, port: '' }
  const host = hostname.replace(/^\[|\]$/g, '')
  if (error instanceof TooLarge) {
    const { observed, body } = error as unknown as HttpAnswer
    return {
      kind: 'document',
      peer: request.peer,
      url: request.url,
      problem: 'too-large',
      status: observed.status,
      contentType: observed.headers['content-type'] ?? '',
      excerpt: body.slice(0, 200),
    }
  }
  const late = limit.aborted
  const failure = networkFailure(
    late ? { code: 'TIMEOUT', message: 'no answer in time' } : error,
    request.peer,
    host,
    trace,
  )
  const proxied = throughProxy(failure, request.url, trace)
  if (late) return { ...proxied, timeoutMs: request.timeoutMs }
  // Past the proxy another chain may be shown: what is not the way of the request proves nothing of it.
  if (proxied.phase !== 'tls' || proxied.proxy !== undefined) return proxied
  return { ...failure, certificates: await inspectCertificates(host, Number(port || 443), stopped) }
}

/** Empty where there is none. Host and port only: its URL may hold a password. */
function proxyFor(url: string): string {
  const proxy = URL.canParse(url) ? getProxyUrl(url) : ''
  return proxy === '' ? '' : new URL(proxy).host
}

/** The failure with the proxy that it came through, and as the proxy's where the connection through it never stood. */
function throughProxy(
  failure: FailureOf<'network'>,
  url: string,
  trace: Trace,
): FailureOf<'network'> {
  const proxy = proxyFor(url)
  if (proxy === '') return failure
  const stood = trace.securedAt !== undefined || failure.phase === 'tls'
  return stood ? { ...failure, proxy } : { ...failure, proxy, phase: 'proxy' }
}
