// Connections begun before the rest of the action is read: their handshakes take two round trips, in which nothing has to wait for us.
import https from 'node:https'
import type { Socket } from 'node:net'
import { isInternalName } from '../aws/addresses.js'
import { regionalEndpoint } from '../aws/endpoints.js'
import { issuerOfRunner } from '../aws/github.js'
import { isListed } from '../aws/regions.js'
import { hostOf } from '../aws/url.js'
import { NO_ROLE, PROXY_VARIABLES } from '../model/input.js'
import { type Guard, guardOf } from './guarded-lookup.js'
import { type Opened, optionsTo, startTrace, watchSocket } from './network.js'

export interface EarlyConnections {
  /** The one that leads to this origin, once. */
  take(url: URL): Opened | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * To token service, issuer and STS, as far as inputs and variables say them at a glance. What is asked there, and whether
 * it is, is decided later; whatever fails here is met again, and told, by the request. None where a proxy may be on the way.
 */
export function beginConnections(env: Environment, open = connect): EarlyConnections {
  const opened = new Map<string, Opened>()
  const guard = guardOf(false)
  const issuer = issuerOf(env)
  const begin = (text: string): void => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (url?.protocol !== 'https:' || opened.has(url.origin)) return
    // Of whoever shares the issuer's origin, too: one connection is begun to it.
    const connection = open(url, leadsTo(issuer, url) ? guard : undefined)
    if (connection) opened.set(url.origin, connection)
  }
  if (isPlain(env)) {
    // What comes first is ready first. All waits for the token; the issuer is asked twice meanwhile, and STS only then.
    begin(tokenServiceOf(env))
    begin(issuer)
    begin(stsOf(env))
  }
  return {
    take({ origin }) {
      const found = opened.get(origin)
      opened.delete(origin)
      return found
    },
  }
}

function leadsTo(text: string, { origin }: URL): boolean {
  return URL.canParse(text) && new URL(text).origin === origin
}

/** Such a run goes straight to GitHub's token service, the issuer and STS. */
function isPlain(env: Environment): boolean {
  const isProxied =
    inputOf(env, 'http-proxy') !== '' ||
    PROXY_VARIABLES.some((name) => (env[name] ?? '').trim() !== '')
  return !isProxied && !/^true$/i.test(inputOf(env, 'use-existing-credentials'))
}

/** A token from a file names its issuer itself. */
function issuerOf(env: Environment): string {
  if (hasTokenFile(env)) return ''
  const onRunner = env['GITHUB_ACTIONS'] === 'true'
  const serverUrl = env['GITHUB_SERVER_URL'] ?? ''
  const issuer = inputOf(env, 'issuer') || issuerOfRunner({ onRunner, serverUrl })
  // Of an internal issuer, nothing is asked on behalf of AWS.
  return isInternalName(hostOf(issuer)) && inputOf(env, 'sts-endpoint') === '' ? '' : issuer
}

function tokenServiceOf(env: Environment): string {
  return hasTokenFile(env) ? '' : (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '')
}

function hasTokenFile(env: Environment): boolean {
  return inputOf(env, 'web-identity-token-file') !== ''
}

function stsOf(env: Environment): string {
  const isNone = (role: string): boolean => role === '' || role === NO_ROLE
  if (isNone(inputOf(env, 'role-to-assume')) && isNone(inputOf(env, 'roles'))) return ''
  const region = inputOf(env, 'aws-region') || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || ''
  // Whoever sets AWS's own variables for endpoints may mean another.
  const isUsual = Object.keys(env).every((name) => !/^AWS_(ENDPOINT_URL|USE_)/.test(name))
  return (
    inputOf(env, 'sts-endpoint') || (isUsual && isListed(region) ? regionalEndpoint(region) : '')
  )
}

function inputOf(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}

function connect(url: URL, guard: Guard | undefined): Opened | undefined {
  const options = optionsTo(url)
  const trace = startTrace(url)
  try {
    guard?.check(options.host)
    const agent = new https.Agent({ keepAlive: true }) as unknown as {
      createConnection(options: object): Socket
    }
    const lookup = guard ? { lookup: guard.lookup } : {}
    const socket = agent.createConnection({ ...options, ...lookup })
    watchSocket(socket, trace)
    socket.on('error', () => undefined)
    return { socket, trace }
  } catch {
    return undefined
  }
}
