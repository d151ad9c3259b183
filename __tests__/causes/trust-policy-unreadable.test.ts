// trust-policy-unreadable: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { trustPolicyUnreadable } from '../../src/causes/trust-policy-unreadable.js'
import type { DocumentKind, JsonError, PolicyAddress, PolicyProblem } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(trustPolicyUnreadable, {
  leaves: ['trust-undecided', 'token-file-unreadable'],
  says: [
    [
      'is not JSON',
      'line 8, column 5',
      'a name in double quotes is missing here',
      'on a machine with credentials of account 111122223333, run this, commit the file, and set `trust-policy: trust-policy.json`:\naws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument --output json > trust-policy.json',
    ],
    ['is not JSON', 'double quotes', 'The sign-in itself succeeded, but nothing was exported.'],
    ['permissions policy', '`Resource`'],
    ['no trust policy', 'an object with name, version'],
    ['holds no role'],
    ['several roles', 'Resources.Deploy, Resources.Build', '`deploy`'],
    ['known after the deployment only', 'aws_iam_role.deploy', 'terraform show -json'],
    ['is not YAML', 'line '],
    ['does not exist', '`/workspace`', 'actions/checkout@v6'],
    ['outside of the workspace', '`../../etc/passwd`'],
    ['is a link'],
    ['is a directory'],
    ['too large to be examined', '1048577 bytes'],
    ['is empty'],
    ['cannot be read', 'EACCES'],
  ],
})

test('a sign-in is told of only where there was one; no credentials are asked of a step before this one', () => {
  const [piece] = evidenceOf('trust-policy-unreadable')
  const { why, fix } = diagnose(piece?.failure ?? { kind: 'bug', message: '' }, knownWith())
  expect(why).not.toContain('sign-in')
  expect(fix.at(-1)).not.toContain('in a step before this one')
})

function detailOf(problem: PolicyProblem, address?: PolicyAddress): string {
  const source = { path: 'a', ...(address ? { address } : {}) }
  const failure = { kind: 'trust-policy' as const, source, ...problem }
  const { why } = trustPolicyUnreadable.explain(failure, knownWith())
  return /\(([^()]*)\)\./.exec(why)?.[1] ?? ''
}

const place = { line: 1, column: 2 }

test.each<[JsonError, string]>([
  ['symbol', 'this means nothing in JSON, where names and texts stand in double quotes'],
  ['number', 'this number is not complete'],
  ['name-expected', 'a name in double quotes is missing here'],
  ['value-expected', 'a value is missing here'],
  ['colon-expected', '`:` is missing here'],
  ['comma-expected', '`,` is missing here'],
  ['brace-expected', '`}` is missing here'],
  ['bracket-expected', '`]` is missing here'],
  ['end-expected', 'more text after the end of the document'],
  ['endless-comment', 'this comment does not end'],
  ['endless-string', 'this string does not end in its line'],
  ['escape', 'this string has an escape in it that JSON does not have'],
  ['control-character', 'this string has a character in it that must be escaped'],
])('JSON with the error %s', (error, words) => {
  expect(detailOf({ problem: 'not-json', error, place })).toBe(words)
})

test.each<[string, PolicyProblem, string]>([
  [
    'levels',
    { problem: 'not-json', limit: { of: 'levels', most: 100 }, place },
    'more than 100 levels of nesting',
  ],
  ['values', { problem: 'too-large', size: 7, unit: 'values', over: true }, 'over 7 values'],
  ['tokens', { problem: 'too-large', size: 7, unit: 'tokens', over: true }, 'over 7 tokens'],
  ['the stack', { problem: 'not-yaml', limit: { of: 'stack' } }, 'it nests too deeply'],
  ['characters', { problem: 'too-large', size: 7, unit: 'characters' }, '7 characters'],
  ['bytes', { problem: 'too-large', size: 7, unit: 'bytes', over: true }, 'over 7 bytes'],
])('the limit of %s', (_name, problem, words) => {
  expect(detailOf(problem)).toBe(words)
})

test.each<[DocumentKind, string]>([
  [{ type: 'array' }, 'a list'],
  [{ type: 'string' }, 'string'],
  [{ type: 'null' }, 'null'],
  [{ type: 'object', names: [] }, 'an empty object'],
  [{ type: 'object', names: ['a', 'b'] }, 'an object with a, b'],
])('in place of a policy %j', (found, words) => {
  expect(detailOf({ problem: 'not-a-policy', found })).toBe(words)
})

test('a text in another one is told with its role', () => {
  const address = { in: 'iam', role: 'deploy' } as const
  const problem: PolicyProblem = { problem: 'not-json', error: 'number', place }
  expect(detailOf(problem, address)).toBe('in the role deploy: this number is not complete')
  expect(detailOf({ problem: 'permissions-policy' }, address)).toBe('the role deploy')
  expect(detailOf({ problem: 'permissions-policy' })).toBe('the policy')
})

test('a pipe or a device cannot be read', () => {
  expect(detailOf({ problem: 'not-a-file' })).toBe('no regular file')
})
