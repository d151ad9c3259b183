import { expect, test } from '@jest/globals'
import { stsRegionDisabled } from '../../src/causes/sts-region-disabled.js'
import type { Failure } from '../../src/model.js'
import { evidenceOf } from '../evidence.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(stsRegionDisabled, {
  leaves: ['region-unknown', 'request-invalid', 'role-not-assumable'],
  says: [
    [
      '`ap-east-1`',
      '`123456789012`',
      'aws account enable-region --region-name ap-east-1',
      'aws-region: us-east-1',
    ],
  ],
})

test.each([
  ['ap-east-1', 'aws', 'us-east-1'],
  ['us-east-1', 'aws', 'us-west-2'],
  ['cn-north-1', 'aws-cn', 'cn-northwest-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
])('in %s of %s, the region to go to is %s', (region, partition, other) => {
  const [piece] = evidenceOf('sts-region-disabled')
  const known = knownWith({ inputs: { region, partition } })
  const { fix } = stsRegionDisabled.explain(piece?.failure as Failure, known)
  expect(fix.join('\n')).toContain(`aws-region: ${other}`)
})
