// One bad input of the step: what was given, and what is wanted in its place, as data without words.

/** Inputs of the key-based modes of aws-actions/configure-aws-credentials, which this action does not have. */
export const UNSUPPORTED_INPUTS = [
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'role-chaining',
  'role-external-id',
  'role-skip-session-tagging',
  'transitive-tag-keys',
  'custom-tags',
  'force-skip-oidc',
] as const

/** What `role-to-assume` holds where its key is not written: the default in action.yml, which the runner fills in then only. It may be written too. */
export const NO_ROLE = 'none'

export type UnsupportedInput = (typeof UNSUPPORTED_INPUTS)[number]

/** What a text that is no role's ARN is instead, or what is wrong in it. */
export type RoleArnSlip =
  | 'oidc-provider'
  | 'instance-profile'
  | 'session'
  | 'user'
  | 'policy'
  | 'no-account'
  | 'account-digits'
  | 'name'
  | 'bare-name'

/** What the name of an AWS profile must not have, or be. */
export type ProfileNameProblem = 'control' | 'brackets' | 'quotes' | 'comment' | 'reserved'

/** Variables that name a proxy. Lower case first, as curl, Node and the toolkit have it. */
export const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const

export type ProxyVariable = (typeof PROXY_VARIABLES)[number]

/** A whole number, both bounds included. */
export interface WholeRange {
  least: number
  most: number
  unit?: 'seconds'
}

/** Wants that need no further data. */
export type PlainWant =
  | 'region'
  | 'boolean'
  | 'url'
  | 'https-url'
  | 'https-or-loopback-url'
  | 'session-name'
  | 'session-policy'
  | 'policy-arn'
  | 'account-ids'
  | 'claim-pattern'
  | 'no-fallback'
  | 'role-of-profile'
  | 'profile-to-renew'
  | 'policy-of-parameters'
  /** A line of `roles`, or of `trust-policy` beside it. */
  | 'role-line'
  | 'no-arn'
  | 'policy-line'
  | 'some-roles'
  /** With `roles`, the input says something else. */
  | 'not-with-roles'
  /** An ARN, or nothing, stands behind a `$`. */
  | 'dollar-arn'

/** What is wanted of an input. */
export type InputWant =
  | { form: PlainWant }
  | ({ form: 'whole' } & WholeRange)
  | { form: 'one-of'; values: readonly string[] }
  | { form: 'policy-arns'; most: number }
  | { form: 'listed-region'; nearest: string }
  | { form: 'region-of-partition'; partition: string }
  /** `variable`: the proxy came from there, and not from the input. */
  | { form: 'proxy'; variable?: ProxyVariable }
  | { form: 'role-arn'; partition: string; slip?: RoleArnSlip }
  /** The same ARN without the quotes or blanks around it. */
  | { form: 'unquoted-arn'; arn: string }
  /** Role and region of one partition; `partition` is the region's. */
  | { form: 'same-partition'; partition: string; region: string; rolePartition: string }
  | { form: 'profile-name'; problem: ProfileNameProblem }
  /** `line`: where the name stands first. */
  | { form: 'another-name'; line: number }
  | { form: 'most-roles'; most: number }
  | { form: 'unsupported'; input: UnsupportedInput }

/** The text as it was given, or how many lines it has; withheld where it may be a secret. */
export type InputGiven = string | { lines: number } | { withheld: true }

/** One bad input. */
export interface InputProblem {
  /** Its name in action.yml, or in that of the other action. */
  input: string
  given: InputGiven
  want: InputWant
  /** Of the input's own lines, from 1; absent where it is about the whole. */
  line?: number
  /** Where expressions in it came out empty, or the file has a sign too many. */
  source?: InputSource
}

/** An expression of a workflow file that came out empty, without its braces. */
export interface EmptyExpression {
  text: string
  /** What the files set it from, where that is an expression in turn; of several, one after the other, the last. */
  from?: string
  /** What sets it to that, or what could set it and does not, where there is no `from`. */
  set?: Setting
  /** It is an input of the run, and its default: none but a run that is started by hand has either. */
  dispatch?: { default: string }
}

/** A key of a workflow file, and the job that it stands in. */
export interface Setting {
  /** A variable of `env`; what a job gives to the workflow that it calls; what a step gives to a composite action. */
  by: 'env' | 'call' | 'step'
  key: string
  file: string
  job: string
}

/** Jobs of one file that call a workflow. */
export interface Calls {
  file: string
  jobs: readonly string[]
}

/** What the workflow file has for an input; each part only where it is beyond doubt. */
export interface InputSource {
  /** The value as it is written there. */
  written?: string
  empty: readonly EmptyExpression[]
  /** The environment of the job; empty: it has none. */
  environment?: string
  /** Jobs on the way from the workflow of the run to this one that do not pass their secrets on; `all`: no way has none of them. */
  callers?: { calls: readonly Calls[]; all: boolean }
}

/** Whether the step is to sign in at all. */
export function asksForRole({ role, roles }: { role?: object; roles: readonly object[] }): boolean {
  return role !== undefined || roles.length > 0
}
