// issuer-slow: discovery and keys together take longer than is safe, or than STS waits.

import { isIssuer } from '../aws/discovery.js'
import { IN_WORDS, ISSUER_LIMIT_MS, SLOW_MS } from '../aws/limits.js'
import type {
  Explanation,
  FailureOf,
  Fold,
  Known,
  NetworkFailure,
  Step,
  Timings,
} from '../model.js'
import { shellWord } from '../text.js'
import { causeOf } from './cause.js'
import {
  ALLOW_CACHING,
  askFromOutside,
  documentName,
  NO_KEY,
  stopAt,
  urlAsked,
} from './shared/issuer.js'
import { isProxy } from './shared/network.js'

/** Where this process itself stood still for longer, the time that ran out may not be the issuer's doing. */
const STANDSTILL_MS = 1000
/** What is less is not worth a word. */
const NOTABLE_MS = 100

const MORE_CPU: Step = {
  say: 'Run the job again on a runner with more CPU (the limits of its container, fewer jobs on its machine)',
  then: 'If it passes there, the issuer was not the reason.',
}

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
  atIssuer: true,
  title: 'the issuer answers too slowly',
  severity: (failure) =>
    (failure.kind === 'slow' && failure.totalMs <= ISSUER_LIMIT_MS) ||
    (failure.kind === 'network' && isOfThisRunner(failure))
      ? 'warning'
      : 'error',
  // From here each try may take as long as STS waits, and STS has no more patience than that.
  retry: 'never',
  passes: true,
  certainty: (failure) =>
    failure.kind === 'network' && hasStoodStill(failure) ? 'likely' : 'certain',
  docs: ['repostInvalidToken', 'rfc9111'],
  explains: NO_KEY,
  matches: (failure) => failure.kind === 'slow' || (isIssuer(failure.peer) && isTimeUp(failure)),
  explain: (failure, known) =>
    failure.kind === 'slow' ? explainSlow(failure, known) : explainTimeout(failure, known),
  page: {
    meaning: `STS fetches the discovery document and the keys one after the other when it does not hold them in its cache, waits about ${IN_WORDS.issuerLimit} in all, and then says that it could not retrieve the verification key. An issuer that needs nearly as long fails now and then; one that needs longer fails always. The time was measured from the runner; the way from AWS to the issuer may be shorter or longer.`,
    tell: `From ${IN_WORDS.slow} on this is a warning, from ${IN_WORDS.issuerLimit} on an error. The finding shows which phase took the time: the DNS server, the connection (distance, firewall), TLS, the first byte (the server thinks), or the rest of the body (a slow line). If no connection was made at all, see issuer-unreachable.`,
  },
})

const LIMIT = `STS gives up after about ${IN_WORDS.issuerLimit} for both.`

function explainSlow(failure: FailureOf<'slow'>, known: Known): Explanation {
  const { totalMs, discovery, jwks } = failure
  const phases = [...phasesOf('discovery document', discovery), ...phasesOf('keys', jwks)]
  const [longest] = phases.toSorted((one, other) => other.ms - one.ms)
  // The phases have the standstill in them still.
  const ate =
    longest && longest.ms <= totalMs
      ? `Most of it: ${longest.name} of the ${longest.document}, ${inSeconds(longest.ms)}. `
      : ''
  return {
    headline: `the issuer took ${inSeconds(totalMs)} for its discovery document and keys`,
    shown: [{ show: 'sentence', say: `${ate}${LIMIT}` }],
    ...remedies(known.issuer?.discovery.url ?? '', [], known),
    folded: phaseFold(failure, phases),
    stop: `Issuer: ${inSeconds(totalMs)}`,
  }
}

function explainTimeout(failure: FailureOf<'network'>, known: Known): Explanation {
  const seconds = (failure.timeoutMs ?? ISSUER_LIMIT_MS) / 1000
  const { phase, peer, stalledMs = 0 } = failure
  const missing =
    phase === 'tls'
      ? 'It was connected, but the TLS handshake was not completed.'
      : 'It was connected, but the whole answer did not arrive.'
  const stood =
    stalledMs < NOTABLE_MS
      ? LIMIT
      : `For ${inSeconds(stalledMs)} of that this runner itself stood still (short of CPU)${isOfThisRunner(failure) ? ': most likely that is the reason' : ''}.`
  return {
    headline: `the issuer did not send its ${documentName(peer)} within ${seconds} s`,
    shown: [{ show: 'sentence', say: `${missing} ${stood}` }],
    ...remedies(urlAsked(failure, known), hasStoodStill(failure) ? [MORE_CPU] : [], known),
    stop: stopAt(peer),
  }
}

function remedies(
  url: string,
  before: readonly Step[],
  known: Known,
): Pick<Explanation, 'steps' | 'confirm'> {
  return {
    steps: [
      ...before,
      {
        say: 'Serve both documents from a cache or CDN: they are small and rarely change',
        ...ALLOW_CACHING,
      },
      {
        say: "Look at the issuer's load at that moment",
        then: 'Many jobs that start at once make STS ask many times at once.',
      },
    ],
    confirm: [
      {
        say: 'Measure again, phase by phase',
        code: `curl -sS -o /dev/null -w 'dns %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first byte %{time_starttransfer} total %{time_total}\\n' ${shellWord(url)}`,
        language: 'sh',
      },
      askFromOutside(url, known),
    ],
  }
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

function phaseFold({ discovery, jwks }: FailureOf<'slow'>, phases: readonly Phase[]): Fold[] {
  const documents = [...new Set(phases.map(({ document }) => document))]
  const values = documents.map((document) => ({
    name: document,
    value: phases
      .filter((phase) => phase.document === document)
      .map(({ name, ms }) => `${name} ${Math.round(ms)} ms`)
      .join(', '),
  }))
  const stalledMs = (discovery?.stalledMs ?? 0) + (jwks?.stalledMs ?? 0)
  return [
    {
      title: 'Phase by phase',
      blocks: [
        { show: 'values', values },
        ...(stalledMs < NOTABLE_MS
          ? []
          : [
              {
                show: 'sentence' as const,
                say: `The phases include ${inSeconds(stalledMs)} that are not counted: for so long this runner's own process stood still, which points to a runner short of CPU.`,
              },
            ]),
      ],
    },
  ]
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
