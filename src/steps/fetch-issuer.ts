// The issuer as seen from here: discovery document, then JWKS, with everything observed kept as facts.
import CachePolicy from 'http-cache-semantics'
import { isInternalName } from '../aws/addresses.js'
import { discoveryUrl } from '../aws/discovery.js'
import { excerptOf } from '../aws/http-answers.js'
import { ISSUER_LIMIT_MS, LARGEST_DOCUMENT, MOST_PUBLISHED } from '../aws/limits.js'
import { hostOf } from '../aws/url.js'
import type {
  CacheBar,
  Failure,
  Fetched,
  Freshness,
  Headers,
  IssuerFacts,
  IssuerPeer,
  Jwk,
  Observed,
  Result,
} from '../model.js'
import type { Http, HttpAnswer, World } from '../world.js'
import { httpFailure } from './http-failure.js'

type Json = Readonly<Record<string, unknown>>

export interface Fetching {
  /** Told of what is there before the JWKS is. */
  onDiscovery?: (facts: IssuerFacts) => void
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
    const discovery = await fetchDocument(line, { peer: 'discovery', url, publicOnly }, asObject)
    const jwksUri = discovery.result.ok ? discovery.result.value['jwks_uri'] : undefined
    if (!isHttps(jwksUri)) return { url: issuer, discovery, totalMs: elapsed() }
    onDiscovery({ url: issuer, discovery, pending: jwksUri, totalMs: elapsed() })
    const jwks = await fetchDocument(line, { peer: 'jwks', url: jwksUri, publicOnly }, asKeys)
    return { url: issuer, discovery, jwks, totalMs: elapsed() }
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
  return {
    url,
    observed,
    freshness: freshnessOf(observed),
    result: documentOf(peer, answer.value, read),
  }
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

/** AWS's own rule: STS does not cache a JWKS with one of these (AWS's advice, quoted in GitLab merge request 138405). */
const PREVENTS = /(?<=^|[\s,])(no-cache|no-store|private|max-age\s*=\s*"?0+"?)(?![\w-])/i

/** RFC 9111 for a shared cache by http-cache-semantics, and AWS's rule by the header's text. */
export function freshnessOf({ url, status, headers, receivedAt }: Observed): Freshness {
  const policy = new CachePolicy(
    { url, method: 'GET', headers: {} },
    { status, headers: plainDirectives(headers) },
    { shared: true, cacheHeuristic: 0.1 },
  )
  const prevents = cacheBar(headers, receivedAt)
  return {
    storable: policy.storable(),
    // Not timeToLive(): that adds for how long a stale answer may still be served (RFC 5861).
    lifetimeSeconds: Math.max(0, Math.round(policy.maxAge() - policy.age())),
    ...(prevents ? { prevents } : {}),
  }
}

function cacheBar(headers: Headers, now: number): CacheBar | undefined {
  const directive = PREVENTS.exec(headers['cache-control'] ?? '')?.[0]
  if (directive !== undefined) return { header: 'cache-control', directive }
  if (/\bno-cache\b/i.test(headers['pragma'] ?? '')) return { header: 'pragma' }
  return hasExpired(headers, now) ? { header: 'expires' } : undefined
}

/** Names of directives in lower case: the library knows no others (RFC 9111, section 5.2: case-insensitive). */
function plainDirectives(headers: Headers): Record<string, string> {
  const directives = headers['cache-control']?.toLowerCase()
  return { ...headers, ...(directives === undefined ? {} : { 'cache-control': directives }) }
}

/** An `Expires` that is over, or is no date at all, where no max-age outranks it (RFC 9111, section 5.3). */
function hasExpired(headers: Headers, now: number): boolean {
  const { expires, date } = headers
  if (expires === undefined || /\b(max-age|s-maxage)\s*=/i.test(headers['cache-control'] ?? ''))
    return false
  const end = Date.parse(expires)
  const from = Date.parse(date ?? '')
  return Number.isNaN(end) || end <= (Number.isNaN(from) ? now : from)
}
