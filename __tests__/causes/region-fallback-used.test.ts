import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { regionFallbackUsed } from '../../src/causes/region-fallback-used.js'
import { testCause, wordsOf } from './tester.js'

testCause(regionFallbackUsed, {
  leaves: ['sts-region-disabled', 'region-unknown', 'sts-unreachable'],
  says: [
    [
      '`ap-east-1`',
      '`us-east-1`',
      '`sts-region-disabled`',
      'STS is not activated in this region for account:123456789012.”',
      'keep `aws-region` as it is',
      'they would work in `us-east-1`',
      'get-region-opt-status --region-name ap-east-1',
    ],
    [
      'STS in `eu-west-1` failed, so STS in `eu-central-1` was used',
      '`sts-unreachable`: `proxy ERR_PROXY_TUNNEL`',
      'Let the proxy pass `sts.eu-west-1.amazonaws.com`',
    ],
  ],
})

test('no step moves the job to another region', () => {
  for (const { failure } of evidenceOf('region-fallback-used'))
    expect(wordsOf(diagnose(failure, knownWith())).fix.join('\n')).not.toContain('aws-region:')
})
