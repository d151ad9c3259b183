// What a check is: one pure question about what the run has learnt, answered with evidence.
import type { CheckId, Failure, Known } from '../model.js'

export interface Check {
  id: CheckId
  /** As it stands in the job summary's table. */
  title: string
  /** Whether this run knows all that the question is about: else the report lists it only where it found something. */
  asked(known: Known): boolean
  /** Everything that is wrong, as evidence; nothing where all is well, or where the facts are not there to judge. */
  judge(known: Known): readonly Failure[]
}
