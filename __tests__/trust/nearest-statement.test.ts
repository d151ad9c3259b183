// Which statement comes nearest to letting a token in: the one with the least that is wrong, then the best fit.
import { expect, test } from '@jest/globals'
import { contextOf } from '../../src/trust/context.js'
import { evaluate } from '../../src/trust/evaluate.js'
import { nearestStatement } from '../../src/trust/nearest-statement.js'
import { aud, HOST, type Json, PROVIDER, pinned, sub } from './fixtures.js'
import { knownFor, parsed, policyOf, statement } from './support.js'

function nearest(...statements: readonly unknown[]): number | undefined {
  const { token, inputs, now } = knownFor()
  if (!token || !inputs) throw new Error('the baseline has both')
  const context = contextOf({ token, inputs, now })
  const { policy } = parsed(policyOf(...statements))
  return nearestStatement(evaluate(policy, context).statements, policy, context)?.index
}

const OTHER = pinned('repo:other/x:ref:refs/heads/main')
const TWO = pinned('x', { [`${HOST}:actor`]: 'x' })
const LIKE = (pattern: string): Json => ({ StringLike: { [sub]: pattern } })
const OTHERS_PROVIDER = {
  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
}

test.each<[string, Json, Json]>([
  ['one condition wrong', statement(OTHER), statement(TWO)],
  ['a subject that fits longer', statement(LIKE('repo:octo-org/x')), statement(LIKE('repo:x'))],
  [
    'a subject that fits longer behind another condition',
    statement({ StringEquals: { [aud]: 'sts.amazonaws.com' }, ...LIKE('repo:octo-org/x') }),
    statement({ StringEquals: { [aud]: 'sts.amazonaws.com' }, ...LIKE('repo:x') }),
  ],
  ['a subject', statement(LIKE('repo:octo-org/x')), statement({ StringEquals: { [aud]: 'x' } })],
  [
    'a slip in the provider',
    statement(OTHER, { Principal: { Federated: `${PROVIDER}/` } }),
    statement(OTHER, OTHERS_PROVIDER),
  ],
  [
    'one provider of two',
    statement(OTHER, {
      Principal: { Federated: ['arn:aws:iam::1:oidc-provider/gitlab.com', `${PROVIDER}/`] },
    }),
    statement(OTHER, OTHERS_PROVIDER),
  ],
  [
    'the usual slip in the action',
    statement(OTHER, { Action: ['sts:AssumeRole', 'sts:TagSession'] }),
    statement(OTHER, { Action: 'sts:TagSession' }),
  ],
  ['the action', statement(TWO), statement(OTHER, { Action: 'sts:AssumeRole' })],
  [
    'the provider',
    statement(OTHER),
    statement(OTHER, { Principal: { Federated: `${PROVIDER}/` } }),
  ],
  [
    'the provider and the action',
    statement(TWO),
    statement(OTHER, { Principal: { Federated: `${PROVIDER}/` }, Action: 'sts:AssumeRole' }),
  ],
  [
    'a condition that only AWS knows',
    statement({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
    statement(OTHER),
  ],
  ['a form that IAM takes', statement(TWO), statement(OTHER, { Resource: '*' })],
  [
    'all but another action',
    statement(TWO),
    statement(OTHER, { Action: undefined, NotAction: ['sts:AssumeRole*'] }),
  ],
])('%s is nearer, in whatever order', (_what, near, far) => {
  expect(nearest(near, far)).toBe(0)
  expect(nearest(far, near)).toBe(1)
})

test('the first of those that are alike', () => {
  expect(nearest(statement(OTHER), statement(OTHER))).toBe(0)
})

test.each<[string, Json]>([
  ['services', { Principal: { Service: 'ec2.amazonaws.com' } }],
  ['accounts', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
])('a statement for %s is none', (_what, over) => {
  expect(nearest(statement(OTHER, over))).toBeUndefined()
})
