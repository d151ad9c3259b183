// Endpoints of STS by the names of regions.
import { STSClient } from '@aws-sdk/client-sts'
import { describe, expect, test } from '@jest/globals'
import { atEndpoint, isAwsEndpoint, regionalEndpoint, vpcService } from '../../src/aws/endpoints.js'
import { PARTITIONS } from '../../src/aws/partitions.js'

test.each([
  ['eu-west-1', 'https://sts.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.sts'],
  ['cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn', 'cn.com.amazonaws.cn-north-1.sts'],
  ['nowhere', 'https://sts.nowhere.amazonaws.com', 'com.amazonaws.nowhere.sts'],
])('%s: %s, and %s in a VPC', (region, endpoint, service) => {
  expect([regionalEndpoint(region), vpcService(region)]).toEqual([endpoint, service])
  expect(isAwsEndpoint(endpoint)).toBe(true)
})

test.each([
  ['another host', 'https://sts.example.com', false],
  ['a host that only begins so', 'https://sts.amazonaws.com.example.com', false],
  ['a user that looks like a host', 'https://sts.amazonaws.com:x@example.com', false],
  ['plain HTTP', 'http://sts.amazonaws.com', false],
  ['no URL', 'sts.amazonaws.com', false],
  ['capitals, a port and a path', 'HTTPS://STS.AMAZONAWS.COM:443/x', true],
  ['dual-stack', 'https://sts.eu-west-1.api.aws', true],
])('%s: is it of AWS', (_what, url, is) => {
  expect(isAwsEndpoint(url)).toBe(is)
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

const VARIANTS = [false, true].flatMap((fips) =>
  [false, true].map((dualStack) => ({ fips, dualStack })),
)
/** Newer than the SDK's lists, too, and one of no partition. */
const REGIONS = [
  ...PARTITIONS.flatMap(({ regions }) => regions),
  'eu-newest-9',
  'us-gov-new-9',
  'nowhere-1',
]

describe('each region has the endpoint that the SDK would take', () => {
  const client = new STSClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  test.each(REGIONS)('%s', (region) => {
    for (const variant of VARIANTS) {
      const { url } = client.config.endpointProvider({
        Region: region,
        UseFIPS: variant.fips,
        UseDualStack: variant.dualStack,
        UseGlobalEndpoint: false,
      })
      const endpoint = regionalEndpoint(region, variant)
      expect(`${endpoint}/`).toBe(url.href)
      expect(isAwsEndpoint(endpoint)).toBe(true)
    }
  })
})
