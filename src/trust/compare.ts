// How one value of a policy is compared with one value of the request, for each type of condition operator.
import ipaddr from 'ipaddr.js'
import { matchesWildcard } from '../aws/wildcard.js'
import type { Verdict } from '../model.js'
import { all } from './logic.js'
import { literal, plain } from './variables.js'

/**
 * unlike: the value of the request is not of the operator's type. Of that IAM's documentation says nothing ("Condition
 * operators" speaks of missing keys only): it matches nothing, but whether a negated operator then holds is AWS's to say.
 */
type Compared = Verdict | 'unlike'

/** `wanted` comes with its variables filled in. */
export type Compare = (actual: string, wanted: string) => Compared

export const equals: Compare = (actual, wanted) => actual === plain(wanted)

export const equalsIgnoreCase: Compare = (actual, wanted) =>
  actual.toLowerCase() === plain(wanted).toLowerCase()

export const like: Compare = (actual, wanted) => matchesWildcard(wanted, literal(actual))

/** Part by part: a wildcard does not reach over a colon of the first five. A pattern of other form is not defined. */
export const arnLike: Compare = (actual, wanted) => {
  const [has, wants] = [arnParts(literal(actual)), arnParts(wanted)]
  if (!wants) return 'undecided'
  return has ? all(has.map((part, index) => matchesWildcard(wants[index] ?? '', part))) : 'unlike'
}

function arnParts(arn: string): string[] | undefined {
  const parts = arn.split(':')
  if (parts.length < 6 || !matchesWildcard(parts[0] ?? '', 'arn')) return undefined
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}

export const bool: Compare = (actual, wanted) => {
  const [has, wants] = [actual.toLowerCase(), wanted.toLowerCase()]
  if (!/^(true|false)$/.test(wants)) return 'undecided'
  return has === wants
}

type Order = (difference: number) => boolean

const NUMBER = /^-?\d+(\.\d+)?$/

export function numeric(order: Order): Compare {
  return (actual, wanted) => {
    if (!NUMBER.test(wanted)) return 'undecided'
    if (!NUMBER.test(actual)) return isOtherNotation(actual) ? 'undecided' : 'unlike'
    const [has, wants] = [Number(actual), Number(wanted)]
    // Beyond these, two numbers may be one here.
    if (Math.max(Math.abs(has), Math.abs(wants)) > Number.MAX_SAFE_INTEGER) return 'undecided'
    return order(has - wants)
  }
}

/** `1e3`, `0x10`: a number to some readers. */
function isOtherNotation(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text))
}

/** W3C's profile of ISO 8601, or seconds of the epoch. Our clock is not AWS's: near the limit nothing is said. */
const NEAR_MS = 600_000

export function date(order: Order): Compare {
  return (actual, wanted) => {
    const limit = timeOf(wanted)
    if (limit === undefined) return 'undecided'
    const time = timeOf(actual)
    if (time === undefined) return 'unlike'
    return Math.abs(time - limit) < NEAR_MS ? 'undecided' : order(time - limit)
  }
}

const ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/

function timeOf(text: string): number | undefined {
  if (/^\d{5,}$/.test(text)) return Number(text) * 1000
  const time = ISO.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/** No address or range is written with more characters, zone included; the library tries whatever it is given. */
const LONGEST_ADDRESS = 100

/**
 * An address or a range (CIDR), IPv4 or IPv6, "in the standard CIDR format" (IAM User Guide, "IP address condition
 * operators"). Digits and the like, which some readers take for an IPv4 address, are in none.
 */
export const ipAddress: Compare = (actual, wanted) => {
  const range = rangeOf(wanted)
  if (!range) return 'undecided'
  if (actual.length > LONGEST_ADDRESS || !ipaddr.isValid(actual)) return 'unlike'
  if (!isStandard(actual)) return 'undecided'
  const address = ipaddr.parse(actual)
  return address.kind() === range[0].kind() && address.match(range)
}

function isStandard(address: string): boolean {
  return address.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(address)
}

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [written = ''] = text.split('/')
  if (text.length > LONGEST_ADDRESS || !isStandard(written)) return undefined
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text)
    const address = ipaddr.parse(text)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  } catch {
    return undefined
  }
}

/** Values that are not text are for AWS to compare. */
export const undecided: Compare = () => 'undecided'
