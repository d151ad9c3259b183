import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { stsTlsUntrusted } from '../../src/causes/sts-tls-untrusted.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(stsTlsUntrusted, {
  leaves: ['sts-unreachable', 'sts-endpoint-unusable', 'token-service-unreachable'],
  says: [
    [
      'issued by  Corp Proxy Root CA',
      'NODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem',
      'SELF_SIGNED_CERT_IN_CHAIN',
      /^Exempt `sts\.eu-west-1\.amazonaws\.com` from the TLS inspection.*\nIf your organisation runs the proxy/m,
    ],
    ['issued by  Corp Proxy Root CA', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'curl -sS -D- https://sts.eu-west-1.amazonaws.com'],
    ['asked for  localhost', 'covers     sts.other.example', 'Another server answers'],
    [
      'has expired',
      /valid until +2025-02-01T00:00:00\.000Z/,
      /clock of this runner +2026-09-11T10:00:00Z/,
      'date -u',
      'timedatectl set-ntp true',
      'If it is right, ask STS from this runner',
    ],
  ],
})

test('another endpoint has a CA of its own, which Amazon is not', () => {
  const [piece] = evidenceOf('sts-tls-untrusted')
  const inputs = { stsEndpoint: 'https://minio.example.com:9000', customEndpoint: true }
  const finding = diagnose(piece?.failure as Failure, knownWith({ inputs }))
  expectWellSaid(finding)
  const { why, fix, where } = wordsOf(finding)
  expect(where).toEqual({ input: 'sts-endpoint' })
  expect(why).not.toContain('Amazon')
  expect(fix.join('\n')).toContain('If your organisation runs the endpoint or the proxy')
  expect(fix.join('\n')).toContain('NODE_EXTRA_CA_CERTS=')
})

test('a certificate that is not valid yet has not expired', () => {
  const piece = evidenceOf('sts-tls-untrusted').at(-1)
  const failure = { ...piece?.failure, code: 'CERT_NOT_YET_VALID' } as Failure
  const { headline } = diagnose(failure, knownWith())
  expect(headline).toMatch(/is not valid yet$/)
})
