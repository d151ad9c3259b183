// The built action against services that end a request in no answer: it ends by itself, and tells all that it has to tell.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Faults } from '../sandbox/faults.js'
import { type Played, play } from '../sandbox/play.js'
import { READY } from '../sandbox/scenarios.js'
import { discoveryOf } from '../sandbox/scenarios-issuer.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const SWITCH =
  'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
/** No deadline: nothing but the requests' own limits ends it. */
const WITHOUT_DEADLINE = { 'INPUT_ACTION-TIMEOUT-S': '0', 'INPUT_RETRY-MAX-ATTEMPTS': '1' }

const played = (faults: Faults): Promise<Played> =>
  play(on, { ...READY, faults, variables: WITHOUT_DEADLINE })

function expectTold({ exit, outputs, summary, report }: Played, code: 0 | 1): void {
  expect({ exit, ready: outputs['ready'] }).toEqual({ exit: code, ready: String(code === 0) })
  expect(summary).toMatch(/^### (✅|⚠️|❌) /)
  expect(JSON.parse(report)).toMatchObject({ version: 1, ready: code === 0 })
}

describe('101 Switching Protocols', () => {
  test.each<[string, Faults, 0 | 1, string]>([
    ['the token service', { token: { raw: SWITCH } }, 1, 'token-service-error'],
    ['STS', { sts: { raw: SWITCH } }, 1, 'sts-endpoint-unusable'],
    ['discovery', { discovery: { raw: SWITCH, times: 1 } }, 0, 'discovery-unavailable'],
    ['the JWKS', { jwks: { raw: SWITCH, times: 1 } }, 0, 'jwks-unavailable'],
  ])('of %s', async (_what, faults, code, cause) => {
    const run = await played(faults)
    expectTold(run, code)
    expect(run.causes).toContain(cause)
  })
})

describe('where a machine gets its own credentials', () => {
  test('is no issuer: the finding is that, and no step makes a provider of it', async () => {
    const { exit, causes, summary } = await play(on, {
      ...READY,
      faults: { token: { claims: { iss: 'https://169.254.169.254' } } },
    })
    expect({ exit, causes }).toEqual({ exit: 1, causes: ['issuer-private-address'] })
    expect(summary).not.toContain('create-open-id-connect-provider')
  })

  test('is no place for keys', async () => {
    const { causes, summary } = await play(on, {
      ...READY,
      faults: {
        discovery: {
          body: discoveryOf(on, { jwks_uri: 'https://[::ffff:169.254.169.254]/keys' }),
          times: 1,
        },
      },
    })
    expect(causes).toContain('issuer-private-address')
    expect(summary).toContain('leads to a cloud&#39;s metadata service')
  })
})

test('a key id of a megabyte makes no report of a megabyte', async () => {
  const key = {
    kty: 'RSA',
    kid: 'k'.repeat(9e5),
    n: 'AQAB'.repeat(90),
    e: 'AQAB',
    use: 'sig',
    alg: 'RS256',
  }
  const { report, summary, causes } = await play(on, {
    ...READY,
    faults: { jwks: { body: JSON.stringify({ keys: [key] }) } },
  })
  expect(causes).toContain('jwks-key-not-found')
  expect(report.length).toBeLessThan(100_000)
  expect(summary.length).toBeLessThan(20_000)
})

describe('an issuer that holds up the runner, and not STS', () => {
  const unlikeSts = (faults: Faults): Promise<Played> =>
    played({ ...faults, stsFetch: { hang: false, delayMs: 0, status: 200 } })

  test('asks for a minute with Retry-After: the job does not sleep it out', async () => {
    // `play` gives up on a step that takes a minute.
    const run = await unlikeSts({ jwks: { status: 503, headers: { 'retry-after': '60' } } })
    expectTold(run, 0)
    expect(run.causes).toEqual(['jwks-unavailable'])
  })

  test('is silent after a slow start: the session is there all the same', async () => {
    const run = await unlikeSts({ discovery: { delayMs: 4500 }, jwks: { hang: true } })
    expectTold(run, 0)
    expect(run.causes).toEqual(['issuer-unchecked'])
    expect(run.exported).toHaveProperty('AWS_SESSION_TOKEN')
  })
})
