// The world put together: one switch ends everything that is under way at any of its peers.
import { afterAll, expect, test } from '@jest/globals'
import { makeWorld } from '../../src/edge/world.js'
import { Secret } from '../../src/model/secret.js'
import { FakeRunner } from '../fake-runner.js'
import { oneRealm, serveRaw, until } from './servers.js'

oneRealm()

let close: () => Promise<void>
afterAll(() => close())

test('stop() ends a request, a sign-in and a sleep, and leaves no connection', async () => {
  const server = await serveRaw()
  close = server.close
  const world = makeWorld(new FakeRunner())
  expect(world.stopped()).toBe(false)
  const limits = { timeoutMs: 60_000, maxBytes: 1000 }
  const waiting = Promise.all([
    world.http.get({ peer: 'jwks', url: server.origin, ...limits }),
    world.sts.assumeRoleWithWebIdentity({
      endpoint: server.origin,
      region: 'eu-west-1',
      roleArn: 'arn:aws:iam::111122223333:role/deploy',
      roleSessionName: 'x',
      durationSeconds: 900,
      token: new Secret('a.b.c'),
      inlineSessionPolicy: '',
      managedSessionPolicies: [],
    }),
    world.clock.sleep(60_000),
  ])
  await until(() => server.open().length === 2)
  world.stop()
  expect(await waiting).toMatchObject([{ ok: false }, { ok: false }, undefined])
  expect(world.stopped()).toBe(true)
  await until(() => server.open().length === 0)
})
