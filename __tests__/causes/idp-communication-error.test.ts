import { idpCommunicationError } from '../../src/causes/idp-communication-error.js'
import { testCause } from './tester.js'

testCause(idpCommunicationError, {
  leaves: ['provider-keys-unretrievable', 'sts-unavailable', 'idp-rejected-claim'],
  says: [
    [
      'IDPCommunicationError',
      'Run the job again',
      'curl -sS -D- https://token.actions.githubusercontent.com/.well-known/openid-configuration',
    ],
  ],
})
