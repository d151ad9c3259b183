// The session that was fetched last: handed out while it lasts, by its state alone, and nothing else is asked.
import { expect, test } from '@jest/globals'
import { KNOWN, NOW, RUN } from '../../evidence/baseline.js'
import type { Inputs } from '../../src/model.js'
import { processCredentials } from '../../src/profile/process-credentials.js'
import { cachedSession } from '../../src/steps/cached-session.js'
import { stateText } from '../../src/steps/renewal-state.js'
import { FakeWorld, granted } from '../fake-world.js'

const STATE = '/temp/state.json'
const CACHE = '/temp/session.json'

function sessionFor(seconds: number): string {
  const { session } = granted()
  const expiration = new Date((NOW + seconds) * 1000).toISOString()
  return processCredentials({ ...session, facts: { ...session.facts, expiration } }, 0)
}

function asked(texts: Readonly<Record<string, string>>) {
  const world = new FakeWorld()
  for (const [path, text] of Object.entries(texts)) world.files.texts.set(path, text)
  const text = cachedSession(world, STATE)
  expect([world.calls, world.files.locks]).toEqual([[], 0])
  return text
}
const state = stateText({ inputs: KNOWN.inputs as Inputs, run: RUN, cache: CACHE })

test('while it lasts more than 5 minutes', () => {
  const lasting = sessionFor(301)
  expect(asked({ [STATE]: state, [CACHE]: lasting })).toBe(lasting)
})

test.each([
  ['it ends within 5 minutes', { [STATE]: state, [CACHE]: sessionFor(300) }],
  ['it has ended', { [STATE]: state, [CACHE]: sessionFor(-1) }],
  ['there is none', { [STATE]: state }],
  ['what is cached is no session', { [STATE]: state, [CACHE]: '{' }],
  ['the state is gone', { [CACHE]: sessionFor(301) }],
  ['the state is no state', { [STATE]: '{}', [CACHE]: sessionFor(301) }],
])('undefined where %s', (_what, texts) => {
  expect(asked(texts as Record<string, string>)).toBeUndefined()
})
