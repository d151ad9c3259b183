// Addresses that no issuer has: refused before a connection, however they are named, and the judged one is the one that is connected to.

import type { AddressInfo, LookupFunction } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { makeHttp } from '../../src/edge/http.js'
import { Routes } from '../../src/edge/proxy.js'
import { Secret } from '../../src/model/secret.js'

type Found = string | readonly string[]

/** A resolver that knows one name. */
const resolving =
  (found: Found, asked: string[] = []): LookupFunction =>
  (name, options, done) => {
    asked.push(name)
    const addresses = typeof found === 'string' ? [found] : found
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    setImmediate(() => {
      if (options.all) done(null, all as never)
      else done(null, all[0]?.address as string, all[0]?.family)
    })
  }

function get(
  url: string,
  {
    lookup,
    linkLocal = false,
    peer = 'jwks' as const,
  }: { lookup?: LookupFunction; linkLocal?: boolean; peer?: 'jwks' | 'discovery' } = {},
) {
  const routes = new Routes()
  routes.linkLocal = linkLocal
  return makeHttp(new AbortController().signal, routes, lookup).get({
    peer,
    url,
    timeoutMs: 2000,
    maxBytes: 100,
  })
}

test.each([
  'https://169.254.169.254/latest/meta-data',
  'https://169.254.169.254./x',
  'https://2852039166/x',
  'https://0xa9fea9fe/x',
  'https://0251.0376.0251.0376/x',
  'https://169.254.43518/x',
  'https://[::ffff:169.254.169.254]/x',
  'https://[64:ff9b::a9fe:a9fe]/x',
  'https://[fd00:ec2::254]/x',
  'https://[fd00:ec2:0::0254]/x',
  'https://169.254.170.2/v2/credentials',
])('%s is refused, whatever STS it is', async (url) => {
  for (const linkLocal of [false, true])
    expect(await get(url, { linkLocal })).toMatchObject({
      ok: false,
      failure: { kind: 'address', refused: 'metadata' },
    })
})

describe('a name that leads there', () => {
  test.each<[Found]>([
    ['169.254.169.254'],
    ['fd00:ec2::254'],
    [['8.8.8.8', '169.254.169.254']],
    [['::ffff:169.254.169.254', '1.1.1.1']],
  ])('%j is refused', async (found) => {
    const result = await get('https://keys.example.com/jwks', {
      lookup: resolving(found),
      linkLocal: true,
    })
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: 'address',
        host: 'keys.example.com',
        refused: 'metadata',
        addresses: [found].flat(),
      },
    })
  })

  test('is looked up once for a connection: what was judged is what is connected to', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const asked: string[] = []
    const first = resolving('127.0.0.1', asked)
    const then = resolving('169.254.169.254', asked)
    let n = 0
    const result = await get(`http://keys.example.com:${port}/x`, {
      lookup: (...args) => (n++ === 0 ? first : then)(...args),
    })
    server.close()
    expect(result).toMatchObject({ failure: { kind: 'network', addresses: ['127.0.0.1'] } })
    expect(asked).toEqual(['keys.example.com'])
  })
})

test.each(['169.254.7.7', 'fe80::1'])(
  "link-local %s: refused, unless STS is of one's own",
  async (address) => {
    const lookup = resolving(address)
    expect(await get('https://idp.example.com/x', { lookup })).toMatchObject({
      failure: { kind: 'address', refused: 'link-local' },
    })
    expect(await get('https://idp.example.com/x', { lookup, linkLocal: true })).toMatchObject({
      failure: { kind: 'network' },
    })
  },
)

test('through a proxy, the name is for the proxy to look up, and addresses are refused all the same', async () => {
  const routes = new Routes()
  routes.use({ url: new Secret('http://127.0.0.1:1'), host: '127.0.0.1:1', noProxy: '' } as never)
  const http = makeHttp(new AbortController().signal, routes, resolving('169.254.169.254'))
  const ask = (url: string) => http.get({ peer: 'discovery', url, timeoutMs: 2000, maxBytes: 100 })
  expect(await ask('https://idp.example.com/x')).toMatchObject({
    failure: { kind: 'network', phase: 'proxy' },
  })
  expect(await ask('https://169.254.169.254/x')).toMatchObject({ failure: { refused: 'metadata' } })
})
