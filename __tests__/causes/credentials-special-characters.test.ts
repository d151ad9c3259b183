import { credentialsSpecialCharacters } from '../../src/causes/credentials-special-characters.js'
import { testCause } from './tester.js'

testCause(credentialsSpecialCharacters, {
  leaves: ['sts-retried', 'account-not-allowed', 'runner-file-unwritable'],
  says: [['12 secret keys', '`+` and `/`', 'special-characters-workaround: false']],
})
