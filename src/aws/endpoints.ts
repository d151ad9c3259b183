// Where STS is: the endpoint of a region by its name, which hosts are AWS's, and the service that a VPC reaches it by.
import { shellWord } from '../text.js'
import { PARTITIONS } from './partitions.js'
import { partitionOf } from './regions.js'
import { hostOf } from './url.js'

/** FIPS 140 and IPv6 (AWS General Reference, "FIPS endpoints", "Dual-stack endpoints"). */
export interface EndpointVariant {
  fips: boolean
  dualStack: boolean
}

/**
 * AWS General Reference, "AWS STS endpoints", and the rules of the SDK: those of GovCloud are FIPS endpoints by their
 * plain name. A test compares each region with what the SDK says.
 */
export function regionalEndpoint(
  region: string,
  { fips, dualStack }: EndpointVariant = { fips: false, dualStack: false },
): string {
  const { id, dnsSuffix, dualStackDnsSuffix } = partitionOf(region) ?? COMMERCIAL
  const isPlain = !fips || (id === 'aws-us-gov' && !dualStack)
  const name = isPlain ? 'sts' : 'sts-fips'
  return `https://${name}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`
}

/** Where a step asks for a region: at the endpoint that it names, or at the region's own. */
export function endpointIn(
  region: string,
  inputs: EndpointVariant & { stsEndpoint: string },
): string {
  return inputs.stsEndpoint || regionalEndpoint(region, inputs)
}

const COMMERCIAL = { id: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' }

/** A host of AWS's is AWS's own STS, whoever named it. */
export function isAwsEndpoint(url: string): boolean {
  const host = /^https:/i.test(url) ? hostOf(url).toLowerCase() : ''
  const suffixes = PARTITIONS.flatMap((one) => [one.dnsSuffix, one.dualStackDnsSuffix])
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
