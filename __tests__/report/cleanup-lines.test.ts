// Proves: what the post step says of the profile, file by file, and nothing where nothing was done.
import { expect, test } from '@jest/globals'
import { cleanupLines } from '../../src/report/cleanup-lines.js'

const NOTHING = {
  profile: 'a % b',
  from: [],
  restored: [],
  changed: [],
  lost: [],
  gone: [],
  large: [],
}

test('nothing done is not said', () => {
  expect(cleanupLines([NOTHING])).toEqual([])
})

test('each thing has its line, with the files', () => {
  const lines = cleanupLines([
    {
      ...NOTHING,
      from: ['/a', '/b', '/a'],
      restored: ['/c'],
      changed: ['/d'],
      lost: ['/e'],
      gone: ['/f'],
      large: ['/a'],
    },
  ])
  expect(lines).toEqual([
    'Profile `a % b` removed from `/a` and `/b`',
    'Profile `a % b` put back in `/c` as it was before this step',
    'Profile `a % b` left as it is in `/d`: changed since this step wrote it',
    'Profile `a % b` left as it is in `/e`: changed since this step wrote it; what it held before this step was not put back',
    'Profile `a % b` not put back: `/f` is gone since this step wrote it',
    'Profile `a % b` not put back in `/a`: what it held before this step was too large to keep (more than 16 KiB)',
  ])
})

test('what befell several in the same way is told once', () => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
  const all = names.map((profile) => ({ ...NOTHING, profile, from: ['/a', '/b'] }))
  expect(
    cleanupLines([...all, { ...NOTHING, profile: 'eight', changed: ['/a'], from: ['/b'] }]),
  ).toEqual([
    'Profiles `one`, `two`, `three`, `four`, `five` and 2 more removed from `/a` and `/b`',
    'Profile `eight` removed from `/b`',
    'Profile `eight` left as it is in `/a`: changed since this step wrote it',
  ])
})
