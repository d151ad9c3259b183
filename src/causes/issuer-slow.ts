// issuer-slow: discovery and keys together take longer than is safe, or than STS waits.

import { isIssuer } from '../aws/discovery.js'
import { IN_WORDS, ISSUER_LIMIT_MS, SLOW_MS } from '../aws/limits.js'
import type { FailureOf, Known, NetworkFailure, Timings } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { documentName, fromOutside, NO_KEY, urlAsked } from './shared/issuer.js'
import { isProxy } from './shared/network.js'

/** Where this process itself stood still for longer, the time that ran out may not be the issuer's doing. */
const STANDSTILL_MS = 1000
const MORE_CPU =
  'Run the job again where the runner has more CPU (the limits of its container, fewer jobs on its machine). If it passes there, the issuer was not the reason.'

/** A server that was connected, and let the time run out. */
export function isTimeUp(failure: NetworkFailure): boolean {
  return failure.code === 'TIMEOUT' && /^(tls|response)$/.test(failure.phase) && !isProxy(failure)
}

function hasStoodStill({ stalledMs = 0 }: NetworkFailure): boolean {
  return stalledMs > STANDSTILL_MS
}

/** Without the standstill the issuer would not be called slow. */
function isOfThisRunner(failure: NetworkFailure): boolean {
  return (failure.timeoutMs ?? ISSUER_LIMIT_MS) - (failure.stalledMs ?? 0) <= SLOW_MS
}

export const issuerSlow = causeOf(['slow', 'network'], {
  id: 'issuer-slow',
  section: 'issuer',
  title: 'the issuer answers too slowly',
  severity: (failure) =>
    (failure.kind === 'slow' && failure.totalMs <= ISSUER_LIMIT_MS) ||
    (failure.kind === 'network' && isOfThisRunner(failure))
      ? 'warning'
      : 'error',
  // Each try may take as long as STS waits, and STS has no more patience than that.
  retry: 'never',
  certainty: (failure) =>
    failure.kind === 'network' && hasStoodStill(failure) ? 'likely' : 'certain',
  docs: ['repostInvalidToken', 'rfc9111'],
  explains: NO_KEY,
  matches: (failure) => failure.kind === 'slow' || (isIssuer(failure.peer) && isTimeUp(failure)),
  explain: (failure, known) => {
    const { why, url } =
      failure.kind === 'slow' ? describeSlow(failure, known) : describeTimeout(failure, known)
    return {
      why: `${why} STS gives up after about ${IN_WORDS.issuerLimit} for both documents together, and then says that it could not retrieve the verification key. This was measured from this runner; the way from AWS to the issuer may be shorter or longer.`,
      fix: [
        ...(failure.kind === 'network' && hasStoodStill(failure) ? [MORE_CPU] : []),
        'Serve both documents from a cache or CDN. They are small and nearly never change:\nCache-Control: public, max-age=3600',
        `Measure again, phase by phase: curl -sS -o /dev/null -w 'dns %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first byte %{time_starttransfer} total %{time_total}\\n' ${shellWord(url)}`,
        "Look at the issuer's load at that moment: many jobs that start at once make STS ask many times at once.",
        fromOutside(url),
      ],
    }
  },
  page: {
    meaning: `STS fetches the discovery document and the keys one after the other when it does not hold them in its cache, and waits about ${IN_WORDS.issuerLimit} in all. An issuer that needs nearly as long fails now and then; one that needs longer fails always.`,
    tell: `From ${IN_WORDS.slow} on this is a warning, from ${IN_WORDS.issuerLimit} on an error. The finding shows which phase took the time: the DNS server, the connection (distance, firewall), TLS, the first byte (the server thinks), or the rest of the body (a thin line). Where no connection came about at all, see issuer-unreachable.`,
  },
})

function describeSlow({ totalMs, discovery, jwks }: FailureOf<'slow'>, known: Known) {
  const phases = [...phasesOf('discovery document', discovery), ...phasesOf('keys', jwks)]
  const longest = phases.reduce<Phase | undefined>(
    (most, phase) => (most && most.ms >= phase.ms ? most : phase),
    undefined,
  )
  // The phases have the standstill in them still.
  const ate =
    longest && longest.ms <= totalMs
      ? ` Most of it went to ${longest.name} of the ${longest.document}: ${inSeconds(longest.ms)}.`
      : ''
  const url = known.issuer?.discovery.url ?? ''
  return {
    url,
    why: `The issuer took ${inSeconds(totalMs)} to serve its discovery document and its keys.${ate} ${documentsInWords(phases)}${describeStandstill((discovery?.stalledMs ?? 0) + (jwks?.stalledMs ?? 0), 'are not counted, but stand in the phases')}`,
  }
}

function describeTimeout(failure: FailureOf<'network'>, known: Known) {
  const url = urlAsked(failure, known)
  const seconds = (failure.timeoutMs ?? ISSUER_LIMIT_MS) / 1000
  const state =
    failure.phase === 'tls'
      ? 'the connection stood, but the TLS handshake was not completed'
      : 'the connection stood, but the whole answer did not come'
  return {
    url,
    why: `${timeoutSubject(failure)} did not serve its ${documentName(failure.peer)} at ${quote(url)} within ${seconds} s: ${state}.${describeStandstill(failure.stalledMs ?? 0, 'are a part of that')}`,
  }
}

function timeoutSubject(failure: NetworkFailure): string {
  if (isOfThisRunner(failure))
    return 'Most likely this runner was too slow, and not the issuer, which'
  return hasStoodStill(failure) ? 'Most likely the issuer is too slow: it' : 'The issuer'
}

/** The runner's own share, where it is worth a word. */
function describeStandstill(stalledMs: number, how: string): string {
  if (stalledMs < 100) return ''
  return ` ${inSeconds(stalledMs)} ${how}: for so long this runner's own process stood still, which points to a runner short of CPU.`
}

interface Phase {
  document: string
  name: string
  ms: number
}

/** The body is what the other phases leave of the whole. */
function phasesOf(document: string, timings: Timings | undefined): Phase[] {
  if (!timings) return []
  const { dnsMs = 0, connectMs = 0, tlsMs = 0, firstByteMs = 0, totalMs } = timings
  const bodyMs = Math.max(0, totalMs - dnsMs - connectMs - tlsMs - firstByteMs)
  const named: [string, number][] = [
    ['DNS', dnsMs],
    ['connecting', connectMs],
    ['TLS', tlsMs],
    ['waiting for the first byte', firstByteMs],
    ['the body', bodyMs],
  ]
  return named.map(([name, ms]) => ({ document, name, ms }))
}

function documentsInWords(phases: readonly Phase[]): string {
  const documents = [...new Set(phases.map(({ document }) => document))]
  return documents
    .map((document) => {
      const parts = phases
        .filter((phase) => phase.document === document)
        .map(({ name, ms }) => `${name} ${Math.round(ms)} ms`)
      return `Of the ${document}: ${parts.join(', ')}.`
    })
    .join(' ')
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
