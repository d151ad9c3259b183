import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { regionUnknown } from '../../src/causes/region-unknown.js'
import type { Failure } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(regionUnknown, {
  leaves: ['input-invalid', 'role-arn-invalid', 'token-service-unreachable'],
  says: [
    [
      'there is no AWS region `auto`',
      'aws-region: eu-west-1',
      'aws ec2 describe-regions --all-regions',
    ],
    ['availability zone', 'aws-region: us-east-1'],
    [
      'DNS does not know `sts.us-east-9.amazonaws.com`, the STS of region `us-east-9`',
      'most likely there is none',
      /aws-region: us-east-[12]/,
    ],
    ['`us-east-3`', /aws-region: us-east-[12]/, 'aws ec2 describe-regions'],
  ],
})

const evidence = evidenceOf('region-unknown')[2]
test.each([
  ['a listed region: its name is known to be right', { inputs: { region: 'eu-west-1' } }],
  ['an endpoint of the user', { inputs: { region: 'us-east-9', customEndpoint: true } }],
])('leaves DNS that does not know STS of %s', (_what, known) => {
  if (!evidence) throw new Error('no evidence')
  expect(regionUnknown.matches(evidence.failure, knownWith(known))).toBe(false)
})

test.each([
  { code: 'EAI_AGAIN' },
  { phase: 'connect', code: 'ECONNREFUSED' },
  { peer: 'discovery' },
])('leaves %j of an unlisted region: DNS has not said that there is none', (change) => {
  if (!evidence) throw new Error('no evidence')
  const failure = { ...evidence.failure, ...change } as Failure
  expect(regionUnknown.matches(failure, knownWith({ inputs: { region: 'us-east-9' } }))).toBe(false)
})
