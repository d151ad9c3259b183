// The chain of a sign-in: how far each run got, link by link.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import type { Finding, LinkName } from '../../src/model.js'
import { signInChain } from '../../src/run/chain.js'
import { DENIED, granted, refused } from '../fake-world.js'
import { finding } from '../finding.js'

const SESSION = { session: granted().session.facts }
const KEYS = refused('InvalidIdentityToken', "Couldn't retrieve verification key")

const chainOf = (change: unknown, findings: readonly Finding[] = []) =>
  signInChain({ known: knownWith(change), findings, timeline: [], roles: [] })
const states = (...told: Parameters<typeof chainOf>): string[] =>
  chainOf(...told).map(({ link, state }) => `${link} ${state}`)
const found = (link: LinkName, change: Partial<Finding> = {}): Finding =>
  finding({ link, ...change })
const warned = (link: LinkName, change: Partial<Finding> = {}): Finding =>
  found(link, { severity: 'warning', ...change })

describe('the states', () => {
  test('of a run that signed in', () => {
    expect(chainOf(SESSION)).toEqual([
      { link: 'token', state: 'passed', detail: 'Token issued' },
      { link: 'issuer', state: 'passed', detail: 'Issuer and signature' },
      { link: 'sts', state: 'passed', detail: 'STS accepted the token' },
      { link: 'role', state: 'passed', detail: 'Role `deploy`' },
    ])
  })

  test('without a role: STS is not asked, and there is no role to reach', () => {
    expect(states({ inputs: { role: null } })).toEqual([
      'token passed',
      'issuer passed',
      'sts not-tried',
    ])
  })

  test('without a token: nothing after it was tried, but the issuer', () => {
    expect(states({ token: null }, [found('token')])).toEqual([
      'token failed',
      'issuer passed',
      'sts not-tried',
      'role not-tried',
    ])
    expect(states({ token: null, issuer: null }, [found('token')])[1]).toBe('issuer not-tried')
  })

  test('wrong inputs come first, and nothing was tried', () => {
    const change = { inputs: null, token: null, issuer: null }
    expect(states(change, [found('inputs')])).toEqual([
      'inputs failed',
      'token not-tried',
      'issuer not-tried',
      'sts not-tried',
    ])
  })

  test('an issuer that failed, and STS that answered so', () => {
    const reason = found('issuer', { evidence: [{ kind: 'bug', message: '' }, KEYS] })
    expect(states({}, [reason])).toEqual([
      'token passed',
      'issuer failed',
      'sts failed',
      'role not-tried',
    ])
  })

  test('an issuer that is wrong from here, and STS that accepted the token', () => {
    expect(states(SESSION, [warned('issuer')])[1]).toBe('issuer warned')
    const unread = { ...SESSION, issuer: { jwks: null } }
    expect(states(unread, [warned('issuer', { id: 'issuer-unreachable' })])[1]).toBe(
      'issuer warned',
    )
  })

  test.each([
    ['was not waited for', { ...SESSION, issuer: { pending: true } }, []],
    ['was left unchecked', SESSION, [warned('issuer', { id: 'issuer-unchecked' })]],
    ['showed no keys, and nobody says why', { ...SESSION, issuer: { jwks: null } }, []],
  ])('an issuer that %s is not known', (_what, change, findings) => {
    expect(states(change, findings)[1]).toBe('issuer not-known')
  })

  test('STS refused the token', () => {
    expect(states({}, [found('sts', { evidence: [KEYS] })])).toEqual([
      'token passed',
      'issuer passed',
      'sts failed',
      'role not-tried',
    ])
  })

  test('STS could not be reached', () => {
    expect(states({}, [found('sts')]).slice(2)).toEqual(['sts failed', 'role not-tried'])
  })

  test('the role was refused: STS had accepted the token', () => {
    const all = ['token passed', 'issuer passed', 'sts passed', 'role failed']
    expect(states({}, [found('role', { evidence: [DENIED] })])).toEqual(all)
    const beside = [found('role', { evidence: [DENIED] }), found('role'), warned('issuer')]
    expect(states({}, beside)).toEqual(all.with(1, 'issuer warned'))
  })

  test('the policy speaks against the role, and STS was not asked', () => {
    expect(states({}, [found('role')]).slice(2)).toEqual(['sts not-tried', 'role failed'])
  })

  test('a warning about what STS let pass', () => {
    expect(states(SESSION, [warned('role'), warned('token'), warned('sts')])).toEqual([
      'token warned',
      'issuer passed',
      'sts warned',
      'role warned',
    ])
  })

  test('a warning about the inputs stands before all', () => {
    expect(states(SESSION, [warned('inputs')])[0]).toBe('inputs warned')
  })

  test.each([
    ['a warning about another link', warned('token')],
    ['a notice about the issuer', found('issuer', { severity: 'notice' })],
  ])('keys that were not seen are not known for %s', (_what, other) => {
    expect(states({ ...SESSION, issuer: { jwks: null } }, [other])[1]).toBe('issuer not-known')
  })

  test('STS did not accept the token where only a warning about the role has its answer', () => {
    expect(states({}, [warned('role', { evidence: [DENIED] })])[2]).toBe('sts failed')
  })

  test('nor where nobody asked it: the finding about the role is of something else', () => {
    const own = found('role', { evidence: [{ kind: 'bug', message: '' }] })
    expect(states({}, [own])[2]).toBe('sts not-tried')
  })

  test('a warning about the export does not say that there was a session', () => {
    expect(states({}, [warned('export')])[2]).toBe('sts not-tried')
  })

  test('a notice is none', () => {
    const notice = found('role', { severity: 'notice' })
    expect(states(SESSION, [notice])).toEqual(states(SESSION))
  })

  test('a warning about what was not tried changes nothing', () => {
    const findings = [found('token'), warned('role')]
    expect(states({ token: null }, findings).at(-1)).toBe('role not-tried')
  })

  test.each([
    ['with its session', SESSION],
    ['whose session is not kept', {}],
  ])('the export failed: all before it went well, %s', (_what, change) => {
    expect(states(change, [found('export')])).toEqual([
      'token passed',
      'issuer passed',
      'sts passed',
      'export failed',
    ])
  })

  test('a warning about the export', () => {
    expect(states(SESSION, [warned('export')]).at(-1)).toBe('export warned')
  })

  test('of a job that held credentials: there was no sign-in', () => {
    const existing = { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/a' }
    expect(chainOf({ existing })).toEqual([])
    expect(chainOf({ existing }, [found('export')])).toEqual([])
  })
})

describe('what stands at a link that failed', () => {
  const detail = (link: LinkName, change: unknown, findings: readonly Finding[]) =>
    chainOf(change, findings).find((one) => one.link === link)?.detail

  test('is what its finding says, where it says where', () => {
    expect(detail('role', {}, [found('role', { stop: 'Trust policy: `sub`' })])).toBe(
      'Trust policy: `sub`',
    )
  })

  test.each<[LinkName, unknown, string]>([
    ['inputs', {}, 'Inputs'],
    ['token', { token: null }, 'No token'],
    ['token', {}, 'Token'],
    ['issuer', {}, 'Issuer'],
    ['sts', {}, 'STS'],
    ['role', {}, 'Role `deploy` in account 111122223333'],
    ['role', { inputs: { role: { account: '' } } }, 'Role `deploy`'],
    ['export', {}, 'Hand-over to the job'],
  ])('%s, else: %j, %s', (link, change, text) => {
    expect(detail(link, change, [found(link)])).toBe(text)
  })

  test("of STS is AWS's own sentence where something else is its reason, and not the whole of a long one", () => {
    expect(detail('sts', {}, [found('issuer', { evidence: [KEYS] })])).toBe(
      "STS: “Couldn't retrieve verification key”",
    )
    const late = [found('token'), found('issuer', { evidence: [KEYS] })]
    expect(detail('sts', {}, late)).toBe("STS: “Couldn't retrieve verification key”")
    const long = refused('X', 'x\n'.repeat(500))
    expect(detail('sts', {}, [found('issuer', { evidence: [long] })])).toMatch(
      /^STS: “[x …]{1,37}”$/,
    )
  })

  test.each([
    [
      'of 36 characters',
      'a sentence, as long as may be shown.',
      'a sentence, as long as may be shown.',
    ],
    ['that is longer', 'a sentence: longer than may be shown.', 'a sentence: longer than may be…'],
    [
      'cut at a comma',
      'one, two three four five, six seven, eight',
      'one, two three four five, six seven…',
    ],
    [
      'cut at a word',
      'one two three four five six seven xx, y z',
      'one two three four five six seven…',
    ],
  ])('of a sentence of STS %s is whole words', (_what, said, shown) => {
    const reason = found('issuer', { evidence: [refused('InvalidIdentityToken', said)] })
    expect(detail('sts', {}, [reason])).toBe(`STS: “${shown}”`)
  })

  test('is what it is where there is no token either', () => {
    expect(detail('issuer', { token: null }, [found('issuer')])).toBe('Issuer')
  })

  test('of STS is short where the headline is about its answer already', () => {
    expect(detail('sts', {}, [found('sts', { evidence: [KEYS] })])).toBe('STS refused')
  })
})

test('a signature that was not checked is not told of', () => {
  expect(chainOf({ signature: 'not-checked' })[1]?.detail).toBe('Issuer')
})

test('each state has words of its own', () => {
  const { token: _token, issuer: _issuer, ...bare } = KNOWN
  const details = [
    ...chainOf(SESSION),
    ...chainOf(SESSION, [warned('token'), warned('issuer'), warned('sts'), warned('role')]),
    ...signInChain({ known: bare, findings: [], timeline: [], roles: [] }),
  ].map(({ detail }) => detail)
  expect(new Set(details).size).toBe(details.length)
})

describe('another STS than AWS, which does not say how far it came', () => {
  const OTHER = { inputs: { customEndpoint: true } }
  const BARE = { ...refused('AccessDenied', ''), requestId: 'tx1' }

  test('is not said to have accepted the token, where the role is the reason', () => {
    const links = chainOf(OTHER, [found('role', { evidence: [BARE] })]).slice(2)
    expect(links.map(({ link, state }) => `${link} ${state}`)).toEqual([
      'sts not-known',
      'role failed',
    ])
    expect(links[0]?.detail).toBe('STS unknown')
  })

  test('is not said not to have been asked, where it has no words', () => {
    const [sts] = chainOf(OTHER, [found('token', { evidence: [BARE] })]).slice(2)
    expect(sts).toEqual({ link: 'sts', state: 'failed', detail: 'STS: “AccessDenied”' })
    const after = found('token', { evidence: [{ kind: 'bug', message: '' }, BARE] })
    expect(chainOf(OTHER, [after])[2]).toEqual(sts)
  })
})
