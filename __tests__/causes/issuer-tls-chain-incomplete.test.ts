import { issuerTlsChainIncomplete } from '../../src/causes/issuer-tls-chain-incomplete.js'
import { testCause } from './tester.js'

testCause(issuerTlsChainIncomplete, {
  leaves: ['issuer-tls-untrusted', 'issuer-unreachable'],
  says: [
    [
      '`R11`',
      '`UNABLE_TO_VERIFY_LEAF_SIGNATURE`',
      'fullchain.pem',
      'openssl s_client -connect localhost:41225 -servername localhost -showcerts',
    ],
    ['`Corp Private Root CA`', '`Corp Issuing CA 1`', '`UNABLE_TO_GET_ISSUER_CERT_LOCALLY`'],
  ],
})
