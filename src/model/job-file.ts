// Files that a step reads or writes for its job, and why one of them could not be.

/** The two files in which AWS's CLI and SDKs look for profiles. */
export type ProfileFile = 'credentials' | 'config'

/** `renewal`: state and cache of a profile that renews. `env`, `output` and `state` are the runner's (GITHUB_ENV …). */
export type JobFile = ProfileFile | 'renewal' | 'env' | 'output' | 'state' | 'report'

export type FileReason =
  /** `not-set`: the variable that names it. `delimiter`: a value holds what ends it in the runner's file. */
  | { reason: 'not-set' | 'link' | 'not-a-file' | 'too-large' | 'locked' | 'delimiter' }
  /** The system's code, or Node's; its message where it gave none. */
  | { reason: 'os'; errno: string }
