// token-algorithm-unsupported: the token is signed with an algorithm that STS does not take.
import { ALGORITHMS } from '../aws/jwk.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

export const tokenAlgorithmUnsupported = causeOf('token', {
  id: 'token-algorithm-unsupported',
  section: 'token',
  title: 'the token is signed with an algorithm that STS does not take',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'rfc7518'],
  explains: ['token-malformed', 'token-rejected', 'provider-keys-unretrievable'],
  matches: ({ problem }) => problem === 'algorithm',
  explain: (failure, { token }) => ({
    why: `The token is signed with ${quote(oneLine(ofProblem(failure, 'algorithm').alg ?? 'none given'))}, and STS takes ${list(ALGORITHMS)} only. The issuer ${quote(token?.issuer ?? '')} chose it.`,
    fix: [
      'Let the issuer sign its ID tokens with RS256, which every party takes, and publish that key in its JWKS before it signs with it.',
      'Name it in the discovery document too: "id_token_signing_alg_values_supported": ["RS256"]',
    ],
  }),
  page: {
    meaning:
      'STS verifies RSA signatures of the older kind (RS256, RS384, RS512) and ECDSA on the curves of NIST (ES256, ES384, ES512). It takes neither RSA-PSS (PS256 …), EdDSA, ES256K, nor shared secrets (HS256 …), and never an unsigned token (`none`).',
    tell: 'The header of the token itself says it. STS has no sentence of its own for this: it calls the token no valid JWT, or refuses it in general words.',
  },
})
