// IP addresses: what is one, and which of them the internet cannot reach.
import ipaddr from 'ipaddr.js'
import type { AddressRefusal } from '../model.js'

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

/**
 * Where a machine hands out its own credentials: EC2 (EC2 User Guide, "Use instance metadata"; other clouds have it at
 * the same address), ECS tasks (ECS Developer Guide, "Task IAM role") and EKS pods (EKS User Guide, "Pod Identity").
 */
const METADATA: readonly string[] = [
  '169.254.169.254',
  'fd00:ec2::254',
  '169.254.170.2',
  '169.254.170.23',
  'fd00:ec2::23',
]

/** Undefined: it may be connected to. An IPv4 address counts in each of its IPv6 spellings. */
export function refusalOfAddress(address: string): AddressRefusal | undefined {
  if (!ipaddr.isValid(address)) return undefined
  const all = spellingsOf(ipaddr.process(address))
  const metadata = METADATA.map((one) => ipaddr.process(one).toNormalizedString())
  if (all.some((one) => metadata.includes(one.toNormalizedString()))) return 'metadata'
  return all.some((one) => one.range() === 'linkLocal') ? 'link-local' : undefined
}

/** The address, and the IPv4 address inside it: NAT64 (RFC 6052), 6to4 (RFC 3056), IPv4-compatible (RFC 4291, section 2.5.5.1). */
function spellingsOf(address: ipaddr.IPv4 | ipaddr.IPv6): readonly (ipaddr.IPv4 | ipaddr.IPv6)[] {
  if (address.kind() === 'ipv4') return [address]
  const bytes = address.toByteArray()
  const at = address.range() === '6to4' ? 2 : 12
  const embeds =
    address.range() === '6to4' ||
    address.range() === 'rfc6052' ||
    bytes.slice(0, 12).every((byte) => byte === 0)
  return embeds ? [address, new ipaddr.IPv4(bytes.slice(at, at + 4))] : [address]
}

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

/**
 * Suffixes that no public DNS has: kept for local use (RFC 6761, 6762, 8375; ICANN of `.internal`, resolution 2024.07.29.06),
 * of Kubernetes' own DNS (`.svc`), or usual at home and never delegated (`.lan`).
 */
const INTERNAL = /\.(local|internal|svc|lan|localhost|home\.arpa)\.?$/i

/** A host name that only a private network can resolve: known without a look-up. */
export function isInternalName(host: string): boolean {
  if (host === '' || host.includes(':') || ipaddr.isValid(host)) return false
  return !host.replace(/\.$/, '').includes('.') || INTERNAL.test(host)
}
