// The ports: all that the pure part may know of the outside, each implemented by one file of edge/.

import type { Secret } from './model/secret.js'
import type {
  Credentials,
  Headers,
  Observed,
  Peer,
  ProfileFile,
  ProxySettings,
  Result,
  Session,
  Severity,
} from './model.js'

export interface HttpRequest {
  peer: Peer
  url: string
  headers?: Headers
  /** Sent as `Authorization: Bearer …`. */
  bearer?: Secret
  /** Whole request: connection, headers and body. */
  timeoutMs: number
  /** The body is cut off, and the request fails, past this many bytes. */
  maxBytes: number
}

export interface HttpAnswer {
  observed: Observed
  body: string
}

export interface Http {
  /** One GET, no redirects followed, no retry. Any status is an answer; fails with `network` or `document` (too-large). */
  get(request: HttpRequest): Promise<Result<HttpAnswer>>
  /** For requests one after another, which share a connection where they go to one origin. */
  line(): HttpLine
}

export interface HttpLine extends Pick<Http, 'get'> {
  /** Closes what is open. */
  end(): void
}

export interface StsRequest {
  endpoint: string
  region: string
  roleArn: string
  roleSessionName: string
  durationSeconds: number
  token: Secret
  inlineSessionPolicy: string
  managedSessionPolicies: readonly string[]
}

export interface StsAnswer {
  session: Session
  /** The `Date` header of STS, and the local clock (ms since the epoch) when it came. */
  date: string
  receivedAt: number
}

export interface CallerRequest {
  endpoint: string
  region: string
  credentials: Credentials
}

export interface CallerIdentity {
  account: string
  arn: string
}

export interface Sts {
  /** Opens so many connections (one) ahead of the calls; failures are kept for the calls to meet. */
  preconnect(endpoint: string, connections?: number): void
  /** One attempt, unsigned. Fails with `network`, `aws` or `not-sts`. */
  assumeRoleWithWebIdentity(request: StsRequest): Promise<Result<StsAnswer>>
  /** Whose credentials these are; one attempt, signed. Fails with `network`, `aws` or `not-sts`. */
  callerIdentity(request: CallerRequest): Promise<Result<CallerIdentity>>
}

export interface Annotation {
  severity: Severity
  title: string
  message: string
  file?: string
  line?: number
}

export interface Runner {
  /** The value of an input, trimmed; undefined where nothing has set it, not even the runner from action.yml. */
  input(name: string): string | undefined
  env(name: string): string | undefined
  /** The event's payload (GITHUB_EVENT_PATH); undefined where there is none to read. */
  event(): unknown
  /** From here on the value stands in nothing that this process writes. Say it before anything else is done with the value. */
  mask(value: string): void
  info(line: string): void
  debug(line: string): void
  /** Lines that the log shows closed, under a title. */
  group(title: string, lines: readonly string[]): void
  annotate(annotation: Annotation): void
  /** All of them or, where one cannot be written, none. The value takes them back. */
  setOutputs(outputs: Readonly<Record<string, string>>): Result<() => void>
  /** All of them or, where one cannot be written, none. */
  exportVariables(variables: Readonly<Record<string, string>>): Result<void>
  /** Keeps what the job had in these variables for the post step, and which values are ours. Without a post step, nothing happens. */
  rememberVariables(variables: Readonly<Record<string, string>>): Result<void>
  /** Puts back what the job had, where the variable still holds our value. Returns the names put back. */
  restoreVariables(): readonly string[]
  /** Keeps data for the post step: none of our secrets, and others only when they are masked. */
  remember(name: string, data: unknown): Result<void>
  /** What the main step has kept under that name; undefined where it has not. */
  recall(name: string): unknown
  /** Appends to the job summary; on a runner without one, nothing happens. */
  writeSummary(markdown: string): Promise<void>
  writeFile(path: string, text: string): Result<void>
  /** Takes away what a process that was killed, before this one began, had written to take that file's place. */
  sweepBeside(path: string): void
  /**
   * A text file of at most `maxBytes` below `root`, links resolved. Fails with `token-file`. `strictly`: absolute
   * paths must lie below `root` too, and no part of the path below it may be a link.
   */
  readFile(path: string, root: string, maxBytes: number, strictly?: boolean): Result<string>
  /** The step ends with exit code 1. */
  fail(): void
}

/** One file of AWS's shared files, and what is to become of its text; undefined stands for no file. */
export interface FileEdit {
  path: string
  file: ProfileFile
  edit(text: string | undefined): Result<string | undefined>
}

/** The two files in which AWS's CLI and SDKs look for profiles. */
export interface Profiles {
  /** Where the tools of this job look. */
  files(): { credentials: string; config: string }
  /**
   * Changes all of the files or none, while no other job on this machine does. `before` is called when all
   * edits are known to fit, and nothing is written yet: where it fails, nothing is. `undo` puts back what was there.
   */
  change(edits: readonly FileEdit[], before?: () => Result<void>): Promise<Result<Changed>>
  /** By which a text can be known again without being kept. */
  digest(text: string): string
}

export interface Changed {
  undo(): Promise<Result<unknown>>
}

/** Files in the runner's temporary directory that only this user may read: what a renewing profile works from. */
export interface PrivateFiles {
  /** A path for a new file, under a name that nobody can guess: to be noted for the post step before anything is there. */
  place(name: string): Result<string>
  /** A new file at that path. */
  create(path: string, text: string): Result<void>
  /** undefined where there is no such file, or none that may be trusted. */
  read(path: string): string | undefined
  replace(path: string, text: string): Result<void>
  /** Also what a process that was killed has left beside them: a lock, or a copy that was to take a file's place. */
  remove(paths: readonly string[]): void
  /** Runs `work` while no other process does for the same path; after waiting in vain, all the same. */
  alone<T>(path: string, work: () => Promise<T>): Promise<T>
  /** The words of a command that prints a session for the state in a file, as credential_process has it. */
  renewal(state: string): { words: readonly string[]; windows: boolean }
}

export interface Clock {
  /** Wall clock, ms since the epoch. */
  now(): number
  /** ms since some moment, never going back. */
  monotonic(): number
  /** Resolves after `ms`, or at once when the world is stopped. */
  sleep(ms: number): Promise<void>
}

export interface World {
  runner: Runner
  http: Http
  sts: Sts
  clock: Clock
  profiles: Profiles
  privateFiles: PrivateFiles
  /** Leads every connection from now on through the proxy, or through none: http and sts alike. */
  useProxy(settings: ProxySettings | undefined): void
  /** From now on an issuer may have a link-local address, but for those of metadata services. */
  allowLinkLocal(): void
  /** A number in [0, 1). */
  random(): number
  /** Ends all requests and sleeps under way: they fail, and nothing keeps the process alive. */
  stop(): void
  /** True after that. */
  stopped(): boolean
}
