// The street as its users see it: its options, and how GitHub's token service, an OIDC issuer and AWS STS on loopback are broken and read.

import type { Certificates } from './certificates.js'
import type { Faults } from './faults.js'
import type { Clock } from './http-messages.js'
import type { OtherRole, Provider, Role } from './iam.js'
import type { Keys } from './keys.js'
import type { LogEntry } from './peer-server.js'

export interface StreetOptions {
  /** Given by tests, which share one set among many streets. */
  keys?: Keys
  /** Shared by streets that one run trusts. */
  certificates?: Certificates
  roleArn?: string
  /** An issuer with a path, as GitHub gives an enterprise: '/octo-enterprise'. */
  issuerPath?: string
  /** The clock of STS; conformance replays observed times. */
  stsNow?: Clock
  /** What STS allows discovery and keys together; AWS's own is about 5 s. */
  stsFetchLimitMs?: number
  /** Opens a way to the port of a peer that runners speak to, such as one of long round trips, and tells the port where it begins. */
  inFrontOf?: (port: number) => Promise<number>
  /** Told of each answer when it has been sent. */
  onAnswer?: (entry: LogEntry) => void
}

export interface MintRequest {
  /** Merged over the default header; null removes a member. The key is the one that kid names, else alg's. */
  header?: Record<string, unknown>
  /** Merged over the default claims, null removes a member; or the raw JSON text of all claims. */
  claims?: Record<string, unknown> | string
}

export interface Street {
  /** What ACTIONS_ID_TOKEN_REQUEST_URL holds. */
  readonly tokenUrl: string
  readonly requestToken: string
  readonly issuer: string
  readonly sts: string
  /** URL of a proxy (CONNECT only) that leads the real host names of STS and of GitHub's issuer here. */
  readonly connectProxy: string
  /** The control endpoint, plain http. */
  readonly control: string
  /** Path of the authority's certificate. */
  readonly ca: string
  readonly caPem: string
  readonly roleArn: string
  /** Environment of a run of the built action, with files of its own. */
  readonly env: Readonly<Record<string, string>>
  /** The same for another run: fresh files at every call. */
  environment(): Record<string, string>
  /** From now on the issuer goes by GitHub's own name, and is to be reached by the proxy; until the next reset. */
  goPublic(): void
  /** `host:port` of each CONNECT that the proxy has seen since the last reset. */
  connected(): readonly string[]
  /** All that must not be shown: the request token, and each token and key that a peer has given out or was sent since the last reset. */
  secrets(): readonly string[]
  /** Requests seen since the start or the last reset, in order of their answers. */
  log(): readonly LogEntry[]
  /** Replaces all faults, starts their counts anew, drops connections, and what STS has cached. */
  setFaults(faults: Faults): Promise<void>
  faults(): Faults
  mint(request?: MintRequest): string
  /** undefined: as at the start. */
  setTrustPolicy(policy: unknown): void
  trustPolicy(): unknown
  /** null: none; undefined: as at the start. */
  setProvider(provider: Provider | null | undefined): void
  /** null: no such role. */
  setRole(role: Partial<Role> | null): void
  /** Roles beside that one, in any account. */
  setOtherRoles(roles: readonly OtherRole[]): void
  /** Served in place of the issuer's own key set; null: its own again. STS forgets what it has cached. */
  setJwks(document: unknown): void
  jwks(): unknown
  /** Everything as it was at the start. */
  reset(): Promise<void>
  stop(): Promise<void>
}
