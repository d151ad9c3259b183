import { credentialsSpecialCharacters } from '../../src/causes/credentials-special-characters.js'
import { testCause } from './tester.js'

testCause(credentialsSpecialCharacters, {
  leaves: ['sts-retried', 'account-not-allowed', 'runner-file-unwritable'],
  says: [
    ['12 sessions', '`+` or `/`', 'Nothing was exported', 'special-characters-workaround: false'],
  ],
})
