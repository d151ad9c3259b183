// What the causes of the issuer share: which document it was about, how to look at it by hand, what STS needs of it.
import { discoveryUrl } from '../../aws/discovery.js'
import { isGitHubHost } from '../../aws/github.js'
import { issuerHost } from '../../aws/provider.js'
import { portOf } from '../../aws/url.js'
import type {
  CauseId,
  FailureOf,
  Known,
  NetworkFailure,
  Peer,
  Step,
  UnusableKey,
} from '../../model.js'
import { quote, shellWord } from '../../text.js'
import { answererOf } from '../../words.js'
import { issuerKnown } from './token.js'

/** For a reader who only uses the issuer; nobody is sent to GitHub with it. */
export function askOwner(known: Known): Step[] {
  const host = issuerHost(issuerKnown(known))
  if (host === '' || isGitHubHost(host)) return []
  return [
    {
      when: `If you do not run ${quote(host, 60)}`,
      say: 'Ask whoever does: this page says what they need',
      kind: 'aside',
    },
  ]
}

/** STS's answers for a key that it could not get. */
export const NO_KEY: readonly CauseId[] = ['provider-keys-unretrievable', 'idp-communication-error']

/** The same, and the answer of an STS that has one code for whatever it is. */
export const NO_KEY_ANYWHERE: readonly CauseId[] = [...NO_KEY, 'sts-refused']

export function documentName(peer: Peer): string {
  return peer === 'jwks' ? 'keys (JWKS)' : 'discovery document'
}

/** A request by hand that shows status and headers. */
export function curlHeaders(url: string): string {
  return `curl -sS -D- -o /dev/null ${shellWord(url)}`
}

/** A request by hand that shows the body. */
export function curlBody(url: string): string {
  return `curl -sS ${shellWord(url)}`
}

/** The URL that was being fetched when the connection failed. */
export function urlAsked({ peer, host }: NetworkFailure, { issuer }: Known): string {
  const fetched = peer === 'jwks' ? issuer?.jwks : issuer?.discovery
  return fetched?.url ?? discoveryUrl(`https://${host}`)
}

/** The port to connect to. */
export function portToReach(url: string): string {
  return portOf(url) ?? '443'
}

/** Host and port to connect to, as openssl takes them. */
export function hostAndPort(url: string, host: string): string {
  return `${host.includes(':') ? `[${host}]` : host}:${portToReach(url)}`
}

/** What was fetched from this host; empty where it is not known. */
export function urlAt(host: string, { issuer }: Known): string {
  const fetched = [issuer?.discovery.url ?? '', issuer?.jwks?.url ?? '']
  return (
    fetched.find((url) => url.includes(`//${hostAndPort(url, host).replace(/:443$/, '')}/`)) ?? ''
  )
}

/** The certificates as the server sends them. */
export function showCertificates(url: string, host: string): string {
  return `openssl s_client -connect ${shellWord(hostAndPort(url, host))} -servername ${shellWord(host)} -showcerts </dev/null`
}

/** AWS's STS asks from the internet, another one from wherever it is. */
const OUTSIDE = {
  AWS: 'Repeat the request from another network, since STS asks from the internet and not from this runner',
  STS: 'Repeat the request on the host of that STS, since it asks from there and not from this runner',
} as const

/** What was seen here is no proof of what STS sees. The steps after it tell both answers apart. */
export function askFromOutside(url: string, known: Known): Step {
  return { say: OUTSIDE[answererOf(known)], code: curlHeaders(url), language: 'sh' }
}

/** The same where no step depends on the answer. */
export function lookFromOutside(url: string, known: Known): Step {
  return {
    ...askFromOutside(url, known),
    then: 'If it fails there too, STS cannot sign in anyone with this issuer. If it succeeds, only the network of this runner is affected.',
  }
}

export function lookAgain(url: string): Step {
  return { say: 'Look at the document again', code: curlBody(url), language: 'sh' }
}

export function lookAtHeaders(url: string): Step {
  return { say: 'Look at the headers again', code: curlHeaders(url), language: 'sh' }
}

export function lookAtKeys(url: string): Step {
  return { say: 'Look at the keys', code: curlBody(url), language: 'sh' }
}

/** The name as the internet resolves it, whatever the DNS server of this runner says. */
export function resolveOutside(host: string): Step {
  return {
    say: 'Ask a public DNS server for the name',
    code: `dig +short ${shellWord(host)} @1.1.1.1`,
    language: 'sh',
  }
}

/** The header with which an answer may be cached. */
export const ALLOW_CACHING = {
  code: 'Cache-Control: public, max-age=3600',
  language: 'http',
} as const

export function sendCacheHeader(url: string): Step {
  return {
    say: `Send this header with ${quote(url)}, at the issuer or at the proxy or CDN in front of it`,
    ...ALLOW_CACHING,
  }
}

/** Where the chain stops: at one of the two documents. */
export function stopAt(peer: Peer): string {
  return peer === 'jwks' ? 'Issuer: keys' : 'Issuer: discovery document'
}

export type KeyFailure = FailureOf<'key'>

/** The member for which a key cannot be used, as it is published. */
export function memberText({ member, published }: UnusableKey): string {
  return `${member}: ${member === 'x5c' ? 'of another key' : (published ?? 'missing')}`
}

/** Where the keys are, or else the document that says it. */
export function keysUrl(known: Known): string {
  return known.issuer?.jwks?.url ?? discoveryUrl(issuerKnown(known) || 'https://<issuer>')
}
