// The street's four HTTPS servers wired to their request handlers: token service, issuer (one for runners, one for STS), STS.
import { type Certificates, PUBLIC_ISSUER } from './certificates.js'
import type { FaultBoard } from './fault-board.js'
import type { Faults, HttpFault } from './faults.js'
import type { Call, Clock } from './http-messages.js'
import type { Account } from './iam.js'
import { answerIssuer, documentOf } from './issuer.js'
import type { Keys } from './keys.js'
import { type LogEntry, PeerServer } from './peer-server.js'
import type { StreetOptions } from './street.js'
import { answerSts, parameters } from './sts.js'
import { IssuerFetcher } from './sts-fetch.js'
import { Sessions } from './sts-sessions.js'
import { answerToken } from './token-service.js'

type Peer = LogEntry['peer']

/** The secrets of a session in STS's answer. */
const KEYS = /<(SecretAccessKey|SessionToken)>([^<]*)<\//g

export interface PeersOptions {
  keys: Keys
  certificates: Certificates
  account: Account
  requestToken: string
  issuerPath: string
  /** The issuer goes by GitHub's own name. */
  isPublic: () => boolean
  stsNow: Clock
  stsFetchLimitMs: number
  inFrontOf: StreetOptions['inFrontOf']
  jwks: () => unknown
  board: () => FaultBoard
  log: (entry: LogEntry) => void
  /** Told of each secret that is given out, or sent. */
  give: (secret: string) => void
}

export class Peers {
  readonly token: PeerServer
  readonly issuer: PeerServer
  /** The issuer as the internet sees it: what only the runner's network does to TLS is not met here. */
  readonly issuerForSts: PeerServer
  readonly sts: PeerServer
  readonly fetcher: IssuerFetcher
  readonly #options: PeersOptions

  constructor(options: PeersOptions) {
    this.#options = options
    this.fetcher = new IssuerFetcher({
      caPem: options.certificates.caPem,
      limitMs: options.stsFetchLimitMs,
      route: (url) => (url.origin === this.#issuerOrigin ? this.issuerForSts.port : undefined),
    })
    this.token = this.#server('token', 'runner', this.#tokenHandler())
    this.issuer = this.#server('issuer', 'runner', this.#issuerHandler('runner'))
    this.issuerForSts = this.#server('issuer', 'sts', this.#issuerHandler('sts'))
    this.sts = this.#server('sts', 'runner', this.#stsHandler())
  }

  get issuerUrl(): string {
    return `${this.#issuerOrigin}${this.#options.issuerPath}`
  }

  get #issuerOrigin(): string {
    return this.#options.isPublic() ? `https://${PUBLIC_ISSUER}` : this.issuer.origin
  }

  /** For the CONNECT proxy: the peer that plays a host of the real world, or the very port of loopback. */
  portFor(host: string, port: number): number | undefined {
    if (this.#options.board().faults.refused?.includes(host)) return undefined
    if (host === 'localhost' || host === '127.0.0.1') return port
    if (host === PUBLIC_ISSUER) return this.issuer.port
    return /^sts[.-]/.test(host) ? this.sts.port : undefined
  }

  all(): [Peer, PeerServer][] {
    return [
      ['token', this.token],
      ['issuer', this.issuer],
      ['issuer', this.issuerForSts],
      ['sts', this.sts],
    ]
  }

  /** Brings doors and certificates in line with the switches; every open connection is dropped. */
  async obey(faults: Faults): Promise<void> {
    for (const [name, server] of this.all()) {
      const fault = faults.tls?.[name]
      const unseen = server === this.issuerForSts && fault === 'inspected'
      server.secure(await this.#options.certificates.for(unseen ? undefined : fault))
      if (faults.down?.[name]) await server.close()
      else await server.open()
    }
  }

  #clock(peer: Peer): Clock {
    const now = peer === 'sts' ? this.#options.stsNow : Date.now
    return () => now() + (this.#options.board().faults.clock?.[peer] ?? 0) * 1000
  }

  #server(
    peer: Peer,
    from: LogEntry['from'],
    respond: ConstructorParameters<typeof PeerServer>[0]['respond'],
  ): PeerServer {
    const { certificates, log, inFrontOf } = this.#options
    return new PeerServer({
      peer,
      from,
      clock: this.#clock(peer),
      log,
      tls: certificates.good,
      inFrontOf: from === 'runner' ? inFrontOf : undefined,
      respond,
    })
  }

  #tokenHandler() {
    const { keys, requestToken, board, give } = this.#options
    const clock = this.#clock('token')
    const options = { keys, requestToken, clock, issuer: () => this.issuerUrl }
    return async (call: Call) => {
      const fault = board().take('token')
      const answer = await answerToken(options, call, fault)
      const { value } = JSON.parse(answer.body) as { value?: string }
      if (value !== undefined) give(value)
      return { answer, fault }
    }
  }

  #issuerHandler(from: LogEntry['from']) {
    const { jwks, board } = this.#options
    const options = { jwks, issuer: () => this.issuerUrl }
    return async (call: Call) => {
      const name = documentOf(options, call)
      const unseen = from === 'sts' && name && board().faults[name]?.unseenBySts
      const seen: HttpFault | undefined = name && !unseen ? board().take(name) : undefined
      const fault = from === 'sts' ? { ...seen, ...board().take('stsFetch') } : seen
      return { answer: await answerIssuer(options, call), fault }
    }
  }

  #stsHandler() {
    const { account, board, give } = this.#options
    const clock = this.#clock('sts')
    const options = {
      clock,
      iam: (role: string) => account.iam(role),
      fetcher: this.fetcher,
      sessions: new Sessions(clock, () => board().faults.sts?.specialKeys === true),
      generation: () => board().faults.sts?.generation ?? '2026',
    }
    return async (call: Call) => {
      const fault = board().take('sts')
      const told = Object.fromEntries(parameters(call))
      if (told['WebIdentityToken']) give(told['WebIdentityToken'])
      if ('WebIdentityToken' in told) told['WebIdentityToken'] = '***'
      const answer = await answerSts(options, call, fault)
      for (const [, , secret = ''] of answer.body.matchAll(KEYS)) give(secret)
      return { answer, fault, told }
    }
  }
}
