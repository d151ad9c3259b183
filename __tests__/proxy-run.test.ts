// Whole runs of the built action through proxies that we did not write, and through the street's CONNECT proxy to the real names of AWS.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Played, play } from '../sandbox/play.js'
import { READY, SCENARIOS } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { REAL_PROXIES } from './edge/proxies.js'
import { street } from './sandbox/support.js'
import { leftBehind } from './shown.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const LOGIN = { user: 'build', password: 'hush-of-the-proxy' }
const hostOf = (url: string): string => new URL(url).host
const ONCE = { 'INPUT_DISABLE-RETRY': 'true' }

describe.each(REAL_PROXIES)('through %s', (_name, start) => {
  test.each([
    ['HTTPS_PROXY', 'without a login', undefined],
    ['INPUT_HTTP-PROXY', 'with user and password', LOGIN],
  ])('by %s, %s: token, issuer and STS alike', async (variable, _what, login) => {
    const proxy = await start(login)
    try {
      const variables = { [variable]: proxy.url(login) }
      const played = await play(on, { ...READY, variables })
      expect(played).toMatchObject({ exit: 0, stderr: '', causes: [] })
      const peers = [on.tokenUrl, on.issuer, on.sts].map(hostOf)
      expect([...new Set(proxy.connected())].sort()).toEqual(peers.sort())
      expect(played.stdout).toContain(`Proxy: ${hostOf(proxy.url())} (`)
      expect(played.stdout).toContain(`signed in at ${on.sts}`)
      expect(leftBehind(played)).not.toContain(LOGIN.password)
      if (login) expect(played.log.masks).toContain(LOGIN.password)
    } finally {
      await proxy.stop()
    }
  })

  test('with the wrong password: one finding that names the proxy, and nothing is exported', async () => {
    const proxy = await start(LOGIN)
    try {
      const wrong = { ...LOGIN, password: 'wrong-hush' }
      const variables = { ...ONCE, HTTPS_PROXY: proxy.url(wrong) }
      const played = await play(on, { ...READY, variables })
      expect(played).toMatchObject({ exit: 1, exported: {}, stderr: '' })
      expect(played.causes[0]).toBe('token-service-unreachable')
      expect(played.log.annotations[0]?.message).toMatch(
        /wants user name and password \(HTTP 40[17]\)/,
      )
      expect(leftBehind(played)).not.toContain('wrong-hush')
    } finally {
      await proxy.stop()
    }
  })
})

test('a private CA: trusted through NODE_EXTRA_CA_CERTS, and told where it is not', async () => {
  const variables = { ...ONCE, HTTPS_PROXY: on.connectProxy }
  const trusted = await play(on, { ...READY, variables })
  expect(trusted).toMatchObject({ exit: 0, causes: [] })
  const untrusted = await play(on, {
    ...READY,
    variables: { ...variables, NODE_EXTRA_CA_CERTS: null },
  })
  expect(untrusted.causes[0]).toBe('token-service-unreachable')
  const [annotation] = untrusted.log.annotations
  expect(annotation?.message).toContain('NODE_EXTRA_CA_CERTS=/path/to/ca.pem')
  expect(annotation?.message).toContain('issuer   AWS OIDC preflight sandbox CA')
})

describe('the real names, by the CONNECT proxy', () => {
  let played: Played
  let connected: readonly string[]
  beforeAll(async () => {
    const row = SCENARIOS.find(({ id }) => id === 'region-fallback-used')
    played = await play(on, row ?? READY)
    connected = on.connected()
  })

  test('the first region is refused, the next one signs in, and the region stays as asked', () => {
    expect(played).toMatchObject({ exit: 0, causes: ['region-fallback-used'] })
    expect(played.exported).toMatchObject({ AWS_REGION: 'eu-west-1' })
    expect(played.stdout).toContain('signed in at https://sts.eu-central-1.amazonaws.com')
  })

  test('every peer but the excepted was asked through it', () => {
    expect([...new Set(connected)].sort()).toEqual([
      'sts.eu-central-1.amazonaws.com:443',
      'sts.eu-west-1.amazonaws.com:443',
      'token.actions.githubusercontent.com:443',
    ])
  })
})
