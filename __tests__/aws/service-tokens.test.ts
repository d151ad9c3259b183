// The audience that a new provider is to list: of a cluster's own token never its own.
import { expect, test } from '@jest/globals'
import { audienceToList } from '../../src/aws/service-tokens.js'

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
