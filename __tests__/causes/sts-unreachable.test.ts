import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../evidence/read.js'
import { retryFor } from '../../src/causes/index.js'
import { stsUnreachable } from '../../src/causes/sts-unreachable.js'
import type { Failure } from '../../src/model.js'
import { takers, testCause } from './tester.js'

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
      'HTTPS_PROXY',
      'ENOTFOUND',
    ],
    ['EAI_AGAIN', 'did not answer'],
    ['no route', '52.94.241.129'],
    ['A firewall drops the packets', 'no complete answer'],
    ['refused', 'ECONNREFUSED', '`127.0.0.1`'],
    ['filters by host name', 'ECONNRESET'],
    ['`localhost`', 'no complete answer', '15000 ms'],
    ['answered 403', 'allow CONNECT to `sts.eu-west-1.amazonaws.com:443`', 'HTTPS_PROXY'],
    ['answered 500', '`sts.eu-west-9.amazonaws.com`'],
    ['could not be reached', 'ECONNREFUSED 127.0.0.1:1', 'Correct HTTPS_PROXY of the runner'],
  ],
})

const [dns, , , , refused] = evidenceOf('sts-unreachable') as [Evidence, ...Evidence[]]

test('another endpoint: no advice on AWS, but on the input', () => {
  const known = knownWith({
    inputs: { stsEndpoint: 'https://minio.example.com:9000', customEndpoint: true },
  })
  const { fix } = stsUnreachable.explain(refused?.failure as Failure, known)
  expect(fix.join('\n')).toContain('correct the input `sts-endpoint`')
  expect(fix.join('\n')).toContain('curl -sS -D- https://minio.example.com:9000')
  expect(fix.join('\n')).not.toContain('com.amazonaws')
})

test.each(['cn-north-1', 'cn-northwest-1'])(
  "in China, a VPC endpoint's service has a prefix",
  (region) => {
    const known = knownWith({ inputs: { region, partition: 'aws-cn' } })
    const { fix } = stsUnreachable.explain(refused?.failure as Failure, known)
    expect(fix.join('\n')).toContain(`\`cn.com.amazonaws.${region}.sts\``)
  },
)

test('a private address: the VPC endpoint is named', () => {
  const failure = { ...refused?.failure, addresses: ['10.0.3.17'] } as Failure
  expect(stsUnreachable.explain(failure, knownWith()).why).toContain(
    '`10.0.3.17` is private: a VPC endpoint',
  )
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
  expect(stsUnreachable.explain(dns.failure, known).why).toContain('`AWS_USE_FIPS_ENDPOINT` is set')
  expect(stsUnreachable.explain(refused?.failure as Failure, known).why).not.toContain('FIPS')
})
