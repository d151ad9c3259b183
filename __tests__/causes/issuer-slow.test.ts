import { issuerSlow } from '../../src/causes/issuer-slow.js'
import { testCause } from './tester.js'

testCause(issuerSlow, {
  leaves: ['issuer-unreachable', 'issuer-dns-failure', 'issuer-proxy-failure'],
  says: [
    [
      'took 2.7 s',
      'waiting for the first byte of the discovery document: 1.4 s',
      'waiting for the first byte 1303 ms',
      'Cache-Control: public, max-age=3600',
      '%{time_starttransfer}',
    ],
    ['took 5.6 s', '2903 ms'],
    ['within 5 s', 'the whole answer did not come'],
    ['within 5 s', 'TLS handshake was not completed'],
    ['took 3.', '0.8 s are not counted', 'short of CPU'],
    ['Most likely', 'within 5 s', '3.0 s are a part of that', 'has more CPU'],
  ],
})
