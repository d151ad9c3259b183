// The street at work: holds its state, hands it to its peers and its control endpoint, and takes it down again.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Certificates } from './certificates.js'
import { ConnectProxy } from './connect-proxy.js'
import { Control } from './control.js'
import { FaultBoard, type Faults } from './faults.js'
import { merge, seconds } from './http-messages.js'
import { Account, default_role_arn, type Provider, type Role } from './iam.js'
import type { Keys } from './keys.js'
import type { LogEntry } from './peer-server.js'
import { runnerEnvironment } from './runner-files.js'
import type { MintRequest, Street, StreetOptions } from './street.js'
import { Peers } from './street-peers.js'
import { defaultClaims, defaultHeader } from './token-service.js'

const action_audience = 'sts.amazonaws.com'
const token_path = '/token?api-version=2.0'

export class RunningStreet implements Street {
  readonly request_token = randomBytes(24).toString('base64url')
  readonly ca_pem: string
  readonly ca: string
  readonly #directory = mkdtempSync(join(tmpdir(), 'aws-oidc-preflight-'))
  readonly #keys: Keys
  readonly #account: Account
  readonly #peers: Peers
  readonly #control: Control
  readonly #connectProxy: ConnectProxy
  #env: Record<string, string> = {}
  #board = new FaultBoard()
  #log: LogEntry[] = []
  #jwks: unknown = null
  #public = false

  constructor(options: StreetOptions, keys: Keys, certificates: Certificates) {
    this.#keys = keys
    this.#account = new Account(() => this.issuer, options.role_arn ?? default_role_arn)
    this.ca_pem = certificates.ca_pem
    this.ca = join(this.#directory, 'ca.pem')
    writeFileSync(this.ca, this.ca_pem)
    this.#control = new Control(this)
    this.#peers = new Peers({
      keys,
      certificates,
      account: this.#account,
      request_token: this.request_token,
      issuer_path: options.issuer_path ?? '',
      is_public: () => this.#public,
      sts_now: options.sts_now ?? Date.now,
      sts_fetch_limit_ms: options.sts_fetch_limit_ms ?? 5000,
      jwks: () => this.jwks(),
      board: () => this.#board,
      log: (entry) => this.#log.push(entry),
    })
    this.#connectProxy = new ConnectProxy((host, port) => this.#peers.portFor(host, port))
  }

  async start(): Promise<this> {
    await Promise.all([this.#control.open(), this.#connectProxy.open(), this.#peers.obey({})])
    this.#env = this.environment()
    return this
  }

  get token_url(): string {
    return `${this.#peers.token.origin}${token_path}`
  }
  get issuer(): string {
    return this.#peers.issuer_url
  }
  get sts(): string {
    return this.#peers.sts.origin
  }
  get control(): string {
    return this.#control.origin
  }
  get connectProxy(): string {
    return this.#connectProxy.url
  }
  get role_arn(): string {
    return this.#account.roleArn()
  }
  get env(): Record<string, string> {
    return this.#env
  }

  environment(): Record<string, string> {
    const { token_url, request_token, issuer, sts, ca, role_arn } = this
    const peers = { token_url, request_token, issuer, sts, ca, role_arn }
    return runnerEnvironment({ directory: this.#directory, ...peers })
  }

  goPublic(): void {
    this.#public = true
    this.#peers.fetcher.forget()
  }
  connected(): readonly string[] {
    return this.#connectProxy.connected()
  }

  log(): readonly LogEntry[] {
    return [...this.#log]
  }

  async setFaults(faults: Faults): Promise<void> {
    this.#board = new FaultBoard(faults)
    this.#peers.fetcher.forget()
    await this.#peers.obey(faults)
  }

  faults(): Faults {
    return this.#board.faults
  }

  mint({ header = {}, claims = {} }: MintRequest = {}): string {
    const named = header['kid'] ?? header['alg'] ?? 'RS256'
    const plain = { ...defaultHeader(), kid: named, alg: header['alg'] ?? 'RS256' }
    if (typeof claims === 'string') return this.#keys.sign(merge<unknown>(plain, header), claims)
    const skew = (this.#board.faults.clock?.token ?? 0) * 1000
    const now = seconds(() => Date.now() + skew)
    const all = merge<unknown>(defaultClaims(this.issuer, action_audience, now), claims)
    return this.#keys.sign(merge<unknown>(plain, header), JSON.stringify(all))
  }

  setTrustPolicy(policy: unknown): void {
    this.#account.setTrustPolicy(policy)
  }
  trustPolicy(): unknown {
    return this.#account.iam().trust_policy
  }
  setProvider(provider: Provider | null | undefined): void {
    this.#account.setProvider(provider)
  }
  setRole(role: Partial<Role> | null): void {
    this.#account.setRole(role)
  }

  setJwks(document: unknown): void {
    this.#jwks = document
    this.#peers.fetcher.forget()
  }
  jwks(): unknown {
    return this.#jwks ?? this.#keys.set()
  }

  async reset(): Promise<void> {
    this.#public = false
    this.#connectProxy.forget()
    this.#account.reset()
    this.setJwks(null)
    this.#log = []
    await this.setFaults({})
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.#control.close(),
      this.#connectProxy.close(),
      ...this.#peers.all().map(([, peer]) => peer.close()),
    ])
    rmSync(this.#directory, { recursive: true, force: true })
  }
}
