import { tokenFileUnreadable } from '../../src/causes/token-file-unreadable.js'
import { testCause } from './tester.js'

testCause(tokenFileUnreadable, {
  leaves: ['token-malformed'],
  says: [
    ['`token.jwt`', 'does not exist', 'printf %s "$TOKEN" > token.jwt'],
    ['`dir`', 'is a directory', 'web-identity-token-file: <directory>/token'],
    ['`link`', 'leads out of the workspace', 'Give an absolute path'],
    ['`empty.jwt`', 'is empty', 'set -euo pipefail'],
    ['`big.jwt`', '20,000 characters', '20001 bytes', 'jq -j .id_token'],
    ['`loop`', 'cannot be read', 'ELOOP'],
  ],
})
