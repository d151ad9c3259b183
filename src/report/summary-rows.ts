// What was seen, in words: the token, the issuer and the session, each as one row.

import { secondsOf } from '../aws/token-rules.js'
import { trueTime } from '../checks/clocks.js'
import type {
  Freshness,
  IssuerFacts,
  Known,
  Result,
  SignatureVerdict,
  TokenFacts,
} from '../model.js'
import { count, duration, quote } from '../text.js'
import { cacheBarText } from '../words.js'

export interface SummaryRow {
  what: string
  /** Values stand in backticks. */
  value: string
}

/** A row for each that the run has come to know. */
export function summaryRows(known: Known): SummaryRow[] {
  const { token, issuer, signature, session, existing } = known
  return [
    ...(token ? [{ what: 'Job', value: tokenText(token, trueTime(known)) }] : []),
    ...(issuer ? [{ what: 'Issuer', value: issuerText(issuer, signature) }] : []),
    ...(session
      ? [{ what: 'Session', value: `${quote(session.arn)} until ${quote(session.expiration)}` }]
      : []),
    ...(existing ? [{ what: 'Session', value: `${quote(existing.arn)}, which the job held` }] : []),
  ]
}

export function tokenText({ claims, subject, audiences }: TokenFacts, now: number): string {
  const left = (secondsOf(claims['exp']) ?? Number.NaN) - now / 1000
  const life = left < 0 ? `, expired ${duration(-left)} ago` : `, ${duration(left)} left`
  const known = Number.isFinite(left) ? life : ''
  return `${quote(subject)} for ${quote(audiences.join(', '))}${known}`
}

export function issuerText(
  { url, discovery, jwks, pending, totalMs }: IssuerFacts,
  signature: SignatureVerdict,
): string {
  if ([discovery, jwks].some((one) => one && isHidden(one.result)))
    return `${quote(url)}, not asked: an internal name, which AWS cannot resolve`
  if (pending) return `${quote(url)}, its keys had not come yet`
  if (!jwks?.result.ok) return `${quote(url)}, not readable from here (${totalMs} ms)`
  const keys = count(jwks.result.value.length, 'key')
  return `${quote(url)}, ${keys}, ${cacheText(jwks.freshness)}${SIGNATURE[signature]} (${totalMs} ms)`
}

function isHidden(result: Result<unknown>): boolean {
  return !result.ok && result.failure.kind === 'address' && result.failure.internal === true
}

const SIGNATURE: Readonly<Record<SignatureVerdict, string>> = {
  valid: ', signature valid',
  invalid: ', signature not valid',
  'no-key': ', no key for the signature',
  'not-checked': '',
}

function cacheText(freshness?: Freshness): string {
  if (freshness?.prevents) return `not cacheable (${cacheBarText(freshness.prevents)})`
  return freshness?.storable
    ? `cacheable for ${duration(freshness.lifetimeSeconds)}`
    : 'not cacheable'
}
