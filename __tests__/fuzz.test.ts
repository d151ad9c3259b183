// The fuzzer's targets, some cases of each and always the same ones; and that it finds what it is there to find.
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { playHall } from '../fuzz/hall.js'
import { caseWith, DENIED, type HallCase } from '../fuzz/hall-case.js'
import * as samples from '../fuzz/samples.js'
import { hold } from '../fuzz/target.js'
import { TARGETS } from '../fuzz/targets.js'
import { VirtualTime } from '../fuzz/virtual-time.js'
import type { CauseId, Peer } from '../src/model.js'
import { oneRealm } from './edge/servers.js'

beforeAll(oneRealm)

/** A whole run takes some 50 ms, a pure part a few at most. */
const runsOf = (name: string): number => (name.startsWith('hall-') ? 6 : 60)

test.each(TARGETS.map((one) => [one.name, one] as const))('%s', async (name, { cases, check }) => {
  let played = 0
  const property = fc.asyncProperty(cases, async (one) => {
    played++
    await check(one)
  })
  await fc.assert(property, { seed: 1, numRuns: runsOf(name) })
  expect(played).toBe(runsOf(name))
})

const TOO_MANY_DIGITS = { 'retry-after': '9'.repeat(400) }
const BUSY = { status: 503, body: '', headers: TOO_MANY_DIGITS }

/** Found by it. */
test.each<[string, Partial<HallCase>]>([
  ['a Retry-After that is no number any more, of the token service', { tokenAnswer: BUSY }],
  ['the same of the issuer', { discovery: BUSY, sts: { refused: [DENIED] } }],
  [
    'a partition with the name of what every object has',
    { inputs: { 'role-to-assume': 'arn:constructor:iam::111122223333:role/deploy' } },
  ],
])('%s', (_what, change) => playHall(caseWith(change)))

/** Node lets them through (000 to 999), and RFC 9110, section 15, has those that it does not know taken as 5xx. */
const ODD = ['000', '099', '101', '600', '999']
const odd = (status: string): string =>
  `HTTP/1.1 ${status} Odd\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\nodd`
const sound = {
  'token-service': samples.WIRES['token-service'][0],
  discovery: samples.WIRES.discovery[0],
  jwks: samples.WIRES.jwks[0],
  sts: samples.WIRES.sts[0],
}

describe.each<[Peer, CauseId]>([
  ['token-service', 'token-service-error'],
  ['discovery', 'discovery-unavailable'],
  ['jwks', 'jwks-unavailable'],
  ['sts', 'sts-unavailable'],
])('an answer of %s', (peer, cause) => {
  test.each(ODD)('with the status %s is told, by the schema of the report too', async (status) => {
    const change: Partial<HallCase> = {
      inputs: { 'disable-retry': 'true', 'fail-on': 'never' },
      wire: { ...sound, [peer]: odd(status) },
    }
    const { findings } = await playHall(caseWith(change))
    const foreign = peer === 'sts' && status === '101'
    expect(findings[0]?.id).toBe(foreign ? 'sts-endpoint-unusable' : cause)
    expect(JSON.stringify(findings[0]?.evidence)).toContain(`"status":${Number(status)},`)
  })
})

describe('it finds', () => {
  test('a secret that is shown', async () => {
    const claims = { sub: 'secret/hush+secret/hush+secret/hush+0123' }
    const token = { header: '{}', claims: JSON.stringify(claims), signature: { text: '' } }
    const shown = playHall(caseWith({ token, sts: { granted: true, facts: { account: '1' } } }))
    await expect(shown).rejects.toThrow(/secret\/hush\S* in/)
  })

  test('a throw that reaches the door', async () => {
    const broken = { kind: 'aws', status: 400, code: 1, message: null, requestId: '' } as never
    await expect(playHall(caseWith({ sts: { refused: [broken] } }))).rejects.toThrow(
      'is not a function',
    )
  })

  test('what does not hold', () => {
    expect(() => hold(false, 'so')).toThrow('so')
    expect(() => hold(true, 'so')).not.toThrow()
  })
})

test('time passes only while nothing is at work, and to the first who sleeps', async () => {
  const clock = new VirtualTime(1000)
  const order: string[] = []
  const sleeper = async (ms: number): Promise<void> => {
    await clock.sleep(ms)
    order.push(`${ms} at ${clock.now()}`)
  }
  const both = Promise.all([sleeper(86_400_000), sleeper(5)])
  await clock.until(both)
  expect(order).toEqual(['5 at 1005', '86400000 at 86401000'])
})
