// The street's control endpoint, plain HTTP on loopback: the one door by which a tool outside may change the street.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Faults, fault_members, fault_names, tls_faults } from './faults.js'
import { type Answer, type Call, isObject, json } from './http-messages.js'
import type { Provider, Role } from './iam.js'
import { readCall } from './peer-server.js'
import type { MintRequest, Street } from './street.js'

class BadRequest extends Error {}

type Route = (street: Street, body: unknown) => unknown

function object(value: unknown, what: string): Record<string, unknown> {
  if (!isObject(value)) throw new BadRequest(`${what} must be a JSON object`)
  return value
}

function mintRequest(body: unknown): MintRequest {
  const { header = {}, claims = {} } = object(body ?? {}, 'the request')
  if (typeof claims === 'string') return { header: object(header, 'header'), claims }
  return { header: object(header, 'header'), claims: object(claims, 'claims') }
}

function provider(body: unknown): Provider | null {
  if (body === null) return null
  const { url, client_ids } = object(body, 'the provider')
  const strings = Array.isArray(client_ids) && client_ids.every((id) => typeof id === 'string')
  if (typeof url !== 'string' || !strings) {
    throw new BadRequest('the provider must be {"url": string, "client_ids": [string]} or null')
  }
  return { url, client_ids }
}

function role(body: unknown): Partial<Role> | null {
  if (body === null) return null
  const { arn, max_session_seconds: seconds } = object(body, 'the role')
  if (arn !== undefined && typeof arn !== 'string') throw new BadRequest('arn must be a string')
  if (seconds !== undefined && typeof seconds !== 'number') {
    throw new BadRequest('max_session_seconds must be a number')
  }
  return {
    ...(arn === undefined ? {} : { arn }),
    ...(seconds === undefined ? {} : { max_session_seconds: seconds }),
  }
}

function known(given: unknown[], names: readonly unknown[], what: string): void {
  const strange = given.filter((name) => !names.includes(name))
  if (strange.length === 0) return
  throw new BadRequest(`no such ${what}: ${strange.join(', ')}; there are ${names.join(', ')}`)
}

/** A misspelt switch would break nothing and prove nothing, so it is refused. */
function faults(body: unknown): Faults {
  const given = object(body ?? {}, 'the faults')
  known(Object.keys(given), fault_names, 'fault')
  for (const [name, members] of fault_members) {
    known(Object.keys(object(given[name] ?? {}, name)), members, `member of ${name}`)
  }
  known(Object.values(given['tls'] ?? {}), tls_faults, 'TLS fault')
  return given
}

const routes: Record<string, Route> = {
  'POST /mint': (street, body) => ({ token: street.mint(mintRequest(body)) }),
  'GET /jwks': (street) => street.jwks(),
  'PUT /jwks': (street, body) => {
    street.setJwks(body)
    return street.jwks()
  },
  'PUT /provider': (street, body) => {
    street.setProvider(provider(body))
    return body
  },
  'PUT /trust-policy': (street, body) => {
    street.setTrustPolicy(body === null ? undefined : object(body, 'the trust policy'))
    return street.trustPolicy()
  },
  'PUT /role': (street, body) => {
    street.setRole(role(body))
    return body
  },
  'PUT /faults': async (street, body) => {
    await street.setFaults(faults(body))
    return street.faults()
  },
  'GET /log': (street) => street.log(),
}

function parse(call: Call): unknown {
  if (call.body === '') return call.method === 'PUT' ? null : undefined
  try {
    return JSON.parse(call.body)
  } catch (error) {
    throw new BadRequest(`not JSON: ${(error as Error).message}`)
  }
}

export async function answerControl(street: Street, call: Call): Promise<Answer> {
  const route = routes[`${call.method} ${call.path}`]
  if (!route) return json(404, { message: 'no such path', paths: Object.keys(routes) })
  try {
    return json(200, await route(street, parse(call)))
  } catch (error) {
    const status = error instanceof BadRequest ? 400 : 500
    return json(status, { message: (error as Error).message })
  }
}

export class Control {
  readonly #server: Server

  constructor(street: Street) {
    this.#server = createServer(async (request, response) => {
      const { status, headers, body } = await answerControl(street, await readCall(request))
      response.writeHead(status, headers).end(body)
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()))
    this.#server.closeAllConnections()
    await closed
  }
}
