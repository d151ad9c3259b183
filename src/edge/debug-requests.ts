// Every request as a debug line (shown with RUNNER_DEBUG): host, status, times, request id. No path, no header, no body: a secret may be in each.
import { hostOf, portOf } from '../aws/url.js'
import type { Failure, Result, Timings } from '../model.js'
import { oneLine } from '../text.js'
import type { Http, Sts, World } from '../world.js'

type Ports = Pick<World, 'runner' | 'clock'>

export function debuggedHttp(http: Http, { runner }: Ports): Http {
  const debugged =
    (by: Pick<Http, 'get'>): Http['get'] =>
    async (request) => {
      const result = await by.get(request)
      const end = result.ok
        ? `HTTP ${result.value.observed.status}, ${result.value.observed.bytes} bytes, ${timesText(result.value.observed.timings)}`
        : failureText(result.failure)
      runner.debug(`${request.peer}: GET ${placeOf(request.url)}: ${end}`)
      return result
    }
  return {
    get: debugged(http),
    line() {
      const line = http.line()
      return { get: debugged(line), end: () => line.end() }
    },
  }
}

export function debuggedSts(sts: Sts, { runner, clock }: Ports): Sts {
  const told = async <T extends object>(
    call: string,
    endpoint: string,
    work: Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const from = clock.monotonic()
    const result = await work
    const end = result.ok ? `HTTP 200${idText(result.value)}` : failureText(result.failure)
    const ms = Math.round(clock.monotonic() - from)
    runner.debug(`sts: ${call} ${placeOf(endpoint)}: ${end}, ${ms} ms`)
    return result
  }
  return {
    preconnect: (...how) => sts.preconnect(...how),
    assumeRoleWithWebIdentity: (request) =>
      told('AssumeRoleWithWebIdentity', request.endpoint, sts.assumeRoleWithWebIdentity(request)),
    callerIdentity: (request) =>
      told('GetCallerIdentity', request.endpoint, sts.callerIdentity(request)),
  }
}

/** Host and port; never a login. */
function placeOf(url: string): string {
  const port = portOf(url)
  return `${hostOf(url)}${port === undefined ? '' : `:${port}`}`
}

/** Only of a session: no other answer has its request id here. */
function idText(value: object): string {
  const facts =
    'session' in value ? (value.session as { facts: { requestId: string } }).facts : undefined
  return facts?.requestId ? `, request id ${oneLine(facts.requestId, 80)}` : ''
}

function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'aws':
      return `HTTP ${failure.status} ${oneLine(failure.code, 80)}, request id ${oneLine(failure.requestId || 'none', 80)}`
    case 'not-sts':
    case 'http':
      return `HTTP ${failure.status}, not the answer asked for`
    case 'network':
      return `failed at ${failure.phase}: ${oneLine(failure.code, 80)}`
    default:
      return `failed: ${failure.kind}`
  }
}

/** `dns 4, connect 9, tls 18, first byte 22, total 55 ms`; a connection that was there already has no first three. */
function timesText({ dnsMs, connectMs, tlsMs, firstByteMs, totalMs }: Timings): string {
  const parts = {
    dns: dnsMs,
    connect: connectMs,
    tls: tlsMs,
    'first byte': firstByteMs,
    total: totalMs,
  }
  const known = Object.entries(parts).filter(([, ms]) => ms !== undefined)
  return `${known.map(([name, ms]) => `${name} ${Math.round(Number(ms))}`).join(', ')} ms`
}
