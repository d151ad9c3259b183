// What each reason why a policy cannot be read is told with, and which of the files it is about.
import type { FailureOf, Known, Step } from '../../model.js'

export type Unreadable = FailureOf<'trust-policy'>

export interface Words {
  /** What it is, after its name. */
  is: string | ((failure: Unreadable, known: Known) => string)
  steps(failure: Unreadable, known: Known): readonly Step[]
}

export const told = (is: string, ...steps: readonly Step[]): Words => ({ is, steps: () => steps })

/** The file is the one with the parameters of a template. */
export function ofParameters({ source }: Unreadable): boolean {
  return 'path' in source && source.parameters === true
}
