// The kinds of problems that evidence tells apart, and the names of what they are about.

/** Why a file of AWS profiles cannot be edited: its readers would not read it alike. */
export type ProfileProblem =
  | 'nul'
  | 'carriage-return'
  | 'header'
  | 'before-sections'
  | 'indented-header'
  | 'duplicate'
  | 'one-file'
  | 'value'

/** The keys of a session, under the names that AWS's SDKs and CLI read. */
export const KEY_VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
] as const

/** Settings from which AWS's SDKs and CLI take credentials of their own (AWS SDKs and Tools Reference Guide). */
export const AMBIENT_SETTINGS = [
  ...KEY_VARIABLES,
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
] as const

export type AmbientSetting = (typeof AMBIENT_SETTINGS)[number]

/** What the runner gives to a job with `id-token: write`, to ask for a token with: both or neither (actions/runner, NodeScriptActionHandler.cs). */
export const REQUEST_VARIABLES = [
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
] as const

export type RequestVariable = (typeof REQUEST_VARIABLES)[number]

/** A run that GitHub gives neither secrets nor, unless the workflow asks, an ID token: it runs code of strangers. */
export type RestrictedRun = 'fork' | 'dependabot'

/** Why a text file of the workspace was not read. `link`: a part of its path is one. `not-a-file`: a pipe or a device. */
export type TokenFileFailure = { path: string } & (
  | { problem: 'missing' | 'directory' | 'outside' | 'link' | 'empty' | 'not-a-file' }
  /** In bytes; `over`: read up to that size, and there was more. */
  | { problem: 'too-large'; size: number; over?: true }
  /** `errno`: the system's own code; empty where it gave none. */
  | { problem: 'unreadable'; errno: string }
)

/** Why what was offered as token is none that STS could read; texts of the issuer's as they are, other values as JSON. */
export type TokenFailure =
  /** Divided by dots; of three, one may have a blank or line break inside. */
  | { problem: 'not-a-jws'; parts: number; whitespace?: true }
  /** A JWT, and words beside it, parted by spaces or line breaks. */
  | { problem: 'more-text'; at: 'before' | 'after' | 'both' }
  | { problem: 'encrypted' | 'header' | 'payload' }
  /** Of `sts:GetWebIdentityToken`. */
  | { problem: 'outbound' }
  | { problem: 'critical-header'; crit: string }
  | { problem: 'algorithm'; alg?: string }

/** What a session tag, or the claim around it, has to be. */
export type TagForm = 'object' | 'list-of-one-text' | 'list-of-keys' | 'text'

/** What is wrong with one claim. */
export type ClaimFailure = { claim: string } & (
  | { problem: 'missing'; value: 'absent' | 'null' }
  /** A list without elements. */
  | { problem: 'empty' }
  /** `got`: the issuer's value as JSON. */
  | { problem: 'timestamp'; got: string }
  /** Both in seconds since 1970; `now` is the servers' time. */
  | { problem: 'expired' | 'not-yet-valid'; now: number; value: number }
  /** `want` is left out where nobody said which audience it should have. */
  | { problem: 'audience'; want?: string; got: string }
  | { problem: 'several-audiences'; audiences: readonly string[] }
  /** `got`: the issuer's value as JSON. */
  | { problem: 'tags'; want: TagForm; got: string }
  /** `got`: a text as it is, another value as JSON; left out where the claim is not there. */
  | { problem: 'expected'; pattern: string; got?: string }
)

export type IssuerUrlProblem =
  | 'unparsable'
  | 'scheme'
  | 'query'
  | 'fragment'
  | 'port'
  | 'user-info'
  | 'trailing-slash'
  | 'too-long'

type FieldProblem = 'missing' | 'differs' | 'not-https' | 'wrong-type'

/** Fields of a discovery document that AWS needs (IAM User Guide, "Create an OpenID Connect identity provider"; OpenID Connect Discovery, section 3). */
export type DiscoveryName =
  | 'issuer'
  | 'jwks_uri'
  | 'response_types_supported'
  | 'subject_types_supported'
  | 'id_token_signing_alg_values_supported'

/** One field of a discovery document that is not as it has to be, both values as JSON. */
export interface DiscoveryField {
  field: DiscoveryName
  problem: FieldProblem
  want: string
  got: string
}

/** Members of a JSON Web Key (RFC 7517, RFC 7518) for which STS cannot verify with it. */
export type UnusableMember = 'kty' | 'crv' | 'n' | 'e' | 'x' | 'y' | 'use' | 'key_ops' | 'x5c'

/** Members that only the holder of a private or symmetric key may know (RFC 7518, section 6). */
export type PrivateMember = 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi' | 'oth' | 'k'

export interface UnusableKey {
  member: UnusableMember
  /** The member's value as JSON; left out where it is not there, and of `x5c`, which is of another key. */
  published?: string
}

/** What is wrong with the published keys, or between them and the token. */
export type KeyProblem =
  | { problem: 'not-found' | 'signature' }
  | { problem: 'kid-missing'; lacks: 'token' | 'key' }
  | ({ problem: 'unusable' } & UnusableKey)
  /** `wrong`: why the last of them is not the one that signed the token; left out where it is, or nobody knows. */
  | { problem: 'duplicate'; wrong?: 'signature' | UnusableKey }
  | { problem: 'too-many'; type: KeyFamily }
  /** Of the first one. */
  | { problem: 'weak'; bits: number }
  /** Of the first one. */
  | { problem: 'private'; members: readonly PrivateMember[] }

export type KeyFamily = 'RSA' | 'EC'
