// Why a text is not read: it is not what it should be, nests too deeply, or is too much.
import type { PolicyProblem } from '../model.js'

/** Levels of nesting: deeper than any policy, plan or state, and far from the end of the stack. */
export const DEEPEST = 100

/** A document that could not be read. */
export class Unreadable extends Error {
  readonly problem: Extract<PolicyProblem, { problem: 'not-json' | 'not-yaml' | 'too-large' }>

  constructor(problem: Unreadable['problem']) {
    super(problem.problem)
    this.problem = problem
  }
}

/** By its members: each file of `dist` that reads documents has a class of its own. */
export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && 'problem' in error
}

/** Of a text that was left at its limit: how much more there is, nobody has counted. */
export function tooMany(size: number, unit: 'values' | 'tokens'): Unreadable {
  return new Unreadable({ problem: 'too-large', size, unit, over: true })
}
