// A policy's source, statements and flaws in words.
import { expect, test } from '@jest/globals'
import {
  addressText,
  flawText,
  sourceOf,
  statementText,
} from '../../../src/causes/shared/trust-policy.js'
import type { PolicyAddress, PolicyFlaw, PolicySource, StatementName } from '../../../src/model.js'

test.each<[PolicyAddress, string]>([
  [{ in: 'iam' }, 'the role'],
  [{ in: 'iam', role: 'deploy' }, 'the role deploy'],
  [{ in: 'template', logicalId: 'DeployRole' }, 'Resources.DeployRole'],
  [{ in: 'terraform', resource: 'module.ci.aws_iam_role.a' }, 'module.ci.aws_iam_role.a'],
])('the address %j', (address, words) => {
  expect(addressText(address)).toBe(words)
})

test.each<[PolicySource, string]>([
  [{ inline: true }, 'the input `trust-policy`'],
  [{ path: 'the input trust-policy' }, '`the input trust-policy`'],
  [{ inline: true, address: { in: 'iam', role: 'a' } }, 'the input `trust-policy`, `the role a`'],
  [{ path: 'trust.json' }, '`trust.json`'],
  [
    { path: 'trust.json', address: { in: 'template', logicalId: 'Role' } },
    '`trust.json, Resources.Role`',
  ],
])('the source %j', (source, words) => {
  expect(sourceOf(source)).toBe(words)
})

test.each<[StatementName, string]>([
  [{ index: 0 }, 'statement 1'],
  [{ index: 1, sid: 'My "own"' }, 'statement 2 (Sid "My \\"own\\"")'],
  [{ index: 2, sid: '' }, 'statement 3'],
])('the statement %j', (name, words) => {
  expect(statementText(name)).toBe(words)
})

const place = { line: 3, column: 4 }

test.each<[PolicyFlaw, string]>([
  [{ kind: 'unknown-version', value: '"2020"' }, 'Version "2020" is not one that IAM knows'],
  [{ kind: 'deployment' }, 'only the deployment knows the statement'],
  [{ kind: 'deployment', element: 'Effect' }, 'only the deployment knows Effect'],
  [{ kind: 'duplicate', element: 'a', place }, 'a is there twice (line 3, column 4)'],
  [
    { kind: 'unknown-element', element: 'X', place },
    'IAM does not accept X here (line 3, column 4)',
  ],
  [{ kind: 'unknown-effect', element: 'Effect' }, 'Effect is neither Allow nor Deny'],
  [
    { kind: 'unknown-principal', element: 'Principal', place },
    'Principal is neither an object nor "*" (line 3, column 4)',
  ],
  [
    { kind: 'not-one-of-two', element: 'Action' },
    'exactly one of Action and NotAction must be there',
  ],
  [{ kind: 'not-an-object' }, 'the statement is not an object'],
  [{ kind: 'not-an-object', element: 'Condition' }, 'Condition is not an object'],
  [{ kind: 'not-text', element: 'Action' }, 'Action has a value that is not a string'],
  [
    { kind: 'no-condition-keys', element: 'StringLike', place },
    'StringLike holds no condition keys (line 3, column 4)',
  ],
])('the flaw %j', (flaw, words) => {
  expect(flawText(flaw)).toBe(words)
})
