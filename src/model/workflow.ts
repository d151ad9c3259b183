// What the workflow file says of the running job and step, where that is beyond doubt; each part is left out where it is not.
import type { InputSource } from './input.js'

/** The line of a file of the workspace that a fix belongs to. */
export interface Place {
  file: string
  line: number
}

export interface WorkflowFacts {
  /** Events that start the workflow; none where it is called by others only. */
  events: readonly string[]
  job?: JobFacts
  step?: StepFacts
  /** Where the step gives the role, if expressions in it came out empty. */
  roleSource?: InputSource
  /** Other jobs of its file that give this action the same text as role. */
  sameRole?: readonly OtherJob[]
  /**
   * The `permissions:` that keep the job from asking for an ID token, from the outside in: of the jobs that call its
   * workflow, then its own. Empty where the files grant it.
   */
  lacking?: readonly PermissionFacts[]
  /** The called workflow that the job is in, as its caller names it, where it is not at hand. */
  calledElsewhere?: string
}

export interface JobFacts {
  /** Its `if:`, as it is written. */
  condition?: string
  /** Where its `environment:` stands. */
  environment?: Place
}

export interface OtherJob {
  job: string
  /** Its environment; empty: it has none. */
  environment: string
}

/** The running step, in the workflow or in a composite action. */
export interface StepFacts {
  place: Place
  /** Its `if:`, as it is written. */
  condition?: string
  /** By lower-case name. */
  inputs: ReadonlyMap<string, WrittenInput>
}

export interface WrittenInput {
  place: Place
  /** Undefined where it is no text. */
  text?: string
}

/** One `permissions:` in the file, and whether it lets its jobs ask for an ID token. */
export interface PermissionFacts {
  place: Place
  /** `none`: neither the job nor its workflow has a block. */
  of: 'job' | 'workflow' | 'none'
  /** The job that has it in effect, by its key. */
  job: string
  jobLine: number
  /** The job only calls the workflow that the running job is in. */
  calls: boolean
  grants: boolean
  /** What stands there: lines to which another can be added, rights in one line or by an alias, one word, or nothing. */
  form: 'lines' | 'inline' | 'word' | 'empty'
  /** In the order of the file, `id-token` left out. */
  rights: readonly Right[]
  /** `read-all`, where it is one word. */
  word?: string
  /** What stands there for `id-token`, where something does. */
  idToken?: string
}

export interface Right {
  name: string
  access: string
}
