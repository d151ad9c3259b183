// What a row of the fault table is: one fault, and what each service's run has to end in.
import type { DoorFault } from './fault-door.js'
import type { Faults, HttpFault, TlsFault } from './faults.js'

/** `…-here`: met by the runner alone, and not by STS. `proxy-…`: the proxy, on the way to that service. */
export const SERVICES = [
  'token',
  'discovery',
  'discovery-here',
  'jwks',
  'sts',
  'proxy-token',
  'proxy-issuer',
  'proxy-sts',
] as const
export type Service = (typeof SERVICES)[number]

/** `host`: the service is said to be there, where nobody is. `street`: switches of the street. */
export type Effect =
  | { by: 'door'; door: DoorFault }
  | { by: 'tls'; tls: TlsFault }
  | { by: 'http'; http: HttpFault }
  | { by: 'street'; street: Faults }
  | { by: 'host'; host: string }

/** The causes that a run ends in, the worst first, after the exit code; a run that is ready may end in none. */
export type Ending = readonly [exit: 0 | 1, ...causes: string[]]
export type Endings = Partial<Readonly<Record<Service, Ending>>>

export interface FaultRow {
  name: string
  effect: Effect
  endings: Endings
  /** A warning that comes beside it or not: who is faster decides, on a connection that is opened ahead of its request. */
  chance?: Partial<Readonly<Record<Service, string>>>
}

export interface FaultGroup {
  name: string
  rows: readonly FaultRow[]
}

/** By each service in their order. */
export function endings(
  token: Ending,
  issuer: { discovery: string; jwks?: string; here?: string },
  sts: Ending,
  proxy?: 'proxy',
): Endings {
  const { discovery, jwks = discovery, here = discovery } = issuer
  return {
    token,
    discovery: [1, discovery],
    'discovery-here': [0, here],
    jwks: [1, jwks],
    sts,
    ...(proxy
      ? {
          'proxy-token': [1, 'token-service-unreachable'],
          'proxy-issuer': [0, 'issuer-proxy-failure'],
          'proxy-sts': [1, 'sts-unreachable'],
        }
      : {}),
  }
}

/** For these services not. */
export function without(services: RegExp, all: Endings): Endings {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !services.test(name)))
}

export const TOKEN_UNREACHABLE: Ending = [1, 'token-service-unreachable']
export const STS_UNREACHABLE: Ending = [1, 'sts-unreachable']
export const TOKEN_ERROR: Ending = [1, 'token-service-error']
export const FOREIGN: Ending = [1, 'sts-endpoint-unusable']

/** Nobody is there, or the connection is cut. */
export const CUT = endings(
  TOKEN_UNREACHABLE,
  { discovery: 'issuer-unreachable' },
  STS_UNREACHABLE,
  'proxy',
)
/** Connected, and the answer does not come, or not whole, in time. */
export const SILENT = endings(
  TOKEN_UNREACHABLE,
  { discovery: 'issuer-slow' },
  STS_UNREACHABLE,
  'proxy',
)
/** An answer that is none. */
export const UNREADABLE = endings(
  TOKEN_ERROR,
  { discovery: 'discovery-malformed', jwks: 'jwks-malformed' },
  FOREIGN,
)
export const FINE: Endings = {
  token: [0],
  discovery: [0],
  'discovery-here': [0],
  jwks: [0],
  sts: [0],
}
export const noProxy = (all: Endings): Endings => without(/^proxy-/, all)

export const PAGE = '<!doctype html><html><head><title>Sign in</title></head><body></body></html>'

export function answered(name: string, http: HttpFault, all: Endings): FaultRow {
  return { name, effect: { by: 'http', http }, endings: all }
}
