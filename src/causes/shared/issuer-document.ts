// Documents of the issuer that are somewhere else or something else, in words; the same for the discovery document and the keys.

import { isHtml } from '../../aws/http-answers.js'
import { IN_WORDS } from '../../aws/limits.js'
import { pathOf, resolveLocation } from '../../aws/url.js'
import type { DocumentFailure, FailureOf, Known, Peer, Step } from '../../model.js'
import { oneLine, quote, sanitise } from '../../text.js'
import type { Explanation } from '../cause.js'
import { curlBody, curlHeaders, documentName, lookFromOutside, stopAt } from './issuer.js'
import { bodyValues } from './issuer-http.js'

/** For the pages of both causes of a redirect. */
export const NO_REDIRECTS =
  'It is not known whether STS follows redirects; this action does not follow them.'

export function explainRedirected({ url, status, headers, peer }: FailureOf<'http'>): Explanation {
  const target = resolveLocation(headers['location'] ?? '', url)
  const login = isLogin(target)
  return {
    headline: `the issuer redirects instead of serving its ${documentName(peer)}: HTTP ${status}`,
    shown: [
      {
        show: 'values',
        values: [
          { name: 'URL', value: url },
          ...(target === '' ? [] : [{ name: 'leads to', value: target }]),
        ],
      },
      {
        show: 'sentence',
        say: login ? 'The target looks like a login page.' : 'STS needs HTTP 200 at this very URL.',
      },
    ],
    steps: redirectSteps({ url, peer, target, login }),
    confirm: [{ say: 'Look at the answer again', code: curlHeaders(url), language: 'sh' }],
    stop: stopAt(peer),
  }
}

function isLogin(target: string): boolean {
  return /login|signin|sign_in|sso|auth/i.test(target)
}

interface Redirect {
  url: string
  peer: Peer
  target: string
  login: boolean
}

function redirectSteps({ url, peer, target, login }: Redirect): Step[] {
  const exempt: Step = {
    say: `Exempt ${quote(pathOf(url) || '/')} from redirects that add or drop a slash or \`www.\`, or lead to a login page`,
  }
  if (peer !== 'jwks' || target === '')
    return [
      {
        say: `Serve the ${documentName(peer)} at ${quote(url)} itself, with status 200`,
        then: 'In a reverse proxy, pass the path on (`proxy_pass`, `rewrite`) instead of redirecting.',
      },
      exempt,
    ]
  const name: Step = {
    say: 'Name the final URL in the discovery document',
    code: `"jwks_uri": ${sanitise(JSON.stringify(oneLine(target, 500)))}`,
    language: 'json',
  }
  return login ? [exempt, { ...name, when: 'If the target serves the keys' }] : [name, exempt]
}

const PROBLEMS: Readonly<Record<DocumentFailure['problem'], string>> = {
  'not-json': 'is not JSON',
  'not-an-object': 'is JSON, but not an object `{…}`',
  'no-keys': 'has no array `keys` of objects',
  'too-large': `is larger than ${IN_WORDS.largestDocument}, or holds more than ${IN_WORDS.mostPublished} keys`,
  'no-token': 'is not what was asked for',
}

export function explainMalformed(failure: FailureOf<'document'>, known: Known): Explanation {
  const { url, problem, contentType, excerpt, peer, status } = failure
  const html = problem === 'not-json' && isHtml(excerpt, contentType)
  const values = [
    { name: 'URL', value: url },
    { name: 'answer', value: `HTTP ${status}, ${contentType || 'no content type'}` },
    ...bodyValues(excerpt),
  ]
  return {
    headline: html
      ? `the issuer serves a web page as its ${documentName(peer)}`
      : `what the issuer serves as its ${documentName(peer)} ${PROBLEMS[problem]}`,
    shown: [
      { show: 'values', values },
      ...(html
        ? [
            {
              show: 'sentence' as const,
              say: 'Usually a login or error page.',
            },
          ]
        : []),
    ],
    steps: [html ? insteadOfPage(url) : documentForm(peer)],
    confirm: [
      { say: 'Look at the whole document', code: curlBody(url), language: 'sh' },
      lookFromOutside(url, known),
    ],
    stop: stopAt(peer),
  }
}

function insteadOfPage(url: string): Step {
  return {
    say: `Let the server answer ${quote(url)} with the document itself, before login and before the catch-all route of the app`,
  }
}

function documentForm(peer: Peer): Step {
  return peer === 'jwks'
    ? {
        say: 'Serve a JSON Web Key Set: a JSON object of this form, and nothing around it',
        code: '{"keys":[{"kty":"RSA","kid":"…","use":"sig","alg":"RS256","n":"…","e":"AQAB"}]}',
        language: 'json',
      }
    : {
        say: 'Serve the discovery document as one JSON object with this header, and nothing around it (no byte order mark, no comment)',
        code: 'Content-Type: application/json',
        language: 'http',
      }
}
