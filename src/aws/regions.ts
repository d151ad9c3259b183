// Questions about regions and partitions, answered from the SDK's data.

import { distance } from 'fastest-levenshtein'
import { ownMember } from '../model/own-member.js'
import { PARTITIONS, type Partition } from './partitions.js'

/** The partition that a region belongs to by name; undefined where it fits no partition's pattern. */
export function partitionOf(region: string): Partition | undefined {
  return PARTITIONS.find(({ regionPattern }) => new RegExp(regionPattern).test(region))
}

export function isListed(region: string): boolean {
  return PARTITIONS.some(({ regions }) => regions.includes(region))
}

/** No region's name is as long; what follows is not compared. */
const LONGEST = 64

/** The one region that a text names, whatever stands around it: `"us-east-1"`. */
export function regionIn(text: string): string | undefined {
  const [only, second] =
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/[a-z]+(?:-[a-z]+)+-\d+/g) ?? []
  return only !== undefined && second === undefined && isListed(only) ? only : undefined
}

/** The region that was most likely meant: the one that a zone's name begins with, else the nearest spelling. */
export function nearestRegion(text: string): string {
  const small = text.slice(0, LONGEST).toLowerCase()
  const all = PARTITIONS.flatMap(({ regions }) => regions)
  const within = all.find((region) => small.startsWith(region))
  if (within !== undefined) return within
  return all.reduce((best, next) => (distance(small, next) < distance(small, best) ? next : best))
}

/** Whether the nearest spelling may well be what was meant: two letters off at most, or in the same part of the world. */
export function isNear(text: string, region: string): boolean {
  const small = text.slice(0, LONGEST).toLowerCase()
  return distance(small, region) <= 2 || small.split('-')[0] === region.split('-')[0]
}

/** The audience that AWS's own documentation gives for a partition. */
export function usualAudience(partition: string): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}

/** Regions that every account of a partition has activated, the main one first (AWS Account Management, "Regions"). */
const ALWAYS_ON: Readonly<Record<string, readonly string[]>> = {
  aws: ['us-east-1', 'us-west-2'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
}

/** A region of the partition that is on for every account, and another than this one. */
export function otherRegionOf(partition: string, region: string): string | undefined {
  return ownMember(ALWAYS_ON, partition)?.find((one) => one !== region)
}
