// The street's control endpoint, plain HTTP on loopback: the one door by which a tool outside may change the street.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  BadRequest,
  faults,
  faultsOnWire,
  mintRequest,
  object,
  otherRoles,
  provider,
  role,
} from './control-messages.js'
import { type Answer, type Call, json } from './http-messages.js'
import { readCall } from './peer-server.js'
import type { Street } from './street.js'

type Route = (street: Street, body: unknown) => unknown

const ROUTES: Record<string, Route> = {
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
  /** Beside the street's own role: `[{"arn", "max_session_seconds", "trust_policy", "gone"}]`. */
  'PUT /roles': (street, body) => {
    street.setOtherRoles(otherRoles(body))
    return body
  },
  'PUT /faults': async (street, body) => {
    await street.setFaults(faults(body))
    return faultsOnWire(street.faults())
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

async function answerControl(street: Street, call: Call): Promise<Answer> {
  const route = ROUTES[`${call.method} ${call.path}`]
  if (!route) return json(404, { message: 'no such path', paths: Object.keys(ROUTES) })
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
