// Roles of manifests: how each API calls the role, its policy and its ARN.
import { expect, test } from '@jest/globals'
import { readJson } from '../../../src/trust/json.js'
import { fromKubernetes } from '../../../src/trust/shapes/kubernetes.js'
import type { Json } from '../fixtures.js'

const rolesOf = (...documents: readonly Json[]) =>
  fromKubernetes(documents.map((one) => readJson(JSON.stringify(one)).value))

const ack = (spec: Json, more: Json = {}): Json => ({
  apiVersion: 'iam.services.k8s.aws/v1alpha1',
  kind: 'Role',
  metadata: { name: 'own' },
  spec,
  ...more,
})
const crossplane = (apiVersion: string, forProvider: Json, annotations: Json = {}): Json => ({
  apiVersion,
  kind: 'Role',
  metadata: { name: 'own', annotations },
  spec: { forProvider },
  status: { atProvider: { arn: 'arn:own' } },
})

test.each<[string, Json, Json]>([
  ['ACK', ack({ name: 'a', assumeRolePolicyDocument: '{}' }), { name: 'a', document: '{}' }],
  [
    'ACK, as the cluster has it',
    ack({ name: 'a' }, { status: { ackResourceMetadata: { arn: 'arn:a' } } }),
    { name: 'a', arn: 'arn:a', document: undefined },
  ],
  [
    'Upbound',
    crossplane('iam.aws.upbound.io/v1beta1', { assumeRolePolicy: '{}' }),
    { name: 'own', arn: 'arn:own', document: '{}' },
  ],
  [
    'Upbound, of a namespace, with a name outside',
    crossplane('iam.aws.m.upbound.io/v1beta1', {}, { 'crossplane.io/external-name': 'a' }),
    { name: 'a' },
  ],
  [
    'the community',
    crossplane('iam.aws.crossplane.io/v1beta1', { assumeRolePolicyDocument: '{}' }),
    { name: 'own', document: '{}' },
  ],
])('of %s', (_what, manifest, expected) => {
  expect(rolesOf(manifest)).toMatchObject([
    { address: { in: 'kubernetes', resource: 'Role/own' }, placeholders: 'all', ...expected },
  ])
})

test.each<[string, Json, Json]>([
  ['the name in its specification', { name: 'a' }, { name: 'a' }],
  ['the name outside', {}, { name: 'outside' }],
])('a role is called by %s first', (_what, spec, expected) => {
  const metadata = { name: 'own', annotations: { 'crossplane.io/external-name': 'outside' } }
  expect(rolesOf(ack(spec, { metadata }))).toMatchObject([expected])
})

test('the policy of ACK and the ARN of ACK come first', () => {
  const status = { ackResourceMetadata: { arn: 'arn:a' }, atProvider: { arn: 'arn:b' } }
  const spec = { assumeRolePolicyDocument: 'a', assumeRolePolicy: 'b' }
  expect(rolesOf(ack(spec, { status }))).toMatchObject([{ document: 'a', arn: 'arn:a' }])
})

test('a role without a name is called by none', () => {
  expect(rolesOf(ack({}, { metadata: 7, spec: 7, status: 7 }))).toEqual([
    { address: { in: 'kubernetes', resource: 'Role' }, placeholders: 'all' },
  ])
})

test('manifests are found beside what is none, and in lists', () => {
  const list = (kind: string): Json => ({
    apiVersion: 'v1',
    kind,
    items: [ack({}), 7, null, { kind: 'Role' }],
  })
  expect(fromKubernetes([7, null, readJson(JSON.stringify(ack({}))).value])).toHaveLength(1)
  expect(rolesOf(list('List'), ack({}))).toHaveLength(2)
  expect(rolesOf(list('RoleList'))).toHaveLength(1)
  expect(rolesOf(list('Listing'))).toEqual([])
})

test('a name that is not filled in is no name yet', () => {
  expect(rolesOf(ack({ name: '$ROLE_NAME' }))?.[0]).not.toHaveProperty('name')
})

test.each<[string, Json]>([
  ['another API', ack({}, { apiVersion: 'rbac.authorization.k8s.io/v1' })],
  ['an API that ends like it', ack({}, { apiVersion: 'my-iam.services.k8s.aws/v1' })],
  ['an API that begins like it', ack({}, { apiVersion: 'iam.services.k8s.aws.example/v1' })],
  ['an API without a version', ack({}, { apiVersion: 'iam.services.k8s.aws' })],
  ['another kind', ack({}, { kind: 'Policy' })],
  ['a list of nothing', { apiVersion: 'v1', kind: 'List', items: [] }],
])('of %s there is none', (_what, manifest) => {
  expect(rolesOf(manifest)).toEqual([])
})

test('what is no manifest is not Kubernetes', () => {
  expect(rolesOf({ apiVersion: 1, kind: 'Role' }, { kind: 'Role' })).toBeUndefined()
  expect(rolesOf({ apiVersion: 'iam.services.k8s.aws/v1' })).toBeUndefined()
})
