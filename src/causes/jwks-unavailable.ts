// jwks-unavailable: the URL that the discovery document names for the keys answers with an error.
import { isRedirect } from '../aws/http-answers.js'
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainUnavailable, retryOfStatus } from './shared/issuer-http.js'

export const jwksUnavailable = causeOf('http', {
  id: 'jwks-unavailable',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer does not serve its keys',
  severity: 'error',
  retry: retryOfStatus,
  certainty: 'certain',
  docs: ['oidcDiscovery', 'repostInvalidToken', 'rfc7517'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === 'jwks' && !isRedirect(failure),
  explain: explainUnavailable,
  page: {
    meaning:
      'The discovery document names in `jwks_uri` where the public keys are (JSON Web Key Set, JWKS). Without them nobody can verify a token. The server that was named answered with an error.',
    tell: 'The discovery document itself was served; only the second step failed. 404: `jwks_uri` names a wrong path. 403 with a web page: a firewall. 429: the issuer throttles its callers, which often follows from jwks-not-cacheable. 5xx: a fault of the server.',
  },
})
