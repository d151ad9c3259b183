// A certified OpenID provider that we did not write: its real ID token, checked and signed in with by the built action.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Provider } from 'oidc-provider'
import { Certificates } from '../../sandbox/certificates.js'
import { Keys } from '../../sandbox/keys.js'
import { type Played, play } from '../../sandbox/play.js'
import { RunningStreet } from '../../sandbox/running-street.js'
import type { Scenario } from '../../sandbox/scenario.js'
import type { Street } from '../../sandbox/street.js'
import { call } from '../sandbox/support.js'

const CLIENT = { client_id: 'sts.amazonaws.com', client_secret: 'client-secret' }
const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main'

let on: Street
let certificates: Certificates
let server: Server
let issuer: string

/** The provider with one client that may ask for tokens without a browser (OpenID CIBA): nobody has to click. */
function providerAt(url: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'signing', alg: 'RS256', use: 'sig' }
  return new Provider(url, {
    jwks: { keys: [key] },
    cookies: { keys: ['cookie-key'] },
    clients: [
      {
        ...CLIENT,
        grant_types: ['urn:openid:params:grant-type:ciba'],
        response_types: [],
        redirect_uris: [],
        backchannel_token_delivery_mode: 'poll',
      },
    ],
    ttl: { IdToken: 600, BackchannelAuthenticationRequest: 60, AccessToken: 60, Grant: 60 },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    features: {
      devInteractions: { enabled: false },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        processLoginHint: (_context: unknown, hint: string) => hint,
        validateBindingMessage: () => undefined,
        validateRequestContext: () => undefined,
        verifyUserCode: () => undefined,
        async triggerAuthenticationDevice(context: CibaContext, request: CibaRequest) {
          const { provider } = context.oidc
          const grant = new provider.Grant({
            clientId: CLIENT.client_id,
            accountId: request.accountId,
          })
          grant.addOIDCScope('openid')
          await grant.save()
          await provider.backchannelResult(request, grant)
        },
      },
    },
  })
}

interface Grant {
  addOIDCScope(scope: string): void
  save(): Promise<string>
}
interface CibaRequest {
  accountId: string
}
interface CibaContext {
  oidc: {
    provider: {
      Grant: new (of: { clientId: string; accountId: string }) => Grant
      backchannelResult(request: CibaRequest, grant: Grant): Promise<void>
    }
  }
}

async function form(path: string, fields: Record<string, string>): Promise<Record<string, string>> {
  const { client_id, client_secret } = CLIENT
  const authorization = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  const answer = await call(
    certificates.caPem,
    `${issuer}${path}`,
    { method: 'POST', headers },
    body,
  )
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`)
  return JSON.parse(answer.body) as Record<string, string>
}

async function idToken(): Promise<string> {
  const asked = await form('/backchannel', { scope: 'openid', login_hint: SUBJECT })
  const given = await form('/token', {
    grant_type: 'urn:openid:params:grant-type:ciba',
    auth_req_id: asked['auth_req_id'] ?? '',
  })
  return given['id_token'] ?? ''
}

/** The job: a token file of the provider's, and AWS set up for that provider. */
function signInWith(token: string, change: Partial<Scenario> = {}): Scenario {
  const host = issuer.replace('https://', '')
  return {
    id: 'oidc-provider',
    what: 'a certified OpenID provider',
    exit: 0,
    files: { 'token.jwt': `${token}\n` },
    variables: { 'INPUT_WEB-IDENTITY-TOKEN-FILE': 'token.jwt', INPUT_ISSUER: issuer },
    setUp(street) {
      street.setProvider({ url: issuer, clientIds: [CLIENT.client_id] })
      const own = street.issuer.replace('https://', '')
      street.setTrustPolicy(JSON.parse(JSON.stringify(street.trustPolicy()).replaceAll(own, host)))
    },
    ...change,
  }
}

beforeAll(async () => {
  certificates = await Certificates.make()
  on = await new RunningStreet({}, await Keys.make(), certificates).start()
  server = createServer({ ...certificates.good })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  issuer = `https://localhost:${(server.address() as AddressInfo).port}`
  // It warns of its store, which forgets everything at its end: just right here.
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  server.on('request', providerAt(issuer).callback())
  warned.mockRestore()
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await on.stop()
})

describe('its ID token', () => {
  let signedIn: Played
  let token: string
  beforeAll(async () => {
    token = await idToken()
    signedIn = await play(on, signInWith(token))
  })
  const report = () => JSON.parse(signedIn.report)

  test('signs in, and the session is exported', () => {
    expect(signedIn).toMatchObject({ exit: 0, stderr: '', exported: { AWS_REGION: 'eu-west-1' } })
    expect(signedIn.outputs).toMatchObject({
      ready: 'true',
      issuer,
      subject: SUBJECT,
      'token-audience': 'sts.amazonaws.com',
    })
  })

  test('its signature is verified with the key that the provider publishes', () => {
    expect(report().issuer).toMatchObject({
      url: issuer,
      signature: 'valid',
      discovery: { status: 200, readable: true },
      jwks: { status: 200, readable: true },
    })
    expect(report().session).toMatchObject({ subject: SUBJECT, audience: CLIENT.client_id })
  })

  test('what the checks say of the provider', () => {
    // It sends its keys without Cache-Control: a shared cache may store them, and finds them stale at once.
    expect(report().issuer.jwks.headers).not.toHaveProperty('cache-control')
    expect(report().issuer.jwks.freshness).toEqual({ storable: true, lifetimeSeconds: 0 })
    expect(signedIn.causes).toEqual(['jwks-cache-short'])
    expect(signedIn.log.annotations).toEqual([
      expect.objectContaining({ message: expect.stringContaining(issuer) }),
    ])
  })

  test('is in nothing that is shown', () => {
    const [, ...segments] = token.split('.')
    for (const secret of [token, ...segments])
      for (const shown of [signedIn.summary, signedIn.report]) expect(shown).not.toContain(secret)
  })
})

test('a token of its that somebody changed is refused, and the signature is named', async () => {
  const token = await idToken()
  const [header, payload = '', signature] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'repo:octo-org/octo-repo:x' }))
  const forged = [header, changed.toString('base64url'), signature].join('.')
  const played = await play(on, signInWith(forged))
  expect(played).toMatchObject({ exit: 1, exported: {}, stderr: '' })
  expect(played.causes[0]).toBe('token-signature-invalid')
})
