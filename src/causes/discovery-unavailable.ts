// discovery-unavailable: the issuer answers the request for its discovery document with an error.
import { WELL_KNOWN } from '../aws/discovery.js'
import { isRedirect } from '../aws/http-answers.js'
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainUnavailable, retryOfStatus } from './shared/issuer-http.js'

export const discoveryUnavailable = causeOf('http', {
  id: 'discovery-unavailable',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer does not serve its discovery document',
  severity: 'error',
  retry: retryOfStatus,
  certainty: 'certain',
  docs: ['oidcDiscovery', 'repostInvalidToken', 'iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === 'discovery' && !isRedirect(failure),
  explain: explainUnavailable,
  page: {
    meaning: `Every issuer publishes a small JSON document at \`<issuer>${WELL_KNOWN}\`, which names where its keys are. STS begins there. The server answered, but with an error.`,
    tell: '404: the path is wrong, or the issuer is configured under another URL. 401 or 403: the path is protected; with a web page in the body, by a web application firewall. 429: the issuer throttles its callers, STS among them. 5xx: a fault of the server. A redirect is discovery-redirected; a 200 that cannot be read is discovery-malformed.',
  },
})
