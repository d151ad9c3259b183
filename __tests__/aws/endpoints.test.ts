// Endpoints of STS by the names of regions.
import { expect, test } from '@jest/globals'
import { isAwsEndpoint, regionalEndpoint, vpcService } from '../../src/aws/endpoints.js'

test.each([
  ['eu-west-1', 'https://sts.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.sts'],
  ['cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn', 'cn.com.amazonaws.cn-north-1.sts'],
  ['nowhere', 'https://sts.nowhere.amazonaws.com', 'com.amazonaws.nowhere.sts'],
])('%s: %s, and %s in a VPC', (region, endpoint, service) => {
  expect([regionalEndpoint(region), vpcService(region)]).toEqual([endpoint, service])
  expect(isAwsEndpoint(endpoint)).toBe(true)
})
