// What Node can hand over at all, of an answer and of the environment: what no peer and no runner can bring about is no case.
import fc from 'fast-check'
import type { Failure, Peer } from '../src/model.js'
import { textLike } from './mutate.js'

type Texts = Readonly<Record<string, string>>

/** Far below what Node takes for all headers together (16 KiB). */
const LONGEST_HEADER = 2000

/**
 * The value of a header: its bytes, each a character, without what Node's parser refuses (measured, Node 24.21: all
 * controls but the tab) and without spaces around it.
 */
export function headerText(text: string): string {
  const bytes = Buffer.from(text.slice(0, LONGEST_HEADER), 'utf8').toString('latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  return bytes.replaceAll(/[\0-\x08\x0a-\x1f\x7f]/g, '').replaceAll(/^[ \t]+|[ \t]+$/g, '')
}

/** A variable of the environment ends at its first NUL, and is read as UTF-8. */
export function settingText(text: string): string {
  return bodyText(text.replace(/\0.*$/s, ''))
}

/** A body is read as UTF-8: no half of a pair. */
export function bodyText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

export function each(texts: Texts, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]))
}

/** Three digits (measured, Node 24.21), of which 1xx but 101 come before an answer and are none. */
export function canBeStatus(status: unknown): status is number {
  if (!Number.isInteger(status)) return false
  const n = status as number
  return n >= 0 && n <= 999 && (n < 100 || n === 101 || n > 199)
}

/** RFC 9110, sections 6.4.1 and 15.2: no body follows these. */
export function hasNoBody(status: number): boolean {
  return status === 101 || status === 204 || status === 304
}

const ODD = [0, 1, 99, 101, 299, 306, 402, 405, 407, 408, 410, 413, 418, 421, 425, 431, 451, 499]
export const oddStatuses: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(...ODD, 511, 521, 599, 600, 999),
  fc.integer({ min: 0, max: 999 }).filter(canBeStatus),
)

/** What the edge makes of an answer of STS has its types and its bounds, whatever the texts in it say. */
export function answerOfSts(value: unknown): Failure[] {
  const { kind, status, retryAfterSeconds, ...rest } = Object(value) as Record<string, unknown>
  if (kind !== 'aws' && kind !== 'not-sts') return []
  if (!canBeStatus(status) || (kind === 'aws' && status < 200)) return []
  const text = (name: string): string => (typeof rest[name] === 'string' ? rest[name] : '')
  const header = (name: string): string => headerText(text(name))
  if (kind === 'not-sts') {
    const own = { contentType: header('contentType'), server: header('server') }
    return [{ kind, status, ...own, excerpt: bodyText(text('excerpt')).slice(0, 200) }]
  }
  const code = bodyText(text('code'))
  if (code === '') return []
  const said = { code, message: bodyText(text('message')), requestId: header('requestId') }
  const date = header('date')
  const dated = date === '' ? {} : { date }
  return [{ kind, status, ...said, ...waitOf(retryAfterSeconds), ...dated }]
}

/** Whole seconds, a year at most (src/edge/retry-after.ts). */
function waitOf(seconds: unknown): { retryAfterSeconds?: number } {
  if (!Number.isInteger(seconds) || Number(seconds) < 1) return {}
  return { retryAfterSeconds: Math.min(Number(seconds), 365 * 86_400) }
}

/** As it is met at this peer: a request to STS or to the token service is refused for no address. */
export function failureAt(peer: Peer, host: string, failure: Failure): Failure[] {
  if (failure.kind === 'network') return [{ ...failure, peer, host }]
  const isIssuer = peer === 'discovery' || peer === 'jwks'
  return failure.kind === 'address' && isIssuer ? [{ ...failure, host }] : []
}

/** Failures of the network, with other words in them, and what proxies answer. */
export function failuresAt(peer: Peer, host: string, usual: readonly Failure[]) {
  const met = usual.flatMap((failure) => failureAt(peer, host, failure))
  const words = textLike(['connect ECONNREFUSED 10.0.0.1:443', 'Failed to establish tunnel to x'])
  const changed = fc
    .tuple(fc.constantFrom(...met), words.map(bodyText), fc.integer({ min: 100, max: 999 }))
    .map(([failure, detail, status]): Failure => {
      if (failure.kind !== 'network') return failure
      const isTunnel = failure.code === 'ERR_PROXY_TUNNEL'
      return { ...failure, detail, ...(isTunnel ? { proxyStatus: status } : {}) }
    })
  return fc.oneof(fc.constantFrom(...met), changed)
}
