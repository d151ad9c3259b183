// What was seen on the way, row by row, for the table of the job summary.
import type {
  IssuerFacts,
  Known,
  Report,
  SessionFacts,
  SignatureVerdict,
  TokenFacts,
} from '../model.js'
import { count, duration, quote } from '../text.js'

export interface SeenRow {
  what: string
  seen: string
  ok: boolean
}

export function seenRows({ known, checks, findings }: Report): SeenRow[] {
  const errors = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ id }) => id),
  )
  const questions = checks
    .filter(({ findings: found }) => found.length > 0)
    .map(({ title, findings: found }) => ({
      what: title,
      seen: found.map((id) => quote(id)).join(', '),
      ok: !found.some((id) => errors.has(id)),
    }))
  return [
    tokenRow(known.token, known.now),
    issuerRow(known.issuer, known),
    ...questions,
    stsRow(known.session, known),
  ].filter((row) => row !== undefined)
}

function tokenRow(token: TokenFacts | undefined, now: number): SeenRow {
  if (!token) return { what: 'ID token', seen: 'none', ok: false }
  return { what: 'ID token', seen: tokenText(token, now), ok: !(secondsLeft(token, now) < 0) }
}

function issuerRow(issuer: IssuerFacts | undefined, { signature }: Known): SeenRow | undefined {
  if (!issuer) return undefined
  const ok = issuer.jwks?.result.ok === true && /^(valid|not-checked)$/.test(signature)
  return { what: 'Issuer', seen: issuerText(issuer, signature), ok }
}

function stsRow(
  session: SessionFacts | undefined,
  { inputs, existing }: Known,
): SeenRow | undefined {
  if (existing)
    return {
      what: 'STS',
      seen: `the job already holds credentials of ${quote(existing.arn)}`,
      ok: true,
    }
  if (session) {
    const seen = `${quote(session.arn)} until ${quote(session.expiration)}`
    return { what: 'STS', seen, ok: true }
  }
  if (!inputs) return undefined
  if (!inputs.role)
    return { what: 'STS', seen: 'not asked: no `role-to-assume` was given', ok: true }
  return { what: 'STS', seen: `not signed in as ${quote(inputs.role.text)}`, ok: false }
}

function secondsLeft({ claims }: TokenFacts, now: number): number {
  return Number(claims['exp']) - now / 1000
}

export function tokenText(token: TokenFacts, now: number): string {
  const left = secondsLeft(token, now)
  const life = Number.isFinite(left) ? `, ${duration(left)} left` : ''
  return `${quote(token.subject)} for ${quote(token.audiences.join(', '))}${life}`
}

export function issuerText(
  { url, jwks, totalMs }: IssuerFacts,
  signature: SignatureVerdict,
): string {
  if (!jwks?.result.ok) return `${quote(url)}, not readable from here (${totalMs} ms)`
  const { prevents, lifetimeSeconds = 0 } = jwks.freshness ?? {}
  const cached = prevents
    ? `not cacheable (${prevents})`
    : `cacheable for ${duration(lifetimeSeconds)}`
  const verdict = signature === 'not-checked' ? '' : `, signature ${signature}`
  return `${quote(url)}, ${count(jwks.result.value.length, 'key')}, ${cached}${verdict} (${totalMs} ms)`
}
