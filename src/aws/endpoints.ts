// Where STS is: the endpoint of a region by its name, which hosts are AWS's, and the service that a VPC reaches it by.
import { shellWord } from '../text.js'
import { PARTITIONS } from './partitions.js'
import { partitionOf } from './regions.js'
import { hostOf } from './url.js'

/** AWS General Reference, "AWS STS endpoints"; the SDK's own rules know FIPS and dual-stack besides. */
export function regionalEndpoint(region: string): string {
  return `https://sts.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`
}

/** Suffixes of the dual-stack endpoints, which the SDK builds beside the partitions' own. */
const DUAL_STACK = ['api.aws', 'api.amazonwebservices.com.cn', 'api.amazonwebservices.eu']

/** A host of AWS's is AWS's own STS, whoever named it. */
export function isAwsEndpoint(url: string): boolean {
  const host = /^https:/i.test(url) ? hostOf(url).toLowerCase() : ''
  const suffixes = [...PARTITIONS.map(({ dnsSuffix }) => dnsSuffix), ...DUAL_STACK]
  return suffixes.some((suffix) => host.endsWith(`.${suffix}`))
}

/** Commands for IAM, put to the endpoint of another STS: there are its roles and providers. */
export function atEndpoint(code: string, endpoint: string): string {
  const option = `--endpoint-url ${shellWord(endpoint)}`
  return code.replace(
    /(^|[\s;(])aws iam (?!.*--endpoint-url)/gm,
    (_whole, before: string) => `${before}aws ${option} iam `,
  )
}

/** As `aws ec2 describe-vpc-endpoint-services` lists it, with a prefix of its own in cn-north-1 and cn-northwest-1. */
export function vpcService(region: string): string {
  return `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.sts`
}
