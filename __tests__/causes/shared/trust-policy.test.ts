// A policy's source and statements in words.
import { expect, test } from '@jest/globals'
import { addressText, sourceOf, statementText } from '../../../src/causes/shared/trust-policy.js'
import type { PolicyAddress, PolicySource, StatementName } from '../../../src/model.js'

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
