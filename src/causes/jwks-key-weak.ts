// jwks-key-weak: a published RSA key is shorter than 2,048 bits.
import { IN_WORDS } from '../aws/limits.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, jwksAt } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKeyWeak = causeOf('key', {
  id: 'jwks-key-weak',
  section: 'issuer',
  title: 'the issuer publishes an RSA key that is too short',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7518', 'rfc7517'],
  matches: ({ problem }) => problem === 'weak',
  explain: (failure) => {
    const { url, kid, kids, bits } = ofProblem(failure, 'weak')
    return {
      why: `${jwksAt(url)} hold an RSA key of fewer than ${IN_WORDS.leastRsaBits} bits: ${quote(kid)} has ${bits} bits.${kids.length > 1 ? ` In all there are ${kids.length}: ${list(kids.slice(0, 8))}.` : ''} RS256 and its kin demand ${IN_WORDS.leastRsaBits} or more (RFC 7518, section 3.3). Whoever breaks a short key signs tokens in the name of the issuer. Many libraries refuse such a key; whether STS takes it is not known.`,
      fix: [
        'Make a new key and sign with it:\nopenssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out signing-key.pem',
        'Publish its public half under a new `kid`, and take the short key out when its last token has expired.',
        `Look at the keys: ${curlBody(url)}`,
      ],
    }
  },
  page: {
    meaning: `RSA keys below ${IN_WORDS.leastRsaBits} bits no longer count as safe, and the standard for signed tokens forbids them. Roles that trust this issuer are only as safe as its shortest key.`,
    tell: 'The length is counted from the published modulus (`n`). Every published key counts, not only the one that signed this token: STS would take a token signed with any of them.',
  },
})
