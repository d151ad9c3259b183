// How tests call the street: over TLS as any client would, with the answer taken apart.
import { type RequestOptions, request } from 'node:https'
import type { FaultBoard } from '../../sandbox/fault-board.js'
import { Keys } from '../../sandbox/keys.js'
import { startStreet } from '../../sandbox/start-street.js'
import type { Street, StreetOptions } from '../../sandbox/street.js'

export interface Response {
  status: number
  headers: Record<string, string>
  body: string
}

const keys = Keys.make()

/** A street that shares its keys with the others of the same test file: making RSA keys is slow. */
export async function street(options: StreetOptions = {}): Promise<Street> {
  return startStreet({ keys: await keys, ...options })
}

export function call(ca: string, url: string, options: RequestOptions = {}, body = '') {
  return new Promise<Response>((resolve, reject) => {
    const sent = request(url, { ca, agent: false, ...options }, async (response) => {
      try {
        let text = ''
        for await (const chunk of response) text += chunk
        const headers = response.headers as Record<string, string>
        resolve({ status: response.statusCode ?? 0, headers, body: text })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('error', reject).end(body)
  })
}

export const get = (on: Street, url: string, options: RequestOptions = {}) =>
  call(on.caPem, url, options)

export const getToken = (on: Street, more = '&audience=sts.amazonaws.com') =>
  get(on, on.tokenUrl + more, { headers: { authorization: `Bearer ${on.requestToken}` } })

export const getDiscovery = (on: Street) => get(on, `${on.issuer}/.well-known/openid-configuration`)

export const getJwks = (on: Street) => get(on, `${on.issuer}/.well-known/jwks`)

export const getSts = (on: Street) => get(on, on.sts)

/** Each door of the street that a fault can be set for, and how one knocks at it. */
export const DOORS: readonly (readonly [
  keyof FaultBoard['faults'],
  (on: Street) => Promise<Response>,
])[] = [
  ['token', (on) => getToken(on)],
  ['discovery', getDiscovery],
  ['jwks', getJwks],
  ['sts', getSts],
]

export type Form = Record<string, string>

export function post(on: Street, form: Form): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return call(on.caPem, on.sts, { method: 'POST', headers }, new URLSearchParams(form).toString())
}

/** The text of the first element of that name, or undefined. */
export function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  const entities: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }
  return text?.replace(/&(\w+);/g, (_all, entity: string) => entities[entity] ?? '')
}

export interface Outcome {
  status: number
  /** 'ok', or AWS's code and message. */
  outcome: 'ok' | { code: string | undefined; message: string | undefined }
  xml: string
}

/** Signs in as the job would, but for what the form says otherwise. */
export async function assume(on: Street, form: Form = {}): Promise<Outcome> {
  const { status, body } = await post(on, {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: on.roleArn,
    RoleSessionName: 'probe',
    WebIdentityToken: form['WebIdentityToken'] ?? on.mint(),
    ...form,
  })
  const error = { code: element(body, 'Code'), message: element(body, 'Message') }
  return { status, outcome: status === 200 ? 'ok' : error, xml: body }
}
