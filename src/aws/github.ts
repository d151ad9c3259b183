// GitHub as issuer: which servers are its cloud, and which issuer signs for each (GitHub docs, OpenID Connect reference).
import type { RunContext } from '../model.js'
import { authorityOf } from './url.js'

/** Tenants of GitHub Enterprise Cloud with data residency have hosts of their own below it. */
const TENANTS = '.ghe.com'

/** Run by GitHub, and no server of one's own. */
export function isGitHubCloud(serverUrl: string): boolean {
  const host = serverHost(serverUrl)
  return host === 'github.com' || host?.endsWith(TENANTS) === true
}

/** The issuer of github.com. */
export const CLOUD_ISSUER = 'https://token.actions.githubusercontent.com'

/** The issuer that signs a runner's tokens, where the runner tells it; else empty. */
export function issuerOfRunner({ onRunner, serverUrl }: RunContext): string {
  const host = serverHost(serverUrl)
  if (!onRunner || host === undefined) return ''
  if (host === 'github.com') return CLOUD_ISSUER
  return host.endsWith(TENANTS) ? `https://token.actions.${host}` : `${serverUrl}/_services/token`
}

function serverHost(serverUrl: string): string | undefined {
  return serverUrl.startsWith('https://') ? authorityOf(serverUrl) : undefined
}

/** A host of GitHub's cloud: it has certificates of public authorities. */
export function isGitHubHost(host: string): boolean {
  return /(^|\.)(actions\.githubusercontent\.com|ghe\.com)$/i.test(host)
}
