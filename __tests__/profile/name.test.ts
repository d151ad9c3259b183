// Names of profiles: which ones every reader finds again, how they are written, and how sections are read.
import { describe, expect, test } from '@jest/globals'
import { headerOf, nameProblem, profileOf } from '../../src/profile/name.js'

describe('names', () => {
  test.each(['deploy', 'default', 'my deploy', 'a.b-c_d@e+f%g:h/i', 'größe', 'profile'])(
    '%s is fine',
    (name) => expect(nameProblem(name)).toBeUndefined(),
  )

  test.each([
    ['a\nb', 'control'],
    ['a\u202eb', 'control'],
    ['a]b', 'brackets'],
    ['[ab', 'brackets'],
    ["it's", 'quotes'],
    ['a\\b', 'quotes'],
    ['a #b', 'comment'],
    ['a;b', 'comment'],
    ['DEFAULT', 'reserved'],
    ['__proto__', 'reserved'],
  ])('%j is not', (name, why) => expect(nameProblem(name)).toBe(why))
})

test.each([
  ['deploy', '[profile deploy]', '[deploy]'],
  ['default', '[default]', '[default]'],
  ['my deploy', "[profile 'my deploy']", '[my deploy]'],
])('%s is written as %s and %s', (name, config, credentials) => {
  expect(headerOf(name, 'config')).toBe(config)
  expect(headerOf(name, 'credentials')).toBe(credentials)
  expect(profileOf(config.slice(1, -1), 'config')).toBe(name)
  expect(profileOf(credentials.slice(1, -1), 'credentials')).toBe(name)
})

// As Python's shlex.split has them, and so botocore.
test.each([
  ['default', 'default'],
  ['profile default', 'default'],
  ['profile "a b"', 'a b'],
  ['profile a\\ b', 'a b'],
  ['profile "a\\"b"', 'a"b'],
  ['profile "a\\b"', 'a\\b'],
  [`profile a'b c'"d"`, 'ab cd'],
  ['profile\ta', 'a'],
  ['profile a b', undefined],
  ['profile', undefined],
  ['profiles x', undefined],
  ['a', undefined],
  ["profile 'a", null],
  ['profile a\\', null],
])('the section %s of the config file belongs to %s', (section, name) => {
  expect(profileOf(section, 'config')).toBe(name)
})
