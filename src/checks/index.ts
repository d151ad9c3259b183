// The checks, in the order in which the summary shows them.
import type { Check } from './check.js'
import { issuerCache } from './issuer-cache.js'

export const CHECKS: readonly Check[] = [issuerCache]
