// Replays what the real AWS STS was observed to answer, call by call, and holds the street's STS to it to the letter.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { keySet, type ObservedKeys } from './observed-keys.js'
import { assume, element, type Form, street } from './support.js'

type Time = { string: number } | { fraction: number }
type Claim = unknown | Time | { absent: true } | { duplicate_members: unknown[] }

interface Observation {
  id: string
  observed: number
  header?: Record<string, unknown>
  claims?: Record<string, Claim>
  jwks?: ObservedKeys
  trust?: unknown
  request?: Record<string, string | number>
  outcome: 'ok' | { code: string; message: string }
  output?: Record<string, string | number>
}

const evidence = new URL('../../evidence/sts-observations.json', import.meta.url)
const { observations } = JSON.parse(readFileSync(evidence, 'utf8')) as {
  observations: Observation[]
}
const account = '111122223333'
const observed_host = 'oidc-probe.s3.us-east-1.amazonaws.com'
const compared = ['Provider', 'Audience', 'SubjectFromWebIdentityToken', 'SourceIdentity'] as const

// `observed` is the client's clock before the call. The numbers in AWS's own messages place its clock, when it judged,
// between 0.33 and 0.80 s after that; half a second is the way of one call.
const travel_seconds = 0.5
let now = 0
let on: Street
beforeAll(async () => {
  on = await street({ stsNow: () => now * 1000 })
})
afterAll(() => on.stop())

const substitute = (text: string): string =>
  text.replaceAll('<account>', account).replaceAll(observed_host, new URL(on.issuer).host)

/** The JSON text of one member: the evidence names times relative to the call, and forms that JSON.stringify cannot write. */
function member(name: string, claim: Claim, observed: number): string[] {
  const at = (offset: number): number => Math.round(observed + offset)
  const write = (value: unknown): string[] => [`${JSON.stringify(name)}:${JSON.stringify(value)}`]
  if (typeof claim === 'number') return write(at(claim))
  if (typeof claim !== 'object' || claim === null) return write(claim)
  if ('absent' in claim) return []
  if ('string' in claim) return write(String(at(claim.string as number)))
  if ('fraction' in claim) return write(Math.floor(observed + (claim.fraction as number)) + 0.5)
  if ('duplicate_members' in claim) return (claim.duplicate_members as unknown[]).flatMap(write)
  return write(claim)
}

function payload({ claims, observed }: Observation): string {
  const baseline = { iss: on.issuer, aud: 'client-a', sub: 'subject-probe', iat: -10, exp: 900 }
  const all = Object.entries({ ...baseline, ...claims })
  return `{${all.flatMap(([name, claim]) => member(name, claim, observed)).join(',')}}`
}

function tokenOf(observation: Observation): string {
  const { header = { alg: 'RS256', kid: 'RS256', typ: 'JWT' } } = observation
  const exact = { typ: null, kid: null, x5t: null, ...header }
  return on.mint({ header: exact, claims: payload(observation) })
}

function plainTrust(): unknown {
  const Federated = substitute(`arn:aws:iam::<account>:oidc-provider/${observed_host}`)
  const Action = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity']
  return { Statement: { Effect: 'Allow', Principal: { Federated }, Action } }
}

async function replay(observation: Observation) {
  const { observed, jwks, trust, request = {} } = observation
  now = observed + travel_seconds
  on.setProvider({ url: on.issuer, clientIds: ['client-a', 'client-b'] })
  on.setTrustPolicy(trust ? JSON.parse(substitute(JSON.stringify(trust))) : plainTrust())
  on.setJwks(jwks ? await keySet(jwks, on) : null)
  const extra = Object.entries(request).map(([name, value]) => [name, String(value)])
  const form: Form = { RoleSessionName: 'oidc-probe', ...Object.fromEntries(extra) }
  if (form['DurationSeconds']) on.setRole({ maxSessionSeconds: 43_200 })
  return assume(on, { ...form, WebIdentityToken: tokenOf(observation) })
}

test('all 64 observations are there', () => {
  expect(observations).toHaveLength(64)
  expect(new Set(observations.map(({ id }) => id)).size).toBe(64)
})

describe('the street answers as AWS did', () => {
  test.each(observations)('$id', async (observation) => {
    const { outcome, xml } = await replay(observation)
    expect(outcome).toEqual(observation.outcome)
    if (!observation.output) return
    const { session_seconds = 0, ...output } = observation.output
    for (const name of compared) {
      const wanted = output[name] === undefined ? undefined : substitute(String(output[name]))
      expect([name, element(xml, name)]).toEqual([name, wanted])
    }
    const expires = Date.parse(element(xml, 'Expiration') ?? '') / 1000
    const lasts = expires - observation.observed
    expect(Math.abs(lasts - Number(session_seconds))).toBeLessThanOrEqual(2)
  })
})
