// discovery-redirected: the issuer answers the request for its discovery document with a redirect.
import { WELL_KNOWN } from '../aws/discovery.js'
import { isRedirect } from '../aws/http-answers.js'
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainRedirected, NO_REDIRECTS } from './shared/issuer-document.js'

export const discoveryRedirected = causeOf('http', {
  id: 'discovery-redirected',
  section: 'issuer',
  atIssuer: true,
  title: 'the discovery document is redirected',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === 'discovery' && isRedirect(failure),
  explain: explainRedirected,
  page: {
    meaning: `The discovery document has to be served at exactly \`<issuer>${WELL_KNOWN}\`, with status 200. The server redirects instead, mostly to add a slash or \`www.\`, to another host after a move, or to a login page. ${NO_REDIRECTS}`,
    tell: 'The finding shows the status and the target. A target that looks like a login says that the path is protected. If the keys are redirected instead, see jwks-redirected.',
  },
})
