// jwks-redirected: the URL that the discovery document names for the keys redirects.
import { isRedirect } from '../aws/http-answers.js'
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainRedirected, NO_REDIRECTS } from './shared/issuer-document.js'

export const jwksRedirected = causeOf('http', {
  id: 'jwks-redirected',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's keys are redirected",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'rfc7517'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === 'jwks' && isRedirect(failure),
  explain: explainRedirected,
  page: {
    meaning: `The discovery document names a URL for the keys that does not serve them, but redirects. The keys have to be at the named URL, with status 200. ${NO_REDIRECTS}`,
    tell: 'The finding shows the status and the target. Usually it is enough to name the target in `jwks_uri`. If the discovery document itself is redirected, see discovery-redirected.',
  },
})
