// What is kept of an HTTP answer beside its body: status, headers, sizes, times, addresses and certificates.
import type http from 'node:http'
import type { Headers, Observed } from '../model.js'
import type { HttpRequest } from '../world.js'
import { type Trace, timingsOf } from './network.js'
import { retryAfterSeconds } from './retry-after.js'

/** Status and headers, as they came. */
interface Head {
  status: number
  headers: http.IncomingHttpHeaders
}

export function observedOf(
  request: HttpRequest,
  head: Head,
  trace: Trace,
  { bytes, receivedAt }: Pick<Observed, 'bytes' | 'receivedAt'>,
): Observed {
  const { proxy, addresses, certificates } = trace
  const headers = plainHeaders(head.headers)
  return {
    url: request.url,
    status: head.status,
    headers,
    bytes,
    timings: timingsOf(trace),
    addresses,
    certificates,
    receivedAt,
    ...(proxy === undefined ? {} : { proxy }),
    ...retryAfterSeconds(headers, receivedAt),
  }
}

/** A cookie is left out: nothing here needs one, and it may be a secret of its server's. */
export function plainHeaders(headers: http.IncomingHttpHeaders): Headers {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'set-cookie' || value === undefined) continue
    plain[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}
