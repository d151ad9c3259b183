import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { stsUnreachable } from '../../src/causes/sts-unreachable.js'
import type { Failure } from '../../src/model.js'
import { takers, testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(stsUnreachable, {
  leaves: [
    'region-unknown',
    'sts-tls-untrusted',
    'sts-endpoint-unusable',
    'token-service-unreachable',
  ],
  says: [
    [
      '`sts.eu-west-1.amazonaws.com`',
      'curl -sS -D- https://sts.eu-west-1.amazonaws.com',
      '`com.amazonaws.eu-west-1.sts`',
      '`HTTPS_PROXY`',
      'DNS does not know `sts.eu-west-1.amazonaws.com` (`ENOTFOUND`)',
      'code     ENOTFOUND',
    ],
    ['EAI_AGAIN', 'the DNS server did not answer for `sts.eu-west-1.amazonaws.com`'],
    ['no route to `52.94.241.129`', /^(?!.*It resolved to)/s],
    [
      'A firewall drops the packets',
      '`localhost` did not accept a connection',
      'timeout of 5000 ms',
    ],
    ['connection to `localhost` was refused (`ECONNREFUSED`)', 'It resolved to `127.0.0.1`'],
    ['filters by host name', 'ECONNRESET'],
    ['no complete answer came from `localhost`', '15000 ms'],
    [
      'the proxy `127.0.0.1:18902` forbids `sts.eu-west-1.amazonaws.com` (HTTP 403)',
      /^If this runner may reach STS without the proxy, exclude[\s\S]*NO_PROXY=sts\.eu-west-1\.amazonaws\.com[\s\S]*let the proxy allow CONNECT to `sts\.eu-west-1\.amazonaws\.com:443`\.\nIf .*correct `HTTPS_PROXY` of the runner/m,
      /^(?!.*Set `HTTPS_PROXY`)/is,
    ],
    ['did not connect to `sts.eu-west-9.amazonaws.com` (HTTP 500)', '127.0.0.1:18903'],
    [
      'no connection to the proxy `127.0.0.1:1` (`ECONNREFUSED`)',
      'connect ECONNREFUSED 127.0.0.1:1',
      'Correct `HTTPS_PROXY` of the runner',
    ],
  ],
})

const [dns, , , , refused] = evidenceOf('sts-unreachable') as [Evidence, ...Evidence[]]

test('another endpoint: no advice on AWS, but on the input', () => {
  const known = knownWith({
    inputs: { stsEndpoint: 'https://minio.example.com:9000', customEndpoint: true },
  })
  const finding = diagnose(refused?.failure as Failure, known)
  expectWellSaid(finding)
  const { fix } = wordsOf(finding)
  expect(fix.join('\n')).toContain('If that fails too, correct the input `sts-endpoint`')
  expect(fix.join('\n')).toContain('curl -sS -D- https://minio.example.com:9000')
  expect(fix.join('\n')).not.toContain('com.amazonaws')
})

test('another endpoint that a variable gave: that is what to correct', () => {
  const inputs = {
    stsEndpoint: 'https://minio.example.com:9000',
    customEndpoint: true,
    endpointSource: 'AWS_ENDPOINT_URL_STS',
  }
  const said = wordsOf(stsUnreachable.explain(refused?.failure as Failure, knownWith({ inputs })))
  expect(said.fix.join('\n')).toContain('correct the variable `AWS_ENDPOINT_URL_STS`')
})

test.each(['cn-north-1', 'cn-northwest-1'])(
  "in China, a VPC endpoint's service has a prefix",
  (region) => {
    const known = knownWith({ inputs: { region, partition: 'aws-cn' } })
    const { fix } = wordsOf(stsUnreachable.explain(refused?.failure as Failure, known))
    expect(fix.join('\n')).toContain(`\`cn.com.amazonaws.${region}.sts\``)
  },
)

test('a private address: the VPC endpoint is named', () => {
  const failure = { ...refused?.failure, addresses: ['10.0.3.17'] } as Failure
  expectWellSaid(diagnose(failure, knownWith()))
  expect(wordsOf(stsUnreachable.explain(failure, knownWith())).why).toContain(
    '`10.0.3.17` is private: a VPC endpoint',
  )
})

test.each([
  [{ phase: 'tls', code: 'EPROTO' }, 'what answers at `localhost` does not speak TLS (`EPROTO`)'],
  [{ phase: 'connect', code: 'EHOSTUNREACH' }, 'this runner has no route to `localhost`'],
  [{ code: 'ESOMETHING' }, 'the connection to `localhost` failed (`ESOMETHING`)'],
  [
    { phase: 'response', code: 'TIMEOUT', timeoutMs: 15_000 },
    'no complete answer came from `localhost` within 15 s (`TIMEOUT`)',
  ],
  [
    { phase: 'proxy', proxy: 'p:1', proxyStatus: 407 },
    'the proxy `p:1` wants user name and password (HTTP 407)',
  ],
  [
    { phase: 'proxy', proxy: 'p:1', code: 'CERT_HAS_EXPIRED' },
    'the certificate of the proxy `p:1` is not trusted (`CERT_HAS_EXPIRED`)',
  ],
  [
    { phase: 'proxy', proxy: 'p:1', code: 'TIMEOUT' },
    'the proxy `p:1` opened no connection to `localhost` (`TIMEOUT`)',
  ],
  [{ phase: 'tls', proxy: 'p:1', code: 'ECONNRESET' }, 'It went through the proxy `p:1`.'],
])('%j: %s', (change, words) => {
  const failure = { ...refused?.failure, ...change } as Failure
  expectWellSaid(diagnose(failure, knownWith()))
  expect(wordsOf(stsUnreachable.explain(failure, knownWith())).why).toContain(words)
})

test("a proxy's login is not repeated", () => {
  const detail = 'Failed to establish tunnel via http://me:secret@proxy:3128'
  const failure = { ...refused?.failure, detail } as Failure
  const { fix } = wordsOf(stsUnreachable.explain(failure, knownWith()))
  expect(fix.join('\n')).toContain('via http://proxy:3128')
  expect(fix.join('\n')).not.toContain('secret')
})

test('a listed region that cannot be resolved is ours, an unlisted one is not', () => {
  expect(takers(dns)).toEqual(['sts-unreachable'])
  expect(takers({ ...dns, known: { inputs: { region: 'eu-west-9' } } })).toEqual(['region-unknown'])
})

test('what does not speak TLS will not speak it at the next attempt', () => {
  const failure = { ...refused?.failure, phase: 'tls', code: 'EPROTO' } as Failure
  expect(retryFor(failure, knownWith())).toEqual({ id: 'sts-unreachable', retry: 'never' })
  expect(retryFor(refused?.failure as Failure, knownWith()).retry).toBe('transient')
})

test('a rule of the proxy is the same at the next attempt, a peer that it cannot reach is not', () => {
  const [forbidden, failed, dead] = evidenceOf('sts-unreachable').slice(-3)
  const retries = [forbidden, failed, dead].map(
    (piece) => retryFor(piece?.failure as Failure, knownWith()).retry,
  )
  expect(retries).toEqual(['never', 'transient', 'transient'])
})

test('a FIPS endpoint that does not exist: the variable is named', () => {
  const known = knownWith({ inputs: { fips: true } })
  expectWellSaid(diagnose(dns.failure, known))
  const { why, fix } = wordsOf(stsUnreachable.explain(dns.failure, known))
  expect(why).toContain('`AWS_USE_FIPS_ENDPOINT` is set')
  expect(fix[0]).toContain('remove `AWS_USE_FIPS_ENDPOINT`')
  expect(wordsOf(stsUnreachable.explain(refused?.failure as Failure, known)).why).not.toContain(
    'FIPS',
  )
})

describe('a FIPS endpoint that a proxy does not find', () => {
  const failure = {
    kind: 'network',
    peer: 'sts',
    code: 'PROXY_REFUSED',
    phase: 'proxy',
    host: 'sts-fips.eu-west-1.amazonaws.com',
    proxy: 'proxy.corp:8080',
    proxyStatus: 502,
    detail: '',
    addresses: [],
    certificates: [],
  } as const

  test('is not the fault of the proxy', () => {
    const known = knownWith({ inputs: { fips: true } })
    const finding = diagnose(failure, known)
    expectWellSaid(finding)
    expect(finding.steps[0]?.say).toBe('Remove `AWS_USE_FIPS_ENDPOINT` from its environment')
  })

  test('may be, in a region that has one', () => {
    const known = knownWith({ inputs: { fips: true, region: 'us-east-1' } })
    expect(JSON.stringify(diagnose(failure, known))).not.toContain('AWS_USE_FIPS_ENDPOINT')
  })
})
