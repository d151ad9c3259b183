// How long a peer asks to be left alone: its header `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3).
import type { Headers } from '../model.js'

const LONGEST_SECONDS = 365 * 86_400

/** No member where it asks for nothing. A date counts from the peer's own `Date`, and from `now` (ms since the epoch) where it sends none. */
export function retryAfterSeconds(headers: Headers, now: number): { retryAfterSeconds?: number } {
  // A number may have more digits than one can hold; a year is longer than any run.
  const seconds = Math.min(Math.ceil(askedMs(headers, now) / 1000), LONGEST_SECONDS)
  return seconds > 0 ? { retryAfterSeconds: seconds } : {}
}

function askedMs(headers: Headers, now: number): number {
  const text = headers['retry-after'] ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const from = Date.parse(headers['date'] ?? '') || now
  return Math.max(0, (Date.parse(text) || from) - from)
}
