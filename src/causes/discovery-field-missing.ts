// discovery-field-missing: the discovery document lacks fields that STS asks for, or has them in a wrong form.
import type { DiscoveryField } from '../model.js'
import { count, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, NO_KEY } from './shared/issuer.js'

export const discoveryFieldMissing = causeOf('discovery-field', {
  id: 'discovery-field-missing',
  section: 'issuer',
  title: 'the discovery document lacks a field that AWS needs',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider'],
  explains: NO_KEY,
  matches: ({ fields }) => fields.every(({ problem }) => problem !== 'differs'),
  explain: ({ url, fields }) => ({
    why: `The discovery document at ${quote(url)} is not as AWS needs it: ${fields.map(describeField).join('; ')}. Without ${fields.length === 1 ? 'it' : 'them'}, STS answers that it could not retrieve the verification key.`,
    fix: [
      `Let the document hold (${count(fields.length, 'line')}, beside what is there):\n${fields.map(({ field, want }) => `"${field}": ${want}`).join(',\n')}`,
      `Look again: ${curlBody(url)}`,
    ],
  }),
  page: {
    meaning:
      'AWS documents that the discovery document must hold issuer, jwks_uri, response_types_supported, subject_types_supported and id_token_signing_alg_values_supported. Issuers that were made for something else than OpenID Connect login often leave some out. `jwks_uri` has to be an https URL.',
    tell: 'The missing fields stand in the finding, with a value that fits. Where `issuer` is there but says something else than the token, see discovery-issuer-mismatch.',
  },
})

function describeField({ field, problem, got }: DiscoveryField): string {
  if (problem === 'missing') return `${list([field])} is missing`
  if (problem === 'not-https') return `${list([field])} is ${quote(got)}, which is no https URL`
  return `${list([field])} is ${quote(got)}, which is of the wrong type`
}
