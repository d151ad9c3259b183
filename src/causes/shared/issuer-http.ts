// Answers of the issuer that are not its document, in words; the same for the discovery document and the keys.

import { discoveryUrl, WELL_KNOWN } from '../../aws/discovery.js'
import { isHtml, isPassing, NETWORK_LOGIN, PROXY_LOGIN } from '../../aws/http-answers.js'
import { authorityOf, pathOf } from '../../aws/url.js'
import type { Block, FailureOf, Known, Step } from '../../model.js'
import { oneLine, quote } from '../../text.js'
import type { Explanation, Retry } from '../cause.js'
import { ALLOW_CACHING, curlBody, documentName, lookFromOutside, stopAt } from './issuer.js'
import { proxySource } from './network.js'
import { issuerKnown } from './token.js'

type Http = FailureOf<'http'>

/** In characters: enough to know a page by. */
const MOST_OF_BODY = 80

/** Passing faults of a server are worth another try, an answer that it means is not. */
export function retryOfStatus({ status }: Http): Retry {
  if (status === 429) return 'throttled'
  return isPassing({ status }) ? 'transient' : 'never'
}

/** How an answer's body begins, in one line of values; nothing where it has none. */
export function bodyValues(excerpt: string): { name: string; value: string }[] {
  const value = oneLine(excerpt, MOST_OF_BODY)
  return value === '' ? [] : [{ name: 'body', value }]
}

export function explainUnavailable(failure: Http, known: Known): Explanation {
  const { url, status, headers, excerpt, peer } = failure
  const meant = describeStatus(failure)
  const server = headers['server'] ?? ''
  const blocks: Block[] = [
    {
      show: 'values',
      values: [
        { name: 'URL', value: url },
        ...(server === '' ? [] : [{ name: 'server', value: server }]),
        ...bodyValues(excerpt),
      ],
    },
  ]
  return {
    headline: `the issuer does not serve its ${documentName(peer)}: HTTP ${status}`,
    shown: meant === '' ? blocks : [...blocks, { show: 'sentence', say: meant }],
    steps: stepsFor(failure, known),
    confirm: [
      ...(peer === 'jwks' && status === 404 ? [lookAtNamedKeys(known)] : []),
      lookFromOutside(url, known),
    ],
    stop: stopAt(peer),
  }
}

/** A firewall for web applications answers for people. */
function isFirewall({ status, headers, excerpt }: Http): boolean {
  return status === 403 && isHtml(excerpt, headers['content-type'])
}

/** What the status alone does not say. */
function describeStatus(failure: Http): string {
  const { status } = failure
  if (isFirewall(failure)) return 'A web application firewall or bot protection answers like this.'
  if (status === 401 || status === 403)
    return 'STS sends no credentials: both documents must be public.'
  if (status === 404) return ''
  if (status === NETWORK_LOGIN)
    return 'The network of this runner wants a login: the issuer was not reached.'
  if (status === PROXY_LOGIN)
    return 'A proxy says so, and wants a login: the issuer itself was not reached.'
  if (status === 429) return 'It throttles STS too, which asks on behalf of all your jobs.'
  return isPassing(failure)
    ? 'The server, or a load balancer in front of it, has a fault.'
    : 'STS needs HTTP 200.'
}

function stepsFor(failure: Http, known: Known): readonly Step[] {
  const { status, peer, url } = failure
  const path = quote(pathOf(url) || '/')
  if (isFirewall(failure))
    return [
      {
        say: `Exempt ${path} from the firewall, bot protection and country rules, for all callers`,
        then: 'STS publishes no list of addresses that it comes from, and solves no challenge.',
      },
    ]
  if (status === 401 || status === 403)
    return [
      {
        say: `Make ${path} readable by everybody, without any sign-in`,
        then: 'It holds nothing secret.',
      },
    ]
  if (status === 404) return peer === 'jwks' ? KEYS_NOT_FOUND : discoveryNotFound(path, known)
  if (status === 429) return throttledSteps(path)
  if (status === NETWORK_LOGIN)
    return [{ say: `Let this runner connect to ${quote(authorityOf(url), 60)} without a login` }]
  if (status === PROXY_LOGIN) return proxySteps(path, known)
  if (!isPassing(failure))
    return [{ say: `Serve the ${documentName(peer)} at ${path} with status 200` }]
  return [
    { say: 'Run the job again: a fault of the server may have passed' },
    {
      when: 'If it fails again',
      say: `Look for ${path} in the logs of the issuer and of the load balancer in front of it`,
    },
  ]
}

function throttledSteps(path: string): Step[] {
  return [
    { say: `Raise the limit for ${path}, or serve it from a cache before the limit is counted` },
    {
      say: 'Allow caching of the answer with this header, so that STS asks less often',
      ...ALLOW_CACHING,
    },
  ]
}

/** It may be the runner's, or stand before the issuer, where STS meets it too. */
function proxySteps(path: string, known: Known): Step[] {
  return [
    {
      when: 'If this runner goes through a proxy',
      say: `Correct ${proxySource(known)}: host, port, user name and password`,
    },
    {
      when: 'If it does not',
      say: `Make ${path} readable by everybody, past the proxy in front of the issuer`,
    },
  ]
}

const KEYS_NOT_FOUND: readonly Step[] = [
  { say: 'Correct `jwks_uri` in the discovery document: it names that URL' },
  { when: 'If that URL is the right one', say: 'Correct the route of the server' },
]

function discoveryNotFound(path: string, known: Known): Step[] {
  return [
    {
      say: `Serve the discovery document at ${path}`,
      then: `Its place is fixed: \`iss\` of the token (${quote(issuerKnown(known))}) followed by \`${WELL_KNOWN}\`.`,
    },
    {
      when: 'If the issuer is configured under another URL, and the document is there',
      say: 'Let the tokens have that URL in `iss`, and give the provider in IAM the same URL',
    },
  ]
}

function lookAtNamedKeys(known: Known): Step {
  return {
    say: 'Look at what the discovery document names as `jwks_uri`',
    code: curlBody(known.issuer?.discovery.url ?? discoveryUrl(issuerKnown(known))),
    language: 'sh',
  }
}
