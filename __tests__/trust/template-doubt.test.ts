// On which defaults of a template a verdict hangs: the fewest with which it is the same, and none where it is so anyway.
import { describe, expect, test } from '@jest/globals'
import { contextOf } from '../../src/trust/context.js'
import { evaluate } from '../../src/trust/evaluate.js'
import { allOpenings } from '../../src/trust/overly-permissive.js'
import type { TemplatePolicy } from '../../src/trust/parse.js'
import type { Policy } from '../../src/trust/policy.js'
import {
  denialByNeeded,
  doubtOfIds,
  doubtOfOpenings,
  doubtOfVerdict,
} from '../../src/trust/template-doubt.js'
import { aud, PINNED, pinned, sub } from './fixtures.js'
import { knownFor, parsed, policyOf, statement } from './support.js'

const { token, inputs, now } = knownFor()
if (!token || !inputs) throw new Error('the baseline has both')
const CONTEXT = contextOf({ token, inputs, now })

const policyFor = (...conditions: readonly Readonly<Record<string, unknown>>[]): Policy =>
  parsed(policyOf(...conditions.map((condition) => statement(condition)))).policy
const like = (pattern: string) => ({
  StringEquals: { [aud]: 'sts.amazonaws.com' },
  StringLike: { [sub]: pattern },
})
const ALLOWS = policyFor(PINNED)
const DENIES = policyFor(pinned('repo:octo-org/other:ref:refs/heads/main'))
const ODD = parsed(policyOf(7)).policy

/** With the policy that some defaults make. */
function templateOf(
  defaults: string,
  policyWith: (has: (name: string) => boolean) => Policy | undefined,
  more: Partial<TemplatePolicy> = {},
): TemplatePolicy {
  const read = (names: ReadonlySet<string>) => policyWith((name) => names.has(name))
  return { defaults: [...defaults], policyWith: read, ...more }
}

describe('a verdict', () => {
  const doubt = (template: TemplatePolicy, policy = ALLOWS): unknown =>
    doubtOfVerdict(evaluate(policy, CONTEXT), template, CONTEXT)

  test('that is so without any default hangs on none', () => {
    expect(doubt(templateOf('ab', () => ALLOWS))).toBeUndefined()
    expect(doubt(templateOf('', () => ALLOWS))).toBeUndefined()
    const unnamed = templateOf('ab', () => ALLOWS, { unnamed: true })
    expect(doubt(unnamed)).toEqual({ defaults: [], unnamed: true })
  })

  test('hangs on those defaults alone without which it would be another', () => {
    expect(doubt(templateOf('abc', (has) => (has('b') ? ALLOWS : DENIES)))).toEqual({
      defaults: ['b'],
    })
    const both = templateOf('abc', (has) => (has('a') && has('c') ? ALLOWS : DENIES))
    expect(doubt(both)).toEqual({ defaults: ['a', 'c'] })
    // Either would do: the last is kept.
    const either = templateOf('abc', (has) => (has('a') || has('c') ? ALLOWS : DENIES))
    expect(doubt(either)).toEqual({ defaults: ['c'] })
  })

  test('hangs on a default without which there is no policy, or an undecided one', () => {
    for (const other of [undefined, ODD])
      expect(doubt(templateOf('ab', (has) => (has('a') ? ALLOWS : other)))).toEqual({
        defaults: ['a'],
      })
  })

  test('that is undecided hangs on nothing', () => {
    expect(
      doubt(
        templateOf('a', () => ALLOWS),
        ODD,
      ),
    ).toBeUndefined()
  })

  test('of more than eight defaults names all', () => {
    const one = (has: (name: string) => boolean): Policy => (has('b') ? ALLOWS : DENIES)
    expect(doubt(templateOf('abcdefgh', one))).toEqual({ defaults: ['b'] })
    expect(doubt(templateOf('abcdefghi', one))).toEqual({ defaults: [...'abcdefghi'] })
  })
})

describe('a denial', () => {
  const denial = (template: TemplatePolicy | undefined, policy = DENIES, doubt?: string) =>
    denialByNeeded(evaluate(policy, CONTEXT), template, {
      doubt: doubt === undefined ? undefined : { defaults: [...doubt] },
      context: CONTEXT,
    })

  test('is that of the policy with the defaults alone that it hangs on', () => {
    const template = templateOf('ab', (has) => (has('a') && !has('b') ? DENIES : ALLOWS))
    expect(denial(template, DENIES, 'a')?.policy).toBe(DENIES)
    expect(denial(template, DENIES, 'a')?.evaluation.allowed).toBe(false)
    expect(denial(templateOf('ab', () => DENIES))?.policy).toBe(DENIES)
  })

  test.each<[string, TemplatePolicy | undefined, Policy]>([
    ['the policy allows', templateOf('a', () => DENIES), ALLOWS],
    ['the policy is undecided', templateOf('a', () => DENIES), ODD],
    ['it is of no template', undefined, DENIES],
    ['there is no policy by those', templateOf('a', () => undefined), DENIES],
    ['those allow', templateOf('a', () => ALLOWS), DENIES],
    ['those are undecided', templateOf('a', () => ODD), DENIES],
  ])('is none if %s', (_what, template, policy) => {
    expect(denial(template, policy)).toBeUndefined()
  })
})

describe('who else is let in', () => {
  const OWNER = policyFor(like('repo:octo-org/*'))
  const found = (policy: Policy) => allOpenings(policy, evaluate(policy, CONTEXT), CONTEXT)
  const doubt = (template: TemplatePolicy, policy = OWNER): unknown =>
    doubtOfOpenings(found(policy).openings, template, CONTEXT)

  test('hangs on the default without which it would be others, or nobody', () => {
    const others = [ALLOWS, policyFor(like('*')), undefined]
    for (const other of others)
      expect(doubt(templateOf('ab', (has) => (has('b') ? OWNER : other)))).toEqual({
        defaults: ['b'],
      })
  })

  test('hangs on none if it is so anyway', () => {
    expect(doubt(templateOf('ab', () => OWNER))).toBeUndefined()
  })

  test('is in no doubt if it is nobody', () => {
    expect(
      doubt(
        templateOf('a', () => OWNER),
        ALLOWS,
      ),
    ).toBeUndefined()
  })
})

describe('open ids', () => {
  const ids = 'repo:octo-org@1/octo-repo@2:ref:refs/heads/main'
  const known = knownFor({ sub: ids })
  if (!known.token) throw new Error('the baseline has one')
  const context = contextOf({ token: known.token, inputs, now })
  const [one, other] = [
    'repo:octo-org@*/octo-repo@*:ref:refs/heads/main',
    'repo:octo-org@1/octo-repo@*:*',
  ]
  const patternsOf = (policy: Policy) => allOpenings(policy, evaluate(policy, context), context).ids
  const open = policyFor(like(one), like(other))

  test('hang on the default without which there would be fewer', () => {
    expect(patternsOf(open).map(({ pattern }) => pattern)).toEqual([one, other])
    for (const policy of [policyFor(like(one)), policyFor(pinned(ids))]) {
      const template = templateOf('ab', (has) => (has('a') ? open : policy))
      expect(doubtOfIds(patternsOf(open), template, context)).toEqual({ defaults: ['a'] })
    }
  })

  test('hang on none if they are the same, in whatever order', () => {
    const turned = policyFor(like(other), like(one))
    expect(patternsOf(turned).map(({ pattern }) => pattern)).toEqual([other, one])
    expect(
      doubtOfIds(
        patternsOf(open),
        templateOf('a', () => turned),
        context,
      ),
    ).toBeUndefined()
  })
})
