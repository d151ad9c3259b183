// Answers of the issuer that are not its document, in words; the same for the discovery document and the keys.

import { discoveryUrl, WELL_KNOWN } from '../../aws/discovery.js'
import { isHtml } from '../../aws/http-answers.js'
import { IN_WORDS } from '../../aws/limits.js'
import { pathOf, resolveLocation } from '../../aws/url.js'
import type { DocumentFailure, FailureOf, Known } from '../../model.js'
import { oneLine, quote } from '../../text.js'
import type { Explanation, Retry } from '../cause.js'
import { asSeenFromHere, curlBody, curlHeaders, documentName, fromOutside } from './issuer.js'

type Http = FailureOf<'http'>

/** Passing faults of a server are worth another try, an answer that it means is not. */
export function retryOfStatus({ status }: Http): Retry {
  return status >= 500 || status === 429 ? 'transient' : 'never'
}

export function explainUnavailable(failure: Http, known: Known): Explanation {
  const { url, status, headers, excerpt, peer } = failure
  const server = headers['server'] ? ` The answer comes from ${quote(headers['server'])}.` : ''
  const body = excerpt.trim() === '' ? '' : ` It begins: ${quote(excerpt, 160)}.`
  return {
    why: `The issuer did not serve its ${documentName(peer)}: ${quote(url)} answered HTTP ${status}, and STS needs 200. ${describeStatus(failure)}${server}${body} ${asSeenFromHere(url)}`,
    fix: [...stepsFor(failure, known), `Look from another network: ${curlHeaders(url)}`],
  }
}

function describeStatus({ status, headers, excerpt }: Http): string {
  if (status === 403 && isHtml(excerpt, headers['content-type']))
    return 'A 403 with a web page is what a web application firewall (WAF) or bot protection answers, not the issuer itself.'
  if (status === 401 || status === 403)
    return 'The path is protected, but STS sends no credentials: both documents must be public.'
  if (status === 404) return 'There is nothing at this path.'
  if (status === 429)
    return 'The issuer limits how often it may be asked. It limits STS too, which asks on behalf of all your jobs.'
  return status >= 500
    ? 'The server, or a load balancer before it, has a fault.'
    : 'That is no document.'
}

function stepsFor({ status, peer, url, headers, excerpt }: Http, known: Known): string[] {
  const path = quote(pathOf(url) || '/')
  if (status === 403 && isHtml(excerpt, headers['content-type']))
    return [
      `Exempt ${path} from the firewall, bot protection and country rules, for the whole internet: STS publishes no list of addresses that it comes from, and solves no challenge.`,
    ]
  if (status === 401 || status === 403)
    return [`Let ${path} be read without any sign-in, by everybody. It holds nothing secret.`]
  if (status === 404) return notFoundSteps(peer, url, path, known)
  if (status === 429)
    return [
      `Raise the limit for ${path}, or serve it from a cache before the limit is counted.`,
      'Let the answer be cached, so that STS asks less often:\nCache-Control: public, max-age=3600',
    ]
  return [
    'Run the job again: a fault of the server may have passed.',
    `Where it stays, look in the log of the issuer and of the load balancer before it for ${path}.`,
  ]
}

function notFoundSteps(
  peer: string,
  url: string,
  path: string,
  { token, issuer }: Known,
): string[] {
  const iss = token?.issuer ?? issuer?.url ?? ''
  return peer === 'jwks'
    ? [
        `Correct \`jwks_uri\` in the discovery document: it names ${quote(url)}. Where the keys really are there, correct the route of the server.`,
        `See what it names: ${curlBody(issuer?.discovery.url ?? discoveryUrl(iss))}`,
      ]
    : [
        `Serve the discovery document at ${path}. The place is fixed: the issuer ${quote(iss)}, path included, followed by \`${WELL_KNOWN}\`.`,
        'Where the document is at another place, the issuer is configured under another URL: let the tokens say that one in `iss`, and give the provider in IAM the same URL.',
      ]
}

export function explainRedirected({ url, status, headers, peer }: Http): Explanation {
  const target = resolveLocation(headers['location'] ?? '', url)
  const setting =
    peer === 'jwks' && target !== ''
      ? `Name the final URL in the discovery document:\n"jwks_uri": ${JSON.stringify(oneLine(target, 500))}`
      : `Serve the ${documentName(peer)} at ${quote(url)} itself, with status 200. In a reverse proxy pass the path on (proxy_pass, rewrite) instead of redirecting.`
  return {
    why: `The issuer redirects instead of serving its ${documentName(peer)}: ${quote(url)} answered HTTP ${status}${target === '' ? '' : ` and points to ${quote(target)}`}. The answer has to be 200 at this very URL: it is not known that STS follows redirects, and this action does not.${describeLogin(target)}`,
    fix: [
      setting,
      'Exempt the path from redirects that add or drop a slash or `www.`, or lead to a login page.',
      `Look again: ${curlHeaders(url)}`,
    ],
  }
}

function describeLogin(target: string): string {
  return /login|signin|sign_in|sso|auth/i.test(target)
    ? ' The target looks like a login page: the path is protected, but STS cannot sign in.'
    : ''
}

const PROBLEMS: Readonly<Record<DocumentFailure['problem'], string>> = {
  'not-json': 'it is no JSON',
  'not-an-object': 'it is JSON, but not an object `{…}`',
  'no-keys': 'it has no array `keys` of objects',
  'too-large': `it is larger than ${IN_WORDS.largestDocument}, or holds more than ${IN_WORDS.mostPublished} keys`,
  'no-token': 'it is not what was asked for',
}

export function explainMalformed(failure: FailureOf<'document'>): Explanation {
  const { url, problem, contentType, excerpt, peer, status } = failure
  const html = problem === 'not-json' && isHtml(excerpt, contentType)
  const page = html
    ? ' It is a web page, mostly a login page, an error page or the start page of an app that answers every path.'
    : ''
  return {
    why: `The issuer's ${documentName(peer)} cannot be read: ${quote(url)} answered HTTP ${status}, but ${PROBLEMS[problem]}.${page} Content type: ${quote(contentType)}. It begins: ${quote(excerpt, 160)}. ${asSeenFromHere(url)}`,
    fix: [
      html
        ? `Let the server answer ${quote(url)} with the document itself, before login and before the catch-all route of the app.`
        : documentForm(peer),
      `See the whole: ${curlBody(url)}`,
      fromOutside(url),
    ],
  }
}

function documentForm(peer: string): string {
  return peer === 'jwks'
    ? 'Serve a JSON Web Key Set, a JSON object of this form, and nothing around it:\n{"keys":[{"kty":"RSA","kid":"…","use":"sig","alg":"RS256","n":"…","e":"AQAB"}]}'
    : 'Serve the discovery document as one JSON object, and nothing around it (no byte order mark, no comment), with Content-Type: application/json.'
}
