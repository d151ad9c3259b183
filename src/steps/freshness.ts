// For how long an answer is fresh: by RFC 9111, as a shared cache, and by AWS's own rule of what STS does not cache.
import CachePolicy from 'http-cache-semantics'
import type { CacheBar, Freshness, Headers, Observed } from '../model.js'

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
