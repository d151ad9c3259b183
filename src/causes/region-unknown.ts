// region-unknown: no AWS region has this name, seen from its form or from a name that DNS does not know.

import { isListed, isNear, nearestRegion } from '../aws/regions.js'
import type { FailureOf, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { areAll, givenText } from './shared/input-wants.js'

export const regionUnknown = causeOf(['input', 'network'], {
  id: 'region-unknown',
  section: 'sts',
  title: 'there is no AWS region of this name',
  severity: 'error',
  retry: 'never',
  certainty: ({ kind }) => (kind === 'input' ? 'certain' : 'likely'),
  docs: ['awsRegions', 'awsPartitions'],
  ofRegion: true,
  matches: (failure, known) =>
    failure.kind === 'input'
      ? areAll(failure.problems, ['listed-region'])
      : isUnlistedRegion(failure, known),
  explain: (failure, known) =>
    failure.kind === 'input' ? explainInput(failure) : explainNotResolved(failure, known),
  page: {
    meaning:
      'The name is misspelt, is an availability zone (a region with a letter at its end, such as `us-east-1a`), or is a name of another product (`auto`). The AWS SDK builds a host name from it all the same, and only DNS says that there is no such host.',
    tell: 'A name that fits no pattern of any partition is refused before any call. One that fits a pattern but is not in the list of the SDK is tried, since AWS opens new regions; only when DNS does not know its STS either, this page applies. Where a listed region cannot be resolved, it is sts-unreachable.',
  },
})

/** A name that fits a pattern and is in no list, and whose STS DNS does not know: nothing is there. */
export function isUnlistedRegion(failure: FailureOf<'network'>, { inputs }: Known): boolean {
  const { peer, phase, code } = failure
  if (peer !== 'sts' || phase !== 'dns' || code !== 'ENOTFOUND') return false
  return inputs !== undefined && !inputs.customEndpoint && !isListed(inputs.region)
}

function explainInput({ problems }: FailureOf<'input'>): Explanation {
  const given = givenText(problems[0]?.given ?? '')
  return {
    why: `There is no AWS region ${quote(given)}: it fits the names of no AWS partition.${zoneWord(given)}${nearWord(given)}`,
    fix: regionSteps(given),
    where: { input: 'aws-region' },
  }
}

function explainNotResolved(
  { host, detail }: FailureOf<'network'>,
  { inputs }: Known,
): Explanation {
  const region = inputs?.region ?? ''
  return {
    why: `Most likely there is no AWS region ${quote(region)}: DNS does not know its STS ${quote(host)} (${oneLine(detail)}), and the AWS SDK does not list it.${nearWord(region)} What settles it: the list of regions, printed by the last command below.`,
    fix: regionSteps(region),
    where: { input: 'aws-region' },
  }
}

function zoneWord(given: string): string {
  const zone = /\d[a-z]$/.test(given)
  return zone
    ? ' It looks like an availability zone, which is a region with a letter after it.'
    : ''
}

function nearWord(given: string): string {
  const near = nearestRegion(given)
  return isNear(given, near) ? ` The nearest name of a region is ${quote(near)}.` : ''
}

function regionSteps(given: string): string[] {
  const near = nearestRegion(given)
  return [
    isNear(given, near)
      ? `If you mean it, write:\naws-region: ${near}`
      : 'Write the region that this job works in, for example:\naws-region: eu-west-1',
    "Print all regions: aws ec2 describe-regions --all-regions --query 'Regions[].RegionName' --output text",
  ]
}
