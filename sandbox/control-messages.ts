// The JSON of the control endpoint: checks what comes in, and converts between its snake_case names and the street's own.
import { FAULT_MEMBERS, FAULT_NAMES, type Faults, TLS_FAULTS } from './faults.js'
import { isObject } from './http-messages.js'
import type { OtherRole, Provider, Role } from './iam.js'
import type { MintRequest } from './street.js'

export class BadRequest extends Error {}

type Rename = (name: string) => string
const toWire: Rename = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const fromWire: Rename = (name) =>
  name.replace(/_[a-z]/g, ([, letter = '']) => letter.toUpperCase())

export function object(value: unknown, what: string): Record<string, unknown> {
  if (!isObject(value)) throw new BadRequest(`${what} must be a JSON object`)
  return value
}

export function mintRequest(body: unknown): MintRequest {
  const { header = {}, claims = {} } = object(body ?? {}, 'the request')
  if (typeof claims === 'string') return { header: object(header, 'header'), claims }
  return { header: object(header, 'header'), claims: object(claims, 'claims') }
}

export function provider(body: unknown): Provider | null {
  if (body === null) return null
  const { url, client_ids: clientIds } = object(body, 'the provider')
  const strings = Array.isArray(clientIds) && clientIds.every((id) => typeof id === 'string')
  if (typeof url !== 'string' || !strings) {
    throw new BadRequest('the provider must be {"url": string, "client_ids": [string]} or null')
  }
  return { url, clientIds }
}

export function role(body: unknown): Partial<Role> | null {
  if (body === null) return null
  const { arn, max_session_seconds: maxSessionSeconds } = object(body, 'the role')
  if (arn !== undefined && typeof arn !== 'string') throw new BadRequest('arn must be a string')
  if (maxSessionSeconds !== undefined && typeof maxSessionSeconds !== 'number') {
    throw new BadRequest('max_session_seconds must be a number')
  }
  return {
    ...(arn === undefined ? {} : { arn }),
    ...(maxSessionSeconds === undefined ? {} : { maxSessionSeconds }),
  }
}

export function otherRoles(body: unknown): OtherRole[] {
  if (!Array.isArray(body)) throw new BadRequest('the roles must be a JSON array')
  return body.map((one: unknown) => {
    const { arn, ...rest } = role(one) ?? {}
    if (arn === undefined) throw new BadRequest('each role must have an arn')
    const { trust_policy: trustPolicy, gone } = object(one, 'the role')
    return {
      arn,
      ...rest,
      ...(trustPolicy === undefined ? {} : { trustPolicy }),
      ...(gone === true ? { gone } : {}),
    }
  })
}

function known(given: unknown[], names: readonly unknown[], what: string): void {
  const strange = given.filter((name) => !names.includes(name))
  if (strange.length === 0) return
  throw new BadRequest(`no such ${what}: ${strange.join(', ')}; there are ${names.join(', ')}`)
}

/** A misspelt switch would break nothing and prove nothing, so it is refused. */
export function faults(body: unknown): Faults {
  const given = object(body ?? {}, 'the faults')
  known(Object.keys(given), FAULT_NAMES.map(toWire), 'fault')
  for (const [ours, members] of FAULT_MEMBERS) {
    const name = toWire(ours)
    known(Object.keys(object(given[name] ?? {}, name)), members.map(toWire), `member of ${name}`)
  }
  known(Object.values(given['tls'] ?? {}), TLS_FAULTS, 'TLS fault')
  return renamed(given, fromWire)
}

export function faultsOnWire(given: Faults): Record<string, unknown> {
  return renamed(given, toWire)
}

/** The switches and their members by other names; what a member holds, such as claims and headers, has names of its own. */
function renamed(given: object, rename: Rename): Record<string, unknown> {
  const switches = Object.entries(given).map(([name, value]) => {
    const members =
      isObject(value) && Object.entries(value).map(([key, held]) => [rename(key), held])
    return [rename(name), members ? Object.fromEntries(members) : value]
  })
  return Object.fromEntries(switches)
}
