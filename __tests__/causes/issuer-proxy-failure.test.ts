import { describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { issuerProxyFailure } from '../../src/causes/issuer-proxy-failure.js'
import type { Failure } from '../../src/model.js'
import { KNOWN } from '../known.js'
import { testCause } from './tester.js'

testCause(issuerProxyFailure, {
  leaves: ['issuer-unreachable', 'issuer-dns-failure', 'token-service-unreachable'],
  says: [
    ['answered 403', '`issuer.example.invalid:443`', 'NO_PROXY=issuer.example.invalid'],
    ['answered 407', 'HTTPS_PROXY=http://USER:PASSWORD@PROXY:PORT'],
    ['answered 502', 'log of the proxy'],
    ['ECONNREFUSED 127.0.0.1:1', 'Correct host and port in HTTPS_PROXY'],
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
    proxy: 'http://build:s3cr3t@proxy.corp:3128',
  })

  test.each([
    ['407', 'Proxy Authentication Required', 'answered 407'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.9:3128', 'was not reached'],
    ['ECONNRESET', 'cause=http://build:s3cr3t@proxy.corp:3128 closed', 'was not reached'],
  ])('%s: names the proxy, and never its password', (code, detail, said) => {
    const { id, why, fix } = diagnose(failure(code, detail), KNOWN)
    expect(id).toBe('issuer-proxy-failure')
    expect(why).toContain('`proxy.corp:3128`')
    expect(why).toContain(said)
    expect([why, ...fix].join()).not.toContain('s3cr3t')
  })
})
