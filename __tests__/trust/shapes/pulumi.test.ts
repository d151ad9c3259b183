// Roles of a stack of Pulumi's: what was deployed comes before what was asked for.
import { expect, test } from '@jest/globals'
import { readJson } from '../../../src/trust/json.js'
import { fromPulumi } from '../../../src/trust/shapes/pulumi.js'
import { type Members, Unresolved } from '../../../src/trust/tree.js'
import type { Json } from '../fixtures.js'

const rolesOf = (...resources: readonly Json[]) =>
  fromPulumi(readJson(JSON.stringify({ deployment: { resources } })).value as Members)

const role = { urn: 'urn:pulumi:prod::infra::aws:iam/role:Role::own', type: 'aws:iam/role:Role' }
const address = { in: 'pulumi', resource: 'own' }

test.each<[string, Json, Json]>([
  [
    'that is deployed',
    {
      ...role,
      inputs: { assumeRolePolicy: 'old' },
      outputs: { assumeRolePolicy: '{}', name: 'a', arn: 'b' },
    },
    { address, document: '{}', name: 'a', arn: 'b' },
  ],
  [
    'that is not yet',
    { ...role, inputs: { assumeRolePolicy: '{}', name: 'a' } },
    { address, document: '{}', name: 'a' },
  ],
  [
    'of aws-native',
    {
      ...role,
      type: 'aws-native:iam:Role',
      outputs: { assumeRolePolicyDocument: { Statement: [] }, roleName: 'a' },
    },
    { address, document: { Statement: [] }, name: 'a' },
  ],
])('of a role %s', (_what, resource, expected) => {
  expect(rolesOf({ type: 'aws:s3/bucket:Bucket', outputs: {} }, resource)).toEqual([expected])
})

test('a policy that is kept secret is not known', () => {
  const secret = { '4dabf18193072939515e22adb298388d': 'x', ciphertext: 'y' }
  const [found] = rolesOf({ ...role, outputs: { assumeRolePolicy: secret } }) ?? []
  expect(found?.document).toBeInstanceOf(Unresolved)
})

test('a policy that is an object is one, whatever stands beside it', () => {
  const document = { Version: '2012-10-17', Statement: [] }
  const resources = [
    null,
    { ...role, outputs: 7 },
    { ...role, urn: null, outputs: { assumeRolePolicy: document } },
  ]
  const value = readJson(JSON.stringify({ deployment: { resources } })).value as Members
  expect(fromPulumi(value)).toEqual([{ address: { in: 'pulumi', resource: '' }, document }])
})

test('a stack without resources has no role', () => {
  const value = readJson('{"deployment": {"manifest": {}}}').value as Members
  expect(fromPulumi(value)).toEqual([])
})

test('another document is none', () => {
  expect(fromPulumi(readJson('{"deployment": {"name": "x"}}').value as Members)).toBeUndefined()
  expect(fromPulumi(readJson('{"deployment": "x"}').value as Members)).toBeUndefined()
})
