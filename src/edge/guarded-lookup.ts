// Names looked up with a guard: the address that was judged is the one that is connected to.
import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { refusalOfAddress } from '../aws/addresses.js'
import type { AddressRefusal } from '../model.js'

/** Addresses that are not connected to: the cloud's own services, which no issuer is. */
export class RefusedAddress extends Error {
  readonly addresses: readonly string[]
  readonly refused: AddressRefusal

  constructor(addresses: readonly string[], refused: AddressRefusal) {
    super(`an address that is not connected to (${refused})`)
    this.addresses = addresses
    this.refused = refused
  }
}

/** By its members: a connection may have been begun by another file of `dist`, which has a class of its own. */
export function isRefusedAddress(error: unknown): error is RefusedAddress {
  return typeof error === 'object' && error !== null && 'refused' in error && 'addresses' in error
}

export interface Guard {
  /** Throws RefusedAddress where the host is itself such an address. */
  check(host: string): void
  /** For a socket: fails with RefusedAddress where one of the addresses is such. */
  lookup: LookupFunction
}

/** `linkLocal`: other link-local addresses than those of metadata services may be connected to. */
export function guardOf(linkLocal: boolean, lookup: LookupFunction = dns.lookup): Guard {
  const refusal = (addresses: readonly string[]): RefusedAddress | undefined => {
    const kinds = addresses.map(refusalOfAddress)
    const found = (['metadata', 'link-local'] as const).find((kind) => kinds.includes(kind))
    const passes = found === undefined || (found === 'link-local' && linkLocal)
    return passes ? undefined : new RefusedAddress(addresses, found)
  }
  return {
    check(host) {
      const refused = refusal([host])
      if (refused) throw refused
    },
    lookup(name, options, done) {
      lookup(name, options, (error, address, family) => {
        const found =
          typeof address === 'string' ? [address] : (address ?? []).map((one) => one.address)
        done(error ?? refusal(found) ?? null, address, family)
      })
    },
  }
}
