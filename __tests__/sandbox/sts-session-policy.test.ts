// Session policies that STS refuses, and those that it takes.
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const allow_all = { Effect: 'Allow', Action: 's3:*', Resource: '*' }

/** A policy of names that do not pack. */
const digests = (many: number): string => {
  const digest = (n: number): string => createHash('sha256').update(String(n)).digest('hex')
  const Resource = Array.from({ length: many }, (_, n) => `arn:aws:s3:::artifacts/${digest(n)}`)
  return JSON.stringify({ Statement: [{ ...allow_all, Resource }] })
}

describe('session policies', () => {
  test.each<[string, string, string, RegExp]>([
    ['not JSON', '{', 'MalformedPolicyDocument', /invalid Json/],
    ['no statement', '{}', 'MalformedPolicyDocument', /Syntax errors/],
    [
      'no effect',
      '{"Statement":[{"Action":"*","Resource":"*"}]}',
      'MalformedPolicyDocument',
      /Syntax/,
    ],
    ['too large', digests(20), 'PackedPolicyTooLarge', /^Packed policy consumes 1\d\d% of/],
    [
      'of more characters than the model allows',
      digests(25),
      'ValidationError',
      /at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048$/,
    ],
  ])('%s', async (_name, Policy, code, message) => {
    const { status, outcome } = await assume(on, { Policy })
    expect(status).toBe(400)
    expect(outcome).toEqual({ code, message: expect.stringMatching(message) })
  })

  test('good ones', async () => {
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow_all] })
    const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const form = { Policy, 'PolicyArns.member.1.arn': arn }
    expect((await assume(on, form)).outcome).toBe('ok')
  })

  test('a long one packs where it says the same again and again', async () => {
    const Policy = JSON.stringify({ Statement: Array(40).fill(allow_all) })
    expect(Policy.length).toBeGreaterThan(digests(20).length)
    expect((await assume(on, { Policy })).outcome).toBe('ok')
  })

  test('eleven managed ones', async () => {
    const arns = Array.from({ length: 11 }, (_, index) => [
      `PolicyArns.member.${index + 1}.arn`,
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    ])
    expect((await assume(on, Object.fromEntries(arns))).outcome).toMatchObject({
      code: 'ValidationError',
    })
  })
})
