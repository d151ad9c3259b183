// jwks-too-many-keys: more than 100 RSA or more than 100 EC keys, which is the limit of STS.
import { MOST_KEYS } from '../aws/limits.js'
import { count, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksTooManyKeys = causeOf('key', {
  id: 'jwks-too-many-keys',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer publishes more keys than STS accepts',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'rfc7517'],
  explains: NO_KEY,
  matches: ({ problem }) => problem === 'too-many',
  explain: (failure, { token }) => {
    const { url, kids, type } = ofProblem(failure, 'too-many')
    const alg = token?.header['alg']
    const signed = typeof alg === 'string' ? ` (${quote(alg)})` : ''
    return {
      headline: `the issuer publishes ${kids.length} ${type} keys; STS accepts at most ${MOST_KEYS}`,
      shown: [
        {
          show: 'sentence',
          say: `With more, STS verifies no token signed with such a key${signed}.`,
        },
      ],
      steps: [
        {
          say: `Remove ${count(kids.length - MOST_KEYS, `${type} key`)} or more from the list: those whose last token has expired`,
        },
        {
          when: 'If that many issuers really share one list',
          say: `Sign with ${type === 'RSA' ? 'EC keys (ES256)' : 'RSA keys (RS256)'} for AWS (there may be another ${MOST_KEYS} of those), or give each group an issuer URL of its own`,
        },
      ],
      confirm: [
        {
          say: 'Count them',
          code: `${curlBody(url)} | jq '[.keys[].kty] | group_by(.) | map({(.[0]): length}) | add'`,
          language: 'sh',
        },
      ],
      stop: `Issuer: ${kids.length} ${type} keys`,
    }
  },
  page: {
    meaning: `STS reads a list of keys only up to ${MOST_KEYS} RSA keys and ${MOST_KEYS} EC keys. Beyond, all tokens of that kind fail, also those whose key is at the front, and STS says that it could not retrieve the verification key. This happens where many servers publish keys under one issuer (SPIRE, many clusters), or where old keys are never removed.`,
    tell: 'With 101 RSA keys real STS refused an RSA token whose key was the first of the list (observed on 2026-09-11). The limit for EC keys is from the documentation of AWS.',
  },
})
