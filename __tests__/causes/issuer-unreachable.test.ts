import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../evidence/read.js'
import { issuerUnreachable } from '../../src/causes/issuer-unreachable.js'
import type { Failure, Peer, Phase } from '../../src/model.js'
import { takers, testCause } from './tester.js'

testCause(issuerUnreachable, {
  leaves: [
    'issuer-dns-failure',
    'issuer-slow',
    'issuer-proxy-failure',
    'issuer-tls-untrusted',
    'sts-unreachable',
  ],
  says: [
    [
      'connect ECONNREFUSED 127.0.0.1:1',
      'was refused',
      'make `localhost`, port 1, publicly reachable',
      'STS asks from the internet',
      'curl -sS -D- -o /dev/null https://localhost:1/.well-known/openid-configuration',
    ],
    ['EPROTO', 'does not speak TLS', 'plain HTTP'],
    ['ECONNRESET', 'before it was encrypted'],
    ['ECONNRESET', 'before the whole answer came', 'Run the job again'],
    [
      'did not answer on port 443',
      '203.0.113.7',
      'firewall that drops',
      'port 443, publicly reachable',
      'curl -sS -D- -o /dev/null https://idp.example.com/keys',
    ],
  ],
})

test('the title is true for a connection that came about, and was cut', () => {
  expect(issuerUnreachable.title).toBe('the connection to the issuer fails')
})

describe('connections to the issuer', () => {
  const failure = (peer: Peer, phase: Phase, code: string, host: string): Failure => ({
    kind: 'network',
    peer,
    host,
    phase,
    code,
    detail: '',
    addresses: [],
    certificates: [],
  })
  const codes = [
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'TIMEOUT',
    'EPIPE',
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_SIGNATURE_FAILURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'EE_KEY_TOO_SMALL',
    'INVALID_CA',
    'UNKNOWN',
  ]
  const peers = ['discovery', 'jwks'] as const
  const phases = ['dns', 'proxy', 'connect', 'tls', 'response'] as const

  test.each(codes)('%s has one cause, whatever the phase', (code) => {
    for (const peer of peers) {
      for (const phase of phases) {
        for (const host of ['idp.example.com', '203.0.113.7', '2001:db8::1']) {
          const piece = { failure: failure(peer, phase, code, host) } as Evidence
          expect({ peer, phase, host, takers: takers(piece) }).toEqual({
            peer,
            phase,
            host,
            takers: [expect.stringMatching(/^issuer-/)],
          })
        }
      }
    }
  })

  test.each([
    ['ENOTFOUND', 'dns', 'idp.example.com', 'issuer-dns-failure'],
    ['TIMEOUT', 'dns', 'idp.example.com', 'issuer-dns-failure'],
    ['ENOTFOUND', 'dns', '2001:db8::1', 'issuer-unreachable'],
    ['TIMEOUT', 'connect', 'idp.example.com', 'issuer-unreachable'],
    ['TIMEOUT', 'tls', 'idp.example.com', 'issuer-slow'],
    ['TIMEOUT', 'response', 'idp.example.com', 'issuer-slow'],
    ['TIMEOUT', 'proxy', 'idp.example.com', 'issuer-proxy-failure'],
    ['ECONNRESET', 'response', 'idp.example.com', 'issuer-unreachable'],
    ['CERT_REVOKED', 'tls', 'idp.example.com', 'issuer-tls-untrusted'],
    ['EE_KEY_TOO_SMALL', 'tls', 'idp.example.com', 'issuer-tls-untrusted'],
  ] as const)('%s in phase %s to %s is %s', (code, phase, host, id) => {
    expect(takers({ failure: failure('jwks', phase, code, host) } as Evidence)).toEqual([id])
  })
})
