// The limits that STS and IAM set, each once, with its source; and the words in which prose gives them.

/** STS gives up after about this for both documents together, in ms (AWS re:Post, iam-sts-invalididentitytoken); longer than that need not be waited. */
export const ISSUER_LIMIT_MS = 5000

/** From here on the issuer is called slow, in ms. Leaves room for a way that is longer than the runner's. */
export const SLOW_MS = 2000

/** A discovery document or JWKS, in bytes: 100 keys with certificates are about 200 KiB. */
export const LARGEST_DOCUMENT = 1024 * 1024

/** A token, in characters (AWS API reference, AssumeRoleWithWebIdentity). */
export const LONGEST_TOKEN = 20_000

/** Keys of one type in a JWKS (IAM User Guide, "Create an OpenID Connect identity provider"; for RSA also observed). */
export const MOST_KEYS = 100

/** URL of a provider, in characters (AWS IAM API, CreateOpenIDConnectProvider). */
export const LONGEST_PROVIDER_URL = 255

/** STS allows clocks to differ by so much, either way, in seconds (IAM User Guide, OIDC providers; observed). */
export const LEEWAY_SECONDS = 300

/** A file that holds a trust policy, in characters: far more than any template or plan that holds a few roles. Our own limit. */
export const LARGEST_POLICY = 1024 * 1024

/** `5 s`, `20,000`, `1 MiB`: as prose gives them. */
export const IN_WORDS = {
  issuerLimit: `${ISSUER_LIMIT_MS / 1000} s`,
  slow: `${SLOW_MS / 1000} s`,
  largestDocument: `${LARGEST_DOCUMENT / 1024 / 1024} MiB`,
  longestToken: LONGEST_TOKEN.toLocaleString('en-US'),
  mostKeys: String(MOST_KEYS),
  longestProviderUrl: String(LONGEST_PROVIDER_URL),
  leeway: `${LEEWAY_SECONDS} s`,
} as const
