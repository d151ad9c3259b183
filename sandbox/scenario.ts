// What a scenario is: one way to bring a cause about for real on the street.
import type { Faults } from './faults.js'
import type { Street } from './street.js'

/** Variables laid over those of a good run; null takes one away. */
export type Variables = Readonly<Record<string, string | null>>

export type Files = Readonly<Record<string, string>>

export interface Scenario {
  /** The cause that it ends in, and in no other; `ready` ends in none. */
  id: string
  /** Its own name, where a cause has more than one scenario; else the id serves. */
  name?: string
  /** What is wrong, in one line. */
  what: string
  /** Exit code of the step (contract: 1 where a finding reaches `fail-on`). */
  exit: 0 | 1
  faults?: Faults | ((street: Street) => Faults)
  variables?: Variables | ((street: Street) => Variables)
  /** The event's payload (GITHUB_EVENT_PATH). */
  event?: unknown
  /** Files below the workspace. */
  files?: Files | ((street: Street) => Files)
  /** Provider, role, trust policy and keys, as they stand in AWS and at the issuer. */
  setUp?(street: Street): void
}

/** As `npm start -- <name>` has it. */
export function nameOf({ id, name }: Scenario): string {
  return name ?? id
}
