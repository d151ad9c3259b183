import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { issuerProxyFailure } from '../../src/causes/issuer-proxy-failure.js'
import { Secret } from '../../src/model/secret.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerProxyFailure, {
  leaves: ['issuer-unreachable', 'issuer-dns-failure', 'token-service-unreachable'],
  says: [
    [
      '`127.0.0.1:18902` forbids',
      'HTTP 403',
      '`issuer.example.com:443`',
      'NO_PROXY=issuer.example.com',
      'the sign-in may work all the same',
    ],
    [
      'user name and password (HTTP 407)',
      '`HTTPS_PROXY` of the runner',
      'http://USER:PASSWORD@PROXY:PORT',
    ],
    ['(HTTP 500)', 'log of the proxy'],
    ['no connection to', 'ECONNREFUSED 127.0.0.1:1', 'Correct host and port in `HTTPS_PROXY`'],
    ['no connection to', '`proxy.invalid:3128`', 'ENOTFOUND proxy.invalid'],
  ],
})

describe('a failure that the edge has ascribed to the proxy', () => {
  const failure = (code: string, detail: string): Failure => ({
    kind: 'network',
    peer: 'jwks',
    host: 'idp.example.com',
    phase: 'proxy',
    code,
    detail,
    addresses: [],
    certificates: [],
    proxy: 'proxy.corp:3128',
  })

  test.each([
    ['TIMEOUT', 'no answer in time', 'opened no connection'],
    ['ECONNRESET', 'http://build:s3cr3t@proxy.corp:3128 closed', 'no connection to'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'the certificate of the proxy'],
  ])('%s: names the proxy, and never its password', (code, detail, said) => {
    const { id, why, fix } = wordsOf(diagnose(failure(code, detail), KNOWN))
    expect(id).toBe('issuer-proxy-failure')
    expect(why).toContain('`proxy.corp:3128`')
    expect(why).toContain(said)
    expect([why, ...fix].join()).not.toContain('s3cr3t')
  })

  test.each([
    [403, 'never'],
    [407, 'never'],
    [408, 'transient'],
    [429, 'transient'],
    [503, 'transient'],
    [511, 'never'],
  ])('HTTP %d is tried again: %s', (proxyStatus, retry) => {
    const refused = { ...failure('ERR_PROXY_TUNNEL', ''), proxyStatus } as Failure
    expect(retryFor(refused, KNOWN).retry).toBe(retry)
  })

  test('names the input where the proxy comes from there', () => {
    const proxy = { url: new Secret('http://p:1'), host: 'p:1', source: 'http-proxy', noProxy: '' }
    const known = knownWith({ inputs: { proxy } })
    const { fix } = wordsOf(
      diagnose(failure('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.9:1'), known),
    )
    expect(fix[0]).toContain('the input `http-proxy`')
  })
})
