// IP addresses: what is one, and which of them the internet cannot reach.
import ipaddr from 'ipaddr.js'

/** Of networks of one's own (RFC 1918, 4193). */
const PRIVATE_USE: readonly string[] = ['private', 'uniqueLocal']

/** What else the internet does not route (RFC 1122, 3927, 4291, 6598). */
const UNROUTED: readonly string[] = [
  ...PRIVATE_USE,
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'unspecified',
]

function isIn(address: string, ranges: readonly string[]): boolean {
  return ipaddr.isValid(address) && ranges.includes(ipaddr.process(address).range())
}

export function isPrivateUse(address: string): boolean {
  return isIn(address, PRIVATE_USE)
}

export function isUnrouted(address: string): boolean {
  return isIn(address, UNROUTED)
}

/** A host that needs no DNS and no SNI (RFC 6066, section 3): an address, or what looks like one. */
export function isAddress(host: string): boolean {
  return /^[\d.]+$|:/.test(host)
}
