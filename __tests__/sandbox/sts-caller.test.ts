// GetCallerIdentity by AWS's own SDK: what it signs is checked for real.
import { Agent } from 'node:https'
import {
  AssumeRoleWithWebIdentityCommand,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { element, post, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.setFaults({}))
afterAll(() => on.stop())

function client(credentials: Partial<Credentials> = {}): STSClient {
  return new STSClient({
    endpoint: on.sts,
    region: 'eu-west-1',
    maxAttempts: 1,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    requestHandler: { httpsAgent: new Agent({ ca: on.caPem, keepAlive: false }) },
    credentials: {
      accessKeyId: credentials.AccessKeyId ?? '',
      secretAccessKey: credentials.SecretAccessKey ?? '',
      sessionToken: credentials.SessionToken ?? '',
    },
  })
}

async function signIn(): Promise<Credentials> {
  const { Credentials: credentials } = await client().send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: on.roleArn,
      RoleSessionName: 'sdk',
      WebIdentityToken: on.mint(),
    }),
  )
  return credentials as Credentials
}

const who = (credentials: Credentials) => client(credentials).send(new GetCallerIdentityCommand({}))

test('the session is known', async () => {
  expect(await who(await signIn())).toMatchObject({
    Account: '111122223333',
    Arn: 'arn:aws:sts::111122223333:assumed-role/deploy/sdk',
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:sdk$/),
  })
})

test('two sessions are two', async () => {
  const [one, two] = [await signIn(), await signIn()]
  expect(one.AccessKeyId).not.toBe(two.AccessKeyId)
  await expect(who({ ...one, SessionToken: two.SessionToken })).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  })
})

test('an unknown key', async () => {
  const stranger = { ...(await signIn()), AccessKeyId: 'ASIAAAAAAAAAAAAAAAAA' }
  await expect(who(stranger)).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    $metadata: { httpStatusCode: 403 },
  })
})

test('a wrong secret', async () => {
  const wrong = { ...(await signIn()), SecretAccessKey: 'x'.repeat(40) }
  await expect(who(wrong)).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    message: expect.stringMatching(/^The request signature we calculated does not match/),
  })
})

test('a session that has ended', async () => {
  const credentials = await signIn()
  await on.setFaults({ clock: { sts: 4000 } })
  await expect(who(credentials)).rejects.toMatchObject({
    name: 'ExpiredToken',
    message: 'The security token included in the request is expired',
  })
})

describe('a client whose clock is wrong', () => {
  test.each([
    [600, /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(.* - 5 min\.\)$/],
    [-600, /^Signature not yet current: .* is still later than .* \(.* \+ 5 min\.\)$/],
  ])('by %i s', async (skew, message) => {
    const credentials = await signIn()
    await on.setFaults({ clock: { sts: skew } })
    await expect(who(credentials)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      message: expect.stringMatching(message),
    })
  })
})

test('no signature at all', async () => {
  const { status, body } = await post(on, { Action: 'GetCallerIdentity', Version: '2011-06-15' })
  expect(status).toBe(403)
  expect(element(body, 'Code')).toBe('MissingAuthenticationToken')
})
