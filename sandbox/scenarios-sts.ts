// Scenarios of the sign-in at STS (section 4 of the catalogue).
import { createHash } from 'node:crypto'
import { JOB, workflowText } from './job.js'
import type { Scenario } from './scenario.js'

const digest = (n: number): string => createHash('sha256').update(String(n)).digest('hex')

/** An answer of STS's that this street cannot bring about by itself. */
const answered = (
  id: string,
  what: string,
  error: { status: number; code: string; message: string },
): Scenario => ({
  id,
  what,
  exit: 1,
  faults: { sts: { error } },
  variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
})

export const STS_SCENARIOS: readonly Scenario[] = [
  {
    id: 'sts-unreachable',
    what: 'STS refuses connections',
    exit: 1,
    faults: { down: { sts: true } },
    variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
  },
  {
    id: 'sts-tls-untrusted',
    what: 'a TLS-inspecting proxy before STS',
    exit: 1,
    faults: { tls: { sts: 'inspected' } },
  },
  {
    id: 'sts-endpoint-unusable',
    what: "a captive portal's page in place of STS",
    exit: 1,
    faults: {
      sts: {
        headers: { 'content-type': 'text/html', 'x-amzn-requestid': null },
        body: '<html>Welcome to the guest network</html>',
      },
    },
  },
  answered('sts-throttled', 'STS throttles', {
    status: 400,
    code: 'Throttling',
    message: 'Rate exceeded',
  }),
  answered('sts-unavailable', 'STS is unavailable', {
    status: 503,
    code: 'ServiceUnavailable',
    message: 'Service Unavailable',
  }),
  answered('sts-region-disabled', 'STS is not activated in the region', {
    status: 403,
    code: 'RegionDisabledException',
    message:
      'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
  }),
  {
    id: 'sts-refused',
    what: "a refusal in the form of Ceph's STS, without a reason",
    exit: 1,
    faults: {
      sts: {
        status: 403,
        headers: { 'content-type': 'application/xml', 'x-amzn-requestid': null },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message></Message><RequestId>tx000003838184374a24af9-006b07b4fc-100a-default</RequestId><HostId>100a-default-default</HostId></Error>',
      },
    },
  },
  {
    id: 'provider-not-found',
    what: 'no provider for this issuer, in the words of before mid-2026',
    exit: 1,
    faults: { sts: { generation: 'classic' } },
    setUp: (street) => street.setProvider(null),
  },
  answered(
    'provider-thumbprint-mismatch',
    "a thumbprint that does not fit the issuer's certificate",
    {
      status: 400,
      code: 'InvalidIdentityToken',
      message: "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    },
  ),
  {
    id: 'provider-keys-unretrievable',
    what: 'an issuer that is throttled for STS only',
    exit: 1,
    faults: { stsFetch: { status: 429 } },
    variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
  },
  answered('idp-communication-error', 'STS could not reach the identity provider', {
    status: 400,
    code: 'IDPCommunicationError',
    message:
      'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.',
  }),
  answered('idp-rejected-claim', 'the identity provider rejected the token', {
    status: 403,
    code: 'IDPRejectedClaim',
    message: 'graph.facebook.com rejected OAuth token with response "Bad signature" and code 190',
  }),
  {
    id: 'token-rejected',
    what: 'no provider for this issuer, in the words of today',
    exit: 1,
    setUp: (street) => street.setProvider(null),
  },
  {
    id: 'role-not-assumable',
    what: 'a trust policy for another branch',
    exit: 1,
    setUp(street) {
      const policy = JSON.stringify(street.trustPolicy())
      const other = policy.replace('octo-repo:*', 'octo-repo:ref:refs/heads/release')
      street.setTrustPolicy(JSON.parse(other))
    },
  },
  {
    id: 'role-not-assumable',
    name: 'role-name-cut',
    what: 'a role whose name ends in an input that nobody gives',
    exit: 1,
    variables: { 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy-' },
    files: {
      [JOB.workflowFile]: workflowText(
        'id-token: write',
        'aws-region: eu-west-1',
        `role-to-assume: arn:aws:iam::111122223333:role/deploy-\${{ inputs.environment }}`,
      ),
    },
  },
  {
    id: 'role-session-too-long',
    what: 'a longer session than the role allows',
    exit: 1,
    variables: { 'INPUT_ROLE-DURATION-SECONDS': '7200' },
    setUp: (street) => street.setRole({ maxSessionSeconds: 3600 }),
  },
  {
    id: 'session-policy-malformed',
    what: 'a session policy that is JSON but no policy',
    exit: 1,
    variables: { 'INPUT_INLINE-SESSION-POLICY': '{"Statement": 1}' },
  },
  {
    id: 'session-policy-too-large',
    what: 'a session policy that does not pack into the session token',
    exit: 1,
    variables: {
      'INPUT_INLINE-SESSION-POLICY': JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            // Fewer than 2,048 characters, but digests do not pack.
            Resource: Array.from({ length: 20 }, (_, n) => `arn:aws:s3:::artifacts/${digest(n)}`),
          },
        ],
      }),
    },
  },
  answered('request-invalid', 'a value that STS does not take', {
    status: 400,
    code: 'ValidationError',
    message:
      "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
  }),
  answered('provider-parameter', 'a provider parameter sent along', {
    status: 403,
    code: 'AccessDenied',
    message:
      'Unrecognized OAuth provider. Do not include a provider parameter when submitting OpenIDConnect ID tokens',
  }),
]
