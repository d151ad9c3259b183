// The rows of the job summary: token, issuer, what each check found, and STS, each with a mark.

import { medianSkew } from '../checks/clocks.js'
import type {
  CheckId,
  Finding,
  Freshness,
  IssuerFacts,
  Known,
  Report,
  SignatureVerdict,
  TokenFacts,
} from '../model.js'
import { count, duration, quote } from '../text.js'
import { cacheBarText } from '../words.js'

/** fine: nothing was found · odd: something was, but no error · bad: an error. */
export type Mark = 'fine' | 'odd' | 'bad'

export interface SummaryRow {
  what: string
  value: string
  mark: Mark
}

/** The row of the token's or the issuer's own that a check's findings mark as well. */
const ROW_OF: Readonly<Record<CheckId, 'token' | 'issuer' | undefined>> = {
  setup: undefined,
  'token-claims': 'token',
  'token-times': 'token',
  clocks: undefined,
  'token-audience': 'token',
  'token-algorithm': 'token',
  'token-tags': 'token',
  'expected-claims': 'token',
  'issuer-url': 'issuer',
  'issuer-reached': 'issuer',
  'issuer-address': 'issuer',
  'issuer-certificate': 'issuer',
  'issuer-latency': 'issuer',
  'discovery-fields': 'issuer',
  'issuer-cache': 'issuer',
  'jwks-keys': 'issuer',
  'jwks-published': 'issuer',
  'token-key': 'issuer',
  'trust-policy': undefined,
}

export function summaryRows(report: Report): SummaryRow[] {
  const questions = questionRows(report)
  const marksOf = (row: 'token' | 'issuer'): Mark[] =>
    questions.filter(({ id }) => ROW_OF[id] === row).map(({ mark }) => mark)
  return [
    tokenRow(report, marksOf('token')),
    issuerRow(report, marksOf('issuer')),
    ...questions.map(({ what, value, mark }) => ({ what, value, mark })),
    stsRow(report),
  ].filter((row) => row !== undefined)
}

/** A row for each check that found something: all others are fine, and need none. */
function questionRows({ checks, findings }: Report): (SummaryRow & { id: CheckId })[] {
  const marks = new Map(findings.map((finding) => [finding.id, markOf(finding)]))
  return checks
    .filter(({ findings: found }) => found.length > 0)
    .map(({ id, title, findings: found }) => ({
      id,
      what: title,
      value: found.map((cause) => quote(cause)).join(', '),
      mark: worst(['odd', ...found.map((cause) => marks.get(cause) ?? 'odd')]),
    }))
}

function markOf({ severity }: Finding): Mark {
  return severity === 'error' ? 'bad' : 'odd'
}

function worst(marks: readonly Mark[]): Mark {
  return (['bad', 'odd'] as const).find((mark) => marks.includes(mark)) ?? 'fine'
}

/** No row where the run ended before it asked for a token, or needed none. */
function tokenRow({ known, timeline }: Report, found: readonly Mark[]): SummaryRow | undefined {
  const { token } = known
  if (token) {
    const now = trueTime(known)
    const over: Mark = secondsLeft(token, now) < 0 ? 'odd' : 'fine'
    return { what: 'ID token', value: tokenText(token, now), mark: worst([...found, over]) }
  }
  if (!known.inputs || !timeline.some(({ task }) => task.of === 'token')) return undefined
  return { what: 'ID token', value: 'none', mark: 'bad' }
}

function issuerRow({ known, findings }: Report, found: readonly Mark[]): SummaryRow | undefined {
  const { issuer, signature } = known
  const row = (value: string, marks: readonly Mark[]): SummaryRow => ({
    what: 'Issuer',
    value,
    mark: worst([...found, ...marks]),
  })
  for (const { evidence } of findings)
    for (const failure of evidence)
      if (failure.kind === 'issuer-unchecked')
        return row(issuer ? issuerText(issuer, signature) : notYet(failure.issuer), ['odd'])
  return issuer && row(issuerText(issuer, signature), [])
}

function notYet(issuer: string): string {
  return `${quote(issuer)}, had not answered yet`
}

function stsRow({ known, findings }: Report): SummaryRow | undefined {
  const { session, inputs, existing } = known
  const row = (value: string, mark: Mark): SummaryRow => ({ what: 'STS', value, mark })
  if (existing) return row(`the job already holds credentials of ${quote(existing.arn)}`, 'fine')
  const of = (...kinds: readonly string[]): Finding[] =>
    findings.filter(({ evidence }) => evidence.some(({ kind }) => kinds.includes(kind)))
  if (session) {
    const until = `${quote(session.arn)} until ${quote(session.expiration)}`
    return row(until, worst(of('region-fallback').map(markOf)))
  }
  if (!inputs) return undefined
  const { role } = inputs
  // STS did sign in, or the job held a session: it is this action that goes no further with it.
  if (of('account', 'special-characters').length > 0)
    return row(`no session handed over${role ? ` for ${quote(role.text)}` : ''}`, 'bad')
  if (role) return row(`not signed in as ${quote(role.text)}`, 'bad')
  const empty = of('input-empty')
  const why = empty.length > 0 ? '`role-to-assume` came out empty' : 'no `role-to-assume` was given'
  return row(`not asked: ${why}`, worst(empty.map(markOf)))
}

/** As the servers have it, in ms: the runner's own clock may be wrong. */
export function trueTime({ now, clocks }: Known): number {
  return now + (medianSkew(clocks) ?? 0) * 1000
}

function secondsLeft({ claims }: TokenFacts, now: number): number {
  return Number(claims['exp']) - now / 1000
}

export function tokenText(token: TokenFacts, now: number): string {
  const left = secondsLeft(token, now)
  const life = left < 0 ? `, expired ${duration(-left)} ago` : `, ${duration(left)} left`
  const known = Number.isFinite(left) ? life : ''
  return `${quote(token.subject)} for ${quote(token.audiences.join(', '))}${known}`
}

export function issuerText(
  { url, jwks, pending, totalMs }: IssuerFacts,
  signature: SignatureVerdict,
): string {
  if (pending) return `${quote(url)}, its keys had not come yet`
  if (!jwks?.result.ok) return `${quote(url)}, not readable from here (${totalMs} ms)`
  const keys = count(jwks.result.value.length, 'key')
  return `${quote(url)}, ${keys}, ${cacheText(jwks.freshness)}${SIGNATURE[signature]} (${totalMs} ms)`
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
