// A trust policy as it was given: where it came from, why it could not be read, and what in it IAM would not take.

/** Line and column in a text, both counted from 1. */
export interface Position {
  line: number
  column: number
}

/** Which role of a document a policy belongs to, and with it the kind of document: where the policy is changed, and how that is deployed. */
export type PolicyAddress =
  /** Of an answer of IAM's; without a name where the answer has none. */
  | { in: 'iam'; role?: string }
  /** Of CloudFormation or SAM; of the Serverless Framework, whose resources are CloudFormation's. `asText`: the policy is JSON in a text there. */
  | { in: 'template' | 'serverless'; logicalId: string; asText?: true }
  /** Terraform's own address of the resource: `module.ci.aws_iam_role.deploy`; where no role is there, of a data source or an output. */
  | { in: 'terraform'; resource: string; of?: 'data' | 'output' }
  /** Of a manifest: `Role/deploy`; of a stack of Pulumi's: the resource's name. */
  | { in: 'kubernetes' | 'pulumi'; resource: string }

/** What a verdict hangs on that a template alone does not settle. */
export interface TemplateDoubt {
  /** Parameters for whose defaults it is true; another value may make it false. */
  defaults: readonly string[]
  /** The role has no name in the template, and not the one that CloudFormation would make for it. */
  unnamed?: true
}

/** Where a policy came from; without an address where the whole text is the policy, or no policy was found in it. */
export type PolicySource =
  | { inline: true; address?: PolicyAddress }
  /** `parameters`: the file is the one with a template's parameters. */
  | { path: string; address?: PolicyAddress; parameters?: true }

/** Why a text is not JSON, at the first place that is not. */
export type JsonError =
  | 'symbol'
  | 'number'
  | 'name-expected'
  | 'value-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'brace-expected'
  | 'bracket-expected'
  | 'end-expected'
  | 'endless-comment'
  | 'endless-string'
  | 'escape'
  | 'control-character'

/** Levels of nesting, a limit of our own; `stack`: that of the engine. */
export type DocumentLimit = { of: 'levels'; most: number } | { of: 'stack' }

/** What a text is measured in; values and tokens: of JSON and of YAML, what they are made of. */
type SizeUnit = 'bytes' | 'characters' | 'values' | 'tokens'

/** What a document is, in the terms of JSON (RFC 8259, section 3). */
export type DocumentKind =
  | { type: 'array' | 'string' | 'number' | 'boolean' | 'null' }
  /** Its first names. */
  | { type: 'object'; names: readonly string[] }

/**
 * What people hand over that is recognised, and not evaluated: code that makes a policy, or an output without one.
 * hcl: Terraform's language · terraform-log: lines of `terraform plan -json` · terraform-plan: a plan file, binary ·
 * cli-text: what the AWS CLI prints with `--output text` or `table`.
 */
export type OtherForm =
  | 'hcl'
  | 'terraform-log'
  | 'terraform-plan'
  | 'cdk'
  | 'cdktf'
  | 'pulumi'
  | 'serverless-code'
  | 'kubernetes'
  | 'ansible'
  | 'cli-text'

/** Why what was given holds no policy that could be evaluated. */
export type PolicyProblem =
  | { problem: 'missing' | 'directory' | 'outside' | 'link' | 'empty' }
  /** A pipe or a device. */
  | { problem: 'not-a-file' }
  /** The system's code, or Node's; empty where it gave none. */
  | { problem: 'unreadable'; errno: string }
  /** `over`: more than `size`, and how much more is not known. */
  | { problem: 'too-large'; size: number; unit: SizeUnit; over?: true }
  | { problem: 'not-json'; error: JsonError; place: Position }
  /** `message`: of the YAML package. */
  | { problem: 'not-yaml'; message: string; place: Position }
  | { problem: 'not-json' | 'not-yaml'; limit: DocumentLimit; place?: Position }
  | { problem: 'not-a-policy'; found: DocumentKind }
  | { problem: 'other-form'; form: OtherForm }
  /** No JSON or YAML until its placeholders are filled in; the first place where one stands in the way. */
  | { problem: 'placeholders'; place: Position }
  | { problem: 'permissions-policy'; place?: Position }
  | { problem: 'no-role' | 'known-later' }
  | { problem: 'several-roles'; roles: readonly PolicyAddress[] }
  /** The one that there is. `name`: as the document has it, with its open parts as `${…}`; left out where it has none. */
  | { problem: 'other-role'; role: PolicyAddress; name?: string }
  /** The condition of its resource does not hold, by the defaults of these parameters where there are some. */
  | { problem: 'role-not-made'; condition: string; defaults: readonly string[] }
  | { problem: 'not-toml'; place: Position }
  | { problem: 'not-parameters'; found: DocumentKind }

/** A statement of a policy. */
export interface StatementName {
  /** Counted from 0. */
  index: number
  sid?: string
}

/** Why IAM would not take a statement as it is, or nobody knows how it would. */
export type PolicyFlaw =
  /** `value`: what stands there, as JSON. */
  | { kind: 'unknown-version'; value: string }
  | { kind: ElementFlaw; element?: string; place?: Position }

/**
 * Of an element, a condition operator or a condition key; where none is named, of the statement itself.
 * deployment: only the deployment knows it · not-one-of-two: the element and its `Not…` are both there, or neither.
 */
export type ElementFlaw =
  | 'deployment'
  | 'duplicate'
  | 'unknown-element'
  | 'unknown-effect'
  | 'unknown-principal'
  | 'not-one-of-two'
  | 'not-an-object'
  | 'not-text'
  | 'no-condition-keys'
