// All targets of the fuzzer, by name.
import { HALL_TARGETS } from './facets.js'
import { PURE_TARGETS } from './pure.js'
import type { Target } from './target.js'

export const TARGETS: readonly Target[] = [...PURE_TARGETS, ...HALL_TARGETS]
