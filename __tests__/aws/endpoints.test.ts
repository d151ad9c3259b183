// Endpoints of STS by the names of regions.
import { expect, test } from '@jest/globals'
import { atEndpoint, isAwsEndpoint, regionalEndpoint, vpcService } from '../../src/aws/endpoints.js'

test.each([
  ['eu-west-1', 'https://sts.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.sts'],
  ['cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn', 'cn.com.amazonaws.cn-north-1.sts'],
  ['nowhere', 'https://sts.nowhere.amazonaws.com', 'com.amazonaws.nowhere.sts'],
])('%s: %s, and %s in a VPC', (region, endpoint, service) => {
  expect([regionalEndpoint(region), vpcService(region)]).toEqual([endpoint, service])
  expect(isAwsEndpoint(endpoint)).toBe(true)
})

test.each([
  ['aws iam get-role --role-name r', "aws --endpoint-url 'https://s t' iam get-role --role-name r"],
  [
    'a; aws iam x\naws iam y',
    "a; aws --endpoint-url 'https://s t' iam x\naws --endpoint-url 'https://s t' iam y",
  ],
  ['aws iam x --endpoint-url y', 'aws iam x --endpoint-url y'],
  ['aws sts get-caller-identity', 'aws sts get-caller-identity'],
])('%j, asked of another STS', (code, asked) => {
  expect(atEndpoint(code, 'https://s t')).toBe(asked)
})
