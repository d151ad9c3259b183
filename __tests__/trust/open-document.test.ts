// A policy that is written as text with open parts: what is known of it beside them, and where nothing is.
import { describe, expect, test } from '@jest/globals'
import { markedText, unmarked } from '../../src/trust/open-document.js'
import { type Hole, OpenText } from '../../src/trust/open-text.js'
import { Unresolved } from '../../src/trust/tree.js'

const d = (name: string): string => `$${`{${name}}`}`
const open = (...form: readonly (string | Hole)[]) => new OpenText(undefined, [form], 'shown')
function marked(...form: readonly (string | Hole)[]) {
  const made = markedText(open(...form))
  if (!made) throw new Error('not marked')
  return made
}
/** The document that the text is. */
function read(...form: readonly (string | Hole)[]): unknown {
  const text = marked(...form)
  return unmarked(JSON.parse(text.text), text)
}
const owner: Hole = { of: 'Owner' }
const name: Hole = { of: 'Name', parameter: true }
const written: Hole = { of: '<org>', written: true }
const formOf = (value: unknown): unknown =>
  value instanceof OpenText ? value.forms : `not open: ${JSON.stringify(value)}`

test('of several texts none is read', () => {
  expect(markedText(new OpenText(undefined, [['a'], ['b']], 'shown'))).toBeUndefined()
  expect(markedText(new OpenText(undefined, [], 'shown'))).toBeUndefined()
  expect(marked('a', owner, 'b', name).holes).toEqual([owner, name])
})

describe('a value', () => {
  test('has its open parts back, with what stands around them', () => {
    const document = read(
      '{"a": "repo:',
      owner,
      '/',
      name,
      ':*", "b": "',
      owner,
      '", "c": "x"}',
    ) as {
      a: unknown
      b: unknown
      c: unknown
    }
    expect(formOf(document.a)).toEqual([['repo:', owner, '/', name, ':*']])
    expect(formOf(document.b)).toEqual([[owner]])
    expect(document.c).toBe('x')
    expect(JSON.stringify(document)).toBe(
      `{"a":{"Fn::Sub":"repo:${d('Owner')}/${d('Name')}:*"},"b":{"Fn::Sub":"${d('Owner')}"},"c":"x"}`,
    )
  })

  test('stands as it was written, if all of its open parts are placeholders', () => {
    expect(JSON.stringify(read('{"a": "', written, '/x", "b": "', written, owner, '"}'))).toBe(
      `{"a":"<org>/x","b":{"Fn::Sub":"<org>${d('Owner')}"}}`,
    )
  })

  test('may have a dozen of them', () => {
    const many = Array.from({ length: 12 }, (_none, n): Hole => ({ of: `P${n}` }))
    const form = many.flatMap((one) => ['-', one])
    const [value] = read('["', ...form, '"]') as unknown[]
    expect(formOf(value)).toEqual([form])
  })

  test('stands in lists, and beside numbers', () => {
    const document = read('{"a": ["x", "', owner, '", 7, null, [true, "', name, '"]]}') as {
      a: unknown[]
    }
    const [x, one, seven, none, [yes, other] = []] = document.a as [
      unknown,
      unknown,
      unknown,
      unknown,
      unknown[],
    ]
    expect([x, seven, none, yes]).toEqual(['x', 7, null, true])
    expect([formOf(one), formOf(other)]).toEqual([[[owner]], [[name]]])
  })

  test('that has such a sign of its own has no part', () => {
    const text = marked('["', owner, '"]')
    expect(unmarked(['a\ufdd27\ufdd3b'], text)).toEqual(['a7b'])
    expect(unmarked(['7', '\ufdd2\ufdd3'], text)).toEqual(['7', '\ufdd2\ufdd3'])
  })
})

describe('a key that is open', () => {
  const condition = (...key: readonly (string | Hole)[]) =>
    read(
      '{"Statement": [{"Effect": "Allow", "Condition": {"StringEquals": {"',
      ...key,
      '": "x", "aud": "y"}}}, {"Condition": {"Null": {"z": "true"}}}]}',
    )

  test('leaves of the conditions that it is one of nothing but that they are there', () => {
    const document = condition(owner, ':sub') as { Statement: Record<string, unknown>[] }
    expect(document.Statement[0]?.['Effect']).toBe('Allow')
    expect(document.Statement[0]?.['Condition']).toBeInstanceOf(Unresolved)
    expect(JSON.stringify(document.Statement[0]?.['Condition'])).toBe('"Condition"')
    expect(document.Statement[1]).toEqual({ Condition: { Null: { z: 'true' } } })
  })

  test('that is none leaves them as they are', () => {
    expect(condition('x:sub')).toEqual({
      Statement: [
        { Effect: 'Allow', Condition: { StringEquals: { 'x:sub': 'x', aud: 'y' } } },
        { Condition: { Null: { z: 'true' } } },
      ],
    })
  })

  test.each<[string, readonly (string | Hole)[]]>([
    ['of the document', ['{"', owner, '": "x", "Statement": []}']],
    [
      'of one statement of several',
      ['{"Statement": [{"a": "b"}, {"', owner, '": "x"}, {"c": 7}]}'],
    ],
    ['of a principal', ['{"Statement": {"Principal": {"', owner, '": "x", "AWS": "y"}}}']],
    ['around conditions', ['{"Statement": {"', owner, '": {"Condition": {"', owner, '": "x"}}}}']],
  ])('%s leaves nothing of all', (_what, form) => {
    const document = read(...form)
    expect(document).toBeInstanceOf(Unresolved)
    expect(JSON.stringify(document)).toBe('"document"')
  })
})
