// Does the discovery document hold what AWS needs, and does it name the token's issuer?

import { withoutSlash } from '../aws/url.js'
import type { DiscoveryField, DiscoveryName, Failure, Known } from '../model.js'
import { jsonOf } from '../text.js'
import type { Check } from './check.js'

type Document = Readonly<Record<string, unknown>>

export const discoveryFields: Check = {
  id: 'discovery-fields',
  title: 'The discovery document is complete',
  asked: ({ issuer }) => issuer?.discovery.result.ok === true,
  judge(known) {
    const { discovery } = known.issuer ?? {}
    if (!discovery?.result.ok) return []
    const fields = wrongFields(discovery.result.value, known)
    const differing = fields.filter(({ problem }) => problem === 'differs')
    const lacking = fields.filter(({ problem }) => problem !== 'differs')
    return [differing, lacking].flatMap((some): Failure[] =>
      some.length === 0 ? [] : [{ kind: 'discovery-field', url: discovery.url, fields: some }],
    )
  },
}

function wrongFields(document: Document, known: Known): DiscoveryField[] {
  const alg = known.token?.header['alg']
  return [
    issuerField(document, known),
    jwksField(document, known),
    listField(document, 'response_types_supported', ['id_token']),
    listField(document, 'subject_types_supported', ['public']),
    listField(document, 'id_token_signing_alg_values_supported', [
      typeof alg === 'string' ? alg : 'RS256',
    ]),
  ].filter((field) => field !== undefined)
}

/** Without a token there is nobody to say which spelling is the right one, so a slash is let pass. */
function issuerField(document: Document, { token, issuer }: Known): DiscoveryField | undefined {
  const { issuer: said } = document
  const want = token?.issuer ?? issuer?.url ?? ''
  if (typeof said !== 'string') return wrongField('issuer', said, jsonOf(want))
  const equal = token ? said === want : withoutSlash(said) === withoutSlash(want)
  return equal ? undefined : { field: 'issuer', problem: 'differs', want, got: said }
}

function jwksField(document: Document, { issuer }: Known): DiscoveryField | undefined {
  const { jwks_uri: said } = document
  const want = jsonOf(`${withoutSlash(issuer?.url ?? '')}/.well-known/jwks`)
  if (typeof said !== 'string') return wrongField('jwks_uri', said, want)
  return /^https:\/\/[^\s/]/i.test(said)
    ? undefined
    : { field: 'jwks_uri', problem: 'not-https', want, got: said }
}

/** `null` passes: AWS was seen to take it (hashicorp/vault pull request 7533). */
function listField(
  document: Document,
  field: DiscoveryName,
  usual: readonly string[],
): DiscoveryField | undefined {
  const said = document[field]
  return said === null || Array.isArray(said) ? undefined : wrongField(field, said, jsonOf(usual))
}

function wrongField(field: DiscoveryName, said: unknown, want: string): DiscoveryField {
  const got = said === undefined ? '' : jsonOf(said)
  return { field, problem: said === undefined ? 'missing' : 'wrong-type', want, got }
}
