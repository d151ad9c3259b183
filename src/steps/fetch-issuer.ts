// The issuer as seen from here: discovery document, then JWKS, with everything observed kept as facts.
import { isInternalName } from '../aws/addresses.js'
import { discoveryUrl } from '../aws/discovery.js'
import { excerptOf } from '../aws/http-answers.js'
import { ISSUER_LIMIT_MS, LARGEST_DOCUMENT, MOST_PUBLISHED } from '../aws/limits.js'
import { hostOf } from '../aws/url.js'
import type { Failure, Fetched, Headers, IssuerFacts, IssuerPeer, Jwk, Result } from '../model.js'
import type { Http, HttpAnswer, World } from '../world.js'
import { freshnessOf } from './freshness.js'
import { httpFailure } from './http-failure.js'

type Json = Readonly<Record<string, unknown>>

export interface Fetching {
  /** Told of what is there before the JWKS is; it is worked out when it is asked for. */
  onDiscovery?: (facts: () => IssuerFacts) => void
  /** Nothing is asked of internal names: who verifies the token cannot resolve them, whatever answers here. */
  publicOnly?: boolean
}

/** Discovery and, where it names one, the JWKS. Never fails: what went wrong stands in the facts. */
export async function fetchIssuer(
  world: World,
  issuer: string,
  { onDiscovery = () => undefined, publicOnly = false }: Fetching = {},
): Promise<IssuerFacts> {
  const from = world.clock.monotonic()
  const elapsed = (): number => Math.round(world.clock.monotonic() - from)
  const url = discoveryUrl(issuer)
  const line = world.http.line()
  try {
    const first = await askDocument(line, { peer: 'discovery', url, publicOnly }, asObject)
    const jwksUri = first.result.ok ? first.result.value['jwks_uri'] : undefined
    // Worked out when the JWKS is under way, which everything waits for.
    const seen = (totalMs = elapsed()): IssuerFacts => ({
      url: issuer,
      discovery: withFreshness(first),
      totalMs,
    })
    if (!isHttps(jwksUri)) return seen()
    const totalMs = elapsed()
    onDiscovery(() => ({ ...seen(totalMs), pending: jwksUri }))
    const jwks = await fetchDocument(line, { peer: 'jwks', url: jwksUri, publicOnly }, asKeys)
    return { ...seen(), jwks }
  } finally {
    line.end()
  }
}

/** The JWKS past caches: the request itself asks for a fresh copy (RFC 9111, section 5.2.1.4). */
export function refetchJwks(
  http: Pick<Http, 'get'>,
  url: string,
): Promise<Fetched<readonly Jwk[]>> {
  const headers = { 'cache-control': 'no-cache' }
  return fetchDocument(http, { peer: 'jwks', url, headers }, asKeys)
}

/** An https URL without user info: nothing else is ever fetched. */
export function isHttps(value: unknown): value is string {
  return typeof value === 'string' && /^https:\/\/[^\s/?#@\\]+(\/\S*)?$/i.test(value)
}

interface DocumentRequest {
  peer: IssuerPeer
  url: string
  headers?: Headers
  publicOnly?: boolean
}

type Reading<T> = { value: T } | { problem: 'not-an-object' | 'no-keys' | 'too-large' }

async function fetchDocument<T>(
  http: Pick<Http, 'get'>,
  request: DocumentRequest,
  read: (document: unknown) => Reading<T>,
): Promise<Fetched<T>> {
  return withFreshness(await askDocument(http, request, read))
}

function withFreshness<T>(fetched: Fetched<T>): Fetched<T> {
  const { observed } = fetched
  return observed ? { ...fetched, freshness: freshnessOf(observed) } : fetched
}

async function askDocument<T>(
  http: Pick<Http, 'get'>,
  { peer, url, headers = {}, publicOnly = false }: DocumentRequest,
  read: (document: unknown) => Reading<T>,
): Promise<Fetched<T>> {
  const host = hostOf(url)
  if (publicOnly && isInternalName(host))
    return { url, result: { ok: false, failure: internalName(host) } }
  const request = { peer, url, headers, timeoutMs: ISSUER_LIMIT_MS, maxBytes: LARGEST_DOCUMENT }
  const answer = await http.get(request)
  if (!answer.ok) return { url, result: answer }
  const { observed } = answer.value
  return { url, observed, result: documentOf(peer, answer.value, read) }
}

function internalName(host: string): Failure {
  return { kind: 'address', host, addresses: [], internal: true }
}

function documentOf<T>(
  peer: IssuerPeer,
  { observed, body }: HttpAnswer,
  read: (document: unknown) => Reading<T>,
): Result<T> {
  const { url, status, headers } = observed
  const excerpt = excerptOf(body)
  if (status !== 200) return { ok: false, failure: httpFailure(peer, observed, excerpt) }
  const document = parseJson(body)
  const reading = document === undefined ? { problem: 'not-json' as const } : read(document)
  if ('value' in reading) return { ok: true, value: reading.value }
  const contentType = headers['content-type'] ?? ''
  return {
    ok: false,
    failure: {
      kind: 'document',
      peer,
      url,
      problem: reading.problem,
      status,
      contentType,
      excerpt,
    },
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asObject(document: unknown): Reading<Json> {
  return isObject(document) ? { value: document } : { problem: 'not-an-object' }
}

function asKeys(document: unknown): Reading<readonly Jwk[]> {
  if (!isObject(document)) return { problem: 'not-an-object' }
  const keys = document['keys']
  if (!Array.isArray(keys)) return { problem: 'no-keys' }
  if (keys.length > MOST_PUBLISHED) return { problem: 'too-large' }
  return keys.every(isObject) ? { value: keys } : { problem: 'no-keys' }
}
