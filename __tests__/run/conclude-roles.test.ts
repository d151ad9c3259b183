// Findings of several roles: what they have in common is told once, and which roles it is about is said.
import { describe, expect, test } from '@jest/globals'
import type { Failure, Finding } from '../../src/model.js'
import { concludeRoles } from '../../src/run/conclude-roles.js'
import { DENIED } from '../fake-world.js'
import { finding } from '../finding.js'

const SLOW: Failure = { kind: 'slow', totalMs: 2500 }
const slow = (change: Partial<Finding> = {}): Finding =>
  finding({ id: 'issuer-slow', link: 'issuer', severity: 'warning', evidence: [SLOW], ...change })
const denied = (change: Partial<Finding> = {}): Finding =>
  finding({ headline: 'AWS refused', evidence: [DENIED], ...change })
const of = (name: string, ...findings: Finding[]) => ({ name, findings })
const told = (all: readonly Finding[]) =>
  all.map(({ id, severity, roles, headline }) => [id, severity, roles, headline])

test('what the step has met, each role has met: it is told once, and of the whole', () => {
  const all = concludeRoles([slow()], [of('a', slow()), of('b', slow())])
  expect(all).toEqual([slow()])
})

test('what was seen of the issuer by the roles alone is about no role', () => {
  const [one] = concludeRoles([], [of('a', slow()), of('b', slow())])
  expect(one).toEqual(slow())
})

describe('roles', () => {
  test('are named in the headline, three at most', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const roles = [...names.map((name) => of(name, denied())), of('f')]
    expect(told(concludeRoles([], roles))).toEqual([
      ['role-not-assumable', 'error', names, '`a`, `b`, `c` and 2 more: AWS refused'],
    ])
  })

  test('are counted, if it is all of them', () => {
    const roles = ['a', 'b'].map((name) => of(name, denied()))
    expect(told(concludeRoles([], roles))).toEqual([
      ['role-not-assumable', 'error', ['a', 'b'], 'all 2 roles: AWS refused'],
    ])
    expect(told(concludeRoles([], [of('a', denied())]))).toEqual([
      ['role-not-assumable', 'error', ['a'], '`a`: AWS refused'],
    ])
  })

  test('whose steps name the first of them are told so', () => {
    const [both] = concludeRoles([], [of('a', denied()), of('b', denied()), of('c')])
    expect(both?.shown.at(-1)).toEqual({
      show: 'sentence',
      say: 'What follows is for `a`; `b` needs the same.',
    })
    const [one] = concludeRoles([], [of('a', denied()), of('b')])
    expect(one?.shown).toEqual(denied().shown)
  })
})

describe('evidence', () => {
  const answers = (first: Failure, second: Failure): number =>
    concludeRoles(
      [],
      [of('a', denied({ evidence: [first] })), of('b', denied({ evidence: [second] })), of('c')],
    ).length
  const network: Failure = {
    kind: 'network',
    peer: 'sts',
    host: 'sts.test',
    phase: 'connect',
    code: 'ECONNREFUSED',
    detail: 'one',
    addresses: ['192.0.2.1'],
    certificates: [],
  }
  const fallback: Failure = {
    kind: 'region-fallback',
    region: 'eu-west-1',
    used: 'eu-central-1',
    cause: 'sts-unreachable',
    failure: network,
  }

  test.each<[string, Failure, Failure]>([
    ['request ids', DENIED, { ...DENIED, requestId: 'other', date: 'today' } as Failure],
    [
      'accounts',
      { kind: 'account', account: '1', allowed: ['3'] },
      { kind: 'account', account: '2', allowed: ['3'] },
    ],
    ['addresses', network, { ...network, detail: 'two', addresses: ['192.0.2.2'] }],
    ['failures behind a fallback', fallback, { ...fallback, failure: { ...network, code: 'X' } }],
  ])('that differs in its %s only is the same', (_what, first, second) => {
    expect(answers(first, second)).toBe(1)
  })

  test.each<[string, Failure, Failure]>([
    ['sentence', DENIED, { ...DENIED, message: 'other' } as Failure],
    ['code', network, { ...network, code: 'ETIMEDOUT' }],
    ['host', network, { ...network, host: 'sts.other.test' }],
    ['region', fallback, { ...fallback, used: 'us-east-1' }],
  ])('that differs in its %s is another', (_what, first, second) => {
    expect(answers(first, second)).toBe(2)
  })

  test('of two causes is never one finding', () => {
    const other = denied({ id: 'token-rejected' })
    expect(concludeRoles([], [of('a', denied()), of('b', other)])).toHaveLength(2)
  })
})

test('a warning that is the reason why STS refused some is their error, and no warning of the step any more', () => {
  const reason = slow({ severity: 'error', suspected: true, evidence: [SLOW, DENIED] })
  const all = concludeRoles([slow()], [of('a', reason), of('b', slow()), of('c', slow())])
  expect(told(all)).toEqual([['issuer-slow', 'error', ['a'], `\`a\`: ${reason.headline}`]])
})

test('an error of the step that STS has confirmed for each role is told with its answer', () => {
  const own = slow({ severity: 'error' })
  const confirmed = slow({ severity: 'error', evidence: [SLOW, DENIED] })
  expect(concludeRoles([own], [of('a', confirmed), of('b', confirmed)])).toEqual([confirmed])
})

test('errors come first', () => {
  const all = concludeRoles([slow({ severity: 'notice' })], [of('a', slow()), of('b', denied())])
  expect(all.map(({ severity }) => severity)).toEqual(['error', 'warning'])
})
