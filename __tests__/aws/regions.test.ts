import { describe, expect, test } from '@jest/globals'
import {
  isListed,
  isNear,
  nearestRegion,
  otherRegionOf,
  partitionOf,
  regionIn,
  usualAudience,
} from '../../src/aws/regions.js'

describe('partitionOf', () => {
  test.each([
    ['eu-west-1', 'aws'],
    ['us-east-9', 'aws'],
    ['mx-central-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('%s is in %s', (region, id) => {
    expect(partitionOf(region)?.id).toBe(id)
  })

  test.each(['us-east-1a', 'auto', 'mars-central-1', 'EU-WEST-1', 'eu-west', 'xeu-west-1', ''])(
    '%j is in none',
    (region) => {
      expect(partitionOf(region)).toBeUndefined()
    },
  )
})

test.each([
  ['eu-west-1', true],
  ['us-gov-west-1', true],
  ['us-east-9', false],
  ['aws-global', false],
])('%s is listed: %s', (region, listed) => {
  expect(isListed(region)).toBe(listed)
})

test.each([
  ['us-east-1a', 'us-east-1'],
  ['us-gov-west-1b', 'us-gov-west-1'],
  ['us-west-2-lax-1a', 'us-west-2'],
  ['eu-wst-1', 'eu-west-1'],
  ['EU-WEST-1', 'eu-west-1'],
  ['ap-southest-2', 'ap-southeast-2'],
  ['eu_central_1', 'eu-central-1'],
])('nearest to %s is %s, and near', (text, region) => {
  expect(nearestRegion(text)).toBe(region)
  expect(isNear(text, region)).toBe(true)
})

test.each(['auto', 'mars-central-1', 'localhost'])('nothing is near %s', (text) => {
  expect(isNear(text, nearestRegion(text))).toBe(false)
})

test.each([
  ['aws', 'sts.amazonaws.com'],
  ['aws-us-gov', 'sts.amazonaws.com'],
  ['aws-cn', 'sts.amazonaws.com.cn'],
])('the usual audience of %s is %s', (partition, audience) => {
  expect(usualAudience(partition)).toBe(audience)
})

test.each([
  ['aws', 'eu-west-1', 'us-east-1'],
  ['aws', 'us-east-1', 'us-west-2'],
  ['aws-cn', 'cn-northwest-1', 'cn-north-1'],
  ['aws-cn', 'cn-north-1', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-east-1', 'us-gov-west-1'],
  ['aws-us-gov', 'us-gov-west-1', 'us-gov-east-1'],
  ['aws-iso', 'us-iso-east-1', undefined],
])('in %s, beside %s there is always %s', (partition, region, other) => {
  expect(otherRegionOf(partition, region)).toBe(other)
})

test('the end of a long text is not compared', () => {
  const long = 'eu-west-1'.padStart(80, 'x')
  expect(nearestRegion(long)).toBe(nearestRegion('x'.repeat(64)))
  expect(isNear(`${'x'.repeat(64)}eu-west-1`, 'x'.repeat(64))).toBe(true)
})

test.each<[string, string | undefined]>([
  ['"us-east-1"', 'us-east-1'],
  ["'eu-central-1'", 'eu-central-1'],
  ['US-GOV-WEST-1 (GovCloud)', 'us-gov-west-1'],
  ['us-east-1, us-west-2', undefined],
  ['us-east-99', undefined],
  ['Europe (Frankfurt)', undefined],
  ['', undefined],
])('%j names %s', (text, region) => {
  expect(regionIn(text)).toBe(region)
})
