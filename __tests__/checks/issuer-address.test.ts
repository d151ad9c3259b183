import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { issuerAddress } from '../../src/checks/issuer-address.js'

const resolved = (addresses: readonly string[], more: object = {}) =>
  knownWith({
    issuer: {
      discovery: { url: 'https://idp.example.com/x', observed: { addresses } },
      jwks: { url: 'https://idp.example.com/y', observed: { addresses } },
    },
    ...more,
  })

describe('issuer-address', () => {
  test.each([
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['127.0.0.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['100.128.0.1', false],
    ['::1', true],
    ['fe80::1', true],
    ['fd00:ec2::254', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:140.82.112.22', false],
    ['2606:50c0:8000::154', false],
    ['140.82.112.22', false],
    ['not an address', false],
  ])('%s: private %s', (address, isPrivate) => {
    expect(issuerAddress.judge(resolved([address]))).toEqual(
      isPrivate ? [{ kind: 'address', host: 'idp.example.com', addresses: [address] }] : [],
    )
  })

  test('one public address is enough', () => {
    expect(issuerAddress.judge(resolved(['10.0.0.1', '140.82.112.22']))).toEqual([])
  })

  test('finds nothing where no address is known', () => {
    expect(issuerAddress.judge(resolved([]))).toEqual([])
    expect(issuerAddress.judge(KNOWN)).toEqual([])
  })

  test('is not asked where STS is not AWS', () => {
    const known = resolved(['127.0.0.1'], { inputs: { customEndpoint: true } })
    expect(issuerAddress.judge(known)).toEqual([])
  })

  test('two hosts are two failures', () => {
    const known = knownWith({
      issuer: {
        discovery: { url: 'https://a.corp/x', observed: { addresses: ['10.0.0.1'] } },
        jwks: { url: 'https://b.corp/y', observed: { addresses: ['10.0.0.2'] } },
      },
    })
    expect(issuerAddress.judge(known)).toMatchObject([{ host: 'a.corp' }, { host: 'b.corp' }])
  })

  test.each(['idp.corp.local', 'IDP.INTERNAL', 'a.b.svc', 'nas.lan', 'gitlab', 'idp.local.'])(
    '%s is told by its name, whether it was looked up or not',
    (host) => {
      const internal = { kind: 'address', host, addresses: [], internal: true }
      const url = `https://${host}`
      const never = { token: { issuer: url }, issuer: null }
      expect(issuerAddress.judge(knownWith(never))).toEqual([internal])
      const discovery = { url: `${url}/x`, observed: { addresses: ['10.0.0.1'] } }
      const found = knownWith({ token: { issuer: url }, issuer: { discovery } })
      expect(issuerAddress.judge(found)).toContainEqual(internal)
    },
  )

  test.each(['svc.example.com', 'local.dev', 'lan.example', '10', '[fd00::1]'])(
    '%s is no internal name by itself',
    (host) => {
      const known = knownWith({ token: { issuer: `https://${host}` }, issuer: null })
      expect(issuerAddress.judge(known)).toEqual([])
    },
  )

  test('an internal name is not asked about where STS is not AWS', () => {
    const token = { issuer: 'https://idp.local' }
    const known = knownWith({ token, issuer: null, inputs: { customEndpoint: true } })
    expect(issuerAddress.judge(known)).toEqual([])
  })

  test('takes the address of a failed connection, and one that stands in the URL', () => {
    const failure = (host: string, addresses: readonly string[]) => ({
      issuer: {
        jwks: null,
        discovery: {
          url: `https://${host}/x`,
          observed: null,
          result: {
            ok: false,
            failure: { kind: 'network', peer: 'discovery', phase: 'connect', host, addresses },
          },
        },
      },
    })
    const judged = (host: string, addresses: readonly string[]) =>
      issuerAddress.judge(knownWith(failure(host, addresses)))
    expect(judged('ghes.corp', ['10.0.0.1'])).toMatchObject([{ host: 'ghes.corp' }])
    expect(judged('192.168.7.7', [])).toMatchObject([{ addresses: ['192.168.7.7'] }])
    expect(judged('[fd00::1]', [])).toMatchObject([{ host: 'fd00::1', addresses: ['fd00::1'] }])
    expect(judged('ghes.corp', [])).toEqual([])
  })

  test("a proxy's address is not the issuer's", () => {
    const observed = { addresses: ['10.0.0.9'], proxy: 'proxy.corp:3128' }
    const known = knownWith({ issuer: { discovery: { observed }, jwks: { observed } } })
    expect(issuerAddress.judge(known)).toEqual([])
  })
})

test.each<[string, object]>([
  ['a connection to the proxy', { phase: 'proxy' }],
  ['a connection through it', { phase: 'tls', proxy: 'proxy.corp:3128' }],
])('the addresses seen in %s are not those of the host', (_what, how) => {
  const failure = { kind: 'network', addresses: ['10.0.0.5'], ...how }
  const failed = { observed: null, result: { ok: false, failure } }
  const known = knownWith({ issuer: { discovery: failed, jwks: null } })
  expect(issuerAddress.judge(known)).toEqual([])
})

test('without a token it is the host that was asked to be looked at', () => {
  const known = knownWith({ token: null, issuer: { url: 'https://idp.internal' } })
  expect(issuerAddress.judge(known)).toMatchObject([{ host: 'idp.internal', internal: true }])
})

test('a document at an internal name is one too', () => {
  const known = knownWith({ issuer: { jwks: { url: 'https://keys.internal/x' } } })
  expect(issuerAddress.judge(known)).toMatchObject([{ host: 'keys.internal', internal: true }])
})
