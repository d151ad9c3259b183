import { idpRejectedClaim } from '../../src/causes/idp-rejected-claim.js'
import { testCause } from './tester.js'

testCause(idpRejectedClaim, {
  leaves: ['idp-communication-error', 'provider-parameter', 'token-rejected'],
  says: [
    ['graph.facebook.com rejected OAuth token', 'Get a new token'],
    [
      'graph.facebook.com responded with HTTP/1.1 400 Bad Request',
      'af0f7b07-5208-11e3-81b2-cfe47957f7e6',
    ],
  ],
})
