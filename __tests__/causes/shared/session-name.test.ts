// The name of a session: which character STS would not take, and the name that is offered in its place.
import { expect, test } from '@jest/globals'
import { isSessionName } from '../../../src/aws/role-arn.js'
import {
  cleanSessionName,
  sessionNameLine,
  sessionNameSteps,
} from '../../../src/causes/shared/session-name.js'

test.each([
  ['a/b', '`/` is not allowed'],
  ['dependabot[bot]', '`[` and `]` are not allowed'],
  ['a:b/c#d', '`:`, `/` and `#` are not allowed'],
  ['a:b/c#d!', '`:`, `/`, `#` and 1 more are not allowed'],
  ['a b', 'a space is not allowed'],
  ['a\tb\nc', 'a tab and a line break are not allowed'],
  ['a\u00a0b', 'U+00A0 is not allowed'],
  ['a\u200bb', 'U+200B is not allowed'],
  ['a`b', 'a backtick is not allowed'],
  ['José', '`é` is not allowed'],
  ['a', 'must be 2 to 64 characters, not 1'],
  ['x'.repeat(65), 'must be 2 to 64 characters, not 65'],
])('%j: %s', (text, words) => {
  expect(sessionNameLine('`x`', '`v`', text)).toContain(words)
})

test.each([
  ['dependabot[bot]', 'dependabot-bot'],
  ['2/fluent', '2-fluent'],
  ['José Núñez', 'Jose-Nunez'],
  [' /a/ ', 'a'],
  [`${'x'.repeat(63)}/y`, 'x'.repeat(63)],
  ['日本', ''],
])('%j becomes %j', (text, name) => {
  expect(cleanSessionName(text)).toBe(name)
  if (name.length > 1) expect(isSessionName(name)).toBe(true)
})

test.each([
  ['dependabot[bot]', 'actor-', 'actor_id'],
  ['a/b', 'run-', 'run_id'],
])(
  '%s, where an expression gives it: a value that fits in every run',
  (given, prefix, property) => {
    const problem = { input: 'role-session-name', given, want: { form: 'session-name' } } as const
    const [step] = sessionNameSteps(problem)
    expect(step?.code).toBe(`role-session-name: ${prefix}\${{ github.${property} }}`)
    expect(step?.then ?? '').toMatch(given.includes('[bot]') ? /ends in `\[bot\]`\.$/ : /^$/)
  },
)

test('of another input nothing is said', () => {
  expect(sessionNameSteps({ input: 'summary', given: 'x', want: { form: 'boolean' } })).toEqual([])
})
