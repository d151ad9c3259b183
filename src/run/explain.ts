// The border of what only explains: loaded when there is something to explain, and never by a run that finds nothing.
import type { Failure } from '../model.js'

/** Each file is read once, which takes some 4 ms for 100 KB. */
const answers = once(() => import('./answer-knowledge.js').then((file) => file.answerKnowledge))
const all = once(() => import('./knowledge.js').then((file) => file.knowledge))
/** For a trust policy that was given. */
export const trustExplained = once(() =>
  import('./trust-knowledge.js').then((file) => file.trustKnowledge),
)
/** For what stands in the workflow file. */
export const workflowExplained = once(() =>
  import('./workflow-knowledge.js').then((file) => file.workflowKnowledge),
)

export type Knowledge = Awaited<ReturnType<typeof all>>
export type TrustKnowledge = Awaited<ReturnType<typeof trustExplained>>
export type WorkflowKnowledge = Awaited<ReturnType<typeof workflowExplained>>

let areAllNeeded = false

/** What explains these failures. Most runs that fail have an answer of STS's to explain, for which a third of the causes will do. */
export function explained(failures: readonly Failure[]): Promise<Knowledge> {
  areAllNeeded ||= failures.some(({ kind }) => kind !== 'aws')
  return areAllNeeded ? all() : answers()
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= load()
    return loading
  }
}
