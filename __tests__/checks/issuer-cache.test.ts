import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { issuerCache } from '../../src/checks/issuer-cache.js'
import type { Freshness } from '../../src/model.js'

const FRESH: Freshness = { storable: true, lifetimeSeconds: 3600 }

const judged = (jwks: Freshness, discovery: Freshness = FRESH) =>
  issuerCache
    .judge(
      knownWith({ issuer: { discovery: { freshness: discovery }, jwks: { freshness: jwks } } }),
    )
    .map((failure) => (failure.kind === 'cache' ? failure.peer : failure.kind))

describe('issuer-cache', () => {
  test.each<[string, Freshness, readonly string[]]>([
    ['an hour', FRESH, []],
    ['just a minute', { storable: true, lifetimeSeconds: 60 }, []],
    ['less than a minute', { storable: true, lifetimeSeconds: 59 }, ['jwks']],
    ['not storable', { storable: false, lifetimeSeconds: 0 }, ['jwks']],
    [
      "long, but forbidden by AWS's rule",
      { ...FRESH, prevents: { header: 'cache-control', directive: 'no-cache' } },
      ['jwks'],
    ],
  ])('keys: %s', (_what, freshness, found) => {
    expect(judged(freshness)).toEqual(found)
  })

  test.each<[string, Freshness, readonly string[]]>([
    ['not storable', { storable: false, lifetimeSeconds: 0 }, ['discovery']],
    [
      'forbidden',
      { ...FRESH, prevents: { header: 'cache-control', directive: 'max-age=0' } },
      ['discovery'],
    ],
    ['short, which is no matter', { storable: true, lifetimeSeconds: 5 }, []],
  ])('discovery: %s', (_what, freshness, found) => {
    expect(judged(FRESH, freshness)).toEqual(found)
  })

  test('shows the header as it was', () => {
    const known = knownWith({
      issuer: {
        jwks: {
          freshness: { storable: true, lifetimeSeconds: 15 },
          observed: { headers: { 'cache-control': 'public, max-age=15' } },
        },
      },
    })
    expect(issuerCache.judge(known)).toMatchObject([{ header: 'public, max-age=15' }])
  })

  test('says nothing of documents that were not served', () => {
    const freshness = { storable: false, lifetimeSeconds: 0 }
    const failed = { freshness, result: { ok: false } }
    const known = knownWith({ issuer: { discovery: failed, jwks: null } })
    expect(issuerCache.judge(known)).toEqual([])
    expect(issuerCache.judge(KNOWN)).toEqual([])
    expect(issuerCache.judge(knownWith({ issuer: null }))).toEqual([])
  })
})
