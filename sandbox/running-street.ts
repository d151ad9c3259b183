// The running street: holds its state, hands it to its servers and its control endpoint, and shuts them down.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Certificates } from './certificates.js'
import { ConnectProxy } from './connect-proxy.js'
import { Control } from './control.js'
import { FaultBoard } from './fault-board.js'
import type { Faults } from './faults.js'
import { merge, seconds } from './http-messages.js'
import { Account, DEFAULT_ROLE_ARN, type OtherRole, type Provider, type Role } from './iam.js'
import type { Keys } from './keys.js'
import type { LogEntry } from './peer-server.js'
import { runnerEnvironment } from './runner-files.js'
import type { MintRequest, Street, StreetOptions } from './street.js'
import { Peers } from './street-peers.js'
import { defaultClaims, defaultHeader } from './token-service.js'

const ACTION_AUDIENCE = 'sts.amazonaws.com'
const TOKEN_PATH = '/token?api-version=2.0'

export class RunningStreet implements Street {
  readonly requestToken = randomBytes(24).toString('base64url')
  readonly caPem: string
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
  #given = new Set<string>()
  #jwks: unknown = null
  #public = false

  constructor(options: StreetOptions, keys: Keys, certificates: Certificates) {
    this.#keys = keys
    this.#account = new Account(() => this.issuer, options.roleArn ?? DEFAULT_ROLE_ARN)
    this.caPem = certificates.caPem
    this.ca = join(this.#directory, 'ca.pem')
    writeFileSync(this.ca, this.caPem)
    this.#control = new Control(this)
    this.#peers = new Peers({
      keys,
      certificates,
      account: this.#account,
      requestToken: this.requestToken,
      issuerPath: options.issuerPath ?? '',
      isPublic: () => this.#public,
      stsNow: options.stsNow ?? Date.now,
      inFrontOf: options.inFrontOf,
      stsFetchLimitMs: options.stsFetchLimitMs ?? 5000,
      jwks: () => this.jwks(),
      board: () => this.#board,
      give: (secret) => this.#given.add(secret),
      log: (entry) => {
        this.#log.push(entry)
        options.onAnswer?.(entry)
      },
    })
    this.#connectProxy = new ConnectProxy(
      (host, port) => this.#peers.portFor(host, port),
      () => this.#board.take('connect')?.wire({ status: 200, headers: {}, body: '' }),
    )
  }

  async start(): Promise<this> {
    await Promise.all([this.#control.open(), this.#connectProxy.open(), this.#peers.obey({})])
    this.#env = this.environment()
    return this
  }

  get tokenUrl(): string {
    return `${this.#peers.token.origin}${TOKEN_PATH}`
  }
  get issuer(): string {
    return this.#peers.issuerUrl
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
  get roleArn(): string {
    return this.#account.roleArn()
  }
  get env(): Record<string, string> {
    return this.#env
  }

  environment(): Record<string, string> {
    const { tokenUrl, requestToken, issuer, sts, ca, roleArn } = this
    const peers = { tokenUrl, requestToken, issuer, sts, ca, roleArn }
    return runnerEnvironment({ directory: this.#directory, ...peers })
  }

  goPublic(): void {
    this.#public = true
    this.#peers.fetcher.forget()
  }
  connected(): readonly string[] {
    return this.#connectProxy.connected()
  }

  secrets(): readonly string[] {
    return [this.requestToken, ...this.#given]
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
    const all = merge<unknown>(defaultClaims(this.issuer, ACTION_AUDIENCE, now), claims)
    return this.#keys.sign(merge<unknown>(plain, header), JSON.stringify(all))
  }

  setTrustPolicy(policy: unknown): void {
    this.#account.setTrustPolicy(policy)
  }
  trustPolicy(): unknown {
    return this.#account.iam().trustPolicy
  }
  setProvider(provider: Provider | null | undefined): void {
    this.#account.setProvider(provider)
  }
  setOtherRoles(roles: readonly OtherRole[]): void {
    this.#account.setOtherRoles(roles)
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
    this.#given = new Set()
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
