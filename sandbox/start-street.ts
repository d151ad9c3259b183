// Starts a street: generates its signing keys and its certificates, and opens its servers.
import { Certificates } from './certificates.js'
import { Keys } from './keys.js'
import { RunningStreet } from './running-street.js'
import type { Street, StreetOptions } from './street.js'

export async function startStreet(options: StreetOptions = {}): Promise<Street> {
  const keys = options.keys ?? Keys.make()
  const [made, certificates] = await Promise.all([
    keys,
    options.certificates ?? Certificates.make(),
  ])
  return new RunningStreet(options, made, certificates).start()
}
