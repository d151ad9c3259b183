import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenFileUnreadable } from '../../src/causes/token-file-unreadable.js'
import { testCause } from './tester.js'

testCause(tokenFileUnreadable, {
  leaves: ['token-malformed'],
  says: [
    [
      '`token.jwt`',
      'does not exist',
      /at its end: printf %s "\$TOKEN" > token\.jwt$/m,
      /: ls -la$/m,
    ],
    ['`dir`', 'is a directory', 'web-identity-token-file: <directory>/token'],
    [
      '`link`',
      'leads out of the workspace',
      'Give an absolute path',
      '> token.jwt\nweb-identity-token-file: token.jwt',
    ],
    ['`empty.jwt`', 'is empty', 'set -euo pipefail', '> empty.jwt'],
    ['`big.jwt`', '20,000 characters', '20001 bytes', 'jq -j .id_token > big.jwt'],
    ['`loop`', 'cannot be read', 'ELOOP', 'chmod 600 loop,'],
    ['mkdir -p tokens && printf %s "$TOKEN" > tokens/aws.jwt', ': ls -la tokens'],
  ],
})

test.each([
  ['/run/secrets/aws.jwt', 'mkdir -p /run/secrets && printf %s "$TOKEN" > /run/secrets/aws.jwt'],
  ['/aws.jwt', ': printf %s "$TOKEN" > /aws.jwt'],
  ['my tokens/$(id)', `mkdir -p 'my tokens' && printf %s "$TOKEN" > 'my tokens/$(id)'`],
])('%s: the command writes that file, and runs nothing else', (path, command) => {
  const { fix } = tokenFileUnreadable.explain(
    { kind: 'token-file', path, problem: 'missing' },
    knownWith(),
  )
  expect(fix[0]).toContain(command)
})

test.each([
  [
    { problem: 'not-a-file' as const },
    '`x`, given as `web-identity-token-file`, cannot be read (no regular file).',
  ],
  [{ problem: 'unreadable' as const, errno: 'EACCES' }, 'cannot be read (EACCES).'],
  [{ problem: 'unreadable' as const, errno: '' }, 'cannot be read. Relative'],
  [{ problem: 'too-large' as const, size: 20_000, over: true as const }, '(over 20000 bytes)'],
  [{ problem: 'link' as const }, 'leads out of the workspace'],
])('%j is said', (problem, words) => {
  expect(diagnose({ kind: 'token-file', path: 'x', ...problem }, knownWith()).why).toContain(words)
})
