// Every TLS switch: what a client of Node's meets, by the code it gives.
import { once } from 'node:events'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TlsFault } from '../../sandbox/faults.js'
import type { Street } from '../../sandbox/street.js'
import { assume, call, get, getToken, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const discovery = () => `${on.issuer}/.well-known/openid-configuration`
const peers = [
  ['token', () => getToken(on)],
  ['issuer', () => get(on, discovery())],
  ['sts', () => get(on, on.sts)],
] as const

const codes: [TlsFault, string][] = [
  ['untrusted', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['private-ca', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['inspected', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['incomplete', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['expired', 'CERT_HAS_EXPIRED'],
  ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]

test.each(['localhost', '127.0.0.1'])('the good certificate is good for %s', async (host) => {
  await on.setFaults({})
  const url = on.sts.replace('localhost', host)
  expect((await call(on.caPem, url)).status).toBe(400)
})

describe.each(peers)('%s', (peer, ask) => {
  test.each(codes)('%s: %s', async (fault, code) => {
    await on.setFaults({ tls: { [peer]: fault } })
    await expect(ask()).rejects.toMatchObject({ code })
  })

  test('expires-soon: works, for less than six days', async () => {
    await on.setFaults({ tls: { [peer]: 'expires-soon' } })
    expect((await ask()).status).toBeLessThan(500)
    const left = await daysLeft({ token: on.tokenUrl, issuer: on.issuer, sts: on.sts }[peer])
    expect(left).toBeGreaterThan(4)
    expect(left).toBeLessThan(6)
  })
})

async function daysLeft(url: string): Promise<number> {
  const port = Number(new URL(url).port)
  const socket = connect({ port, host: 'localhost', ca: on.caPem })
  await once(socket, 'secureConnect')
  const { valid_to } = socket.getPeerCertificate()
  socket.destroy()
  return (Date.parse(valid_to) - Date.now()) / 86_400_000
}

describe('what STS says of an issuer that it meets so', () => {
  test.each<[TlsFault, RegExp | 'ok']>([
    ['untrusted', /doesn't match configured thumbprint/],
    ['private-ca', /doesn't match configured thumbprint/],
    ['inspected', 'ok'],
    ['incomplete', /Couldn't retrieve verification key/],
    ['expired', /Couldn't retrieve verification key/],
    ['wrong-name', /Couldn't retrieve verification key/],
    ['expires-soon', 'ok'],
  ])('%s', async (fault, said) => {
    await on.setFaults({ tls: { issuer: fault } })
    const { outcome } = await assume(on)
    if (said === 'ok') expect(outcome).toBe('ok')
    else expect(outcome).toMatchObject({ message: expect.stringMatching(said) })
  })
})
