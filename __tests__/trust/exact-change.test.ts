// The proof that a change admits one subject: what pins a claim, what does not, and what a Deny may be opened to.
import { describe, expect, test } from '@jest/globals'
import { contextOf } from '../../src/trust/context.js'
import { admitsOnly, exactValue, exemptsOnly } from '../../src/trust/exact-change.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { knownFor, parsed, policyOf, statement } from './support.js'

function askedOf(...statements: readonly unknown[]) {
  const { token, inputs, now } = knownFor()
  if (!token || !inputs) throw new Error('the baseline has both')
  return {
    policy: parsed(policyOf(...statements)).policy,
    context: contextOf({ token, inputs, now }),
  }
}

describe('a changed statement', () => {
  const admits = (Condition: Json, widened?: string): boolean =>
    admitsOnly({ draft: { Condition }, ...(widened ? { widened } : {}) }, askedOf())
  const AUD = { [aud]: 'sts.amazonaws.com' }

  test.each<[string, Json, string | undefined, boolean]>([
    ['both keys pinned', PINNED, undefined, true],
    [
      'pinned under StringLike, in any letter case of the key',
      { StringLike: { [sub.toUpperCase()]: MAIN }, StringEquals: AUD },
      undefined,
      true,
    ],
    [
      'pinned for any of the values',
      { 'ForAnyValue:StringEquals': { [sub]: [MAIN], ...AUD } },
      undefined,
      true,
    ],
    ['the subject widened beside the audience', pinned(['x', MAIN]), sub, true],
    [
      'the audience widened beside the subject',
      pinned(MAIN, { [aud]: ['x', 'sts.amazonaws.com'] }),
      aud,
      true,
    ],
    [
      'another key widened beside both',
      pinned(MAIN, { [`${HOST}:actor`]: ['a', 'b'] }),
      `${HOST}:actor`,
      true,
    ],
    [
      'another key widened beside a pattern',
      { StringLike: { [sub]: 'repo:octo-org/*' }, StringEquals: AUD },
      `${HOST}:actor`,
      false,
    ],
    ['several subjects', pinned(['x', MAIN]), undefined, false],
    ['several audiences', pinned(['x', MAIN], { [aud]: ['x', 'sts.amazonaws.com'] }), sub, false],
    ['no audience', { StringEquals: { [sub]: MAIN } }, undefined, false],
    [
      'a key of another issuer',
      { StringEquals: { ...AUD, 'gitlab.com:sub': MAIN } },
      undefined,
      false,
    ],
    [
      'a key that may be missing',
      { StringEqualsIfExists: { [sub]: MAIN }, StringEquals: AUD },
      undefined,
      false,
    ],
    [
      'ForAllValues',
      { 'ForAllValues:StringEquals': { [sub]: MAIN }, StringEquals: AUD },
      undefined,
      false,
    ],
    [
      'any letter case',
      { StringEqualsIgnoreCase: { [sub]: MAIN }, StringEquals: AUD },
      undefined,
      false,
    ],
    ['a negation', { StringNotEquals: { [sub]: MAIN }, StringEquals: AUD }, undefined, false],
    ['an empty list', pinned([]), undefined, false],
  ])('with %s', (_what, condition, widened, is) => {
    expect(admits(condition, widened)).toBe(is)
  })
})

describe('a Deny is opened to the subject alone', () => {
  const open = { StringLike: { [sub]: 'repo:octo-org/*' } }
  test.each<[string, Json, boolean]>([
    ['the audience pinned', statement(PINNED), true],
    ['no audience', statement(open), false],
    ['no audience, for another subject', statement({ StringEquals: { [sub]: 'x' } }), true],
    [
      'no audience, for another subject and this actor',
      statement({ StringEquals: { [sub]: 'x', [`${HOST}:actor`]: 'octocat' } }),
      true,
    ],
    [
      'no audience, for another provider',
      statement(open, { Principal: { Federated: `${PROVIDER}/x` } }),
      true,
    ],
    ['no audience, for another action', statement(open, { Action: 'sts:TagSession' }), true],
    [
      'no audience, for both actions',
      statement(open, { Action: ['sts:TagSession', ACTION] }),
      false,
    ],
    ['a form that IAM would not take', { ...statement(PINNED), Resource: '*' }, false],
    ['the effect Deny', statement(open, { Effect: 'Deny' }), true],
  ])('beside a statement with %s', (_what, one, is) => {
    expect(exemptsOnly(askedOf(statement(PINNED), one))).toBe(is)
  })
})

test.each<[string, string, boolean, string | undefined]>([
  ['a$' + '{b}', 'StringEquals', true, 'a$' + '{$}{b}'],
  ['a$' + '{b}', 'StringEquals', false, 'a$' + '{b}'],
  ['a*', 'StringEquals', true, 'a*'],
  ['a*', 'StringLike', true, undefined],
  ['a?', 'ForAnyValue:StringLike', false, undefined],
])('%s under %s, variables %s', (text, operator, variables, value) => {
  expect(exactValue(text, operator, { variables, statements: [] })).toBe(value)
})
