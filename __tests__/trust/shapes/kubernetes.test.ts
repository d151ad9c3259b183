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

test('a name that is not filled in is no name yet', () => {
  expect(rolesOf(ack({ name: '$ROLE_NAME' }))?.[0]).not.toHaveProperty('name')
})

test.each<[string, Json]>([
  ['another API', ack({}, { apiVersion: 'rbac.authorization.k8s.io/v1' })],
  ['another kind', ack({}, { kind: 'Policy' })],
  ['a list of nothing', { apiVersion: 'v1', kind: 'List', items: [] }],
])('of %s there is none', (_what, manifest) => {
  expect(rolesOf(manifest)).toEqual([])
})

test('what is no manifest is not Kubernetes', () => {
  expect(rolesOf({ apiVersion: 1, kind: 'Role' }, { kind: 'Role' })).toBeUndefined()
})
