// The street of the fault table: lays a fault out for one service, runs the built action, and tells what came of it.
import { Certificates } from './certificates.js'
import { connectFault } from './fault-connect.js'
import { FaultDoor } from './fault-door.js'
import type { Effect, Service } from './fault-rows.js'
import type { Faults, HttpFault } from './faults.js'
import type { Keys } from './keys.js'
import type { LogEntry } from './peer-server.js'
import { type Played, play } from './play.js'
import type { Variables } from './scenario.js'
import { READY } from './scenarios.js'
import { discoveryOf } from './scenarios-issuer.js'
import { startStreet } from './start-street.js'
import type { Street } from './street.js'

/** Nothing but the requests' own limits ends a run, and nothing is tried again. */
export const ONCE: Variables = {
  'INPUT_ACTION-TIMEOUT-S': '0',
  'INPUT_RETRY-MAX-ATTEMPTS': '1',
}

/** A busy machine is not to make STS give up, but STS is to answer before the step does. */
const STS_FETCH_LIMIT_MS = 9000

/** What fails is tried again as its cause says, so many times in all. */
export const TRIES = 3
export const PATIENT: Variables = {
  'INPUT_ACTION-TIMEOUT-S': '60',
  'INPUT_RETRY-MAX-ATTEMPTS': String(TRIES),
}

export interface CellResult {
  played: Played
  /** How many requests the service, or the proxy, has seen. */
  asked: number
}

interface Plan {
  faults: Faults
  variables?: Variables
  door?: FaultDoor
  setUp?: (street: Street) => void
}

const ASKS: Partial<Readonly<Record<Service, (entry: LogEntry) => boolean>>> = {
  token: ({ peer }) => peer === 'token',
  sts: ({ peer }) => peer === 'sts',
  discovery: ({ path }) => path.endsWith('/openid-configuration'),
  'discovery-here': ({ path }) => path.endsWith('/openid-configuration'),
  jwks: ({ path }) => path.endsWith('/jwks'),
}

/** A street whose peers have doors, and beside it a second issuer that serves the same keys under another host. */
export class FaultStreet {
  readonly #street: Street
  readonly #beside: Street
  readonly #doors: FaultDoor[]
  readonly #proxy: FaultDoor

  private constructor(street: Street, beside: Street, doors: FaultDoor[], proxy: FaultDoor) {
    this.#street = street
    this.#beside = beside
    this.#doors = doors
    this.#proxy = proxy
  }

  static async start(keys: Keys): Promise<FaultStreet> {
    const certificates = await Certificates.make()
    const doors: FaultDoor[] = []
    const inFrontOf = (port: number): Promise<number> => {
      const door = new FaultDoor(port)
      doors.push(door)
      return door.open()
    }
    const stsFetchLimitMs = STS_FETCH_LIMIT_MS
    const street = await startStreet({ keys, certificates, inFrontOf, stsFetchLimitMs })
    const beside = await startStreet({ keys, certificates, inFrontOf })
    const proxy = new FaultDoor(Number(new URL(street.connectProxy).port))
    await proxy.open()
    return new FaultStreet(street, beside, doors, proxy)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#doors, this.#proxy].map((door) => door.close()))
    await Promise.all([this.#street.stop(), this.#beside.stop()])
  }

  async run(effect: Effect, service: Service, more: Variables = ONCE): Promise<CellResult> {
    const { faults, variables, door, setUp = () => undefined } = this.#plan(effect, service)
    await Promise.all([...this.#doors, this.#proxy].map((one) => one.set(undefined)))
    await this.#beside.reset()
    await this.#beside.setFaults(
      service === 'jwks' && effect.by === 'tls' ? { tls: { issuer: effect.tls } } : {},
    )
    if (door && effect.by === 'door') await door.set(effect.door)
    const played = await play(this.#street, {
      ...READY,
      setUp,
      faults,
      variables: { ...more, ...variables },
    })
    return { played, asked: this.#asked(service) }
  }

  #doorOf(url: string): FaultDoor {
    const door = this.#doors.find(({ port }) => port === Number(new URL(url).port))
    if (!door) throw new Error(`no door at ${url}`)
    return door
  }

  #plan(effect: Effect, service: Service): Plan {
    switch (service) {
      case 'token':
        return this.#peerPlan(effect, 'token', this.#street.tokenUrl)
      case 'sts':
        return this.#peerPlan(effect, 'sts', this.#street.sts)
      case 'discovery':
      case 'discovery-here':
        return this.#issuerPlan(effect, service === 'discovery')
      case 'jwks':
        return this.#keysPlan(effect)
      default:
        return this.#proxyPlan(effect, service)
    }
  }

  /** Requests that came to the service, or to the proxy. */
  #asked(service: Service): number {
    if (service.startsWith('proxy-')) return this.#street.connected().length
    const log = [...this.#street.log(), ...this.#beside.log()]
    return log.filter((entry) => entry.from === 'runner' && ASKS[service]?.(entry)).length
  }

  #peerPlan(effect: Effect, peer: 'token' | 'sts', url: string): Plan {
    if (effect.by === 'door') return { faults: {}, door: this.#doorOf(url) }
    if (effect.by === 'tls') return { faults: { tls: { [peer]: effect.tls } } }
    if (effect.by === 'http') return { faults: { [peer]: effect.http } }
    if (effect.by === 'street') return { faults: effect.street }
    const nowhere = `https://${effect.host}/token?api-version=2.0`
    const variables =
      peer === 'token'
        ? { ACTIONS_ID_TOKEN_REQUEST_URL: nowhere }
        : { 'INPUT_STS-ENDPOINT': new URL(nowhere).origin }
    return { faults: {}, variables }
  }

  /** What STS meets by a door of its own is as bad: a reset. */
  #issuerPlan(effect: Effect, seenBySts: boolean): Plan {
    const alike: Faults = seenBySts ? { stsFetch: { reset: true } } : {}
    if (effect.by === 'door') return { faults: alike, door: this.#doorOf(this.#street.issuer) }
    if (effect.by === 'tls')
      return { faults: { tls: { issuer: effect.tls }, ...(seenBySts ? {} : { stsFetch: {} }) } }
    if (effect.by === 'http') {
      const http: HttpFault = seenBySts ? effect.http : { ...effect.http, unseenBySts: true }
      return { faults: { discovery: http } }
    }
    const iss = effect.by === 'host' ? `https://${effect.host}` : this.#street.issuer
    return {
      faults: { ...alike, token: { claims: { iss } } },
      variables: { INPUT_ISSUER: iss },
      setUp: (street) => street.setProvider({ url: iss, clientIds: ['sts.amazonaws.com'] }),
    }
  }

  #keysPlan(effect: Effect): Plan {
    if (effect.by === 'http') return { faults: { jwks: effect.http } }
    const url =
      effect.by === 'host'
        ? `https://${effect.host}/keys`
        : `${this.#beside.issuer}/.well-known/jwks`
    const faults = { discovery: { body: discoveryOf(this.#street, { jwks_uri: url }) } }
    return { faults, ...(effect.by === 'door' ? { door: this.#doorOf(this.#beside.issuer) } : {}) }
  }

  /** The peer is called 127.0.0.1, or all others are: so the proxy is on the way to that one alone. */
  #proxyPlan(effect: Effect, service: Service): Plan {
    const { tokenUrl, sts, connectProxy } = this.#street
    const byNumber = (url: string): string => url.replace('//localhost:', '//127.0.0.1:')
    const issuer = service === 'proxy-issuer'
    const number = (one: Service, url: string): string =>
      (service === one) !== issuer ? byNumber(url) : url
    const port = effect.by === 'door' ? this.#proxy.port : new URL(connectProxy).port
    const host = effect.by === 'host' ? `${effect.host}:8080` : `127.0.0.1:${port}`
    const { http } = effect.by === 'http' ? effect : {}
    return {
      faults: http ? { connect: connectFault(http) } : {},
      variables: {
        HTTPS_PROXY: `http://${host}`,
        NO_PROXY: issuer ? '127.0.0.1' : 'localhost',
        ACTIONS_ID_TOKEN_REQUEST_URL: number('proxy-token', tokenUrl),
        'INPUT_STS-ENDPOINT': number('proxy-sts', sts),
      },
      ...(effect.by === 'door' ? { door: this.#proxy } : {}),
    }
  }
}
