import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { stsRegionDisabled } from '../../src/causes/sts-region-disabled.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(stsRegionDisabled, {
  leaves: ['region-unknown', 'request-invalid', 'role-not-assumable'],
  says: [
    [
      '`ap-east-1`',
      '`123456789012`',
      'aws account enable-region --region-name ap-east-1',
      'fallback-regions: us-east-1',
    ],
  ],
})

test.each([
  ['ap-east-1', 'aws', 'us-east-1'],
  ['us-east-1', 'aws', 'us-west-2'],
  ['cn-north-1', 'aws-cn', 'cn-northwest-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
])(
  'in %s of %s, the region to sign in through is %s, and the job stays where it is',
  (region, partition, other) => {
    const [piece] = evidenceOf('sts-region-disabled')
    const known = knownWith({ inputs: { region, partition } })
    const { fix } = wordsOf(stsRegionDisabled.explain(piece?.failure as Failure, known))
    expect(fix.at(-1)).toMatch(new RegExp(`\n *fallback-regions: ${other}$`))
    expect(fix.join('\n')).not.toContain('aws-region:')
  },
)

test.each([
  [['eu-west-3'], 'fallback-regions: eu-west-3, us-east-1'],
  [['us-east-1'], undefined],
])('beside the fallback regions %j: %s', (fallbackRegions, line) => {
  const [piece] = evidenceOf('sts-region-disabled')
  const known = knownWith({ inputs: { region: 'ap-east-1', fallbackRegions } })
  const { fix } = wordsOf(stsRegionDisabled.explain(piece?.failure as Failure, known))
  if (line === undefined) expect(fix.join('\n')).not.toContain('fallback-regions')
  else expect(fix.at(-1)).toContain(line)
})
