// The border of what only explains (run/knowledge.ts): loaded when there is something to explain, and never by a run that finds nothing.
import type { knowledge } from './knowledge.js'

export type Knowledge = typeof knowledge

let loading: Promise<Knowledge> | undefined

/** The same at every call: it is read once, which takes some 15 ms. */
export function explained(): Promise<Knowledge> {
  loading ??= import('./knowledge.js').then((loaded) => loaded.knowledge)
  return loading
}
