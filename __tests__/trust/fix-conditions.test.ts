// What becomes of the condition at fault: which value is put in, which goes, and what a Deny is changed to.
import { describe, expect, test } from '@jest/globals'
import type { TrustSuggestion } from '../../src/model.js'
import { aud, HOST, type Json, MAIN, PINNED, pinned, sub } from './fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from './support.js'

const AUD = { [aud]: 'sts.amazonaws.com' }
const DEV = MAIN.replace('main', 'dev')
const suggested = (policy: unknown, known = knownFor()): TrustSuggestion | undefined =>
  found(examined(policy, known), 'trust-denial').suggestion
/** The condition as it is to be; undefined where the statement stays, and another is added. */
function changed(condition: Json, known = knownFor()): unknown {
  const { diff, statement: text } = suggested(policyOf(statement(condition)), known) ?? { diff: '' }
  return diff === '' ? undefined : JSON.parse(text ?? '').Condition
}

describe('a value of the token', () => {
  const claim = (name: string): string => `${HOST}:${name}`

  test.each<[string, Json, Json]>([
    ['takes the place of an empty list', pinned([]), PINNED],
    ['stands behind those that are there', pinned(['x', DEV]), pinned(['x', DEV, MAIN])],
    [
      'stands behind that of another claim',
      pinned(MAIN, { [claim('actor')]: 'mona' }),
      pinned(MAIN, { [claim('actor')]: ['mona', 'octocat'] }),
    ],
    [
      'stands under the operator that is there',
      { StringEquals: AUD, 'ForAnyValue:StringLike': { [sub]: DEV } },
      { StringEquals: AUD, 'ForAnyValue:StringLike': { [sub]: [DEV, MAIN] } },
    ],
  ])('%s', (_what, before, after) => {
    expect(changed(before)).toEqual(after)
  })

  test.each<[string, Json, Json]>([
    [
      'of several, none is chosen',
      { ...PINNED, 'ForAnyValue:StringEquals': { [claim('amr')]: 'otp' } },
      { amr: ['mfa', 'pwd'] },
    ],
    [
      'that is forbidden is not taken out of the list',
      { ...PINNED, StringNotEquals: { [claim('ref')]: ['refs/heads/main', 'x'] } },
      {},
    ],
    [
      'that may be missing is not what keeps it out',
      { ...PINNED, StringEqualsIfExists: { [claim('ref')]: 'x' } },
      {},
    ],
    ['that the token has not is not made up', pinned(MAIN, { [claim('environment')]: 'live' }), {}],
    [
      'with a wildcard in it would let in others, too',
      { StringEquals: AUD, StringLike: { [sub]: 'x' } },
      { sub: 'repo:octo-org/octo-repo:environment:*' },
    ],
  ])('%s', (_what, condition, claims) => {
    const known = knownFor(claims)
    expect(changed(condition, known)).toBeUndefined()
    expect(suggested(policyOf(statement(condition)), known)?.statement).toContain('"Allow"')
  })
})

describe('the value that comes nearest', () => {
  const IMMUTABLE = 'repo:new-org@123456/octo-repo@456789:ref:refs/heads/main'
  const cluster = 'system:serviceaccount:default:app'

  test.each<[string, string, string, boolean]>([
    ['goes if it can be no subject', 'repo:octo-org/octo-repo:*', MAIN, false],
    [
      'stays if a subject may have a star there',
      'repo:octo-org/octo-repo:environment:*',
      'repo:octo-org/octo-repo:environment:live',
      true,
    ],
    ['goes if only its spelling is wrong', MAIN.replace('octo-org', 'Octo-Org'), MAIN, false],
    ['stays if a branch may be spelled so', MAIN.replace('main', 'Main'), MAIN, true],
    ['goes if it has the old name of the owner', MAIN, IMMUTABLE, false],
    ['stays if it names another branch of another owner', DEV, IMMUTABLE, true],
    [
      'stays if it is the same owner without ids',
      MAIN.replace('octo-org', 'new-org'),
      IMMUTABLE,
      true,
    ],
    ['stays if it is another branch', DEV, MAIN, true],
  ])('%s: %s', (_what, wanted, subject, stays) => {
    expect(changed(pinned(['first', wanted]), knownFor({ sub: subject }))).toEqual(
      pinned(stays ? ['first', wanted, subject] : ['first', subject]),
    )
  })

  test('of another issuer stays if its letter case is wrong: nobody knows who has that', () => {
    const known = knownFor({ sub: cluster, repository: null })
    const wanted = cluster.replace('default', 'Default')
    expect(
      found(examined(policyOf(statement(pinned(wanted))), known), 'trust-denial').problem,
    ).toBe('subject-case')
    expect(changed(pinned(wanted), known)).toEqual(pinned([wanted, cluster]))
  })
})

describe('a key that STS does not offer', () => {
  test.each<[string, Json, Json]>([
    [
      'goes with its operator, if nothing else stands there',
      { ...PINNED, StringLike: { [`${HOST}:event_name`]: 'push' } },
      PINNED,
    ],
    [
      'goes alone, if something does',
      { StringEquals: AUD, StringLike: { [sub]: MAIN, [`${HOST}:event_name`]: 'push' } },
      { StringEquals: AUD, StringLike: { [sub]: MAIN } },
    ],
    [
      'goes alone beside a subject that stands with others',
      {
        StringEquals: AUD,
        StringLike: {
          [sub]: MAIN,
          [`${HOST}:actor`]: 'octo*',
          [`${HOST}:event_name`]: 'push',
        },
      },
      { StringEquals: AUD, StringLike: { [sub]: MAIN, [`${HOST}:actor`]: 'octo*' } },
    ],
    [
      'gets the right name, if its value is right',
      { StringEquals: AUD, StringLike: { 'vstoken.example:sub': MAIN } },
      { StringEquals: AUD, StringLike: { [sub]: MAIN } },
    ],
    [
      'gives way to the subject, if its value is wrong',
      { StringEquals: { ...AUD, 'vstoken.example:sub': 'x' } },
      PINNED,
    ],
    [
      'gives way to the subject, which then has an operator of its own',
      { StringLike: { ...AUD, 'vstoken.example:sub': 'x' } },
      { StringLike: AUD, StringEquals: { [sub]: MAIN } },
    ],
  ])('%s', (_what, before, after) => {
    expect(changed(before)).toEqual(after)
  })
})

test('a key under another prefix does not take the place of the right one, in whatever letters', () => {
  const condition = {
    StringEquals: AUD,
    StringLike: { 'vstoken.example:sub': MAIN, [sub.toUpperCase()]: 'repo:octo-org/octo-repo:*' },
  }
  expect(changed(condition)).toBeUndefined()
})

test('beside a value with an open part, nothing goes', () => {
  const open = 'repo:<org>/other:ref:refs/heads/main'
  const wild = 'repo:octo-org/octo-repo:*'
  const condition = pinned([open, wild])
  expect(found(examined(policyOf(statement(condition))), 'trust-denial').problem).toBe(
    'wildcard-with-equals',
  )
  expect(changed(condition)).toEqual(pinned([open, wild, MAIN]))
})

describe('a Deny is changed to spare this subject', () => {
  const denied = (condition: Json | undefined, known = knownFor()): unknown => {
    const allow = statement({ StringEquals: AUD })
    const one = statement(condition, { Effect: 'Deny', Sid: 'Others' })
    const { diff, statement: text = '{}' } = suggested(policyOf(allow, one), known) ?? {}
    const { Condition, ...others } = JSON.parse(text)
    if (diff === undefined) return undefined
    expect(others).toEqual(statement(undefined, { Effect: 'Deny', Sid: 'Others' }))
    expect(evaluated(policyOf(allow, { ...others, Condition }), known).allowed).toBe(true)
    return Condition
  }
  const repository = { [`${HOST}:repository`]: 'octo-org/other' }
  const starred = 'repo:octo-org/octo-repo:environment:*'

  test.each<[string, Json | undefined, Json]>([
    ['in a list of its own', undefined, { StringNotEquals: { [sub]: MAIN } }],
    [
      'in the list that it has',
      { StringNotEquals: { [sub]: DEV } },
      { StringNotEquals: { [sub]: [DEV, MAIN] } },
    ],
    [
      'in a list of patterns',
      { StringNotLike: { [sub]: ['repo:octo-org/other:*', DEV] } },
      { StringNotLike: { [sub]: ['repo:octo-org/other:*', DEV, MAIN] } },
    ],
    [
      'in the list that stands behind another condition',
      { StringNotEquals: repository, StringNotLike: { [sub]: DEV } },
      { StringNotEquals: repository, StringNotLike: { [sub]: [DEV, MAIN] } },
    ],
    [
      'beside a list of other keys',
      { StringNotEquals: repository },
      { StringNotEquals: { ...repository, [sub]: MAIN } },
    ],
    [
      'beside the list of those whom it denies',
      { StringEquals: { [sub]: [DEV, MAIN] } },
      { StringEquals: { [sub]: [DEV, MAIN] }, StringNotEquals: { [sub]: MAIN } },
    ],
    [
      'beside a list that is another kind of protection',
      { StringNotEqualsIfExists: { [sub]: DEV } },
      { StringNotEqualsIfExists: { [sub]: DEV }, StringNotEquals: { [sub]: MAIN } },
    ],
    [
      'beside a list for all values',
      { 'ForAllValues:StringNotEquals': { [sub]: DEV } },
      { 'ForAllValues:StringNotEquals': { [sub]: DEV }, StringNotEquals: { [sub]: MAIN } },
    ],
  ])('%s', (_what, before, after) => {
    expect(denied(before)).toEqual(after)
  })

  test('beside patterns, if it has a wildcard in it', () => {
    const before = { StringNotLike: { [sub]: DEV } }
    expect(denied(before, knownFor({ sub: starred }))).toEqual({
      ...before,
      StringNotEquals: { [sub]: starred },
    })
  })

  test('but not if the token has none', () => {
    expect(denied(undefined, knownFor({ sub: null }))).toBeUndefined()
  })
})
