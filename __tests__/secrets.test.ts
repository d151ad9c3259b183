// Secrets, echoed by every service in every form: none of them, and no piece, stands in anything that a run writes.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Secret } from '../src/model/secret.js'
import type { Failure, NetworkFailure } from '../src/model.js'
import { type FakeWorld, granted, refused, signed } from './fake-world.js'
import { type Made, ran, removeRuns, type Setup } from './in-process.js'
import { piecesOf, SHAPES, shownOf } from './secret-shapes.js'

afterAll(removeRuns)

/** As random as the real ones, and the same in every run. */
const random = (length: number, seed: number): string => {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return ALPHABET[(state >>> 16) % ALPHABET.length]
  }).join('')
}
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const CREDENTIALS = {
  accessKeyId: `ASIA${random(16, 1).toUpperCase()}`,
  secretAccessKey: `${random(20, 2)}/+${random(18, 3)}`,
  sessionToken: `IQoJb3JpZ2luX2Vj${random(90, 4)}/${random(90, 5)}+${random(40, 6)}==`,
}
const REQUEST_TOKEN = `${random(60, 7)}.${random(60, 8)}-${random(60, 9)}`
const LOGIN = `Pr0xy&<"pass">${random(14, 10)}/é`
const PREVIOUS = { id: `AKIA${random(16, 11).toUpperCase()}`, key: `${random(38, 12)}+/` }
const HAD = random(40, 13)

type Name = 'token' | 'claims' | 'signature' | 'request' | 'login' | 'secret' | 'session'
/** Those that a service has been given before it answers. */
const SENT: readonly Name[] = ['token', 'claims', 'signature', 'request', 'login']
/** Before the token is there. */
const FIRST: readonly Name[] = ['request', 'login']
const GIVEN: readonly Name[] = [...SENT, 'secret', 'session']

let secrets: Record<Name, string>
let pieces: ReadonlySet<string> = new Set()
let token = ''
beforeAll(async () => {
  token = await signed()
  const [, payload = '', signature = ''] = token.split('.')
  secrets = {
    token,
    claims: payload,
    signature,
    request: REQUEST_TOKEN,
    login: LOGIN,
    secret: CREDENTIALS.secretAccessKey,
    session: CREDENTIALS.sessionToken,
  }
  // Nobody is sent the last two.
  pieces = piecesOf([...Object.values(secrets), PREVIOUS.key, HAD])
})

const PROXY = `http://someone:${encodeURIComponent(LOGIN)}@proxy.test:3128`
const BEFORE = `[deploy]\naws_access_key_id = ${PREVIOUS.id}\naws_secret_access_key = ${PREVIOUS.key}\n`

/** Every secret is there to be shown: the session's, and those of the job, its proxy and its profile. */
function setupOf(echo: (world: FakeWorld) => void): Setup {
  return {
    env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN, AWS_SECRET_ACCESS_KEY: HAD },
    inputs: {
      'http-proxy': PROXY,
      'aws-profile': 'deploy',
      'overwrite-aws-profile': 'true',
      'output-env-credentials': 'true',
      'retry-max-attempts': '2',
    },
    peers(world) {
      world.files.texts.set('/home/.aws/credentials', BEFORE)
      world.replies['token-service'] = () => ({ body: { value: token } })
      world.onSignIn = () => ({ ok: true, value: session() })
      echo(world)
    },
  }
}

function session(facts: Record<string, string> = {}) {
  const given = granted()
  const { accessKeyId, secretAccessKey, sessionToken } = CREDENTIALS
  const credentials = {
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: new Secret(sessionToken),
  }
  return { ...given, session: { credentials, facts: { ...given.session.facts, ...facts } } }
}

const network = (peer: NetworkFailure['peer'], text: string): Failure => ({
  kind: 'network',
  peer,
  host: `${text}.test`,
  phase: 'proxy',
  code: 'ERR_PROXY_TUNNEL',
  detail: `HTTP/1.1 407 ${text}`,
  addresses: [text],
  certificates: [certificate(text)],
  proxy: 'proxy.test:3128',
  proxyStatus: 407,
})

const certificate = (text: string) => ({
  subject: `CN=${text}`,
  issuer: `O=${text}`,
  validFrom: '2026-01-01T00:00:00Z',
  validTo: '2026-12-01T00:00:00Z',
  names: [text, `${text}.test`],
  sha1: text,
  selfSigned: true,
})

const headersOf = (text: string): Record<string, string> => ({
  server: text,
  'content-type': `text/${text}`,
  'cache-control': `no-store, x="${text}"`,
  'retry-after': text,
  'x-github-request-id': text,
  'www-authenticate': text,
  [`x-${text.toLowerCase()}`]: text,
})

const ISSUED = 'https://token.actions.githubusercontent.com'

/** Where somebody echoes, and what then happens. */
type Echo = readonly [known: readonly Name[], echo: (world: FakeWorld, text: string) => void]
const ECHOES: Readonly<Record<string, Echo>> = {
  'the body of the token service': [
    FIRST,
    (world, text) => {
      world.replies['token-service'] = () => ({ status: 403, body: `denied: ${text}` })
    },
  ],
  'headers of the token service': [
    FIRST,
    (world, text) => {
      world.replies['token-service'] = () => ({ status: 500, body: '', headers: headersOf(text) })
    },
  ],
  'a redirect of the token service': [
    FIRST,
    (world, text) => {
      const location = `https://x.test/${text}?a=${text}`
      world.replies['token-service'] = () => ({ status: 302, body: '', headers: { location } })
    },
  ],
  'a token that is none': [
    FIRST,
    (world, text) => {
      world.replies['token-service'] = () => ({ body: { value: `no token for ${text} here` } })
    },
  ],
  'the body of the issuer': [
    SENT,
    (world, text) => {
      world.replies.discovery = () => ({ status: 500, body: `<html>${text}` })
    },
  ],
  'a discovery document': [
    SENT,
    (world, text) => {
      const keys = `${ISSUED}/${text}`
      world.replies.discovery = () => ({ body: { issuer: text, jwks_uri: keys, [text]: text } })
    },
  ],
  'headers and redirects of the issuer': [
    SENT,
    (world, text) => {
      const headers = { ...headersOf(text), location: `https://x.test/${text}` }
      world.replies.discovery = () => ({ status: 301, body: '', headers })
      world.replies.jwks = () => ({ status: 301, body: '', headers })
    },
  ],
  'a key set': [
    SENT,
    (world, text) => {
      const key = { kid: text, kty: text, use: text, alg: text, [text]: text }
      world.replies.jwks = () => ({ body: { keys: [key, key] }, headers: headersOf(text) })
    },
  ],
  'an error of STS': [
    SENT,
    (world, text) => {
      const failure = refused(`Odd${text}`, `The token ${text} will not do`, 400)
      world.onSignIn = () => ({ ok: false, failure: { ...failure, requestId: text } as Failure })
    },
  ],
  'a sentence of AWS': [
    SENT,
    (world, text) => {
      const message = `No OpenIDConnect provider found in your account for ${text}`
      world.onSignIn = () => ({ ok: false, failure: refused('InvalidIdentityToken', message) })
    },
  ],
  'a page in place of STS': [
    SENT,
    (world, text) => {
      const page = { contentType: text, server: text, excerpt: `<html>${text}` }
      world.onSignIn = () => ({ ok: false, failure: { kind: 'not-sts', status: 502, ...page } })
    },
  ],
  'facts of the session': [
    GIVEN,
    (world, text) => {
      const arn = `arn:aws:sts::111122223333:assumed-role/deploy/${text}`
      const facts = { arn, provider: text, subject: text, audience: text, requestId: text }
      world.onSignIn = () => ({ ok: true, value: session(facts) })
    },
  ],
  'the proxy, before the token': [
    FIRST,
    (world, text) => {
      world.replies['token-service'] = () => ({ failure: network('token-service', text) })
    },
  ],
  'the proxy, before the issuer and STS': [
    SENT,
    (world, text) => {
      world.replies.discovery = () => ({ failure: network('discovery', text) })
      world.onSignIn = () => ({ ok: false, failure: network('sts', text) })
    },
  ],
}

/** All that stands somewhere: without the lines that tell the runner what to mask, and where a secret belongs. */
function everywhere({ stdout, outputs, summary, report, state, files }: Made): string {
  const had = [HAD, PREVIOUS.key]
  // The post step puts back what was there, so that alone stands in its note, once.
  const note = had.reduce((text, secret) => text.replace(secret, ''), state)
  const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  const profiles = Object.entries(files).filter(([path]) => !path.includes('.aws'))
  return [...log, outputs, summary, report, note, ...profiles.flat()].join('\n')
}

describe.each(Object.keys(ECHOES))('echoed in %s', (place) => {
  const shapes = Object.entries(SHAPES)

  test.each(shapes)('%s: nothing is shown, and the mask came first', async (name, shape) => {
    const [known, echo] = ECHOES[place] as Echo
    const turn = Object.keys(ECHOES).indexOf(place) + Object.keys(SHAPES).indexOf(name)
    // In turn, so that every secret comes in every place, and in every form.
    const which = known[turn % known.length] ?? 'token'
    const secret = secrets[which]
    const early: string[] = []
    const masked = new Set<string>()
    const made = await ran({
      ...setupOf((world) => echo(world, shape(secret))),
      onCall(call, values) {
        if (call === 'mask') masked.add(String(values[0]))
        else if (JSON.stringify(values).includes(secret) && !masked.has(secret)) early.push(call)
      },
    })
    expect({ which, shown: shownOf(pieces, everywhere(made)) }).toEqual({ which, shown: [] })
    expect({ which, early }).toEqual({ which, early: [] })
    expect(JSON.parse(made.report)).toMatchObject({ version: 1 })
  })
})

describe('given where it does not belong', () => {
  const PASSWORD = `p-${random(18, 15)}`
  const url = `https://user:${PASSWORD}@sts.test`
  const pasted: [string, () => Setup][] = [
    ['sts-endpoint', () => ({ inputs: { 'sts-endpoint': url } })],
    ['issuer', () => ({ inputs: { issuer: `${url}/` } })],
    ['http-proxy', () => ({ inputs: { 'http-proxy': `${url}:99999/` } })],
    ['http-proxy, with another at sign', () => ({ inputs: { 'http-proxy': `${url}@x y` } })],
    ['AWS_ENDPOINT_URL_STS', () => ({ env: { AWS_ENDPOINT_URL_STS: url } })],
    ['HTTPS_PROXY', () => ({ env: { HTTPS_PROXY: `${url}/path` } })],
    ['the request URL', () => ({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?x=1` } })],
    ['web-identity-token-file', () => ({ inputs: { 'web-identity-token-file': token } })],
    ['role-to-assume', () => ({ inputs: { 'role-to-assume': token } })],
    ['audience', () => ({ inputs: { audience: token } })],
    ['role-session-name', () => ({ inputs: { 'role-session-name': token } })],
    ['aws-profile', () => ({ inputs: { 'aws-profile': token } })],
    ['trust-policy', () => ({ inputs: { 'trust-policy': token } })],
    ['report-file', () => ({ inputs: { 'report-file': token } })],
    ['expected-claims', () => ({ inputs: { 'expected-claims': `sub: ${token}` } })],
    ['aws-region', () => ({ inputs: { 'aws-region': token } })],
    ['the policy of a session', () => ({ inputs: { 'inline-session-policy': token } })],
    ['a file for the token', () => fileOf('')],
    ['a file, in quotes', () => fileOf('"')],
    ['a file, twice', () => fileOf(`\n${token}\n`)],
    ['a trust policy', () => policyWith(token)],
    ['the request token, in an input', () => ({ inputs: { 'fail-on': REQUEST_TOKEN } })],
    ['the branch', () => ({ env: { GITHUB_REF: token, GITHUB_WORKFLOW_REF: token } })],
  ]
  const fileOf = (around: string): Setup => ({
    inputs: { 'web-identity-token-file': 'token.jwt' },
    files: { 'token.jwt': `${around}${token}${around}` },
  })
  const policyWith = (text: string): Setup => ({
    inputs: { 'trust-policy': 'policy.json' },
    files: {
      'policy.json': JSON.stringify({
        Statement: [
          {
            Sid: text,
            Effect: 'Allow',
            Action: 'sts:AssumeRoleWithWebIdentity',
            Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/x' },
            Condition: { StringEquals: { 'x:sub': text } },
          },
        ],
      }),
    },
  })

  test.each(pasted)('%s', async (_where, setup) => {
    const made = await ran({
      env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN },
      ...setup(),
      peers(world) {
        world.replies['token-service'] = () => ({ body: { value: token } })
        world.onSignIn = () => ({ ok: false, failure: refused('AccessDenied', 'No', 403) })
      },
    })
    const all = piecesOf([token, token.split('.')[1] ?? '', PASSWORD, REQUEST_TOKEN])
    expect(shownOf(all, everywhere(made))).toEqual([])
  })
})
