// token-algorithm-unsupported: the token is signed with an algorithm that STS does not support.
import { ALGORITHMS } from '../aws/jwk.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

export const tokenAlgorithmUnsupported = causeOf('token', {
  id: 'token-algorithm-unsupported',
  section: 'token',
  atIssuer: true,
  title: 'the token is signed with an algorithm that STS does not support',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'rfc7518'],
  explains: ['token-malformed', 'token-rejected', 'provider-keys-unretrievable'],
  matches: ({ problem }) => problem === 'algorithm',
  explain: (failure, { token }) => {
    const { alg } = ofProblem(failure, 'algorithm')
    return {
      headline:
        alg === undefined
          ? 'the token names no algorithm (`alg`) that it is signed with'
          : `the token is signed with ${quote(alg, 60)}, which STS does not support`,
      shown: [
        {
          show: 'values',
          values: [
            ...(token ? [{ name: 'issuer', value: token.issuer }] : []),
            { name: 'supported', value: ALGORITHMS.join(', ') },
          ],
        },
      ],
      steps: [
        {
          say: 'Let the issuer sign its ID tokens with RS256, which every service accepts, and publish that key in its JWKS before it signs with it',
        },
        {
          say: 'Name it in the discovery document too',
          code: '"id_token_signing_alg_values_supported": ["RS256"]',
          language: 'json',
        },
      ],
      stop: 'Token: `alg`',
    }
  },
  page: {
    meaning:
      'STS verifies RSA signatures with PKCS #1 v1.5 padding (RS256, RS384, RS512) and ECDSA on the NIST curves (ES256, ES384, ES512). It supports neither RSA-PSS (PS256 …), EdDSA, ES256K, nor shared secrets (HS256 …), and never an unsigned token (`none`).',
    tell: 'The header of the token itself says it. STS has no sentence of its own for this: it says that the token is not a valid JWT, or refuses it in general words.',
  },
})
