// discovery-malformed: what the issuer serves as its discovery document cannot be read as one.
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainMalformed } from './shared/issuer-document.js'

export const discoveryMalformed = causeOf('document', {
  id: 'discovery-malformed',
  section: 'issuer',
  atIssuer: true,
  title: 'the discovery document is not a JSON object',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: ({ peer }) => peer === 'discovery',
  explain: explainMalformed,
  page: {
    meaning:
      'The discovery document has to be one JSON object. Something else was served with status 200: usually a web page, such as a login page, or an app that answers every path with its start page.',
    tell: 'The content type and the first characters stand in the finding. A JSON object that lacks fields is discovery-field-missing; an error status is discovery-unavailable.',
  },
})
