// jwks-too-many-keys: more than 100 RSA or more than 100 EC keys, which is the limit of STS.
import { MOST_KEYS } from '../aws/limits.js'
import { count, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, jwksAt, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksTooManyKeys = causeOf('key', {
  id: 'jwks-too-many-keys',
  section: 'issuer',
  title: 'the issuer publishes more keys than STS takes',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'rfc7517'],
  explains: NO_KEY,
  matches: ({ problem }) => problem === 'too-many',
  explain: (failure, { token }) => {
    const { url, kids, type } = ofProblem(failure, 'too-many')
    const alg = token?.header['alg']
    const signed = typeof alg === 'string' ? `, as this one (${quote(alg)}),` : ''
    return {
      why: `${jwksAt(url)} hold ${kids.length} ${type} keys, and STS takes at most ${MOST_KEYS} of a kind. With more, it verifies no token that is signed with a key of this kind${signed} and says that it could not retrieve the verification key.`,
      fix: [
        `Take ${count(kids.length - MOST_KEYS, `${type} key`)} or more out of the list: those whose last token has expired.`,
        `If that many issuers really share one list, sign with ${type === 'RSA' ? 'EC keys (ES256)' : 'RSA keys (RS256)'} for AWS, of which there may be ${MOST_KEYS} beside, or give each group an issuer URL of its own.`,
        `Count them: ${curlBody(url)} | jq '[.keys[].kty] | group_by(.) | map({(.[0]): length}) | add'`,
      ],
    }
  },
  page: {
    meaning: `STS reads a list of keys only up to ${MOST_KEYS} RSA keys and ${MOST_KEYS} EC keys. Beyond, all tokens of that kind fail, also those whose key stands at the front. This happens where many servers publish keys under one issuer (SPIRE, many clusters), or where old keys are never removed.`,
    tell: 'With 101 RSA keys real STS refused an RSA token whose key was the first of the list (observed on 2026-09-11). The limit for EC keys is from the documentation of AWS.',
  },
})
