// Where an issuer's discovery document is (OpenID Connect Discovery 1.0, section 4).
import { withoutSlash } from './url.js'

export const WELL_KNOWN = '/.well-known/openid-configuration'

/** Below the issuer, its path included. */
export function discoveryUrl(issuer: string): string {
  return `${withoutSlash(issuer)}${WELL_KNOWN}`
}
