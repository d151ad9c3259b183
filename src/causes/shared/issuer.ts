// What the causes of the issuer share: which document it was about, how to look at it by hand, what STS needs of it.
import { discoveryUrl, WELL_KNOWN } from '../../aws/discovery.js'
import { portOf } from '../../aws/url.js'
import type { CauseId, FailureOf, Known, NetworkFailure, Peer, UnusableKey } from '../../model.js'
import { quote, shellWord } from '../../text.js'

/** STS's answers for a key that it could not get. */
export const NO_KEY: readonly CauseId[] = ['provider-keys-unretrievable', 'idp-communication-error']

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

/** What was seen here is no proof of what STS sees. */
export function asSeenFromHere(url: string): string {
  return `This was seen from this runner. STS fetches ${quote(url)} itself, from the internet, and may see something else.`
}

export function fromOutside(url: string): string {
  return `See what the internet sees. From a network outside yours: ${curlHeaders(url)}`
}

export function outsideLook(url: string): string {
  return `${fromOutside(url)}\nWhere it fails there too, STS cannot sign in anyone with this issuer. Where it passes, only this runner's network is concerned.`
}

/** What to publish where the issuer itself must stay private. */
export function publicMirror(known: Known): string {
  const issuer = known.token?.issuer ?? known.issuer?.url ?? ''
  return `STS needs only two documents of ${quote(issuer)} from the internet: \`${WELL_KNOWN}\` below it, and the keys that the field \`jwks_uri\` in it names. Let a public reverse proxy or CDN serve these two paths under the same host name.`
}

export type KeyFailure = FailureOf<'key'>

/** The member for which a key cannot be used, as it is published. */
export function memberText({ member, published }: UnusableKey): string {
  return `${member}: ${member === 'x5c' ? 'of another key' : (published ?? 'missing')}`
}

/** `The JWKS at <url>`, ready to begin a sentence. */
export function jwksAt(url: string): string {
  return `The issuer's keys (JWKS) at ${quote(url)}`
}

/** Where the keys are, or else the document that says it. */
export function keysUrl({ issuer, token }: Known): string {
  return issuer?.jwks?.url ?? discoveryUrl(token?.issuer || issuer?.url || 'https://<issuer>')
}
