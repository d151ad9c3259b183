// The kinds of problems that evidence tells apart.

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

export type TokenFileProblem =
  | 'missing'
  | 'directory'
  | 'outside'
  | 'empty'
  | 'too-large'
  | 'unreadable'

export type TokenProblem =
  | 'not-a-jws'
  | 'encrypted'
  | 'header'
  | 'payload'
  | 'critical-header'
  | 'algorithm'

export type ClaimProblem =
  | 'missing'
  | 'empty'
  | 'timestamp'
  | 'expired'
  | 'not-yet-valid'
  | 'audience'
  | 'several-audiences'
  | 'tags'
  | 'expected'

export type IssuerUrlProblem =
  | 'unparsable'
  | 'scheme'
  | 'query'
  | 'fragment'
  | 'port'
  | 'user-info'
  | 'trailing-slash'
  | 'too-long'

export type FieldProblem = 'missing' | 'differs' | 'not-https' | 'wrong-type'

/** One field of a discovery document that is not as it has to be, both values as JSON. */
export interface DiscoveryField {
  field: string
  problem: FieldProblem
  want: string
  got: string
}

export type KeyProblem =
  | 'not-found'
  | 'signature'
  | 'kid-missing'
  | 'unusable'
  | 'duplicate'
  | 'too-many'
  | 'weak'
  | 'private'
