import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { issuerTlsExpiresSoon } from '../../src/causes/issuer-tls-expires-soon.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerTlsExpiresSoon, {
  leaves: ['issuer-tls-expired'],
  says: [
    [
      '`localhost`',
      'expires in 4 days',
      '2026-11-28T13:04:08.000Z',
      'AWS OIDC preflight sandbox CA',
      'openssl s_client -connect localhost:38707 -servername localhost',
    ],
  ],
})

test.each([
  ['keys.example.com', 'keys.example.com:8443'],
  ['idp.example.com', 'idp.example.com:443'],
  ['2001:db8::1', "'[2001:db8::1]:443'"],
  ['keys.example', 'keys.example:443'],
])('the port is that of the URL with the host %s', (host, shown) => {
  const [piece] = evidenceOf('issuer-tls-expires-soon')
  const issuer = {
    discovery: { url: 'https://idp.example.com/.well-known/openid-configuration' },
    jwks: { url: 'https://keys.example.com:8443/keys' },
  }
  const failure = { ...piece?.failure, host } as Failure
  const { fix } = wordsOf(issuerTlsExpiresSoon.explain(failure, knownWith({ issuer })))
  expect(fix.join('\n')).toContain(`-connect ${shown} -servername`)
})
