// Proves: what a policy can have compared is bounded, what is not compared is not decided, and what people write is.
import { describe, expect, test } from '@jest/globals'
import { contextOf } from '../../src/trust/context.js'
import { Effort } from '../../src/trust/effort.js'
import { evaluate } from '../../src/trust/evaluate.js'
import { allOpenings } from '../../src/trust/overly-permissive.js'
import { sub } from './fixtures.js'
import { examined, found, knownFor, parsed, policyOf, statement } from './support.js'

const patterns = (number: number, pattern: (at: number) => string): string[] =>
  Array.from({ length: number }, (_one, at) => pattern(at))

test('takes what it is to compare all with all, and then no more', () => {
  const effort = new Effort(1_000)
  expect(effort.take(['abc', 'd'], ['text'])).toBe(true)
  expect(effort.isSpent).toBe(false)
  expect(
    effort.take(
      patterns(10, () => 'abc'),
      ['text'],
    ),
  ).toBe(false)
  expect(effort.isSpent).toBe(true)
  expect(effort.take([], [])).toBe(false)
})

test('what has to be read before it is compared takes more', () => {
  expect(new Effort(4_100).take(['10.0.0.0/8'], ['10.1.1.1'], 'value')).toBe(true)
  expect(new Effort(3_900).take(['10.0.0.0/8'], ['10.1.1.1'], 'value')).toBe(false)
})

describe('more comparisons than a sign-in can want', () => {
  const wanted = patterns(1_600, (at) => `*${at}*`)
  const policy = policyOf(statement({ 'ForAnyValue:StringLike': { [sub]: wanted } }))

  test('are undecided, and none is made', () => {
    const known = knownFor({ sub: 'x'.repeat(13_000) })
    const facts = examined(policy, known)
    expect(facts.allowed).toBe('undecided')
    expect(found(facts, 'trust-undecided').undecided).toMatchObject([{ what: 'condition' }])
  })

  test("are made where the subject is one of GitHub's", () => {
    expect(examined(policy).allowed).toBe(false)
  })
})

test('hundreds of probe subjects before hundreds of patterns: a bounded number is put', () => {
  const subjects = patterns(300, (at) => `repo:o${at}/r${at}:ref:refs/heads/b${at}`)
  const denied = statement({ StringLike: { [sub]: subjects } }, { Effect: 'Deny' })
  const known = knownFor()
  const { policy } = parsed(policyOf(statement(undefined), denied), known)
  const { token, inputs, now } = known
  if (!token || !inputs) throw new Error('no token, or no inputs')
  const context = contextOf({ token, inputs, now })
  let asked = 0
  const counting = {
    ...context,
    key: (name: string) => {
      asked++
      return context.key(name)
    },
  }
  const many = Array.from({ length: 200 }, () => policy.statements).flat()
  const whole = {
    ...policy,
    statements: many.map((one, index) => ({ ...one, index })),
  }
  allOpenings(whole, evaluate(whole, counting), counting)
  expect(asked).toBeLessThan(2_000)
})

test('a comparison takes by the characters of both sides', () => {
  const spent = (wanted: readonly unknown[], actual: readonly string[]): number => {
    let most = 0
    while (!new Effort(most).take(wanted, actual)) most++
    return most
  }
  expect(spent([7], ['ab', 'cd'])).toBe(spent([''], ['ab', 'cd']))
  expect(spent(['x'.repeat(99)], ['ab', 'cd'])).toBeGreaterThan(spent(['x'], ['ab', 'cd']))
  expect(spent(['x'.repeat(99)], ['ab', 'c'.repeat(99)])).toBeGreaterThan(
    spent(['x'.repeat(99)], ['ab', 'cd']),
  )
  expect(spent(['x'.repeat(99)], ['c'.repeat(99), 'ab'])).toBe(
    spent(['x'.repeat(99)], ['ab', 'c'.repeat(99)]),
  )
  // All of it may be spent, and no more.
  const effort = new Effort(spent(['x'], ['y']))
  expect([effort.take(['x'], ['y']), effort.isSpent]).toEqual([true, false])
})
