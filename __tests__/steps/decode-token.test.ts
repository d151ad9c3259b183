// What is masked of a text that should be a token, and what is told of one that is none.
import { describe, expect, test } from '@jest/globals'
import { tokenMasks } from '../../src/model/secret.js'
import { decodeToken } from '../../src/steps/decode-token.js'
import { FakeWorld } from '../fake-world.js'

describe('a token', () => {
  const decode = (text: string) => decodeToken(new FakeWorld(), text, 'runner')
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = part({ alg: 'RS256' })
  const payload = part({ iss: 'https://x', sub: 's', aud: ['a', 'b'] })

  test.each([
    ['opaque', { problem: 'not-a-jws', parts: 1 }],
    ['a.b', { problem: 'not-a-jws', parts: 2 }],
    ['a.b.c.d', { problem: 'not-a-jws', parts: 4 }],
    ['a.b.c.d.e', { problem: 'encrypted' }],
    [`${header}.${payload}. c`, { problem: 'not-a-jws', parts: 3, whitespace: true }],
    [
      `${header}.${payload.slice(0, 5)}\n${payload.slice(5)}.c`,
      { problem: 'not-a-jws', parts: 3, whitespace: true },
    ],
    [`${header}.${payload}.c more`, { problem: 'more-text', at: 'after' }],
    [`${header}.${payload}.c  v1.2.3`, { problem: 'more-text', at: 'after' }],
    [`${header}.${payload}.c\nsee a.b.c.d`, { problem: 'more-text', at: 'after' }],
    [`Bearer ${header}.${payload}.c`, { problem: 'more-text', at: 'before' }],
    [`token: ${header}.${payload}.c # e.g.`, { problem: 'more-text', at: 'both' }],
    [`${header}.${payload}.c\n${header}.${payload}.c`, { problem: 'more-text', at: 'after' }],
    [`${header}.${payload}.cut\noff`, { problem: 'not-a-jws', parts: 3, whitespace: true }],
    [`${header}.${payload}.${'c'.repeat(342)}\nmore`, { problem: 'more-text', at: 'after' }],
    ['a.b.c.d.e f', { problem: 'not-a-jws', parts: 5, whitespace: true }],
    [`!!.${payload}.c`, { problem: 'header' }],
    [`${part([1])}.${payload}.c`, { problem: 'header' }],
    [`${header}.!!.c`, { problem: 'payload' }],
    [`${header}.${part('text')}.c`, { problem: 'payload' }],
    [`${header}.${part(null)}.c`, { problem: 'payload' }],
  ])('%j is told as %j', (text, problem) => {
    expect(decode(text)).toEqual({ ok: false, failure: { kind: 'token', ...problem } })
  })

  test('is masked by itself where other text stands beside it, but no short word is', () => {
    const world = new FakeWorld()
    const token = `${header}.${payload}.${'c'.repeat(86)}`
    decodeToken(world, `Bearer ${token} and more`, 'file')
    expect(world.runner.masked).toEqual(expect.arrayContaining(tokenMasks(token)))
    for (const word of ['Bearer', 'and', 'more']) expect(world.runner.masked).not.toContain(word)
  })

  test('may have several audiences', () => {
    expect(decode(`${header}.${payload}.c`)).toMatchObject({
      value: { facts: { audiences: ['a', 'b'] } },
    })
  })

  test('of claims in odd types has empty facts, and keeps the claims as they are', () => {
    const odd = { iss: 7, sub: null, aud: [1, 'a', null] }
    expect(decode(`${header}.${part(odd)}.c`)).toMatchObject({
      value: { facts: { issuer: '', subject: '', audiences: ['a'], claims: odd } },
    })
    expect(decode(`${header}.${part({})}.c`)).toMatchObject({ value: { facts: { audiences: [] } } })
  })
})
