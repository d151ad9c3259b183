// AWS STS's refusals: every sentence of AWS that the street's STS can say stands in this file, as AWS words it.

/** What STS says when it refuses. Thrown, because in a server any of twenty checks may end the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export type Generation = 'classic' | '2026'

const identity = (message: string): Refusal => new Refusal(400, 'InvalidIdentityToken', message)
export const validation = (message: string): Refusal => new Refusal(400, 'ValidationError', message)

const generic =
  'The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.'

/** Since mid-2026 one sentence stands where three stood; the classic generation still says which. */
export const rejected = {
  noProvider: (generation: Generation, issuer: string): Refusal =>
    identity(
      generation === '2026'
        ? generic
        : `No OpenIDConnect provider found in your account for ${issuer}`,
    ),
  audience: (generation: Generation): Refusal =>
    identity(generation === '2026' ? generic : 'Incorrect token audience'),
  signature: (generation: Generation): Refusal =>
    identity(generation === '2026' ? generic : 'Token signature invalid'),
  /** Said by both generations. */
  key: (): Refusal => identity(generic),
}

export const token = {
  notJwt: (): Refusal =>
    identity(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    ),
  missing: (claim: string): Refusal => identity(`Missing a required claim: ${claim}`),
  emptyAudience: (): Refusal => identity('Claim is not allowed to be empty: aud'),
  manyAudiences: (): Refusal =>
    identity(
      'Token audience contains more than one audience while authorized party is not present',
    ),
  timestamp: (): Refusal => identity('Invalid timestamp in token claims.'),
  tags: (): Refusal => identity('principal_tags passed in claim is not in correct format.'),
  future: (issued: number): Refusal => identity(`Token issued in the future: ${issued}`),
  notYet: (current: number, notBefore: number): Refusal =>
    identity(
      `Token not yet valid: current date/time ${current} must be after or equal to the not-before date/time ${notBefore}`,
    ),
  expired: (current: number, expires: number): Refusal =>
    new Refusal(
      400,
      'ExpiredTokenException',
      `Token expired: current date/time ${current} must be before the expiration date/time ${expires}`,
    ),
  /** What AWS answers to a subject of JSON null, for ever. */
  unknown: (): Refusal =>
    new Refusal(500, 'InternalFailure', 'Unknown error validating third-party token'),
}

export const provider = {
  // The two spaces are AWS's own.
  keys: (): Refusal =>
    identity(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    ),
  thumbprint: (): Refusal =>
    identity("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"),
  notAmazon: (): Refusal => identity('Provided Token is not a Login With Amazon token'),
  facebook: (): Refusal =>
    new Refusal(
      403,
      'IDPRejectedClaim',
      'graph.facebook.com rejected OAuth token with response "Bad signature" and code 190',
    ),
  unrecognized: (): Refusal =>
    new Refusal(
      403,
      'AccessDenied',
      'Unrecognized OAuth provider. Do not include a provider parameter when submitting OpenIDConnect ID tokens',
    ),
}

export const role = {
  notAuthorized: (): Refusal =>
    new Refusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
  tooLong: (): Refusal =>
    validation('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  badArn: (): Refusal => validation('Request ARN is invalid'),
}

export const policy = {
  json: (): Refusal =>
    new Refusal(400, 'MalformedPolicyDocument', 'This policy contains invalid Json'),
  syntax: (): Refusal => new Refusal(400, 'MalformedPolicyDocument', 'Syntax errors in policy.'),
  tooLarge: (percent: number): Refusal =>
    new Refusal(
      400,
      'PackedPolicyTooLarge',
      `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
    ),
}

const forbidden = (code: string, message: string): Refusal => new Refusal(403, code, message)

export const signing = {
  missing: (): Refusal =>
    forbidden('MissingAuthenticationToken', 'Request is missing Authentication Token'),
  incomplete: (): Refusal =>
    new Refusal(
      400,
      'IncompleteSignature',
      'Authorization header requires existence of Credential, Signature, SignedHeaders and X-Amz-Date.',
    ),
  unknownKey: (): Refusal =>
    forbidden('InvalidClientTokenId', 'The security token included in the request is invalid.'),
  expired: (): Refusal =>
    forbidden('ExpiredToken', 'The security token included in the request is expired'),
  mismatch: (): Refusal =>
    forbidden(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    ),
  tooOld: (signed: string, limit: string, now: string): Refusal =>
    forbidden(
      'SignatureDoesNotMatch',
      `Signature expired: ${signed} is now earlier than ${limit} (${now} - 5 min.)`,
    ),
  tooNew: (signed: string, limit: string, now: string): Refusal =>
    forbidden(
      'SignatureDoesNotMatch',
      `Signature not yet current: ${signed} is still later than ${limit} (${now} + 5 min.)`,
    ),
}
