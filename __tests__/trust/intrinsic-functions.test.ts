// What each function of a template comes to, by itself: a value, a text with open parts, or nothing that is known.
import { describe, expect, test } from '@jest/globals'
import { LONGEST_TEMPLATE_TEXT } from '../../src/aws/limits.js'
import { ARN, made, v } from './resolved.js'

describe.each<[string, readonly (readonly [argument: unknown, value: unknown])[]]>([
  [
    'Ref',
    [
      ['Known', 'known'],
      ['Open', { open: v('Open') }],
      ['Stage', { open: v('Stage') }],
      ['List', ['a', 'b']],
      ['P', ARN],
      ['Bucket', { open: v('Bucket') }],
      ['Nobody', { open: v('Nobody') }],
      // A provider whose URL is itself.
      ['Self', { open: `arn:aws:iam::111122223333:oidc-provider/${v('Url')}` }],
      [7, null],
      ['AWS::AccountId', '111122223333'],
      ['AWS::Partition', 'aws'],
      ['AWS::URLSuffix', 'amazonaws.com'],
      ['AWS::Region', { open: v('AWS::Region') }],
    ],
  ],
  [
    'Fn::GetAtt',
    [
      ['P.Arn', ARN],
      [['P', 'Arn'], ARN],
      [['P', 'Url'], { open: v('P.Url') }],
      ['Stack.Outputs.Arn', { open: v('Stack.Outputs.Arn') }],
      [['Own', 'Arn'], { open: `arn:aws:iam::111122223333:oidc-provider/${v('Url')}` }],
      [[{ a: 1 }, 'Arn'], null],
      [['Bucket', { Ref: 'Known' }], null],
    ],
  ],
  [
    'Fn::Sub',
    [
      [`a/${v('Known')}/b`, 'a/known/b'],
      [`${v('Known')}${v('Open')}}`, { open: `known${v('Open')}}` }],
      [`${v('P.Arn')}`, ARN],
      [`${v('P.Url')}`, { open: v('P.Url') }],
      [`${v('P.Arn.x')}`, { open: v('P.Arn.x') }],
      [`${v('!Known')}`, v('Known')],
      [[`${v('X')}/${v('Known')}`, { X: { Ref: 'Known' }, Known: 'own' }], 'known/own'],
      [[v('toString'), {}], { open: v('toString') }],
      [[v('Known'), 7], 'known'],
      ['plain', 'plain'],
      [`${v(`self:${v('Known')}`)}`, null],
      [7, null],
      ['x'.repeat(LONGEST_TEMPLATE_TEXT), 'x'.repeat(LONGEST_TEMPLATE_TEXT)],
      ['x'.repeat(LONGEST_TEMPLATE_TEXT + 1), null],
      [[v('X'), { X: 'x'.repeat(LONGEST_TEMPLATE_TEXT) }], 'x'.repeat(LONGEST_TEMPLATE_TEXT)],
      [[v('X') + v('Y'), { X: 'x'.repeat(LONGEST_TEMPLATE_TEXT), Y: 'y' }], null],
    ],
  ],
  [
    'Fn::Join',
    [
      [['-', ['a', { Ref: 'Known' }, 7]], 'a-known-7'],
      [['-', { Ref: 'List' }], 'a-b'],
      [['-', []], ''],
      [['', ['a', { Ref: 'Open' }]], { open: `a${v('Open')}` }],
      [['', ['a', { 'Fn::ImportValue': 'x' }]], { open: `a${v('part 2')}` }],
      [['-', ['a', { Ref: 'AWS::NoValue' }, 'b']], 'a-b'],
      [['-', { Ref: 'Open' }], null],
      [[7, ['a']], null],
      ['-', null],
      [['', ['x'.repeat(LONGEST_TEMPLATE_TEXT)]], 'x'.repeat(LONGEST_TEMPLATE_TEXT)],
      [['', ['x'.repeat(LONGEST_TEMPLATE_TEXT), 'y']], null],
      [['x'.repeat(LONGEST_TEMPLATE_TEXT / 2), ['', '']], 'x'.repeat(LONGEST_TEMPLATE_TEXT / 2)],
      [['x'.repeat(LONGEST_TEMPLATE_TEXT / 2 + 1), ['', '']], null],
    ],
  ],
  [
    'Fn::Split',
    [
      [
        ['/', 'a/b'],
        ['a', 'b'],
      ],
      [['/', { Ref: 'Known' }], ['known']],
      [['/', { Ref: 'Open' }], null],
      [['', 'a/b'], null],
      [[7, 'a7b'], null],
      ['/', null],
    ],
  ],
  [
    'Fn::Select',
    [
      [[1, ['a', 'b']], 'b'],
      [['0', { Ref: 'List' }], 'a'],
      [[2, ['a', 'b']], null],
      [[{ Ref: 'Open' }, ['a']], null],
      [[0, 'ab'], null],
      [0, null],
    ],
  ],
  [
    'Fn::If',
    [
      [['Yes', 'a', 'b'], 'a'],
      [['No', 'a', 'b'], 'b'],
      [['Maybe', 'a', { Ref: 'Known' }], { open: v('If Maybe') }],
      [['Maybe', { a: ['x'] }, { a: ['x'] }], { a: ['x'] }],
      [['Maybe', { a: 'x' }, { a: 'y' }], null],
      [['Maybe', 'a', { Ref: 'AWS::NoValue' }], null],
      [['Maybe', 'a'], null],
      [['Maybe'], null],
      [['Nobody', 'a', 'a'], 'a'],
      [[7, 'a', 'b'], { open: v('If ') }],
      ['Yes', null],
    ],
  ],
  [
    'Fn::FindInMap',
    [
      [['Map', 'live', 'branch'], 'main'],
      [['Map', { Ref: 'Stage' }, 'branch'], { open: v('Map') }],
      [['Map', { Ref: 'Open' }, 'branch'], null],
      [['Map', 'live', { Ref: 'Open' }], null],
      [['Map', 'live', 'other'], null],
      [['Map', 'live', 'other', { DefaultValue: 'x' }], 'x'],
      [['Map', 'other', 'branch', { DefaultValue: 'x' }], 'x'],
      [['Map', 'live', 'branch', { DefaultValue: 'x' }], 'main'],
      [['Map', 'live', ['branch']], null],
      [
        ['Map', 'list', 'branch'],
        ['a', 'b'],
      ],
      [['Map', { Ref: 'Open' }, 'branch', { DefaultValue: 'x' }], null],
      [['Map', 'live', { Ref: 'Open' }, { DefaultValue: 'x' }], null],
      [[{ a: 1 }, 'live', 'branch'], null],
      [['Other', 'live', 'branch'], null],
      [[{ Ref: 'Open' }, 'live', 'branch'], null],
      ['Map', null],
    ],
  ],
  [
    'Fn::ToJsonString',
    [
      [{ a: [1, { Ref: 'Known' }] }, '{"a":[1,"known"]}'],
      [{ a: { Ref: 'Open' } }, null],
      [{ Ref: 'AWS::NoValue' }, null],
      ['x'.repeat(LONGEST_TEMPLATE_TEXT - 2), `"${'x'.repeat(LONGEST_TEMPLATE_TEXT - 2)}"`],
      ['x'.repeat(LONGEST_TEMPLATE_TEXT - 1), null],
    ],
  ],
  ['Fn::Base64', [['a', null]]],
])('%s', (name, rows) => {
  const named = rows.map((row) => [JSON.stringify(row[0]).slice(0, 60), ...row] as const)
  test.each(named)('of %s', (_text, argument, value) => {
    expect(made({ [name]: argument })).toEqual(value)
  })
})

test('what has another name, or two, is no function', () => {
  expect(made({ Ref: 'Known', More: 'x' })).toEqual({ Ref: 'Known', More: 'x' })
  expect(made({ 'My::Ref': 'Known' })).toEqual({ 'My::Ref': 'Known' })
  expect(made({ RefTo: 'Known' })).toEqual({ RefTo: 'Known' })
})
