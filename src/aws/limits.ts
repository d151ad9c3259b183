// Limits, each once, with its source; and the words in which prose gives them.

/** STS gives up after about this for both documents together, in ms (AWS re:Post, iam-sts-invalididentitytoken); longer than that need not be waited. */
export const ISSUER_LIMIT_MS = 5000

/** From here on the issuer is called slow, in ms. Leaves room for a way that is longer than the runner's. */
export const SLOW_MS = 2000

/** A discovery document or JWKS, in bytes. Our own limit: 100 keys with certificates are about 200 KiB. */
export const LARGEST_DOCUMENT = 1024 * 1024

/** Keys of a JWKS that are looked at: a hundred times what STS takes of one type. Our own limit. */
export const MOST_PUBLISHED = 10_000

/** A token, in characters (AWS API reference, AssumeRoleWithWebIdentity). */
export const LONGEST_TOKEN = 20_000

/** Keys of one type in a JWKS (IAM User Guide, "Create an OpenID Connect identity provider"; for RSA also observed). */
export const MOST_KEYS = 100

/** Bits of an RSA key (RFC 7518, section 3.3). */
export const LEAST_RSA_BITS = 2048

/** URL of a provider, in characters (AWS IAM API, CreateOpenIDConnectProvider). */
export const LONGEST_PROVIDER_URL = 255

/** STS allows clocks to differ by so much, either way, in seconds (IAM User Guide, OIDC providers; observed). */
export const LEEWAY_SECONDS = 300

/** Less than this between two clocks is the way of an answer and the rounding of its Date header, in seconds. Our own limit. */
export const CLOCK_TOLERANCE_SECONDS = 60

/** AWS refuses requests signed with a time further off than this, in seconds (IAM User Guide, "Troubleshoot Signature Version 4"). */
export const SIGNATURE_SKEW_SECONDS = 300

/** The length of a session, in seconds (AWS API reference, AssumeRoleWithWebIdentity). */
export const SESSION_SECONDS = { least: 900, most: 43_200 } as const

/** An inline session policy, in characters (AWS API reference, AssumeRoleWithWebIdentity). */
export const LONGEST_SESSION_POLICY = 2048

/** ARNs of managed session policies (AWS API reference, AssumeRoleWithWebIdentity). */
export const MOST_SESSION_POLICIES = 10

/** Roles of one step: as many as a matrix has jobs (GitHub docs, "Running variations of jobs in a workflow"). Our own limit. */
export const MOST_ROLES = 256

/** The ARN of a role, in characters (AWS API reference, AssumeRoleWithWebIdentity). */
export const ROLE_ARN_LENGTH = { least: 20, most: 2048 } as const

/** The name of a session, in characters (AWS API reference, AssumeRoleWithWebIdentity). */
export const SESSION_NAME_LENGTH = { least: 2, most: 64 } as const

/** A certificate with no more days than this left expires soon. Our own limit. */
export const SOON_DAYS = 14

/** A workflow file, in bytes: those that people write have some kilobytes. Our own limit. */
export const LARGEST_WORKFLOW = 256 * 1024

/** A file that holds a trust policy, in characters: far more than any template or plan that holds a few roles. Our own limit. */
export const LARGEST_POLICY = 1024 * 1024

/** Values of a JSON text in all. A plan of 1 MB has some twenty thousand. Our own limit. */
export const MOST_JSON_VALUES = 40_000

/** A YAML text, in characters, few as its tokens may be. Our own limit. */
export const LARGEST_YAML = 256 * 1024

/** Tokens of a YAML text, workflow or template (scalars, indicators, blanks, line breaks): the 51,200 bytes that CloudFormation takes without S3 (AWS CloudFormation User Guide, "Quotas") are some twelve thousand. Our own limit. */
export const MOST_YAML_TOKENS = 20_000

/** A trust policy, in characters without white space: twice the most that IAM takes, 8,192 (IAM User Guide, "IAM and AWS STS quotas": role trust policy length), since functions of a template are longer than what comes of them. Our own limit. */
export const LONGEST_TRUST_POLICY = 2 * 8192

/** A text that functions of a template make, in characters: no trust policy that IAM takes has a longer one. Our own limit. */
export const LONGEST_TEMPLATE_TEXT = 20_000

/** What functions of a template make in all, in characters. Our own limit. */
export const MOST_TEMPLATE_CHARACTERS = 1_000_000

/** Values of a template that are looked at for one role: twice those of the largest template. Our own limit. */
export const MOST_TEMPLATE_STEPS = 200_000

/** Values that loops of a template make: of the 500 resources that a stack may have (AWS CloudFormation User Guide, "Quotas"), each some 40. Our own limit. */
export const MOST_UNROLLED_VALUES = 20_000

/** A file with the parameters of a template, in bytes: CloudFormation takes 200 parameters of 4,096 bytes (AWS CloudFormation User Guide, "Quotas"), and people write a few lines. Our own limit. */
export const LARGEST_PARAMETER_FILE = 256 * 1024

/** A credentials or config file, in bytes: the largest real ones are some hundred KiB. Our own limit. */
export const LARGEST_PROFILE_FILE = 512 * 1024

/** A file of the runner's, in bytes: a webhook's payload has at most 25 MB (GitHub docs, "Webhook events and payloads"), all outputs of a run 50 MB. Our own limit. */
export const LARGEST_RUNNER_FILE = 64 * 1024 * 1024

/** What profiles held, in the note for the post step, in characters: that gets it as one variable (Windows: 32,767). Our own limit. */
export const LARGEST_NOTE = 16 * 1024

/** The same of all notes together, in bytes: a process does not start whose environment is larger than the system allows (Linux, execve(2): by default 2 MiB for it and the arguments; macOS, ARG_MAX: 1 MiB), and the job has variables of its own. Our own limit. */
export const LARGEST_NOTES = 512 * 1024

/** With commas. Intl would load its tables, which takes 10 ms of every run. */
const grouped = (value: number): string => String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ',')
const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`

/** `5 s`, `20,000`, `1 MiB`: as prose gives them. */
export const IN_WORDS = {
  issuerLimit: `${ISSUER_LIMIT_MS / 1000} s`,
  slow: `${SLOW_MS / 1000} s`,
  largestDocument: mebibytes(LARGEST_DOCUMENT),
  mostPublished: grouped(MOST_PUBLISHED),
  longestToken: grouped(LONGEST_TOKEN),
  leastRsaBits: grouped(LEAST_RSA_BITS),
  leeway: `${LEEWAY_SECONDS} s`,
  clockTolerance: `${CLOCK_TOLERANCE_SECONDS} s`,
  signatureSkew: `${SIGNATURE_SKEW_SECONDS} s`,
  signatureSkewMinutes: `${SIGNATURE_SKEW_SECONDS / 60} min`,
  longestSession: `${SESSION_SECONDS.most / 3600} hours`,
  longestSessionPolicy: grouped(LONGEST_SESSION_POLICY),
  largestPolicy: `${LARGEST_POLICY / 1024 / 1024} MB`,
  mostJsonValues: grouped(MOST_JSON_VALUES),
  largestYaml: `${LARGEST_YAML / 1024} KiB`,
  mostYamlTokens: grouped(MOST_YAML_TOKENS),
  longestTrustPolicy: grouped(LONGEST_TRUST_POLICY),
  largestRunnerFile: mebibytes(LARGEST_RUNNER_FILE),
  largestProfileFile: `${LARGEST_PROFILE_FILE / 1024} KiB`,
  largestNote: `${LARGEST_NOTE / 1024} KiB`,
  largestNotes: `${LARGEST_NOTES / 1024} KiB`,
} as const
