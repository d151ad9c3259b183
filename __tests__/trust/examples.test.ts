// The examples of docs/trust.md, run from top to bottom as they stand there.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { evaluate, examine, parse, type SignIn, suggest } from '../../src/trust/index.js'

const trust = { evaluate, examine, parse, suggest }
const page = readFileSync(new URL('../../docs/trust.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text = '']) => text)
const IMPORT = /^import (\{ [\w, ]+ \}) from '\.\.\/src\/trust\/index\.js'$/m
const EXPECTED = /^(.+) \/\/ → (.+)$/gm

test('the page imports the four functions, of the face alone', () => {
  const text = blocks.join('\n')
  expect(text.match(/^import/gm)).toHaveLength(1)
  expect(IMPORT.exec(text)?.[1]).toBe('{ evaluate, examine, parse, suggest }')
})

test('each example gives what the page says', () => {
  const seen: { says: string; expected: unknown; given: unknown }[] = []
  const check = (says: string, given: unknown, text: string): void => {
    const expected: unknown = text === 'undefined' ? undefined : JSON.parse(text)
    seen.push({ says, expected, given })
  }
  const code = blocks
    .join('\n')
    .replace(IMPORT, 'const $1 = trust')
    .replace(
      EXPECTED,
      (_all, says: string, text: string) =>
        `;check(${JSON.stringify(says)}, (${says}), ${JSON.stringify(text)})`,
    )
  new Function('trust', 'check', `'use strict'\n${code}`)(trust, check)
  expect(seen).toHaveLength(page.match(/ \/\/ → /g)?.length ?? 0)
  expect(seen.length).toBeGreaterThan(15)
  for (const { says, expected, given } of seen)
    expect({ says, is: given }).toEqual({ says, is: expected })
})

test('a sign-in without a role leaves the account open, and what is not given open as well', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
    ],
  }
  const read = parse(JSON.stringify(policy))
  if (!read.ok) throw new Error('it is a policy')
  const claims = { iss: 'https://gitlab.com', sub: 'x', aud: 'y' }
  const role = 'arn:aws:iam::111122223333:role/deploy'
  const allowed = (more: Partial<SignIn>) =>
    evaluate(read.value.policy, { claims, now: 0, ...more }).allowed
  expect(allowed({ role })).toBe('undecided')
  expect(allowed({ role, region: 'eu-west-1' })).toBe(true)
  expect(allowed({ role, region: 'us-east-1' })).toBe(false)
  expect(allowed({ region: 'eu-west-1' })).toBe('undecided')
  expect(allowed({ role: role.replace('1111', '4444'), region: 'eu-west-1' })).toBe(false)
  expect(allowed({ role: 'no ARN', region: 'eu-west-1' })).toBe('undecided')
})

test('a time that is none is refused', () => {
  const read = parse('{"Statement": []}')
  if (!read.ok) throw new Error('it is a policy')
  expect(() => evaluate(read.value.policy, { claims: {}, now: Number.NaN })).toThrow(RangeError)
  expect(evaluate(read.value.policy, { claims: {}, now: 0 })).toEqual({
    allowed: false,
    statements: [],
  })
})
