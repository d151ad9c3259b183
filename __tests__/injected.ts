// The places at which text from outside comes in, each with a run in which it matters.
import { Secret } from '../src/model/secret.js'
import type { Certificate, Failure, NetworkFailure } from '../src/model.js'
import { DENIED, type FakeWorld, granted, refused, signed } from './fake-world.js'
import type { Setup } from './in-process.js'

const POLICY = 'policy.json'
const WORKFLOW = '.github/workflows/deploy.yml'

const statement = (change: object): object => ({
  Sid: 'Deploy',
  Effect: 'Allow',
  Principal: {
    Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: {
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub': 'repo:octo-org/octo-repo:environment:prod',
    },
  },
  ...change,
})
const policyOf = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

const workflowOf = (text: string): string => `name: ${JSON.stringify(text)}
on: push
permissions: {contents: read}
jobs:
  deploy:
    environment: ${JSON.stringify(text)}
    runs-on: ubuntu-latest
    steps:
      - name: ${JSON.stringify(text)}
        uses: aws-oidc-preflight/aws-oidc-preflight@v1
        with: {role-to-assume: ${JSON.stringify(text)}, aws-region: eu-west-1}
`
const ON_WORKFLOW = {
  GITHUB_JOB: 'deploy',
  GITHUB_ACTION: '__aws-oidc-preflight_aws-oidc-preflight',
  GITHUB_ACTION_REPOSITORY: 'aws-oidc-preflight/aws-oidc-preflight',
  GITHUB_ACTION_REF: 'v1',
  GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${WORKFLOW}@refs/heads/main`,
}

/** In characters: a longer token is not taken from the runner's service. */
const LONGEST = 20_000

/** STS denies a token with these claims, and the policy that was given does too. */
function denied(claims: Record<string, unknown>, policy = policyOf(statement({}))): Setup {
  return {
    inputs: { 'trust-policy': POLICY, 'disable-retry': 'true' },
    files: { [POLICY]: policy, [WORKFLOW]: workflowOf('x') },
    env: ON_WORKFLOW,
    peers(world) {
      world.replies['token-service'] = async () => ({
        body: { value: await signed(shortened(claims)) },
      })
      world.onSignIn = () => ({ ok: false, failure: DENIED })
    },
  }
}

function shortened(claims: Record<string, unknown>): Record<string, unknown> {
  const each = Math.floor(LONGEST / Math.max(1, Object.keys(claims).length))
  const short = (value: unknown): unknown => {
    if (typeof value === 'string') return value.slice(0, each)
    return Array.isArray(value) ? value.map(short) : value
  }
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name.slice(0, each), short(value)]),
  )
}

const answering = (peers: (world: FakeWorld) => void, setup: Setup = {}): Setup => ({
  inputs: { 'disable-retry': 'true' },
  ...setup,
  peers,
})
const refusing = (failure: Failure): Setup =>
  answering((world) => {
    world.onSignIn = () => ({ ok: false, failure })
  })

const certificate = (text: string): Certificate => ({
  subject: `CN=${text}`,
  issuer: `O=${text}`,
  validFrom: text,
  validTo: text,
  names: [text],
  sha1: '0123456789abcdef0123456789abcdef01234567',
  selfSigned: true,
})
const unreached = (peer: NetworkFailure['peer'], change: Partial<NetworkFailure>): Failure => ({
  kind: 'network',
  peer,
  host: 'x.test',
  phase: 'proxy',
  code: 'ERR_PROXY_TUNNEL',
  detail: '',
  addresses: [],
  certificates: [],
  ...change,
})

function greeted(text: string): Setup {
  const { session, ...rest } = granted()
  const { accessKeyId, ...keys } = session.credentials
  const facts = { arn: text, account: text, provider: text, subject: text, audience: text }
  const own = { ...session.facts, ...facts, expiration: text, requestId: text }
  const credentials = { accessKeyId: new Secret(accessKeyId.reveal()), ...keys }
  return answering((world) => {
    world.onSignIn = () => ({ ok: true, value: { ...rest, session: { credentials, facts: own } } })
  })
}

const headersOf = (text: string): Record<string, string> => {
  const names = ['server', 'content-type', 'cache-control', 'expires', 'retry-after', 'location']
  return Object.fromEntries([...names, 'date', 'age', 'via', 'x-cache'].map((name) => [name, text]))
}

// Not `report-file`, which has its own place below.
const INPUTS = ['aws-region', 'role-to-assume', 'audience', 'role-session-name', 'fail-on', 'renew']
const MORE = ['role-duration-seconds', 'allowed-account-ids', 'sts-endpoint', 'issuer', 'cleanup']
const LISTS = ['expected-claims', 'fallback-regions', 'managed-session-policies', 'http-proxy']

/** A name that a file may have. */
const nameOf = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '').replaceAll('/', '_').slice(0, 60)

/** By name: the run, with the text in that place. */
export const PLACES: Readonly<Record<string, (text: string) => Setup>> = {
  'the subject': (text) => denied({ sub: text }),
  'the audience': (text) => denied({ aud: [text, 'x'] }),
  'other claims': (text) => {
    const names = ['repository', 'environment', 'ref', 'job_workflow_ref', 'event_name', 'actor']
    const claims = Object.fromEntries(names.map((name) => [name, text]))
    return denied({ ...claims, sub: `repo:octo-org/octo-repo:environment:${text}`, [text]: text })
  },
  'the issuer and the key id': (text) =>
    answering((world) => {
      const value = signed(
        { iss: `https://x.test/${text.slice(0, LONGEST)}` },
        text.slice(0, LONGEST),
      )
      world.replies['token-service'] = async () => ({ body: { value: await value } })
    }),
  'a discovery document': (text) =>
    answering((world) => {
      const body = { issuer: text, jwks_uri: text, response_types_supported: text, [text]: [text] }
      world.replies.discovery = () => ({ body })
    }),
  'a key set': (text) =>
    answering((world) => {
      const key = { kid: text, kty: 'RSA', use: text, alg: text, e: text, n: text, d: text }
      world.replies.jwks = () => ({ body: { keys: [key, { ...key, kty: text }, text] } })
    }),
  'headers of the issuer': (text) =>
    answering((world) => {
      world.replies.discovery = () => ({ status: 302, body: '', headers: headersOf(text) })
      world.replies.jwks = () => ({ status: 503, body: text, headers: headersOf(text) })
    }),
  'an answer of the token service': (text) =>
    answering((world) => {
      world.replies['token-service'] = () => ({ status: 403, body: text, headers: headersOf(text) })
    }),
  'an error of STS': (text) => {
    const failure = refused(text, text)
    return refusing({ ...failure, requestId: text, date: text } as Failure)
  },
  'a page in place of STS': (text) =>
    refusing({ kind: 'not-sts', status: 502, contentType: text, server: text, excerpt: text }),
  'facts of the session': greeted,
  inputs: (text) => ({
    inputs: Object.fromEntries([...INPUTS, ...MORE, ...LISTS].map((name) => [name, text])),
  }),
  'a trust policy': (text) => {
    const condition = { [text]: { [text]: text }, StringEquals: { [`x:${text}`]: [text] } }
    const more = { Sid: text, Condition: condition, Principal: { Federated: text }, [text]: text }
    return denied({}, policyOf(statement({ Sid: text }), statement(more)))
  },
  'names of files': (text) => {
    // Of the report below a folder that is none, or it would be written.
    const path = nameOf(text)
    const inputs = { 'trust-policy': `${path}/x.json`, 'report-file': `/dev/null/${path}` }
    return { ...denied({}), inputs }
  },
  'the variables of the run': (text) => {
    const names = ['REF', 'WORKFLOW', 'JOB', 'REPOSITORY', 'REPOSITORY_OWNER', 'ACTION_REF']
    const more = ['SERVER_URL', 'ACTOR', 'ACTION', 'WORKFLOW_REF', 'ACTION_PATH', 'EVENT_NAME']
    const all = Object.fromEntries([...names, ...more].map((name) => [`GITHUB_${name}`, text]))
    return { ...denied({}), env: { ...all, AWS_PROFILE: text, AWS_ENDPOINT_URL_STS: text } }
  },
  'the workflow file': (text) => ({
    ...denied({}),
    env: ON_WORKFLOW,
    inputs: { 'role-to-assume': '' },
    files: { [WORKFLOW]: workflowOf(text) },
  }),
  'the answer of a proxy, and a certificate': (text) =>
    answering((world) => {
      const tls = { phase: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } as const
      const seen = { detail: text, certificates: [certificate(text)], addresses: [text] }
      world.replies.discovery = () => ({ failure: unreached('discovery', { ...tls, ...seen }) })
      const by = { proxy: text, proxyStatus: 407, host: text, code: text, ...seen }
      const failure = unreached('sts', { ...seen, ...by })
      world.onSignIn = () => ({ ok: false, failure })
    }),
  'a profile': (text) => ({
    inputs: { 'aws-profile': text, 'output-env-credentials': 'true' },
    peers(world) {
      const line = text.replace(/\s/g, ' ')
      world.files.texts.set('/home/.aws/config', `[profile ${line}]\nregion = ${line}\n`)
      world.files.texts.set('/home/.aws/credentials', `[${line}]\n[${line}]\n${line}\n`)
    },
  }),
}
