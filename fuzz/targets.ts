// All targets of the fuzzer, by name.
import { HALL_TARGETS } from './facets.js'
import { growth } from './growth.js'
import { PURE_TARGETS } from './pure.js'
import type { Target } from './target.js'

/** What comes out of a case is the same on any machine. */
export const TARGETS: readonly Target[] = [...PURE_TARGETS, ...HALL_TARGETS]
/** These measure time. */
export const TIMED_TARGETS: readonly Target[] = [growth]
