import { discoveryIssuerMismatch } from '../../src/causes/discovery-issuer-mismatch.js'
import { testCause } from './tester.js'

testCause(discoveryIssuerMismatch, {
  leaves: ['discovery-field-missing', 'issuer-url-invalid'],
  says: [
    [
      '`https://xxxxx.com/`',
      '`https://xxxxx.com`',
      'only a slash',
      '"issuer": "https://xxxxx.com"',
      '--url https://xxxxx.com/ ',
    ],
    ['the host differs', '`https://identity.oraclecloud.com/`'],
  ],
})
