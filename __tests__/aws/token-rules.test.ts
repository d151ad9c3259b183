// What STS asks of a token's claims: times, tags, the party that it is for, and what gives GitHub away.
import { expect, test } from '@jest/globals'
import {
  audienceOf,
  carriesTags,
  isGitHub,
  partyOf,
  REQUIRED_CLAIMS,
  secondsOf,
  TAGS_CLAIM,
  TIME_CLAIMS,
} from '../../src/aws/token-rules.js'

test('the claims that no token may lack, and those that are times', () => {
  expect(REQUIRED_CLAIMS).toEqual(['iss', 'sub', 'aud', 'iat', 'exp'])
  expect(TIME_CLAIMS).toEqual(['iat', 'nbf', 'exp'])
})

test.each<[string, Readonly<Record<string, unknown>>, boolean]>([
  ['one claim', { sub: 'x', [TAGS_CLAIM]: {} }, true],
  ['a claim for each', { sub: 'x', [`${TAGS_CLAIM}/principal_tags/Team`]: 'a' }, true],
  ['a claim that begins alike', { sub: 'x', [`${TAGS_CLAIM}s`]: 'a' }, false],
  ['a claim that ends alike', { sub: 'x', [`x${TAGS_CLAIM}/`]: 'a' }, false],
  ['none', { sub: 'x' }, false],
])('tags in %s', (_what, claims, carries) => {
  expect(carriesTags(claims)).toBe(carries)
})

test.each<[unknown, number | undefined]>([
  [7, 7],
  ['7', 7],
  ['0012', 12],
  ['', undefined],
  ['x7', undefined],
  ['7x', undefined],
  [1.5, undefined],
  [Number.MAX_SAFE_INTEGER + 1, undefined],
  [null, undefined],
  [[7], undefined],
])('%j as a time is %s', (claim, seconds) => {
  expect(secondsOf(claim)).toBe(seconds)
})

test.each<[Readonly<Record<string, unknown>>, string, string]>([
  [{ aud: 'a' }, 'aud', 'a'],
  [{ aud: ['a', 'b'] }, 'aud', 'a'],
  [{ aud: 'a', azp: 'p' }, 'azp', 'p'],
  [{ aud: 'a', azp: '' }, 'azp', 'otherwise'],
  [{ aud: 'a', azp: null }, 'azp', 'otherwise'],
  [{ aud: [] }, 'aud', 'otherwise'],
  [{ aud: 7 }, 'aud', 'otherwise'],
  [{}, 'aud', 'otherwise'],
])('of %j, STS compares %s: %s', (claims, claim, audience) => {
  expect(partyOf(claims)).toEqual({ claim, value: claims[claim] })
  expect(audienceOf(claims, 'otherwise')).toBe(audience)
})

test('GitHub has a repository in its tokens', () => {
  expect([{ repository: 'o/r' }, { repository: 7 }, {}].map(isGitHub)).toEqual([true, false, false])
})
