// The audience that a new provider is to list: of a cluster's own token never its own.
import { expect, test } from '@jest/globals'
import {
  audienceToList,
  clusterAudience,
  isLegacyServiceAccount,
  isOfEks,
  isOutbound,
} from '../../src/aws/service-tokens.js'

const CLUSTER = { iss: 'https://kubernetes.default.svc.cluster.local', 'kubernetes.io': {} }

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['the audience of the token', { aud: 'mine' }, 'mine'],
  ['`azp`, which STS compares', { aud: 'mine', azp: 'app' }, 'app'],
  ['what was asked for, where the token has none', {}, 'asked'],
  ['of a cluster, the one of STS', { ...CLUSTER, aud: [CLUSTER.iss] }, 'sts.amazonaws.com.cn'],
  ['of a pod for STS, its own', { ...CLUSTER, aud: ['mine'] }, 'mine'],
])('%s', (_what, claims, listed) => {
  expect(audienceToList(claims, { partition: 'aws-cn', asked: 'asked' })).toBe(listed)
})

test.each<[string, Readonly<Record<string, unknown>>, boolean]>([
  ['of a Secret', { 'kubernetes.io/serviceaccount/namespace': 'ci', sub: 'x' }, true],
  ['with an audience', { 'kubernetes.io/serviceaccount/namespace': 'ci', aud: 'x' }, false],
  ['with a beginning', { 'kubernetes.io/serviceaccount/namespace': 'ci', iat: 1 }, false],
  ['with an end', { 'kubernetes.io/serviceaccount/namespace': 'ci', exp: 1 }, false],
  ['of a pod', { 'kubernetes.io': {} }, false],
  ['of anybody', { sub: 'x' }, false],
])('a token %s is an old one of a service account: %s', (_what, claims, is) => {
  expect(isLegacyServiceAccount(claims)).toBe(is)
})

test.each([
  ['kubernetes', true],
  ['https://kubernetes/', true],
  ['kubernetes.default', true],
  ['https://kubernetes.default.svc', true],
  ['HTTPS://Kubernetes.default.svc.cluster-1.local:6443/', true],
  ['kubernetes:443', true],
  ['pods.eks.amazonaws.com', true],
  ['https://issuer.test', true],
  ['my-kubernetes', false],
  ['kubernetes.example.com', false],
  ['kubernetes:x', false],
  ['kubernetes.default.svc.a_b', false],
  ['kubernetes.default.svc/x', false],
  ['sts.amazonaws.com', false],
])('%s is an audience of the cluster: %s', (aud, is) => {
  const claims = { iss: 'https://issuer.test', 'kubernetes.io': {} }
  expect(clusterAudience({ ...claims, aud })).toBe(is ? aud : undefined)
  expect(clusterAudience({ ...claims, aud: [7, 'x', aud] })).toBe(is ? aud : undefined)
  expect(clusterAudience({ ...claims, 'kubernetes.io': null, aud })).toBeUndefined()
  expect(clusterAudience({ ...claims, 'kubernetes.io': 'x', aud })).toBeUndefined()
})

test('a token without an audience, or with one that is no text, has none of the cluster', () => {
  expect(clusterAudience({ 'kubernetes.io': {} })).toBeUndefined()
  expect(clusterAudience({ 'kubernetes.io': {}, iss: 7, aud: [7] })).toBeUndefined()
})

test.each([
  ['https://oidc.eks.eu-west-1.amazonaws.com/id/1', true],
  ['https://oidc.eks.cn-north-1.amazonaws.com.cn/id/1', true],
  ['https://oidc.eks.eu-west-1.amazonaws.com', false],
  ['https://oidc.eks.a.b.amazonaws.com/id/1', false],
  ['x https://oidc.eks.eu-west-1.amazonaws.com/id/1', false],
])('%s is EKS: %s', (iss, is) => {
  expect(isOfEks({ iss })).toBe(is)
})

test.each([
  ['https://1a-2b.tokens.sts.global.api.aws', true],
  ['https://1a-2b.tokens.sts.global.api.aws/', true],
  ['https://a.b.tokens.sts.global.api.aws', false],
  ['https://1a.tokens.sts.global.api.aws/x', false],
  ['x https://1a.tokens.sts.global.api.aws', false],
])('%s signs for services outside AWS: %s', (iss, is) => {
  expect(isOutbound({ iss })).toBe(is)
})
