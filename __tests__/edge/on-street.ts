// What the tests of the edge share: one street a file, reset after each test, and whatever a test opened closed again.
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { Secret } from '../../src/model/secret.js'
import type { StsRequest } from '../../src/world.js'
import { street } from '../sandbox/support.js'
import { oneRealm, type Served, trust } from './servers.js'

export let on: Street
/** Ends what a test left under way; a new one for each test. */
export let stop: AbortController
let closers: (() => Promise<void>)[] = []

/** To be called once, at the head of a test file. */
export function onStreet(): void {
  oneRealm()
  beforeAll(async () => {
    on = await street()
  })
  afterAll(() => on.stop())
  beforeEach(() => {
    trust(on.caPem)
    stop = new AbortController()
  })
  afterEach(async () => {
    stop.abort()
    await Promise.all(closers.map((close) => close()))
    closers = []
    await on.reset()
  })
}

/** It will be called when the test is over. */
export function atEnd(close: () => Promise<void>): void {
  closers.push(close)
}

export function opened(served: Served): Served {
  atEnd(served.close)
  return served
}

export const jwks = (): string => `${on.issuer}/.well-known/jwks`

/** A sign-in that the street takes, but for what is changed. */
export const request = (change: Partial<StsRequest> = {}): StsRequest => ({
  endpoint: on.sts,
  region: 'eu-west-1',
  roleArn: on.roleArn,
  roleSessionName: 'GitHubActions',
  durationSeconds: 3600,
  token: new Secret(on.mint()),
  inlineSessionPolicy: '',
  managedSessionPolicies: [],
  ...change,
})
