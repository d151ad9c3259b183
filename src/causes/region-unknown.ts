// region-unknown: no AWS region has this name, seen from its form or from a name that DNS does not know.

import { isListed, isNear, nearestRegion } from '../aws/regions.js'
import type { FailureOf, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { areAll, givenText } from './shared/input-wants.js'
import { regionLine, regionWhere } from './shared/role-input.js'

export const regionUnknown = causeOf(['input', 'network'], {
  id: 'region-unknown',
  section: 'sts',
  link: ({ kind }) => (kind === 'input' ? 'inputs' : 'sts'),
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
      'The name is misspelt, is an availability zone (a region with one more character at its end, such as `us-east-1a`), or is a region of another product (`auto`). The AWS SDK builds a host name from it all the same, and only DNS says that there is no such host.',
    tell: 'A name that fits no pattern of any partition is refused before any call. One that fits a pattern but is not in the list of the SDK is tried, since AWS opens new regions; only when DNS does not know its STS either, this page applies. If a listed region cannot be resolved, it is sts-unreachable.',
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
  const zone = /\d[a-z]$/.test(given)
  return {
    headline: `there is no AWS region ${quote(given, 60)}`,
    shown: [
      {
        show: 'sentence',
        say: zone
          ? 'It looks like an availability zone, which is a region and one more character.'
          : 'It fits the region names of no AWS partition.',
      },
    ],
    steps: [writeStep(given), LIST_REGIONS],
    stop: 'Input `aws-region`',
    where: { input: 'aws-region' },
  }
}

function explainNotResolved({ host, detail }: FailureOf<'network'>, known: Known): Explanation {
  const region = known.inputs?.region ?? ''
  return {
    headline: `DNS does not know ${quote(host, 60)}, the STS of region ${quote(region, 60)}`,
    shown: [
      { show: 'answer', by: 'DNS', text: detail },
      {
        show: 'sentence',
        say: 'The AWS SDK does not list this region either: most likely there is none.',
      },
    ],
    steps: [LIST_REGIONS, writeStep(region, known)],
    stop: `STS: ${quote(host, 60)}`,
    ...regionWhere(known),
  }
}

function writeStep(given: string, known: Pick<Known, 'inputs'> = {}): Step {
  const near = nearestRegion(given)
  return isNear(given, near)
    ? {
        when: `If you mean ${quote(near)}`,
        say: 'Write it like this',
        ...regionLine(known, near),
      }
    : {
        say: 'Write the region that this job works in, for example',
        ...regionLine(known, 'eu-west-1'),
      }
}

const LIST_REGIONS: Step = {
  say: 'Print all regions, with credentials of any account',
  code: "aws ec2 describe-regions --all-regions --query 'Regions[].RegionName' --output text",
  language: 'sh',
}
