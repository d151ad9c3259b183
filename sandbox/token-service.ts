// GitHub's token service of the street: gives the job its ID token; a function of the call, no socket.
import { createHash, randomUUID } from 'node:crypto'
import type { TokenFault } from './faults.js'
import { type Answer, type Call, type Clock, json, merge, seconds } from './http-messages.js'
import { JOB, jobClaims } from './job.js'
import type { Header, Keys } from './keys.js'

export interface TokenServiceOptions {
  keys: Keys
  issuer: () => string
  requestToken: string
  clock: Clock
}

/** GitHub's tokens are dated back a little and live for some minutes; the times are the service's own clock. */
export function defaultClaims(
  issuer: string,
  audience: string,
  now: number,
): Record<string, unknown> {
  const times = { nbf: now - 300, exp: now + 21_600, iat: now }
  return { jti: randomUUID(), ...jobClaims(), iss: issuer, aud: audience, ...times }
}

export function defaultHeader(): Header {
  const thumbprint = createHash('sha1').update('sandbox').digest('base64url')
  return { typ: 'JWT', alg: 'RS256', x5t: thumbprint, kid: 'RS256' }
}

/** The token of one request, bent as the fault has it. */
async function issue(options: TokenServiceOptions, audience: string, fault: TokenFault) {
  if (fault.rawToken !== undefined) return fault.rawToken
  const plain = defaultClaims(options.issuer(), audience, seconds(options.clock))
  const claims = JSON.stringify(merge(plain, fault.claims ?? {}))
  const header = merge(defaultHeader(), fault.header ?? {})
  return fault.tamper ? options.keys.forge(header, claims) : options.keys.sign(header, claims)
}

export async function answerToken(
  options: TokenServiceOptions,
  call: Call,
  fault: TokenFault = {},
): Promise<Answer> {
  const tracking = { 'x-github-request-id': randomUUID(), 'cache-control': 'no-store' }
  if (call.path !== '/token') return json(404, { message: 'Not Found' }, tracking)
  if (call.method !== 'GET') return json(405, { message: 'Method Not Allowed' }, tracking)
  if (call.headers['authorization'] !== `Bearer ${options.requestToken}`) {
    return json(401, { message: 'unauthorized' }, tracking)
  }
  const audience = call.query.get('audience') ?? `${JOB.server}/${JOB.owner}`
  const value = await issue(options, audience, fault)
  return json(200, { count: value.length, value }, tracking)
}
