// How long to wait for keys that STS could not get: as long as load takes to pass only where load was seen.
import { expect, test } from '@jest/globals'
import { retryOfKeys } from '../../../src/causes/shared/load.js'
import type { Fetched, Freshness } from '../../../src/model.js'

const CACHEABLE: Freshness = { storable: true, lifetimeSeconds: 300 }

const fetched = <T>(value: T, freshness: Freshness): Fetched<T> => ({
  url: 'https://idp.example.com/x',
  freshness,
  result: { ok: true, value },
})

const seen = (freshness: Freshness, totalMs = 100) =>
  retryOfKeys({
    now: 0,
    issuer: {
      url: 'https://idp.example.com',
      discovery: fetched({}, CACHEABLE),
      jwks: fetched([], freshness),
      totalMs,
    },
  } as unknown as Parameters<typeof retryOfKeys>[0])

test.each<[string, Freshness]>([
  ['no-cache', { storable: true, lifetimeSeconds: 0, prevents: { header: 'pragma' } }],
  ['not storable', { storable: false, lifetimeSeconds: 0 }],
  ['stale as it comes', { storable: true, lifetimeSeconds: 0 }],
])('keys that STS must fetch for every job (%s): as load', (_what, freshness) => {
  expect(seen(freshness)).toBe('throttled')
})

test('an issuer that was slow from here, too: as load', () => {
  expect(seen(CACHEABLE, 2001)).toBe('throttled')
  expect(seen(CACHEABLE, 2000)).toBe('transient')
})

test('an issuer that is well, or that nobody has seen: it may be for good', () => {
  expect(seen(CACHEABLE)).toBe('transient')
  expect(retryOfKeys({ now: 0 } as Parameters<typeof retryOfKeys>[0])).toBe('transient')
})
