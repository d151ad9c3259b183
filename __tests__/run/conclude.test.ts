// Proves: one finding for each root cause, with STS as the judge of what STS sees.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure, Finding } from '../../src/model.js'
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

    test('of one proxy is one error, not one for each service', () => {
      const issuer = signed('discovery', 'issuer.example.com', 'Corp Proxy CA')
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
