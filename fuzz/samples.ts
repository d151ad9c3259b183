// The real samples that are changed: from the evidence, the documents of the tests, the pages of docs/, and of a good run.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMap, parseDocument } from 'yaml'
import { KNOWN } from '../evidence/baseline.js'
import { allEvidence } from '../evidence/read.js'
import type { Failure } from '../src/model.js'
import { SIGNING_KEY, TOKEN } from './hall-case.js'

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const textOf = (path: string): string => readFileSync(root(path), 'utf8')

/** Code of the pages, by its language. */
function fencesOf(path: string): { language: string; code: string }[] {
  return [...textOf(path).matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', code = '']) => ({
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
}

const PAGES = [
  'README.md',
  ...readdirSync(root('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const FENCES = PAGES.flatMap(fencesOf)
const fenced = (...languages: string[]): string[] =>
  FENCES.filter(({ language }) => languages.includes(language)).map(({ code }) => code)

const EVIDENCE = allEvidence()
const claimsOf = (known: unknown): Record<string, unknown>[] => {
  const { token } = (known ?? {}) as { token?: { claims?: Record<string, unknown> } }
  return token?.claims ? [token.claims] : []
}

export const CLAIMS: readonly Readonly<Record<string, unknown>>[] = [
  {},
  ...EVIDENCE.flatMap(({ piece }) => claimsOf(piece.known)),
  { sub: 'repo:octo-org@123456/octo-repo@456789:environment:Prod/EU 1' },
  { aud: ['a', 'sts.amazonaws.com'], azp: 'a' },
  { 'https://aws.amazon.com/tags': { principal_tags: { a: ['b'] }, transitive_tag_keys: ['a'] } },
]

export const HEADERS_OF_TOKEN: readonly unknown[] = [
  { alg: 'RS256', kid: 'key-1', typ: 'JWT' },
  { alg: 'ES256', kid: 'key-2', typ: 'JWT', x5t: 'abc' },
  { alg: 'none' },
  { alg: 'RS256', kid: 'key-1', crit: ['b64'], b64: false },
]

const DISCOVERY = KNOWN.issuer?.discovery.result.ok ? KNOWN.issuer.discovery.result.value : {}
export const DISCOVERIES: readonly unknown[] = [
  DISCOVERY,
  { ...DISCOVERY, jwks_uri: 'https://keys.example.com/a?b=c' },
  { issuer: 'https://token.actions.githubusercontent.com' },
]

/** Keys to stand beside the one that signs. */
export const OTHER_KEYS: readonly unknown[] = [
  {
    kty: 'EC',
    kid: 'key-2',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: '',
  },
  { kty: 'oct', k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4' },
  { kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB', d: 'AQAB', x5c: ['MIIB'] },
]

export const BODIES: readonly string[] = [
  '',
  '{}',
  '{"value": ""}',
  '<html><head><title>Sign in</title></head><body>blocked</body></html>',
  '{"message": "Resource not accessible by integration"}',
  'upstream connect error or disconnect/reset before headers',
]

const answered = (failure: Failure): boolean => failure.kind === 'aws' || failure.kind === 'not-sts'
export const REFUSALS: readonly Failure[] = EVIDENCE.map(({ piece }) => piece.failure).filter(
  answered,
)
export const OTHER_FAILURES: readonly Failure[] = EVIDENCE.map(({ piece }) => piece.failure).filter(
  ({ kind }) => kind === 'network' || kind === 'address',
)

/** What a piece of evidence was examined with, where it is one of a trust policy. */
const policyOf = (piece: object): unknown[] => ('policy' in piece ? [piece.policy] : [])
export const POLICIES: readonly string[] = [
  ...EVIDENCE.flatMap(({ piece }) => policyOf(piece)).map((policy) => JSON.stringify(policy)),
  ...readdirSync(root('__tests__/trust/documents')).map((name) =>
    textOf(`__tests__/trust/documents/${name}`),
  ),
  ...fenced('json', 'yaml', 'hcl'),
]

/** Those that can be read, CloudFormation's short forms left out. */
const valuesOf = (texts: readonly string[]): unknown[] =>
  texts.flatMap((text) => {
    const { errors, warnings, contents } = parseDocument(text)
    if (errors.length + warnings.length > 0 || !isMap(contents)) return []
    return [contents.toJSON() as unknown]
  })
export const POLICY_VALUES: readonly unknown[] = valuesOf(POLICIES)

export const PARAMETERS: readonly string[] = [
  '[{"ParameterKey": "Owner", "ParameterValue": "octo-org"}]',
  '{"Parameters": {"Owner": "octo-org", "Repo": "octo-repo"}}',
  'Owner: octo-org\nRepo: octo-repo\n',
  'version = 0.1\n[default.deploy.parameters]\nparameter_overrides = "Owner=octo-org Repo=\\"octo-repo\\""\n',
  ...fenced('toml'),
]

const CALLED = `on:
  workflow_call:
    inputs:
      role:
        type: string
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: aws-oidc-preflight/aws-oidc-preflight@v1
        with:
          role-to-assume: \${{ inputs.role || vars.ROLE }}
`
const MATRIX = `name: Deploy
on: [push, pull_request]
permissions: &may
  contents: read
env:
  REGION: eu-west-1
jobs:
  deploy:
    if: github.ref == 'refs/heads/main'
    environment:
      name: \${{ matrix.stage }}
    strategy:
      matrix:
        stage: [dev, prod]
        include:
          - stage: prod
            role: arn:aws:iam::111122223333:role/deploy
    permissions: *may
    steps:
      - id: preflight
        uses: aws-oidc-preflight/aws-oidc-preflight@v1
        with:
          aws-region: \${{ env.REGION }}
          role-to-assume: "\${{ secrets.ROLE }}"
          expected-claims: |
            ref: refs/heads/*
  other: {uses: ./.github/workflows/called.yml, with: {role: "\${{ vars.ROLE }}"}, secrets: inherit}
`
export const WORKFLOWS: readonly string[] = [CALLED, MATRIX, ...fenced('yaml')]

export const WORKFLOW_VALUES: readonly unknown[] = valuesOf(WORKFLOWS)

export const PROFILE_FILES: readonly string[] = [
  '',
  '[default]\naws_access_key_id = AKIAOLDOLDOLDOLDOLD1\naws_secret_access_key = old-secret-of-somebody\n',
  '# mine\r\n[deploy]\r\naws_access_key_id = AKIAOLDOLDOLDOLDOLD1\r\n# why\r\n[other]\r\n',
  '[profile other]\nregion = us-east-1\n\n[profile deploy]\noutput = json',
  "\ufeff[profile 'a b']\nregion=eu-west-1\ns3 =\n  max_queue_size = 2\n[sso-session x]\n[plugins]\n",
  '[deploy]\na=1\n[deploy]\nb=2\n  [deploy]\n',
]

const YES_OR_NO = ['true', 'false', 'TRUE', 'yes']
const ROLE = 'arn:aws:iam::111122223333:role/deploy'
export const INPUTS: Readonly<Record<string, readonly string[]>> = {
  'aws-region': ['eu-west-1', 'cn-north-1', 'us-gov-west-1', 'eu-newest-9'],
  'role-to-assume': [
    ROLE,
    'arn:aws-cn:iam::111122223333:role/a/b',
    'deploy',
    'none',
    '',
    `"${ROLE}"`,
  ],
  audience: ['sts.amazonaws.com', 'https://example.com'],
  'role-session-name': ['me@work', 'a'],
  'role-duration-seconds': ['900', '43200', '1h'],
  'inline-session-policy': ['{"Version":"2012-10-17"}', '{"Version":"2012-10-17","Statement":[]}'],
  'managed-session-policies': ['arn:aws:iam::aws:policy/ReadOnlyAccess\narn:aws:iam::aws:policy/A'],
  'web-identity-token-file': ['token.jwt', '/var/run/token', '../x'],
  'allowed-account-ids': ['111122223333', '444455556666, 111122223333'],
  'mask-aws-account-id': YES_OR_NO,
  'output-env-credentials': YES_OR_NO,
  'output-credentials': YES_OR_NO,
  'aws-profile': ['deploy', 'default', 'a b', 'ä'],
  'overwrite-aws-profile': YES_OR_NO,
  renew: YES_OR_NO,
  'unset-current-credentials': YES_OR_NO,
  'use-existing-credentials': YES_OR_NO,
  'disable-retry': YES_OR_NO,
  'retry-max-attempts': ['1', '3', '100'],
  'special-characters-workaround': YES_OR_NO,
  'sts-endpoint': ['https://minio.test:9000', 'http://localhost:1', 'https://sts.amazonaws.com'],
  'action-timeout-s': ['300', '0', '1', '86400'],
  issuer: ['https://idp.test/a', 'https://token.actions.githubusercontent.com'],
  'expected-claims': ['ref: refs/heads/*', 'event_name: push\nactor: octo?at'],
  'fail-on': ['error', 'warning', 'never'],
  'fallback-regions': ['eu-west-2, eu-west-3', 'cn-north-1'],
  'new-role-wait-s': ['0', '30', '600'],
  'report-file': ['report.json', '/dev/null', 'a/b/c.json'],
  summary: YES_OR_NO,
  cleanup: YES_OR_NO,
  roles: [
    'dev: arn:aws:iam::111122223333:role/dev',
    '# all\ndev: arn:aws:iam::111122223333:role/dev\n\nprod: arn:aws:iam::111122223333:role/prod @ us-east-1\n',
  ],
  'role-skip-session-tagging': YES_OR_NO,
  'aws-access-key-id': ['AKIAIOSFODNN7EXAMPLE'],
}

export const ENVIRONMENT: Readonly<Record<string, readonly string[]>> = {
  GITHUB_ACTIONS: ['true', '', 'false'],
  GITHUB_SERVER_URL: ['https://github.com', 'https://ghes.corp.test', 'https://octo.ghe.com'],
  GITHUB_REPOSITORY: ['octo-org/octo-repo'],
  GITHUB_REPOSITORY_OWNER: ['octo-org'],
  GITHUB_REF: ['refs/heads/main', 'refs/pull/1/merge'],
  GITHUB_EVENT_NAME: ['push', 'pull_request', 'pull_request_target', 'workflow_dispatch'],
  GITHUB_ACTOR: ['octocat', 'dependabot[bot]'],
  GITHUB_WORKFLOW_REF: ['octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main'],
  GITHUB_JOB: ['deploy', 'other'],
  GITHUB_ACTION: ['preflight', '__aws-oidc-preflight_aws-oidc-preflight', '__run_2'],
  GITHUB_ACTION_PATH: ['/workspace/.github/actions/sign-in', 'D:\\a\\_actions\\x'],
  GITHUB_ACTION_REPOSITORY: ['aws-oidc-preflight/aws-oidc-preflight'],
  GITHUB_ACTION_REF: ['v1'],
  RUNNER_OS: ['Linux', 'Windows'],
  RUNNER_ENVIRONMENT: ['github-hosted', 'self-hosted'],
  RUNNER_DEBUG: ['1'],
  ACT: ['true'],
  FORGEJO_ACTIONS: ['true'],
  GITEA_ACTIONS: ['true'],
  GITHUB_REPOSITORY_ID: ['456789'],
  GITHUB_REPOSITORY_OWNER_ID: ['123456'],
  ACTIONS_ID_TOKEN_REQUEST_URL: ['https://token-service.test/token?api-version=2.0', 'http://x'],
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: ['request-token-hush-hush'],
  AWS_REGION: ['eu-west-1'],
  AWS_DEFAULT_REGION: ['us-east-1'],
  AWS_PROFILE: ['deploy'],
  AWS_DEFAULT_PROFILE: ['default'],
  AWS_ROLE_ARN: ['arn:aws:iam::111122223333:role/deploy'],
  AWS_WEB_IDENTITY_TOKEN_FILE: ['/var/run/secrets/eks.amazonaws.com/serviceaccount/token'],
  AWS_ACCESS_KEY_ID: ['AKIAOLDOLDOLDOLDOLD1'],
  AWS_SECRET_ACCESS_KEY: ['old-secret-of-somebody'],
  AWS_SESSION_TOKEN: ['old-session-of-somebody'],
  AWS_ENDPOINT_URL: ['https://minio.test'],
  AWS_ENDPOINT_URL_STS: ['https://sts.minio.test:9000/x'],
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ['true'],
  AWS_USE_FIPS_ENDPOINT: ['true'],
  AWS_USE_DUALSTACK_ENDPOINT: ['true'],
}

export const PROXIES: Readonly<Record<string, readonly string[]>> = {
  'http-proxy': ['http://octo:pr0xy-hush-hush@proxy.test:3128', 'proxy.test:3128', 'socks5://x'],
  'no-proxy': ['localhost,.corp,10.0.0.0/8', '*'],
  https_proxy: ['http://octo:pr0xy-hush-hush@proxy.test:3128', 'http://[::1]:3128'],
  HTTPS_PROXY: ['https://octo:pr0xy%2Dhush%2Dhush@proxy.test', 'http://proxy.test:99999'],
  HTTP_PROXY: ['http://proxy.test'],
  http_proxy: ['http://proxy.test:8080'],
  no_proxy: ['.githubusercontent.com'],
  NO_PROXY: ['.amazonaws.com, sts.eu-west-1.amazonaws.com:443', '169.254.0.0/16'],
}

export const HTTP_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'cache-control': ['public, max-age=3600', 'no-cache', 'max-age=0, s-maxage="60"', 'private'],
  expires: ['Fri, 11 Sep 2026 11:00:00 GMT', '0', '-1'],
  age: ['0', '3500', '-1'],
  date: ['Fri, 11 Sep 2026 10:00:00 GMT', 'Fri, 11 Sep 2026 12:00:00 GMT', '0'],
  'retry-after': ['1', '120', '86400', 'Fri, 11 Sep 2026 10:00:30 GMT', '-5', '1e3'],
  'content-type': ['application/json', 'text/html; charset=utf-8', 'text/xml'],
  server: ['cloudflare', 'Microsoft-IIS/10.0'],
  location: ['https://login.test/', '/x', '//y'],
  vary: ['*', 'accept'],
  pragma: ['no-cache'],
  'x-amzn-requestid': ['00000000-0000-4000-8000-000000000001'],
}

const REPOSITORY = { full_name: 'octo-org/octo-repo', owner: { login: 'octo-org' } }
export const EVENTS: readonly unknown[] = [
  { ref: 'refs/heads/main', repository: REPOSITORY },
  { pull_request: { head: { repo: { full_name: 'x/y' } }, user: { login: 'dependabot[bot]' } } },
  { pull_request: { head: { repo: null }, user: null } },
]

const message = (status: string, type: string, body: string, ...headers: string[]): string =>
  [
    `HTTP/1.1 ${status}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'date: Fri, 11 Sep 2026 10:00:00 GMT',
    'connection: close',
    ...headers,
    '',
    body,
  ].join('\r\n')

const XMLNS = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"'
const GRANTED = `<AssumeRoleWithWebIdentityResponse ${XMLNS}>
  <AssumeRoleWithWebIdentityResult>
    <SubjectFromWebIdentityToken>repo:octo-org/octo-repo:ref:refs/heads/main</SubjectFromWebIdentityToken>
    <Audience>sts.amazonaws.com</Audience>
    <AssumedRoleUser>
      <Arn>arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions</Arn>
      <AssumedRoleId>AROA:GitHubActions</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <SessionToken>session-hush-session-hush-session-hush==</SessionToken>
      <SecretAccessKey>secret/hush+secret/hush+secret/hush+0123</SecretAccessKey>
      <Expiration>2026-09-11T11:00:00Z</Expiration>
      <AccessKeyId>ASIAHUSHHUSHHUSHHUSH</AccessKeyId>
    </Credentials>
    <Provider>arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com</Provider>
  </AssumeRoleWithWebIdentityResult>
  <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>
</AssumeRoleWithWebIdentityResponse>
`
const refusal = (code: string, text: string): string => `<ErrorResponse ${XMLNS}>
  <Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error>
  <RequestId>request-1</RequestId>
</ErrorResponse>
`
const DENIAL = refusal('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
const JSON_TYPE = 'application/json'
const CACHED = 'cache-control: public, max-age=3600'

/** What an odd server, or something before it, may write to anybody. */
const ODD_ANSWERS = [
  message('000 Odd', 'text/plain', 'odd'),
  message('999 Odd', 'text/plain', 'odd'),
  message('204 No Content', 'text/plain', ''),
  message('407 Proxy Authentication Required', 'text/html', '<html></html>', 'via: 1.1 squid'),
  message('101 Switching Protocols', 'text/plain', '', 'upgrade: x').replace('close', 'upgrade'),
  `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${message('403 Forbidden', JSON_TYPE, '{}')}`,
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;x=y\r\n{}\r\n0\r\na: b\r\n\r\n',
  'HTTP/1.0 200 OK\r\n\r\n{}',
] as const

/** The bytes of each peer; the first of each is a good answer, but its lengths have to be worked out once more. */
export const WIRES = {
  'token-service': [
    message('200 OK', JSON_TYPE, `{"value": "${TOKEN}"}`).replace(/content-length: \d+\r\n/, ''),
    message('500 Oh', 'text/plain', 'oh', 'retry-after: 2'),
    ...ODD_ANSWERS,
  ],
  discovery: [
    message('200 OK', JSON_TYPE, JSON.stringify(DISCOVERY), CACHED),
    message('302 Found', 'text/html', '', 'location: /elsewhere'),
    ...ODD_ANSWERS,
  ],
  jwks: [
    message('200 OK', JSON_TYPE, `{"keys": ["${SIGNING_KEY}"]}`, CACHED).replace(
      /content-length: \d+\r\n/,
      '',
    ),
    ...ODD_ANSWERS,
  ],
  sts: [
    message('200 OK', 'text/xml', GRANTED),
    message('403 Forbidden', 'text/xml', DENIAL, 'x-amzn-requestid: request-1'),
    message('400 Bad', 'text/xml', refusal('InvalidIdentityToken', 'Incorrect token audience')),
    message('503 Busy', 'text/html', '<html><title>x</title></html>', 'retry-after: 1'),
    message('099 Odd', 'text/xml', GRANTED),
    message('101 Oh', 'text/xml', GRANTED),
    message('999 Odd', 'text/xml', DENIAL),
    ...ODD_ANSWERS,
  ],
} as const
