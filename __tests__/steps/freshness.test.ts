// For how long an answer is fresh, and what keeps STS from caching it.
import { describe, expect, test } from '@jest/globals'
import { NOW } from '../../evidence/baseline.js'
import type { CacheBar, Headers, Observed } from '../../src/model.js'
import { freshnessOf } from '../../src/steps/freshness.js'

function observed(headers: Headers, more: Partial<Observed> = {}): Observed {
  return {
    url: 'https://idp.example.com/keys',
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

describe('freshnessOf', () => {
  const DATE = 'Fri, 11 Sep 2026 10:00:00 GMT'
  const HOUR_LATER = 'Fri, 11 Sep 2026 11:00:00 GMT'
  const HOUR_BEFORE = 'Fri, 11 Sep 2026 09:00:00 GMT'
  const judged = (headers: Headers) => {
    const { storable, lifetimeSeconds, prevents } = freshnessOf(
      observed({ date: DATE, ...headers }),
    )
    return [storable, lifetimeSeconds, prevents]
  }

  test.each<[string, boolean, number, string | undefined]>([
    // What is allowed.
    ['public, max-age=3600', true, 3600, undefined],
    ['max-age=3600', true, 3600, undefined],
    ['MAX-AGE=3600', true, 3600, undefined],
    ['max-age="3600"', true, 3600, undefined],
    ['max-age=86400, public, must-revalidate, no-transform', true, 86_400, undefined],
    ['public, immutable, max-age=31536000', true, 31_536_000, undefined],
    ['max-age=60, s-maxage=600', true, 600, undefined],
    ['s-maxage=600', true, 600, undefined],
    ['max-age=10', true, 10, undefined],
    // Staleness that is tolerated is no freshness (RFC 5861).
    ['public, max-age=15, stale-while-revalidate=15, stale-if-error=86400', true, 15, undefined],
    // What is forbidden.
    ['no-store', false, 0, 'no-store'],
    ['no-cache', true, 0, 'no-cache'],
    ['No-Cache', true, 0, 'No-Cache'],
    ['no-cache, no-store, must-revalidate', false, 0, 'no-cache'],
    ['private', false, 0, 'private'],
    ['max-age=0, private, must-revalidate', false, 0, 'max-age=0'],
    ['private, max-age=3600', false, 0, 'private'],
    ['max-age=0', true, 0, 'max-age=0'],
    ['max-age = 0', true, 0, 'max-age = 0'],
    ['max-age="0"', true, 0, 'max-age="0"'],
    ['max-age=00', true, 0, 'max-age=00'],
    ['max-age=0, must-revalidate, public', true, 0, 'max-age=0'],
    // Meant for one field only; many caches read it as meant for all (RFC 9111, section 5.2.2.7).
    ['private="set-cookie", max-age=3600', false, 0, 'private'],
    ['no-cache="set-cookie", max-age=3600', true, 0, 'no-cache'],
    // Looks alike, and is something else.
    ['max-age=01', true, 1, undefined],
    ['x-no-cache-reason=none, max-age=3600', true, 3600, undefined],
    ['max-age=3600, stale-if-error=0', true, 3600, undefined],
    ['max-age=3600, s-maxage=0', true, 0, undefined],
    // Nothing said, or nothing that can be read.
    ['', true, 0, undefined],
    ['public', true, 0, undefined],
    ['max-age=soon', true, 0, undefined],
    ['max-age', true, 0, undefined],
  ])('Cache-Control: %s', (header, storable, lifetime, directive) => {
    const headers: Headers = header === '' ? {} : { 'cache-control': header }
    const bar = directive === undefined ? undefined : { header: 'cache-control', directive }
    expect(judged(headers)).toEqual([storable, lifetime, bar])
  })

  test.each<[string, Headers, boolean, number, CacheBar | undefined]>([
    ['Pragma alone', { pragma: 'no-cache' }, true, 0, { header: 'pragma' }],
    [
      'Pragma beside max-age: AWS names it by itself',
      { pragma: 'no-cache', 'cache-control': 'max-age=3600' },
      true,
      3600,
      { header: 'pragma' },
    ],
    ['Expires in an hour', { expires: HOUR_LATER }, true, 3600, undefined],
    ['Expires in the past', { expires: HOUR_BEFORE }, true, 0, { header: 'expires' }],
    ['Expires now', { expires: DATE }, true, 0, { header: 'expires' }],
    ['Expires: 0', { expires: '0' }, true, 0, { header: 'expires' }],
    ['Expires: -1', { expires: '-1' }, true, 0, { header: 'expires' }],
    ['Expires: never', { expires: 'never' }, true, 0, { header: 'expires' }],
    [
      'max-age outranks Expires',
      { expires: '0', 'cache-control': 'max-age=600' },
      true,
      600,
      undefined,
    ],
    [
      's-maxage outranks Expires',
      { expires: '0', 'cache-control': 's-maxage=600' },
      true,
      600,
      undefined,
    ],
    ['Age is taken off', { age: '3000', 'cache-control': 'max-age=3600' }, true, 600, undefined],
    ['Age above all', { age: '5000', 'cache-control': 'max-age=3600' }, true, 0, undefined],
    [
      'Age with staleness allowed',
      { age: '5000', 'cache-control': 'max-age=3600, stale-while-revalidate=86400' },
      true,
      0,
      undefined,
    ],
    [
      'Last-Modified a day ago',
      { 'last-modified': 'Thu, 10 Sep 2026 10:00:00 GMT' },
      true,
      8640,
      undefined,
    ],
    ['nothing at all', {}, true, 0, undefined],
  ])('%s', (_what, headers, storable, lifetime, prevents) => {
    expect(judged(headers)).toEqual([storable, lifetime, prevents])
  })

  test('without Date, Expires is judged by the local clock', () => {
    const judgedAt = (expires: string) => freshnessOf(observed({ expires })).prevents
    expect(judgedAt(HOUR_LATER)).toBeUndefined()
    expect(judgedAt(HOUR_BEFORE)).toEqual({ header: 'expires' })
  })
})
