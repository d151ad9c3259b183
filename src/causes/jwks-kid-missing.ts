// jwks-kid-missing: a key without an id, or a token that names none, so that STS cannot tell which key to take.
import { count, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { curlBody, jwksAt, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKidMissing = causeOf('key', {
  id: 'jwks-kid-missing',
  section: 'issuer',
  title: 'the token and the keys are not joined by a key id',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7515', 'rfc7517', 'iamProvider'],
  explains: NO_KEY,
  matches: ({ problem }) => problem === 'kid-missing',
  explain: (failure) => ({
    why: describeMissingKid(failure),
    fix: [
      'Give every published key a `kid`, and write the `kid` of the signing key into the header of every token:\n{"alg":"RS256","typ":"JWT","kid":"…"}',
      'A good id is the thumbprint of the key (RFC 7638): it never stands for another one.',
      `Look at the keys: ${curlBody(failure.url)}`,
    ],
  }),
  page: {
    meaning:
      'STS finds the key of a token by its id, `kid`. A token without one is taken only where the issuer publishes exactly one key; and also that key must have an id.',
    tell: 'The finding says which side lacks the id: the token, or the key. This was observed with real STS on 2026-09-11. Where both have ids that do not meet, see jwks-key-not-found.',
  },
})

function describeMissingKid(failure: KeyFailure): string {
  const { kid, url, kids, lacks } = ofProblem(failure, 'kid-missing')
  const ids = kids.length > 0 ? ` The ids there are: ${list(kids.slice(0, 8))}.` : ''
  if (lacks === 'token')
    return `The token does not say which key signed it: its header has no \`kid\`. ${jwksAt(url)} hold ${kids.length > 1 ? `${count(kids.length, 'id')}, and` : 'several keys, and'} STS takes a token without \`kid\` only where there is exactly one key.${ids}`
  const named =
    kid === '' ? '' : ` The token names the key ${quote(kid)}, and no published key has this id.`
  return `${jwksAt(url)} hold a key without an id (\`kid\`). STS passes over such a key, even where it is the only one.${named}${ids}`
}
