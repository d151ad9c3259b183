// Which language a text is in, told by how it begins, and which document is in it as text.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { DocumentKind } from '../../src/model.js'
import { kindOf, readText, readWhole } from '../../src/trust/document.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const made = (read: ReturnType<typeof readText>): unknown =>
  'reason' in read ? read.reason : plain(read.value)

describe('YAML is', () => {
  test.each<[string, string, unknown]>([
    ['a name in quotes', '"Version": 1\nStatement: []', { Version: 1, Statement: [] }],
    ['such a name before a blank', '"Version" : 1', { Version: 1 }],
    ['such a name with quotes in it', '"a\\"b": 1\nc: 2', { 'a"b': 1, c: 2 }],
    ['a comment with a bracket', '#[who may deploy]\nStatement: []', { Statement: [] }],
    ['a list', '-  Effect: Allow', [{ Effect: 'Allow' }]],
    ['a name alone', 'Statement:', { Statement: null }],
  ])('what begins with %s', (_what, text, value) => {
    expect(made(readText(text))).toEqual(value)
  })
})

describe('JSON is', () => {
  const place = { line: 3, column: 1 }
  test.each<[string, string, unknown]>([
    ['a text', '"a: b"', 'a: b'],
    ['words', 'see a: b', { problem: 'not-json', error: 'symbol', place: { line: 1, column: 1 } }],
    [
      'a bracket behind white space',
      ' {\n"Statement": [],\n}',
      { problem: 'not-json', error: 'name-expected', place },
    ],
  ])('what begins with %s', (_what, text, value) => {
    expect(made(readText(text))).toEqual(value)
  })
})

test('YAML that is none has placeholders, wherever they are', () => {
  const place = { line: 3, column: 1 }
  expect(made(readText('a: {{ x }}\nb: [1\n'))).toEqual({ problem: 'placeholders', place })
  expect(made(readText('a: x\nb: [1\n'))).toMatchObject({ problem: 'not-yaml', place })
})

describe('a text in a text', () => {
  test.each<[string, unknown]>([
    ['{"Statement": []}', { Statement: [] }],
    ['\n [1]', [1]],
    ['see [1]', 'see [1]'],
    ['a[1]', 'a[1]'],
  ])('%j', (inner, value) => {
    expect(made(readWhole(JSON.stringify(inner)))).toEqual(value)
  })

  test('that says it is encoded, and is not, is read as it is', () => {
    const text = JSON.stringify({ AssumeRolePolicyDocument: '%7B%ZZ' })
    expect(parseTrustPolicy(text, knownWith().inputs?.role)).toEqual({
      ok: false,
      reason: { problem: 'not-json', error: 'symbol', place: { line: 1, column: 1 } },
      address: { in: 'iam' },
    })
  })
})

test.each<[unknown, DocumentKind]>([
  ['a', { type: 'string' }],
  [7, { type: 'number' }],
  [true, { type: 'boolean' }],
  [null, { type: 'null' }],
])('%j is told for what it is', (value, kind) => {
  expect(kindOf(value)).toEqual(kind)
})
