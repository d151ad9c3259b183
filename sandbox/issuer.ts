// The OIDC issuer of the street: its discovery document and its keys; a function of the call, no socket.
import { type Answer, type Call, json } from './http-messages.js'
import { jobClaims } from './job.js'

export interface IssuerOptions {
  /** The issuer's URL, maybe with a path, as an enterprise of GitHub's has it. */
  issuer: () => string
  /** What is served as the key set: any JSON at all. */
  jwks: () => unknown
}

const DISCOVERY_PATH = '/.well-known/openid-configuration'
const JWKS_PATH = '/.well-known/jwks'
const CACHING = { 'cache-control': 'public, max-age=3600' }

/** Which of the two documents a call asks for; the faults of the street go by this. */
export function documentOf(options: IssuerOptions, call: Call): 'discovery' | 'jwks' | undefined {
  const base = new URL(options.issuer()).pathname.replace(/\/$/, '')
  if (call.path === `${base}${DISCOVERY_PATH}`) return 'discovery'
  // GitHub serves the keys at the root, also where the issuer has a path.
  return call.path === JWKS_PATH ? 'jwks' : undefined
}

function discoveryDocument(issuer: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${new URL(issuer).origin}${JWKS_PATH}`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...supported()],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  }
}

const supported = (): string[] => Object.keys(jobClaims()).filter((claim) => claim !== 'sub')

export async function answerIssuer(options: IssuerOptions, call: Call): Promise<Answer> {
  if (call.method !== 'GET' && call.method !== 'HEAD') {
    return json(405, { message: 'Method Not Allowed' })
  }
  switch (documentOf(options, call)) {
    case 'discovery':
      return json(200, discoveryDocument(options.issuer()), CACHING)
    case 'jwks':
      return json(200, options.jwks(), CACHING)
    case undefined:
      return json(404, { message: 'Not Found' })
  }
}
