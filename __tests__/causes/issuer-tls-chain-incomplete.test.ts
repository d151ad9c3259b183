import { issuerTlsChainIncomplete } from '../../src/causes/issuer-tls-chain-incomplete.js'
import { testCause } from './tester.js'

testCause(issuerTlsChainIncomplete, {
  leaves: ['issuer-tls-untrusted', 'issuer-unreachable'],
  says: [
    [
      '`R11`',
      'not sent  R11',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'fullchain.pem',
      'openssl s_client -connect localhost:41225 -servername localhost -showcerts',
    ],
    [
      '`Corp Private Root CA`',
      /Corp Issuing CA 1 +signed by Corp Private Root CA/,
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'NODE_EXTRA_CA_CERTS: ',
    ],
  ],
})
