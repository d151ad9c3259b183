// jwks-key-not-found: no published key has the id that the token names.
import type { FailureOf, Known } from '../model.js'
import { count, duration, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, jwksAt, NO_KEY } from './shared/issuer.js'

/** A key set of many tenants has hundreds of ids. */
const MOST_KIDS = 8

export const jwksKeyNotFound = causeOf('key', {
  id: 'jwks-key-not-found',
  section: 'issuer',
  title: "the token's key is not among the issuer's keys",
  severity: 'error',
  retry: 'once',
  certainty: 'certain',
  docs: ['rfc7517', 'oidcDiscovery', 'repostInvalidToken'],
  explains: NO_KEY,
  matches: ({ problem }) => problem === 'not-found',
  explain: (failure, known) => {
    const { kid, url, kids } = failure
    if (kids.length === 0)
      return {
        why: `${jwksAt(url)} hold no key at all, so no token of this issuer can be verified${kid === '' ? '' : `; this one names the key ${quote(kid)}`}.`,
        fix: [
          'Publish the public key that signs the tokens, with a `kid`.',
          `Look again: ${curlBody(url)}`,
        ],
      }
    return {
      why: `${describeKey(failure)} ${describeSecondCopy(failure, known)}`,
      fix: keySteps(failure, known),
    }
  },
  page: {
    meaning:
      'The header of a token names the key that signed it (`kid`). STS looks for this id among the keys that the issuer publishes. It is not there: the keys were changed too early or published too late, a cache between serves an old copy, or the token is from another environment than the keys.',
    tell: 'The keys were fetched once more past caches. In the second copy the key is there: a cache between is stale, and the header Age shows for how long. It is nowhere: the issuer does not publish it. Where the id is there but the signature is not by that key, see token-signature-invalid.',
  },
})

function describeKey({ kid, url, kids }: FailureOf<'key'>): string {
  const more = kids.length > MOST_KIDS ? ` and ${count(kids.length - MOST_KIDS, 'other')}` : ''
  return `The token was signed with the key ${quote(kid)}, which is not among the issuer's keys (JWKS) at ${quote(url)}. There are: ${list(kids.slice(0, MOST_KIDS))}${more}. STS looks the key up by this id.`
}

/** Was the key in the copy that was fetched past caches? */
function isInSecondCopy(kid: string, { issuer }: Known): boolean | undefined {
  const result = issuer?.refetched?.result
  return result?.ok ? result.value.some((key) => key['kid'] === kid) : undefined
}

function describeSecondCopy({ kid }: FailureOf<'key'>, known: Known): string {
  const there = isInSecondCopy(kid, known)
  if (there === undefined) return ''
  if (!there)
    return 'Fetched once more past caches, it is not there either: the issuer does not publish it.'
  const age = Number(known.issuer?.jwks?.observed?.headers['age'])
  const old =
    age > 0 ? ` The header \`Age: ${age}\` says that this copy was ${duration(age)} old.` : ''
  return `Fetched once more past caches, it is there: a cache between the issuer and its readers serves an old copy.${old} STS may get the old copy too.`
}

function keySteps({ kid, url }: FailureOf<'key'>, known: Known): string[] {
  const again = `Look which ids are there now: ${curlBody(url)}`
  if (isInSecondCopy(kid, known))
    return [
      `Purge ${quote(url)} in the CDN or proxy, then run the job again.`,
      'From now on publish a new key first, wait as long as the old copy may be cached (max-age), and sign with it only then.',
      again,
    ]
  return [
    'Run the job again if keys were changed just now: a new token may name a key that is published.',
    `Publish the key ${quote(kid)} beside the others. When keys rotate: publish first, sign later, and remove the old key only when its last token has expired.`,
    'If the tokens come from another environment (staging, another tenant), `iss` or `jwks_uri` names the wrong one.',
    again,
  ]
}
