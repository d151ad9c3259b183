import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenFileUnreadable } from '../../src/causes/token-file-unreadable.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(tokenFileUnreadable, {
  leaves: ['token-malformed'],
  says: [
    [
      '`token.jwt`',
      'does not exist',
      'looked in  /workspace',
      /^ +printf %s "\$TOKEN" > token\.jwt$/m,
      / ls -la$/m,
    ],
    ['`dir`', 'is a directory', 'web-identity-token-file: dir/<file>'],
    [
      '`link`',
      'leads out of the workspace',
      'give its absolute path',
      /> token\.jwt\n.*web-identity-token-file: token\.jwt/,
    ],
    ['`empty.jwt`', 'is empty', 'set -euo pipefail', '> empty.jwt'],
    ['`big.jwt`', '20,000 characters', '20001 bytes', 'jq -j .id_token > big.jwt'],
    ['`loop`', 'cannot be read', 'ELOOP', 'chmod 600 loop', 'sudo chown "$(id -u)" loop'],
    ['mkdir -p tokens && printf %s "$TOKEN" > tokens/aws.jwt', ' ls -la tokens'],
  ],
})

test.each([
  ['/run/secrets/aws.jwt', 'mkdir -p /run/secrets && printf %s "$TOKEN" > /run/secrets/aws.jwt'],
  ['/aws.jwt', '    printf %s "$TOKEN" > /aws.jwt'],
  ['my tokens/$(id)', `mkdir -p 'my tokens' && printf %s "$TOKEN" > 'my tokens/$(id)'`],
])('%s: the command writes that file, and runs nothing else', (path, command) => {
  const { fix } = wordsOf(
    tokenFileUnreadable.explain({ kind: 'token-file', path, problem: 'missing' }, knownWith()),
  )
  expect(fix[0]).toContain(command)
})

test.each([
  [{ problem: 'not-a-file' as const }, 'the token file `x` is not a regular file'],
  [{ problem: 'unreadable' as const, errno: 'EACCES' }, 'cannot be read\nerror  EACCES'],
  [{ problem: 'unreadable' as const, errno: '' }, 'cannot be read'],
  [{ problem: 'too-large' as const, size: 20_000, over: true as const }, 'over 20000 bytes'],
  [{ problem: 'link' as const }, 'leads out of the workspace'],
])('%j is said', (problem, words) => {
  expect(
    wordsOf(diagnose({ kind: 'token-file', path: 'x', ...problem }, knownWith())).why,
  ).toContain(words)
})

test('the file that EKS mounts is not written by a step', () => {
  const path = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'
  const finding = diagnose({ kind: 'token-file', problem: 'missing', path }, knownWith())
  expectWellSaid(finding)
  expect(finding.steps[0]).toMatchObject({
    when: 'If the runner is a pod in Amazon EKS',
    code: 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/deploy',
  })
  expect(JSON.stringify(finding)).not.toContain('printf')
})
