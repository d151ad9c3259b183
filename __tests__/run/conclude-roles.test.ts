// Findings of several roles: what they have in common is told once, and which roles it is about is said.
import { describe, expect, test } from '@jest/globals'
import type { Failure, Finding } from '../../src/model.js'
import { concludeRoles, type RoleFindings } from '../../src/run/conclude-roles.js'
import { DENIED } from '../fake-world.js'
import { finding } from '../finding.js'

const SLOW: Failure = { kind: 'slow', totalMs: 2500 }
const slow = (change: Partial<Finding> = {}): Finding =>
  finding({ id: 'issuer-slow', link: 'issuer', severity: 'warning', evidence: [SLOW], ...change })
const denied = (change: Partial<Finding> = {}): Finding =>
  finding({ headline: 'AWS refused', evidence: [DENIED], ...change })
const of = (name: string, ...findings: Finding[]): RoleFindings => ({ name, findings, own: [] })
const concluded = (
  step: readonly Finding[],
  roles: readonly RoleFindings[],
  ended: readonly Failure[] = [],
) => concludeRoles(step, roles, ended)
const told = (all: readonly Finding[]) =>
  all.map(({ id, severity, roles, headline }) => [id, severity, roles, headline])

test('what the step has met, each role has met: it is told once, and of the whole', () => {
  const all = concluded([slow()], [of('a', slow()), of('b', slow())])
  expect(all).toEqual([slow()])
})

test('what was seen of the issuer by the roles alone is about no role', () => {
  const [one] = concluded([], [of('a', slow()), of('b', slow())])
  expect(one).toEqual(slow())
})

describe('roles', () => {
  test('are named in the headline, three at most', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const roles = [...names.map((name) => of(name, denied())), of('f')]
    expect(told(concluded([], roles))).toEqual([
      ['role-not-assumable', 'error', names, '`a`, `b`, `c` and 2 more: AWS refused'],
    ])
  })

  test('are counted, if it is all of them', () => {
    const names = ['a', 'b', 'c', 'd']
    const roles = names.map((name) => of(name, denied()))
    expect(told(concluded([], roles))).toEqual([
      ['role-not-assumable', 'error', names, 'all 4 roles: AWS refused'],
    ])
    expect(told(concluded([], roles.slice(0, 2)))).toEqual([
      ['role-not-assumable', 'error', ['a', 'b'], '`a` and `b`: AWS refused'],
    ])
    expect(told(concluded([], [of('a', denied())]))).toEqual([
      ['role-not-assumable', 'error', ['a'], '`a`: AWS refused'],
    ])
  })

  test('whose steps name the first of them are told so', () => {
    const [both] = concluded([], [of('a', denied()), of('b', denied()), of('c')])
    expect(both?.shown[0]).toEqual({
      show: 'sentence',
      say: 'What follows is for `a`; `b` needs the same.',
    })
    const [one] = concluded([], [of('a', denied()), of('b')])
    expect(one?.shown).toEqual(denied().shown)
  })
})

describe('evidence', () => {
  const answers = (first: Failure, second: Failure): number =>
    concluded(
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
    expect(concluded([], [of('a', denied()), of('b', other)])).toHaveLength(2)
  })
})

test('a warning that is the reason why STS refused some is their error, and no warning of the step any more', () => {
  const reason = slow({ severity: 'error', suspected: true, evidence: [SLOW, DENIED] })
  const all = concluded([slow()], [of('a', reason), of('b', slow()), of('c', slow())])
  expect(told(all)).toEqual([['issuer-slow', 'error', ['a'], `\`a\`: ${reason.headline}`]])
})

test('an error of the step that STS has confirmed for each role is told with its answer', () => {
  const own = slow({ severity: 'error' })
  const confirmed = slow({ severity: 'error', evidence: [SLOW, DENIED] })
  expect(concluded([own], [of('a', confirmed), of('b', confirmed)])).toEqual([confirmed])
})

test('errors come first', () => {
  const all = concluded([slow({ severity: 'notice' })], [of('a', slow()), of('b', denied())])
  expect(all.map(({ severity }) => severity)).toEqual(['error', 'warning'])
})

describe('what each role has of its own', () => {
  const about = (text: string): Finding =>
    denied({ evidence: [{ ...DENIED, message: `no ${text}` } as Failure] })
  const account = (name: string, text: string): RoleFindings => ({
    name,
    findings: [about(text)],
    own: [text],
  })

  test('makes no two roots of one', () => {
    const all = concluded([], [account('a', '111122223333'), account('b', '444455556666'), of('c')])
    expect(all.map(({ roles }) => roles)).toEqual([['a', 'b']])
  })

  test('but another text does', () => {
    const other = { ...account('b', '444455556666'), own: [] }
    expect(concluded([], [account('a', '111122223333'), other, of('c')])).toHaveLength(2)
  })
})

describe('the step', () => {
  test('does not tell again what something else explains to each role', () => {
    expect(told(concluded([slow()], [of('a', denied()), of('b', denied()), of('c')]))).toEqual([
      ['role-not-assumable', 'error', ['a', 'b'], '`a` and `b`: AWS refused'],
    ])
  })

  test('tells what it came to itself, and all that was found where no role came to an end', () => {
    expect(concluded([slow()], [of('a')], [SLOW])).toEqual([slow()])
    expect(concluded([slow()], [])).toEqual([slow()])
  })

  test('knows whose profile it is', () => {
    const exists: Failure = { kind: 'profile-exists', profile: 'b', path: '/x', line: 1 }
    const own = finding({ id: 'profile-exists', evidence: [exists] })
    expect(concluded([own], [of('a'), of('b')], [exists])).toEqual([{ ...own, roles: ['b'] }])
  })
})

test('what STS has answered to each role is about each, be it of the token', () => {
  const names = ['a', 'b', 'c', 'd']
  const roles = names.map((name) => of(name, denied({ link: 'token' })))
  expect(concluded([], roles)[0]?.roles).toEqual(names)
})

describe.each([
  ['proxy', { phase: 'proxy', code: 'PROXY_REFUSED', proxy: 'p:1' }],
  ['authority', { phase: 'tls', code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
] as const)('one %s before all regions', (_what, seen) => {
  const at = (host: string): Failure => ({
    kind: 'network',
    peer: 'sts',
    host,
    detail: '',
    addresses: [],
    certificates: [
      {
        subject: host,
        issuer: 'Corp CA',
        validFrom: '',
        validTo: '',
        names: [],
        sha1: '',
        selfSigned: false,
      },
    ],
    ...seen,
  })
  test('is one finding', () => {
    const all = concluded(
      [],
      ['one.test', 'two.test'].map((host) => of(host, denied({ evidence: [at(host)] }))),
    )
    expect(all).toHaveLength(1)
  })
})
