// jwks-key-not-found: no published key has the id that the token names.
import type { Block, FailureOf, Known, Step } from '../model.js'
import { count, duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, NO_KEY_ANYWHERE, stopAt } from './shared/issuer.js'

/** A key set of many tenants has hundreds of ids. */
const MOST_KIDS = 8

export const jwksKeyNotFound = causeOf('key', {
  id: 'jwks-key-not-found',
  section: 'issuer',
  atIssuer: true,
  title: "the token's key is not among the issuer's keys",
  severity: 'error',
  retry: 'once',
  certainty: 'certain',
  docs: ['rfc7517', 'oidcDiscovery', 'repostInvalidToken'],
  explains: NO_KEY_ANYWHERE,
  matches: ({ problem }) => problem === 'not-found',
  explain: (failure, known) => {
    const { kid, url, kids } = failure
    const key = kid === '' ? "the token's key" : `the token's key ${quote(kid, 60)}`
    return {
      headline:
        kids.length === 0
          ? 'the issuer publishes no key at all'
          : `${key} is not among the issuer's published keys`,
      shown: [keyIds(failure), ...describeSecondCopy(failure, known)],
      steps: kids.length === 0 ? PUBLISH : keySteps(failure, known),
      confirm: [{ say: 'See which ids are published now', code: curlBody(url), language: 'sh' }],
      stop: stopAt('jwks'),
    }
  },
  page: {
    meaning:
      'The header of a token names the key that signed it (`kid`). STS looks for this id among the keys that the issuer publishes. It is not there: the keys were rotated too early or published too late, a cache in between serves an old copy, or the token is from another environment than the keys.',
    tell: 'The keys were fetched once more past caches. If the key is in the second copy, a cache in between is stale, and the header Age shows for how long. If it is in neither, the issuer does not publish it. If the id is there but the signature is not by that key, see token-signature-invalid.',
  },
})

const PUBLISH: Step[] = [{ say: 'Publish the public key that signs the tokens, with a `kid`' }]

function keyIds({ kid, url, kids }: FailureOf<'key'>): Block {
  const more = kids.length > MOST_KIDS ? ` and ${count(kids.length - MOST_KIDS, 'other')}` : ''
  return {
    show: 'values',
    values: [
      ...(kid !== '' && kids.length === 0 ? [{ name: 'token', value: kid }] : []),
      ...(kids.length === 0
        ? []
        : [{ name: 'keys', value: `${kids.slice(0, MOST_KIDS).join(', ')}${more}` }]),
      { name: 'at', value: url },
    ],
  }
}

/** Was the key in the copy that was fetched past caches? */
function isInSecondCopy(kid: string, { issuer }: Known): boolean | undefined {
  const result = issuer?.refetched?.result
  return result?.ok ? result.value.some((key) => key['kid'] === kid) : undefined
}

function describeSecondCopy({ kid, kids }: FailureOf<'key'>, known: Known): Block[] {
  const there = isInSecondCopy(kid, known)
  if (there === undefined || kids.length === 0) return []
  if (!there) return [{ show: 'sentence', say: 'Fetched again past caches, it is missing too.' }]
  const age = Number(known.issuer?.jwks?.observed?.headers['age'])
  const old = age > 0 ? ` (\`Age: ${age}\`: ${duration(age)} old)` : ''
  return [
    {
      show: 'sentence',
      say: `Fetched once more past caches, it is there: a cache is stale${old}.`,
    },
  ]
}

function keySteps({ kid, url }: FailureOf<'key'>, known: Known): Step[] {
  if (isInSecondCopy(kid, known))
    return [
      {
        say: `Purge ${quote(url)} in the CDN or proxy, then run the job again`,
        then: 'STS may get the old copy too.',
      },
      {
        say: 'Publish a new key first from now on, wait as long as the old copy may be cached (max-age), and only then sign with it',
      },
    ]
  return [
    {
      when: 'If keys were rotated just now',
      say: 'Run the job again: a new token may name a key that is published',
    },
    {
      when: 'If the tokens come from another environment (staging, another tenant)',
      say: 'Correct `iss` or `jwks_uri`, which names the wrong one',
    },
    {
      say: `Publish the key ${quote(kid, 60)} beside the others`,
      then: 'When keys rotate: publish first, sign later, and remove the old key only when its last token has expired.',
    },
  ]
}
