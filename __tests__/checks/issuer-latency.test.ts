import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { issuerLatency } from '../../src/checks/issuer-latency.js'

describe('issuer-latency', () => {
  test.each([
    [110, 0],
    [2000, 0],
    [2001, 1],
    [5600, 1],
  ])('%d ms', (totalMs, found) => {
    expect(issuerLatency.judge(knownWith({ issuer: { totalMs } }))).toHaveLength(found)
  })

  test('shows the phases of both documents', () => {
    const known = knownWith({
      issuer: {
        totalMs: 3000,
        discovery: { observed: { timings: { totalMs: 2900 } } },
      },
    })
    expect(issuerLatency.judge(known)).toMatchObject([
      { kind: 'slow', totalMs: 3000, discovery: { totalMs: 2900 }, jwks: { firstByteMs: 22 } },
    ])
  })

  test('what this process stood still is not the issuer’s', () => {
    const slow = { observed: { timings: { totalMs: 1700, stalledMs: 400 } } }
    const stood = (totalMs: number) =>
      issuerLatency.judge(knownWith({ issuer: { totalMs, discovery: slow, jwks: slow } }))
    expect(stood(2800)).toEqual([])
    expect(stood(3400)).toMatchObject([{ totalMs: 2600 }])
  })

  const failure = { kind: 'http', peer: 'jwks', status: 504, url: '', headers: {}, excerpt: '' }
  test.each([
    ['a document failed', { jwks: { result: { ok: false, failure } } }],
    ['there are no keys to add', { jwks: null }],
    ['the address is private', { jwks: { observed: { addresses: ['10.0.0.1'] } } }],
  ])('says nothing where %s: that is the root cause', (_what, issuer) => {
    const known = knownWith({ issuer: { totalMs: 9000, ...issuer } })
    expect(issuerLatency.judge(known)).toEqual([])
  })

  test('a private address is no matter where STS is not AWS', () => {
    const issuer = { totalMs: 9000, jwks: { observed: { addresses: ['10.0.0.1'] } } }
    const known = knownWith({ inputs: { customEndpoint: true }, issuer })
    expect(issuerLatency.judge(known)).toHaveLength(1)
  })

  test('finds nothing where nothing was asked', () => {
    expect(issuerLatency.judge(knownWith({ issuer: null }))).toEqual([])
  })
})
