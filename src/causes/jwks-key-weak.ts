// jwks-key-weak: a published RSA key is shorter than 2,048 bits.
import { IN_WORDS } from '../aws/limits.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { lookAtKeys } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKeyWeak = causeOf('key', {
  id: 'jwks-key-weak',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer publishes an RSA key that is too short',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7518', 'rfc7517'],
  matches: ({ problem }) => problem === 'weak',
  explain: (failure) => {
    const { url, kid, kids, bits } = ofProblem(failure, 'weak')
    return {
      headline: `the issuer's RSA key ${quote(kid, 60)} has only ${bits} bits`,
      shown: [
        {
          show: 'sentence',
          say: `RS256 requires at least ${IN_WORDS.leastRsaBits} bits. Whoever breaks a short key can sign tokens in the issuer's name.`,
        },
      ],
      steps: [
        {
          say: 'Create a new key and sign with it',
          code: 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out signing-key.pem',
          language: 'sh',
        },
        {
          say: 'Publish its public half under a new `kid`, and remove the short key when its last token has expired',
        },
      ],
      confirm: [lookAtKeys(url)],
      folded:
        kids.length > 1
          ? [
              {
                title: `All ${kids.length} short keys`,
                blocks: [{ show: 'sentence', say: `${list(kids.slice(0, 20))}.` }],
              },
            ]
          : [],
      stop: `Issuer: key ${quote(kid, 60)}`,
    }
  },
  page: {
    meaning: `RSA keys below ${IN_WORDS.leastRsaBits} bits no longer count as safe, and the standard for signed tokens forbids them (RFC 7518, section 3.3). Many libraries refuse such a key; whether STS accepts it is not known. Roles that trust this issuer are only as safe as its shortest key.`,
    tell: 'The length is counted from the published modulus (`n`). Every published key counts, not only the one that signed this token: STS would accept a token signed with any of them.',
  },
})
