import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { regionFallbackUsed } from '../../src/causes/region-fallback-used.js'
import { testCause } from './tester.js'

testCause(regionFallbackUsed, {
  leaves: ['sts-region-disabled', 'region-unknown', 'sts-unreachable'],
  says: [
    [
      '`ap-east-1`',
      '`us-east-1`',
      '(`sts-region-disabled`: `RegionDisabledException: STS is not activated in this region',
      'Do not change `aws-region` for it: later steps get it as AWS_REGION, and would then work in `us-east-1`',
      'get-region-opt-status --region-name ap-east-1',
    ],
    [
      'STS in `eu-west-1` could not sign the job in (`sts-unreachable`: `proxy ERR_PROXY_TUNNEL`), so STS in `eu-central-1` did',
      'Let the proxy pass the host of STS in `eu-west-1`',
    ],
  ],
})

test('no step moves the job to another region', () => {
  for (const { failure } of evidenceOf('region-fallback-used'))
    expect(diagnose(failure, knownWith()).fix.join('\n')).not.toContain('aws-region:')
})
