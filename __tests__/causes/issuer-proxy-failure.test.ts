import { issuerProxyFailure } from '../../src/causes/issuer-proxy-failure.js'
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
