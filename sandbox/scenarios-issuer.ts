// Scenarios of the issuer and its documents (section 3 of the catalogue).
import type { Scenario } from './scenario.js'
import type { Street } from './street.js'

const LOGIN_PAGE = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><title>Sign in</title></html>',
}

/** The issuer's discovery document, with these members changed; undefined takes one away. */
export function discoveryOf({ issuer }: Street, change: Record<string, unknown>): string {
  return JSON.stringify({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...change,
  })
}

const tls = (
  id: string,
  what: string,
  fault: NonNullable<NonNullable<Scenario['faults']>>,
  exit: 0 | 1 = 1,
): Scenario => ({
  id,
  what,
  exit,
  faults: fault,
  variables: { 'INPUT_DISABLE-RETRY': 'true' },
})

const NO_ISSUER = `https://${'no-such-issuer-'.repeat(5)}.invalid`

export const ISSUER_SCENARIOS: readonly Scenario[] = [
  {
    id: 'issuer-url-invalid',
    what: 'a token whose issuer is not https',
    exit: 1,
    faults: { token: { claims: { iss: 'http://issuer.example.com' } } },
  },
  {
    id: 'issuer-dns-failure',
    what: 'an issuer whose name does not exist',
    exit: 1,
    faults: { token: { claims: { iss: NO_ISSUER } } },
    variables: { INPUT_ISSUER: NO_ISSUER, 'INPUT_DISABLE-RETRY': 'true' },
    setUp: (street) => street.setProvider({ url: NO_ISSUER, clientIds: ['sts.amazonaws.com'] }),
  },
  {
    id: 'issuer-private-address',
    what: 'an issuer inside a private network, with the real STS in mind',
    exit: 1,
    variables: { 'INPUT_STS-ENDPOINT': null, 'INPUT_ROLE-TO-ASSUME': null },
  },
  {
    id: 'issuer-unreachable',
    what: 'the issuer refuses connections',
    exit: 1,
    faults: { down: { issuer: true } },
    variables: { 'INPUT_DISABLE-RETRY': 'true' },
  },
  {
    id: 'issuer-proxy-failure',
    what: 'a proxy that is down, between the runner and the issuer',
    exit: 1,
    variables: {
      HTTPS_PROXY: 'http://someone:secret@127.0.0.1:9',
      INPUT_ISSUER: NO_ISSUER,
      'INPUT_WEB-IDENTITY-TOKEN-FILE': 'token.jwt',
      'INPUT_ROLE-TO-ASSUME': null,
      'INPUT_DISABLE-RETRY': 'true',
    },
    files: (street) => ({
      'token.jwt': street.mint({ claims: { iss: NO_ISSUER } }),
    }),
  },
  tls('issuer-tls-untrusted', 'a certificate that signed itself', { tls: { issuer: 'untrusted' } }),
  tls('issuer-tls-chain-incomplete', 'an intermediate certificate that is not sent', {
    tls: { issuer: 'incomplete' },
  }),
  tls('issuer-tls-expired', 'a certificate that has expired', { tls: { issuer: 'expired' } }),
  tls('issuer-tls-name-mismatch', 'a certificate for another host', {
    tls: { issuer: 'wrong-name' },
  }),
  tls(
    'issuer-tls-expires-soon',
    'a certificate that ends in days',
    { tls: { issuer: 'expires-soon' } },
    0,
  ),
  {
    id: 'discovery-unavailable',
    what: 'no discovery document at the path',
    exit: 1,
    faults: {
      discovery: { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' },
    },
  },
  {
    id: 'jwks-unavailable',
    what: 'a firewall for web applications before the keys',
    exit: 1,
    faults: {
      jwks: {
        status: 403,
        headers: { 'content-type': 'text/html' },
        body: '<html>Request blocked</html>',
      },
    },
  },
  {
    id: 'discovery-redirected',
    what: 'a discovery document that has moved',
    exit: 1,
    faults: {
      discovery: { status: 301, headers: { location: 'https://login.example.com/' }, body: '' },
    },
  },
  {
    id: 'jwks-redirected',
    what: 'keys that have moved',
    exit: 1,
    faults: {
      jwks: { status: 302, headers: { location: 'https://cdn.example.com/jwks' }, body: '' },
    },
  },
  {
    id: 'discovery-malformed',
    what: 'a login page in place of the discovery document',
    exit: 1,
    faults: { discovery: LOGIN_PAGE },
  },
  {
    id: 'jwks-malformed',
    what: 'a login page in place of the keys',
    exit: 1,
    faults: { jwks: LOGIN_PAGE },
  },
  {
    id: 'discovery-issuer-mismatch',
    what: 'a discovery document that names its issuer with a slash more',
    exit: 1,
    faults: (street) => ({
      discovery: { body: discoveryOf(street, { issuer: `${street.issuer}/` }) },
    }),
  },
  {
    id: 'discovery-field-missing',
    what: 'a discovery document without response_types_supported',
    exit: 1,
    faults: (street) => ({
      discovery: { body: discoveryOf(street, { response_types_supported: undefined }) },
    }),
  },
  {
    id: 'issuer-slow',
    what: 'keys that take two and a half seconds',
    exit: 0,
    // STS has them at once: two slow looks on a busy machine may take more than STS waits.
    faults: { jwks: { delayMs: 2500 }, stsFetch: { delayMs: 0 } },
  },
  {
    id: 'issuer-unchecked',
    what: 'keys that are still on their way to the runner when the step must end, though STS has them',
    exit: 0,
    faults: { jwks: { hang: true }, stsFetch: { hang: false } },
    variables: { 'INPUT_ACTION-TIMEOUT-S': '2' },
  },
  {
    id: 'jwks-not-cacheable',
    what: 'keys sent with Cache-Control: no-cache',
    exit: 0,
    faults: { jwks: { headers: { 'cache-control': 'no-cache' } } },
  },
  {
    id: 'discovery-not-cacheable',
    what: 'a discovery document sent with Cache-Control: no-store',
    exit: 0,
    faults: { discovery: { headers: { 'cache-control': 'no-store' } } },
  },
  {
    id: 'jwks-cache-short',
    what: 'keys that may be cached for 30 seconds',
    exit: 0,
    faults: { jwks: { headers: { 'cache-control': 'public, max-age=30' } } },
  },
]
