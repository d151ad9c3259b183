// The protocol of credential_process: exactly its members, and a cache that is used only while it is whole and lasts.
import { expect, test } from '@jest/globals'
import { leftMs, processCredentials } from '../../src/profile/process-credentials.js'
import { CREDENTIALS, granted } from '../fake-world.js'

const { session } = granted()
const END = Date.parse('2026-09-11T11:00:00Z')
const text = processCredentials(session, 0)

test('has the five members that tools read, and no other', () => {
  expect(JSON.parse(text)).toEqual({
    Version: 1,
    AccessKeyId: CREDENTIALS.accessKeyId,
    SecretAccessKey: CREDENTIALS.secretAccessKey,
    SessionToken: CREDENTIALS.sessionToken,
    Expiration: '2026-09-11T11:00:00.000Z',
  })
})

test('an STS that tells no end is taken at the length that was asked for', () => {
  const endless = { ...session, facts: { ...session.facts, expiration: '' } }
  expect(JSON.parse(processCredentials(endless, END))).toMatchObject({
    Expiration: '2026-09-11T11:00:00.000Z',
  })
})

test('what is left of it', () => {
  expect(leftMs(text, END - 300_001)).toBe(300_001)
  expect(leftMs(text, END)).toBe(0)
  expect(leftMs(text, END + 1)).toBe(0)
})

const whole = JSON.parse(text) as object
test.each([
  ['nothing', undefined],
  ['half of it', text.slice(0, 80)],
  ['null', 'null'],
  ['another version', JSON.stringify({ ...whole, Version: 2 })],
  ['no secret key', JSON.stringify({ ...whole, SecretAccessKey: '' })],
  ['no session token', JSON.stringify({ ...whole, SessionToken: undefined })],
  ['an end that is no date', JSON.stringify({ ...whole, Expiration: 'tomorrow' })],
])('%s is none', (_what, cached) => expect(leftMs(cached, END - 600_000)).toBe(0))
