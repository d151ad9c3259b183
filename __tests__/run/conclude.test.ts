// Proves: one finding for each root cause, with STS as the judge of what STS sees.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure, Finding, Peer } from '../../src/model.js'
import { findingLines } from '../../src/report/plain.js'
import { knowledge } from '../../src/run/knowledge.js'

const { conclude, retryAfter } = knowledge

function firstOf(id: string): Failure {
  const [piece] = evidenceOf(id)
  if (!piece) throw new Error(`no evidence of ${id}`)
  return piece.failure
}

const KEYS = firstOf('provider-keys-unretrievable')
const NOT_CACHEABLE = firstOf('jwks-not-cacheable')
const DENIED = firstOf('role-not-assumable')
const RSA = { kty: 'RSA', kid: 'key-1', n: 'sXch', e: 'AQAB' }
const NOT_FOUND: Failure = {
  kind: 'key',
  problem: 'not-found',
  kid: 'gone',
  url: 'https://issuer.example.com/jwks',
  kids: [RSA.kid],
}
const UNREACHED: Failure = {
  kind: 'network',
  peer: 'jwks',
  host: 'issuer.example.com',
  phase: 'connect',
  code: 'ECONNREFUSED',
  detail: 'connect ECONNREFUSED 203.0.113.7:443',
  addresses: ['203.0.113.7'],
  certificates: [],
}
const slashed: Failure = {
  kind: 'issuer-url',
  url: 'https://token.actions.githubusercontent.com/',
  problem: 'trailing-slash',
}
const SESSION = {
  arn: 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
  account: '111122223333',
  expiration: '2026-09-11T11:00:00.000Z',
  provider: '',
  audience: '',
  subject: '',
  region: 'eu-west-1',
  requestId: '',
}

/** What of `shown` is not its cause's own. */
const added = ({ shown, evidence }: Finding, known = knownWith()) => {
  const [failure] = evidence
  const own = failure ? diagnose(failure, known).shown.length : 0
  return shown.slice(own)
}
const ids = (findings: readonly { id: string }[]): string[] => findings.map(({ id }) => id)

describe('conclude', () => {
  test('a warning that explains STS is promoted to a suspicion, with both pieces of evidence', () => {
    const [finding, ...others] = conclude([KEYS], [NOT_CACHEABLE], knownWith())
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      id: 'jwks-not-cacheable',
      severity: 'error',
      certainty: 'likely',
      suspected: true,
      evidence: [NOT_CACHEABLE, KEYS],
    })
    // Verdict line and chain tell of it: the words are those of its cause.
    expect(finding?.headline).toBe(diagnose(NOT_CACHEABLE, knownWith()).headline)
    expect(finding && added(finding)).toEqual([])
  })

  test('what is only likely by itself is no suspicion of ours', () => {
    const slow: Failure = { ...UNREACHED, code: 'ETIMEDOUT' }
    for (const finding of conclude([], [slow, NOT_CACHEABLE], knownWith()))
      expect(finding).not.toHaveProperty('suspected')
  })

  test('an error in the published keys is the reason, for certain', () => {
    const [finding, ...others] = conclude([KEYS], [NOT_FOUND], knownWith())
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      id: 'jwks-key-not-found',
      severity: 'error',
      certainty: 'certain',
      evidence: [NOT_FOUND, KEYS],
    })
    expect(finding).not.toHaveProperty('suspected')
  })

  test('the worst reason takes the answer, the other stays what it was', () => {
    const findings = conclude([KEYS], [NOT_CACHEABLE, NOT_FOUND], knownWith())
    expect(findings).toMatchObject([
      { id: 'jwks-key-not-found', severity: 'error' },
      { id: 'jwks-not-cacheable', severity: 'warning' },
    ])
  })

  test('what was seen on the way from this runner is only the most likely reason', () => {
    const [finding] = conclude([KEYS], [UNREACHED], knownWith())
    expect(finding).toMatchObject({
      id: 'issuer-unreachable',
      severity: 'error',
      certainty: 'likely',
      suspected: true,
    })
  })

  test('without a reason the answer itself is the finding', () => {
    expect(ids(conclude([KEYS], [], knownWith()))).toEqual(['provider-keys-unretrievable'])
  })

  test('a finding that does not explain the answer stands beside it', () => {
    expect(ids(conclude([DENIED], [NOT_CACHEABLE], knownWith()))).toEqual([
      'role-not-assumable',
      'jwks-not-cacheable',
    ])
  })

  test('where STS signed in, an error seen from here is a warning about this network', () => {
    const [finding] = conclude([], [UNREACHED], knownWith({ session: SESSION }))
    expect(finding).toMatchObject({ id: 'issuer-unreachable', severity: 'warning' })
    expect(finding && added(finding)).toEqual([
      { show: 'sentence', say: expect.stringMatching(/STS accepted the token all the same/) },
    ])
  })

  test('a warning stays as it is where STS signed in', () => {
    const known = knownWith({ session: SESSION })
    expect(conclude([], [NOT_CACHEABLE], known)).toEqual([diagnose(NOT_CACHEABLE, known)])
  })

  test('where STS has judged the token, what was met on the way from here is a warning', () => {
    const rejected = firstOf('token-rejected')
    expect(conclude([rejected], [UNREACHED], knownWith())).toMatchObject([
      { id: 'token-rejected', severity: 'error' },
      { id: 'issuer-unreachable', severity: 'warning' },
    ])
  })

  test('and it is not said to be a matter of this network: STS had stopped before it', () => {
    const [, seen] = conclude([firstOf('token-rejected')], [UNREACHED], knownWith())
    const [doubt, ...others] = seen ? added(seen) : []
    expect(others).toEqual([])
    expect(doubt).toMatchObject({ say: expect.stringContaining('STS stopped at something else') })
    expect(doubt).toMatchObject({ say: expect.not.stringContaining('this runner only') })
  })

  describe('what else happened to the run does not hide what STS has said', () => {
    const retried: Failure = { kind: 'retried', attempts: [], totalMs: 5 }

    test('of the role: the token is accepted, so an error of the checks is a warning', () => {
      const findings = conclude([retried, DENIED], [NOT_FOUND], knownWith())
      expect(findings).toMatchObject([
        { id: 'role-not-assumable', severity: 'error' },
        { id: 'jwks-key-not-found', severity: 'warning' },
        { severity: 'notice' },
      ])
      const doubt = findings[1] && added(findings[1])
      expect(doubt).toEqual([
        {
          show: 'sentence',
          say: 'STS did not stop at this; it need not do so the next time.',
        },
      ])
    })

    test('of the token: what was met on the way from here is a warning', () => {
      const [, seen] = conclude([retried, firstOf('token-rejected')], [UNREACHED], knownWith())
      expect(seen).toMatchObject({ id: 'issuer-unreachable', severity: 'warning' })
    })
  })

  test('where STS has judged the token, what is wrong with the keys wherever one looks is an error', () => {
    const [, key] = conclude([firstOf('token-rejected')], [NOT_FOUND], knownWith())
    expect(key).toMatchObject({ id: 'jwks-key-not-found', severity: 'error' })
  })

  test('where STS has not come to the token, what was met on the way stays an error', () => {
    const [, seen] = conclude([firstOf('sts-throttled')], [UNREACHED], knownWith())
    expect(seen).toMatchObject({ id: 'issuer-unreachable', severity: 'error' })
  })

  test.each<[string, Failure, boolean]>([
    ['a connection', UNREACHED, true],
    ['an answer', firstOf('discovery-unavailable'), true],
    ['an address', { kind: 'address', host: 'idp.test', addresses: ['10.0.0.7'] }, true],
    ['the time', { kind: 'slow', totalMs: 6_000 }, true],
    ['a key', NOT_FOUND, false],
  ])('%s may be another for STS: %#', (_what, failure, fromHere) => {
    const [finding] = conclude([], [failure], knownWith({ session: SESSION }))
    expect(finding?.severity).toBe('warning')
    const [doubt] = finding ? added(finding) : []
    const words = fromHere ? 'the network of this runner only' : 'need not do so the next time'
    expect(doubt).toMatchObject({ say: expect.stringContaining(words) })
  })

  test('one address that is private only here makes the finding a suspicion', () => {
    const internal: Failure = { kind: 'address', host: 'idp.local', addresses: [], internal: true }
    const refused: Failure = {
      kind: 'address',
      host: 'idp.test',
      addresses: ['169.254.169.254'],
      refused: 'metadata',
    }
    const [finding] = conclude([KEYS], [internal, refused], knownWith({ session: null }))
    expect(finding).toMatchObject({ id: 'issuer-private-address', suspected: true })
  })

  test('what is only likely by itself stays so as the reason, and is no suspicion either', () => {
    const own: Failure = { kind: 'address', host: 'idp.test', addresses: ['10.0.0.7'] }
    const [finding] = conclude([KEYS], [own], knownWith({ session: null }))
    expect(finding).toMatchObject({ id: 'issuer-private-address', certainty: 'likely' })
    expect(finding).not.toHaveProperty('suspected')
  })

  test('what STS says itself is told once, though a check saw it too', () => {
    const expired = firstOf('token-expired')
    const seen: Failure = { kind: 'claim', claim: 'exp', problem: 'expired', now: 9, value: 1 }
    expect(conclude([expired], [seen], knownWith())).toMatchObject([
      { id: 'token-expired', evidence: [expired] },
    ])
  })

  test('a check gives the reason of an answer of STS alone', () => {
    const token: Failure = {
      kind: 'claim',
      claim: 'Team',
      problem: 'tags',
      want: 'object',
      got: '1',
    }
    const findings = conclude([token], [token], knownWith())
    expect(findings).toMatchObject([{ id: 'token-tags-invalid', evidence: [token] }])
  })

  test.each<[string, string, Failure]>([
    ['the spelling of an input', 'token-rejected', slashed],
    ['a key that is not found', 'token-rejected', NOT_FOUND],
    [
      'another issuer in the discovery document',
      'provider-not-found',
      firstOf('discovery-issuer-mismatch'),
    ],
    ['a signature', 'provider-keys-unretrievable', firstOf('token-signature-invalid')],
  ])('%s does not explain %s, and both are told', (_what, id, failure) => {
    const findings = conclude([firstOf(id)], [failure], knownWith())
    expect(ids(findings)).toContain(id)
    expect(findings).toHaveLength(2)
  })

  describe('an authority that is not trusted', () => {
    const signed = (peer: 'sts' | 'discovery', host: string, issuer: string): Failure => ({
      kind: 'network',
      peer,
      host,
      phase: 'tls',
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
      detail: 'self-signed certificate in certificate chain',
      addresses: [],
      certificates: [
        {
          subject: host,
          issuer,
          validFrom: '',
          validTo: '',
          names: [host],
          sha1: '',
          selfSigned: false,
        },
      ],
    })
    const sts = signed('sts', 'sts.eu-west-1.amazonaws.com', 'Corp Proxy CA')
    const both = (one: Failure, other: Failure) =>
      ids(conclude([one], [other], knownWith({ session: null })))
    const issuer = signed('discovery', 'issuer.example.com', 'Corp Proxy CA')
    const TWO = ['sts-tls-untrusted', 'issuer-tls-untrusted']

    test('nor where the chain is not whole', () => {
      const code = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
      const found = both({ ...sts, code } as Failure, { ...issuer, code } as Failure)
      expect(found).toEqual(['sts-tls-untrusted'])
    })

    test.each([
      ['that nobody names', signed('sts', 'sts.test', ''), signed('discovery', 'idp.test', '')],
      ['of one host', signed('sts', 'idp.test', 'One'), signed('discovery', 'idp.test', 'Two')],
    ])('%s is not one', (_what, one, other) => {
      expect(both(one, other)).toEqual(TWO)
    })

    test('of the proxy itself is not that of the issuer', () => {
      const proxy = { ...issuer, phase: 'proxy', proxy: 'proxy.test:3128' } as Failure
      expect(both(sts, proxy)).toHaveLength(2)
      expect(both({ ...sts, phase: 'proxy', proxy: 'p.test:1' } as Failure, proxy)).toHaveLength(2)
    })

    test('of one proxy is one error, not one for each service', () => {
      expect(ids(conclude([sts], [issuer], knownWith({ session: null })))).toEqual([
        'sts-tls-untrusted',
      ])
    })

    test('of the issuer alone is a finding of its own', () => {
      const issuer = signed('discovery', 'issuer.example.com', 'Another CA')
      const found = conclude([sts], [issuer], knownWith({ session: null }))
      expect(ids(found)).toEqual(['sts-tls-untrusted', 'issuer-tls-untrusted'])
    })

    test('says nothing of a certificate that is over', () => {
      const issuer = {
        ...signed('discovery', 'issuer.example.com', 'Corp Proxy CA'),
        code: 'CERT_HAS_EXPIRED',
      } as Failure
      const found = conclude([sts], [issuer], knownWith({ session: null }))
      expect(ids(found)).toEqual(['sts-tls-untrusted', 'issuer-tls-expired'])
    })
  })

  test('an internal name is no matter of the network of this runner', () => {
    const internal: Failure = { kind: 'address', host: 'idp.local', addresses: [], internal: true }
    const [finding, ...others] = conclude([KEYS], [internal], knownWith({ session: null }))
    expect(finding).toMatchObject({ id: 'issuer-private-address', certainty: 'certain' })
    expect(others).toEqual([])
    const missing = firstOf('provider-not-found')
    const known = knownWith({ session: null })
    expect(ids(conclude([missing], [internal], known))).toEqual(['issuer-private-address'])
  })

  test('a proxy that is dead for token service and issuer alike is one finding', () => {
    const dead: Failure = {
      ...UNREACHED,
      peer: 'token-service',
      phase: 'proxy',
      proxy: '127.0.0.1:1',
      addresses: [],
    }
    const issuer: Failure = { ...dead, peer: 'discovery' }
    expect(ids(conclude([dead], [issuer], knownWith()))).toEqual(['token-service-unreachable'])
    const other: Failure = { ...issuer, code: 'ERR_PROXY_TUNNEL' }
    expect(conclude([dead], [other], knownWith())).toHaveLength(2)
    const through = { ...issuer, proxy: '127.0.0.1:2' } as Failure
    expect(conclude([dead], [through], knownWith())).toHaveLength(2)
    const behind = { ...issuer, phase: 'connect' } as Failure
    expect(conclude([dead], [behind], knownWith())).toHaveLength(2)
  })

  test('a proxy that answers everybody in their place, and wants a login, is one finding', () => {
    const at = (peer: Peer, status = 407): Failure => ({
      kind: 'http',
      peer,
      url: 'https://a.test/x',
      status,
      headers: {},
      excerpt: '',
    })
    const sts: Failure = {
      kind: 'not-sts',
      status: 407,
      contentType: '',
      server: '',
      excerpt: '',
    }
    const token = [at('token-service')]
    expect(ids(conclude(token, [at('discovery')], knownWith()))).toEqual([
      'token-service-unreachable',
    ])
    expect(ids(conclude([sts], [at('jwks')], knownWith()))).toEqual(['sts-endpoint-unusable'])
    expect(conclude(token, [at('discovery', 403)], knownWith())).toHaveLength(2)
    expect(conclude([{ ...sts, status: 403 }], [at('jwks', 403)], knownWith())).toHaveLength(2)
  })

  test('an unusual audience is not told beside the refusal that tells it', () => {
    const unusual: Failure = { kind: 'audience-unusual', asked: 'a', usual: 'sts.amazonaws.com' }
    expect(ids(conclude([firstOf('token-rejected')], [unusual], knownWith()))).toEqual([
      'token-rejected',
    ])
  })

  test('a published private key stays an error though STS signed in', () => {
    const published: Failure = { ...NOT_FOUND, problem: 'private', members: ['d'] }
    const [finding] = conclude([], [published], knownWith({ session: SESSION }))
    expect(finding).toMatchObject({ id: 'jwks-private-key', severity: 'error' })
  })

  test('two failures of one cause are one finding that tells both', () => {
    const missing = (claim: string): Failure => ({
      kind: 'claim',
      claim,
      problem: 'expected',
      pattern: 'a',
      got: 'b',
    })
    const findings = conclude([], [missing('ref'), missing('actor')], knownWith())
    expect(findings).toHaveLength(1)
    const [finding] = findings
    const text = finding ? findingLines(finding).join('\n') : ''
    expect(text).toContain('`ref`')
    expect(text).toContain('`actor`')
    expect(finding?.evidence).toEqual([missing('ref'), missing('actor')])
  })

  test('what both say is said once, and each step stands once', () => {
    const [once] = conclude([], [NOT_FOUND], knownWith())
    const [twice, ...others] = conclude([], [NOT_FOUND, NOT_FOUND], knownWith())
    expect(others).toEqual([])
    expect(twice).toEqual({ ...once, evidence: [NOT_FOUND, NOT_FOUND] })
    const other = { ...NOT_FOUND, kid: 'lost' }
    const [both] = conclude([], [NOT_FOUND, other, NOT_FOUND], knownWith())
    const alone = [NOT_FOUND, other].map((failure) => diagnose(failure, knownWith()))
    for (const part of ['steps', 'otherwise', 'confirm', 'folded'] as const) {
      const texts = (both?.[part] ?? []).map((one) => JSON.stringify(one))
      const wanted = alone.flatMap((one) => one[part].map((own) => JSON.stringify(own)))
      expect(texts).toEqual([...new Set(wanted)])
    }
    expect(both?.headline).toBe(alone[0]?.headline)
    expect(both?.shown[0]).toEqual({ show: 'sentence', say: alone[1]?.headline })
    expect(both?.shown).not.toContainEqual({ show: 'sentence', say: alone[0]?.headline })
  })

  test('what is for another reader comes after the steps of all', () => {
    const known = knownWith({ token: { issuer: 'https://issuer.example.com' }, issuer: null })
    const unreached = ['issuer.example.com', 'keys.example.com'].map(
      (host): Failure => ({ ...UNREACHED, host, detail: host }) as Failure,
    )
    const [both] = conclude([], unreached, known)
    const kinds = (both?.steps ?? []).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind !== 'aside').length).toBeGreaterThan(2)
    expect(kinds.indexOf('aside')).toBe(kinds.length - 1)
  })

  test('errors come first, then warnings, then notices', () => {
    const retried: Failure = { kind: 'retried', attempts: [], totalMs: 5 }
    const findings = conclude([retried], [NOT_CACHEABLE, NOT_FOUND], knownWith())
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice'])
  })
})

describe('retryAfter', () => {
  test('a certain reason decides: an unknown key is worth one more try', () => {
    expect(retryAfter(KEYS, [NOT_FOUND], knownWith())).toEqual({
      id: 'jwks-key-not-found',
      retry: 'once',
    })
  })

  test('a mere suspicion leaves it to the answer, which may pass', () => {
    expect(retryAfter(KEYS, [NOT_CACHEABLE], knownWith())).toEqual({
      id: 'provider-keys-unretrievable',
      retry: 'transient',
    })
  })

  test('a refusal of the role is never tried again', () => {
    expect(retryAfter(DENIED, [NOT_CACHEABLE], knownWith()).retry).toBe('never')
  })

  test('a role that may be new is told apart from other refusals', () => {
    expect(retryAfter(DENIED, [], knownWith())).toEqual({
      id: 'role-not-assumable',
      retry: 'never',
      eventualConsistency: true,
    })
  })
})

describe('an STS that refuses without a reason', () => {
  const REFUSAL: Failure = {
    kind: 'aws',
    status: 403,
    code: 'AccessDenied',
    message: '',
    requestId: 'tx1',
  }
  const ceph = { inputs: { customEndpoint: true, stsEndpoint: 'https://ceph.example.com' } }
  const now = 1_789_120_800
  const expired: Failure = {
    kind: 'claim',
    claim: 'exp',
    problem: 'expired',
    now,
    value: now - 999,
  }

  test('is explained by what was found from here, in one finding', () => {
    const found = conclude([REFUSAL], [expired], knownWith(ceph))
    expect(found.map(({ id, severity }) => `${severity} ${id}`)).toEqual(['error token-expired'])
    expect(found[0]?.evidence).toEqual([expired, REFUSAL])
  })

  test('is the finding where nothing explains it', () => {
    expect(conclude([REFUSAL], [], knownWith(ceph)).map(({ id }) => id)).toEqual(['sts-refused'])
  })

  test("has not taken the token: the checks' errors stay errors", () => {
    const key: Failure = {
      kind: 'key',
      kid: 'k',
      url: 'https://issuer.example.com/jwks',
      kids: ['k'],
      problem: 'signature',
    }
    const [found] = conclude([REFUSAL], [key], knownWith(ceph))
    expect(found).toMatchObject({ id: 'token-signature-invalid', severity: 'error' })
  })
})
