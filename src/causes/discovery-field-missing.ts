// discovery-field-missing: the discovery document lacks fields that STS asks for, or has them in a wrong form.
import type { Block, DiscoveryField, Step } from '../model.js'
import { list, quote, sanitise } from '../text.js'
import { causeOf } from './cause.js'
import { lookAgain, NO_KEY_ANYWHERE, stopAt } from './shared/issuer.js'

export const discoveryFieldMissing = causeOf('discovery-field', {
  id: 'discovery-field-missing',
  section: 'issuer',
  atIssuer: true,
  title: 'the discovery document lacks a field that AWS needs',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: ({ fields }) => fields.every(({ problem }) => problem !== 'differs'),
  explain: ({ url, fields }) => ({
    headline: fieldsHeadline(fields),
    shown: [
      ...wrongValues(fields),
      {
        show: 'sentence',
        say: `${consequence(fields)}, STS says that it could not retrieve the verification key.`,
      },
    ],
    steps: [fieldStep(url, fields)],
    confirm: [lookAgain(url)],
    stop: stopAt('discovery'),
  }),
  page: {
    meaning:
      'AWS documents that the discovery document must hold issuer, jwks_uri, response_types_supported, subject_types_supported and id_token_signing_alg_values_supported. Issuers that were made for something else than OpenID Connect login often leave some out. `jwks_uri` has to be an https URL.',
    tell: 'The missing fields stand in the finding, with a value that fits. If `issuer` is there but says something else than the token, see discovery-issuer-mismatch.',
  },
})

const isMissing = ({ problem }: DiscoveryField): boolean => problem === 'missing'

function fieldsHeadline(fields: readonly DiscoveryField[]): string {
  const whose = "the issuer's discovery document"
  const [first] = fields
  if (fields.every(isMissing)) return `${whose} lacks ${list(fields.map(({ field }) => field))}`
  if (fields.length > 1 || !first)
    return `${whose} lacks ${fields.length} fields that AWS needs, or has them wrong`
  return first.problem === 'not-https'
    ? `${quote(first.field)} in ${whose} is not an https URL`
    : `${quote(first.field)} in ${whose} has the wrong type`
}

function consequence(fields: readonly DiscoveryField[]): string {
  if (!fields.every(isMissing)) return 'With that'
  return fields.length === 1 ? 'Without it' : 'Without them'
}

/** What stands there in the place of what is wanted. */
function wrongValues(fields: readonly DiscoveryField[]): Block[] {
  if (fields.every(isMissing)) return []
  const values = fields.map((one) => ({
    name: one.field,
    value: isMissing(one) ? '(missing)' : one.got,
  }))
  return [{ show: 'values', values }]
}

function fieldStep(url: string, fields: readonly DiscoveryField[]): Step {
  const verb = fields.every(isMissing) ? 'Add' : fields.some(isMissing) ? 'Put' : 'Correct'
  const lines = fields.length === 1 ? 'this line' : `these ${fields.length} lines`
  const place = verb === 'Add' ? 'to' : verb === 'Put' ? 'into' : 'in'
  return {
    say: `${verb} ${lines} ${place} ${quote(url)}`,
    code: sanitise(fields.map(({ field, want }) => `"${field}": ${want}`).join(',\n')),
    language: 'json',
    ...(fields.some(isAboutKeys) ? { then: WHERE_KEYS_ARE } : {}),
  }
}

/** Where the keys are, no other field says. */
function isAboutKeys({ field }: DiscoveryField): boolean {
  return field === 'jwks_uri'
}

const WHERE_KEYS_ARE = 'For `jwks_uri`, put the URL at which the issuer really serves its keys.'
