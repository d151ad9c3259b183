// The issuer: what is fetched, and what is made of documents, failures and the headers of caches.
import { describe, expect, test } from '@jest/globals'
import { NOW } from '../../evidence/baseline.js'
import { ISSUER_LIMIT_MS } from '../../src/aws/limits.js'
import type { Failure, Headers, Observed } from '../../src/model.js'
import { fetchIssuer, isHttps, refetchJwks } from '../../src/steps/fetch-issuer.js'
import type { HttpRequest, World } from '../../src/world.js'

const ISSUER = 'https://idp.example.com'
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`
const JWKS = `${ISSUER}/keys`

type Page = { status?: number; headers?: Headers; body: string } | { failure: Failure }

/** An Http port that serves pages from memory, and remembers what was asked; a list of pages is served in turn. */
function worldOf(pages: Readonly<Record<string, Page | Page[]>>): {
  world: World
  asked: HttpRequest[]
  /** How many lines were opened, and how many ended. */
  lines: { opened: number; ended: number }
} {
  const asked: HttpRequest[] = []
  let now = 0
  const clock = {
    now: () => NOW * 1000,
    monotonic: () => {
      now += 10
      return now
    },
    sleep: async () => undefined,
  }
  const http = {
    async get(request: HttpRequest) {
      asked.push(request)
      const found = pages[request.url]
      const page = Array.isArray(found) ? (found.length > 1 ? found.shift() : found[0]) : found
      if (!page) throw new Error(`nobody serves ${request.url}`)
      if ('failure' in page) return { ok: false as const, failure: page.failure }
      const { status = 200, headers = {}, body } = page
      return {
        ok: true as const,
        value: { observed: observed(headers, { url: request.url, status }), body },
      }
    },
  }
  const lines = { opened: 0, ended: 0 }
  const line = () => {
    lines.opened++
    return { get: http.get, end: () => lines.ended++ }
  }
  return {
    world: {
      http: { ...http, line },
      clock,
      random: () => 0,
      stopped: () => false,
    } as unknown as World,
    asked,
    lines,
  }
}

function observed(headers: Headers, more: Partial<Observed> = {}): Observed {
  return {
    url: JWKS,
    status: 200,
    headers,
    bytes: 0,
    timings: { totalMs: 1 },
    addresses: [],
    certificates: [],
    receivedAt: NOW * 1000,
    ...more,
  }
}

const json = (value: unknown, headers: Headers = {}): Page => ({
  body: JSON.stringify(value),
  headers,
})
const DOCUMENT = json({ issuer: ISSUER, jwks_uri: JWKS })

describe('isHttps', () => {
  test.each([
    ['https://idp.example.com', true],
    ['https://idp.example.com:8443/a?b=c', true],
    ['HTTPS://IDP.EXAMPLE.COM/', true],
    ['http://idp.example.com', false],
    ['https://user:secret@idp.example.com/', false],
    ['https://idp.example.com\\@evil.example', false],
    ['https://', false],
    ['https:///keys', false],
    ['https://idp.example.com/a b', false],
    ['file:///etc/passwd', false],
    [' https://idp.example.com', false],
    ['', false],
    [undefined, false],
    [['https://idp.example.com'], false],
  ])('%j: %s', (url, is) => {
    expect(isHttps(url)).toBe(is)
  })
})

describe('fetchIssuer', () => {
  test.each([
    ['both documents', DOCUMENT],
    ['no jwks_uri', json({})],
    ['no document', { body: 'no' }],
  ])('asks by one line, and ends it: %s', async (_what, page) => {
    const { world, lines } = worldOf({ [DISCOVERY]: page, [JWKS]: json({ keys: [] }) })
    await fetchIssuer(world, ISSUER)
    expect(lines).toEqual({ opened: 1, ended: 1 })
  })

  const keys = [{ kty: 'RSA', kid: 'a' }]

  test('fetches discovery, then the keys that it names', async () => {
    const { world, asked } = worldOf({ [DISCOVERY]: DOCUMENT, [JWKS]: json({ keys }) })
    const facts = await fetchIssuer(world, ISSUER)
    expect(asked.map(({ peer, url }) => [peer, url])).toEqual([
      ['discovery', DISCOVERY],
      ['jwks', JWKS],
    ])
    expect(asked.every(({ timeoutMs }) => timeoutMs === ISSUER_LIMIT_MS)).toBe(true)
    expect(facts).toMatchObject({
      url: ISSUER,
      totalMs: 20,
      discovery: { url: DISCOVERY, result: { ok: true } },
      jwks: { url: JWKS, result: { ok: true, value: keys }, observed: { status: 200 } },
    })
  })

  test.each([
    [ISSUER, DISCOVERY],
    [`${ISSUER}/`, DISCOVERY],
    [`${ISSUER}/slug`, `${ISSUER}/slug/.well-known/openid-configuration`],
  ])('%s has its document at %s', async (issuer, url) => {
    const { world, asked } = worldOf({ [url]: json({}) })
    const facts = await fetchIssuer(world, issuer)
    expect(asked.map((request) => request.url)).toEqual([url])
    expect(facts.url).toBe(issuer)
  })

  test.each([
    ['http', 'http://idp.example.com/keys'],
    ['relative', '/keys'],
    ['with a password', 'https://user:secret@idp.example.com/keys'],
    ['a list', [JWKS]],
    ['a number', 7],
    ['null', null],
    ['missing', undefined],
  ])('asks for no keys where jwks_uri is %s', async (_what, jwks_uri) => {
    const { world, asked } = worldOf({ [DISCOVERY]: json({ issuer: ISSUER, jwks_uri }) })
    const facts = await fetchIssuer(world, ISSUER)
    expect(asked).toHaveLength(1)
    expect(facts).not.toHaveProperty('jwks')
  })

  const problemOf = async (page: Page): Promise<string> => {
    const { world } = worldOf({ [DISCOVERY]: page })
    const { result } = (await fetchIssuer(world, ISSUER)).discovery
    if (result.ok) return 'ok'
    return result.failure.kind === 'document' ? result.failure.problem : result.failure.kind
  }
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

  test.each<[string, string, string]>([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['half a document', '{"issuer": "https://idp', 'not-json'],
    ['a byte order mark', '\ufeff{"issuer":"x"}', 'not-json'],
    ['a comment', '{} // issuer', 'not-json'],
    ['null', 'null', 'not-an-object'],
    ['a list', '[{"issuer":"x"}]', 'not-an-object'],
    ['a text', '"{}"', 'not-an-object'],
    ['a number', '7', 'not-an-object'],
    ['lists 20,000 deep', deep, 'not-an-object'],
    ['an object with a deep member', `{"a":${deep}}`, 'ok'],
    ['an empty object', '{}', 'ok'],
  ])('%s in the place of discovery', async (_what, body, problem) => {
    expect(await problemOf({ body })).toBe(problem)
  })

  test('a document with __proto__ changes no object but itself', async () => {
    const body = `{"__proto__":{"jwks_uri":"${JWKS}"},"constructor":{"prototype":{"polluted":1}}}`
    const { world, asked } = worldOf({ [DISCOVERY]: { body } })
    const facts = await fetchIssuer(world, ISSUER)
    expect(asked).toHaveLength(1)
    expect(facts).not.toHaveProperty('jwks')
    expect(({} as Record<string, unknown>)['jwks_uri']).toBeUndefined()
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test.each([201, 204, 301, 302, 403, 404, 429, 500, 503])(
    'HTTP %d is no document',
    async (status) => {
      const headers = { 'content-type': 'text/html', location: '/login' }
      const { world } = worldOf({ [DISCOVERY]: { status, headers, body: 'x'.repeat(900) } })
      const { discovery } = await fetchIssuer(world, ISSUER)
      expect(discovery.result).toEqual({
        ok: false,
        failure: {
          kind: 'http',
          peer: 'discovery',
          url: DISCOVERY,
          status,
          headers,
          excerpt: 'x'.repeat(200),
        },
      })
      expect(discovery.observed?.status).toBe(status)
    },
  )

  test('a failed connection is kept as it is, and no keys are asked for', async () => {
    const failure: Failure = { kind: 'bug', message: 'as it came' }
    const { world, asked } = worldOf({ [DISCOVERY]: { failure } })
    const facts = await fetchIssuer(world, ISSUER)
    expect(facts.discovery).toEqual({ url: DISCOVERY, result: { ok: false, failure } })
    expect(asked).toHaveLength(1)
  })

  test('tells the content type of what cannot be read', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    const { world } = worldOf({ [DISCOVERY]: { headers, body: '<html>' } })
    expect((await fetchIssuer(world, ISSUER)).discovery.result).toMatchObject({
      failure: { contentType: 'text/html; charset=utf-8', excerpt: '<html>', status: 200 },
    })
  })
})

describe('an internal name', () => {
  const host = 'idp.corp.internal'
  const issuer = `https://${host}`
  const internal = { kind: 'address', host, addresses: [], internal: true }

  test('is not asked where only the internet counts', async () => {
    const { world, asked } = worldOf({})
    const facts = await fetchIssuer(world, issuer, { publicOnly: true })
    expect(asked).toEqual([])
    expect(facts.discovery.result).toEqual({ ok: false, failure: internal })
    expect(facts.jwks).toBeUndefined()
  })

  test('nor is one that a public document names for the keys', async () => {
    const document = { issuer: ISSUER, jwks_uri: `${issuer}/keys` }
    const { world, asked } = worldOf({ [DISCOVERY]: json(document) })
    const facts = await fetchIssuer(world, ISSUER, { publicOnly: true })
    expect(asked.map(({ url }) => url)).toEqual([DISCOVERY])
    expect(facts.jwks?.result).toEqual({ ok: false, failure: internal })
  })

  test('is asked like any other else', async () => {
    const url = `${issuer}/.well-known/openid-configuration`
    const { world, asked } = worldOf({ [url]: json({}) })
    await fetchIssuer(world, issuer)
    expect(asked.map((one) => one.url)).toEqual([url])
  })
})

describe('refetchJwks', () => {
  test.each<[string, unknown, string]>([
    ['a key set', { keys: [{ kty: 'RSA' }] }, 'ok'],
    ['an empty one', { keys: [] }, 'ok'],
    ['a bare list', [{ kty: 'RSA' }], 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['no keys', { a: 1 }, 'no-keys'],
    ['keys by id', { keys: { a: { kty: 'RSA' } } }, 'no-keys'],
    ['more keys than are looked at', { keys: Array(10_001).fill({}) }, 'too-large'],
    ['keys that are texts', { keys: ['-----BEGIN CERTIFICATE-----'] }, 'no-keys'],
    ['a null among the keys', { keys: [{ kty: 'RSA' }, null] }, 'no-keys'],
    ['a list among the keys', { keys: [[{ kty: 'RSA' }]] }, 'no-keys'],
    ['keys: null', { keys: null }, 'no-keys'],
  ])('%s', async (_what, document, problem) => {
    const { world } = worldOf({ [JWKS]: json(document) })
    const { result } = await refetchJwks(world.http, JWKS)
    const said = result.ok ? 'ok' : result.failure.kind === 'document' && result.failure.problem
    expect(said).toBe(problem)
  })

  test('keys come only from the document itself, not from its __proto__', async () => {
    const { world } = worldOf({ [JWKS]: { body: '{"__proto__":{"keys":[{"kty":"RSA"}]}}' } })
    expect((await refetchJwks(world.http, JWKS)).result).toMatchObject({
      failure: { problem: 'no-keys' },
    })
  })

  test('past caches, the request says so', async () => {
    const { world, asked } = worldOf({ [JWKS]: json({ keys: [] }) })
    await refetchJwks(world.http, JWKS)
    expect(asked.map(({ headers }) => headers)).toEqual([{ 'cache-control': 'no-cache' }])
  })
})
