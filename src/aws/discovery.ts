// Where an issuer's discovery document is (OpenID Connect Discovery 1.0, section 4), and who is asked for its documents.
import type { IssuerPeer, Peer } from '../model.js'
import { withoutSlash } from './url.js'

export const WELL_KNOWN = '/.well-known/openid-configuration'

/** Below the issuer, its path included. */
export function discoveryUrl(issuer: string): string {
  return `${withoutSlash(issuer)}${WELL_KNOWN}`
}

/** Asked for a document of the issuer: at an address that a token or a document names, and that may be anybody's. */
export function isIssuer(peer: Peer): peer is IssuerPeer {
  return peer === 'discovery' || peer === 'jwks'
}
