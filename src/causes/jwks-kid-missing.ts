// jwks-kid-missing: a key without an id, or a token that names none, so that STS cannot tell which key to use.
import type { Block } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { lookAtKeys, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKidMissing = causeOf('key', {
  id: 'jwks-kid-missing',
  section: 'issuer',
  atIssuer: true,
  title: 'no `kid` links the token to a published key',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7515', 'rfc7517', 'iamProvider'],
  explains: NO_KEY,
  matches: ({ problem }) => problem === 'kid-missing',
  explain: (failure) => {
    const { lacks } = ofProblem(failure, 'kid-missing')
    return {
      headline:
        lacks === 'token'
          ? 'the token names no key: its header has no `kid`'
          : 'the issuer publishes a key without `kid`, which STS ignores',
      shown: describeIds(failure),
      steps: [
        {
          say: 'Give every published key a `kid`, and put that of the signing key into the header of every token',
          code: '{"alg":"RS256","typ":"JWT","kid":"…"}',
          language: 'json',
          then: 'A good id is the thumbprint of the key (RFC 7638): it never stands for another one.',
        },
      ],
      confirm: [lookAtKeys(failure.url)],
      stop: lacks === 'token' ? 'Token: no `kid`' : 'Issuer: key without `kid`',
    }
  },
  page: {
    meaning:
      'STS finds the key of a token by its id, `kid`. A token without one is accepted only where the issuer publishes exactly one key, and that key must have an id, too.',
    tell: 'The finding says which side lacks the id: the token, or the key. This was observed with real STS on 2026-09-11. If both have ids that do not match, see jwks-key-not-found.',
  },
})

function describeIds(failure: KeyFailure): Block[] {
  const { kid, url, kids, lacks } = ofProblem(failure, 'kid-missing')
  return [
    {
      show: 'values',
      values: [
        ...(kids.length > 0 ? [{ name: 'keys', value: kids.slice(0, 8).join(', ') }] : []),
        { name: 'at', value: url },
      ],
    },
    {
      show: 'sentence',
      say:
        lacks === 'token'
          ? `STS accepts that only with one key${kids.length > 1 ? '' : '; there are several'}.`
          : `It does so even where it is the only one.${kid === '' ? '' : ` The token names ${quote(kid, 60)}.`}`,
    },
  ]
}
