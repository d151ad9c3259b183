// What each function of a template comes to, by itself: a value, a text with open parts, or nothing that is known.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import {
  LONGEST_TEMPLATE_TEXT,
  MOST_TEMPLATE_CHARACTERS,
  MOST_TEMPLATE_STEPS,
} from '../../src/aws/limits.js'
import type { RoleArn } from '../../src/model.js'
import { Resolver, type TemplateValues } from '../../src/trust/intrinsics.js'
import { readJson } from '../../src/trust/json.js'
import { OpenText } from '../../src/trust/open-text.js'
import { hasUnresolved, type Members, Unresolved } from '../../src/trust/tree.js'

const role = knownWith().inputs?.role ?? undefined
const read = (value: unknown): unknown => readJson(JSON.stringify(value)).value
/** `${name}` as functions have it. */
const v = (name: string): string => `$${`{${name}}`}`
const ARN = 'arn:aws:iam::111122223333:oidc-provider/idp.example'

const TEMPLATE = {
  Parameters: {
    Known: { Type: 'String', Default: 'known' },
    Open: { Type: 'String' },
    Stage: { Type: 'String', AllowedValues: ['live', 'test'] },
    List: { Type: 'CommaDelimitedList', Default: 'a, b' },
  },
  Conditions: {
    Yes: { 'Fn::Equals': ['a', 'a'] },
    No: { 'Fn::Equals': ['a', 'b'] },
    Maybe: { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] },
  },
  Mappings: { Map: { live: { branch: 'main' }, test: { branch: 'develop' } } },
  Resources: {
    P: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://idp.example' } },
    Self: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: { Ref: 'Self' } } },
    Own: {
      Type: 'AWS::IAM::OIDCProvider',
      Properties: { Url: { 'Fn::GetAtt': ['Own', 'Arn'] } },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
  },
}

function resolver(more: Partial<TemplateValues> = {}): Resolver {
  const template = read(TEMPLATE) as Members
  return new Resolver({ template, role, given: new Map(), defaults: 'all', ...more })
}

/** Open texts as a person reads them; what is not known, as `null`. */
function shown(value: unknown): unknown {
  if (value instanceof OpenText) return { open: value.display }
  if (value instanceof Unresolved) return null
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one)]))
}
const made = (value: unknown, more: Partial<TemplateValues> = {}): unknown =>
  shown(resolver(more).resolve(read(value)))

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

describe('what stands around functions', () => {
  test('is no function where it has two members', () => {
    expect(made({ Ref: 'Known', More: 'x' })).toEqual({ Ref: 'Known', More: 'x' })
    expect(made({ 'My::Ref': 'Known' })).toEqual({ 'My::Ref': 'Known' })
    expect(made({ RefTo: 'Known' })).toEqual({ RefTo: 'Known' })
  })

  test('loses what is to be left out', () => {
    const none = { Ref: 'AWS::NoValue' }
    expect(made({ a: none, b: ['x', none], c: { Ref: 'Known' } })).toEqual({ b: ['x'], c: 'known' })
  })

  test('keeps its names, which decide nothing, as they are', () => {
    const names = { Sid: '<a>', Id: '<b>', Action: '<c>' }
    expect(made(names, { placeholders: 'all' })).toEqual({ ...names, Action: { open: '<c>' } })
    expect(made({ Sid: { Ref: 'Known' } })).toEqual({ Sid: 'known' })
  })

  test('is told as it was written', () => {
    const written = read({ a: { Ref: 'Known' } }) as Members
    const one = resolver()
    expect(one.writtenOf(one.resolve(written) as Members)).toBe(written)
    expect(one.writtenOf(written)).toBeUndefined()
  })
})

describe('placeholders', () => {
  test.each<[unknown, unknown]>([
    ['{{resolve:ssm:/org}}', { open: '{{resolve:ssm:/org}}' }],
    [{ 'Fn::Sub': `{{resolve:ssm:/${v('Known')}}}` }, { open: '{{resolve:ssm:/known}}' }],
    // Of one that is made of an open part, nobody knows where it ends.
    [{ 'Fn::Sub': `{{resolve:ssm:/${v('Open')}}}` }, null],
    [{ 'Fn::Sub': v('aws:accountId') }, { open: v('aws:accountId') }],
  ])('in %j', (value, expected) => {
    expect(made(value, { placeholders: 'template' })).toEqual(expected)
  })

  test("the account of Serverless is the role's", () => {
    const sub = { 'Fn::Sub': `x/${v('aws:accountId')}` }
    expect(made(sub, { placeholders: 'all' })).toBe('x/111122223333')
    expect(made(sub, { placeholders: 'all', role: undefined })).toEqual({
      open: `x/${v('aws:accountId')}`,
    })
  })
})

describe('the role', () => {
  const pseudo = ['AWS::AccountId', 'AWS::Partition', 'AWS::URLSuffix']
  const refs = pseudo.map((name) => ({ Ref: name }))

  test('that is not known tells nothing', () => {
    expect(made(refs, { role: undefined })).toEqual(pseudo.map((name) => ({ open: v(name) })))
  })

  test('of China is of the partition there', () => {
    const china: RoleArn = {
      text: 'arn:aws-cn:iam::111122223333:role/deploy',
      partition: 'aws-cn',
      account: '111122223333',
      name: 'deploy',
    }
    expect(made(refs, { role: china })).toEqual(['111122223333', 'aws-cn', 'amazonaws.com.cn'])
  })

  test('of another STS has no account and no partition', () => {
    const other: RoleArn = { text: 'deploy', partition: '', account: '', name: 'deploy' }
    expect(made(refs, { role: other })).toEqual(pseudo.map((name) => ({ open: v(name) })))
  })
})

test('what was used are the parameters whose defaults are in it', () => {
  const one = resolver()
  one.resolve(
    read([{ Ref: 'Known' }, { Ref: 'Open' }, { 'Fn::If': ['Yes', 'a', { Ref: 'List' }] }]),
  )
  expect([...one.used]).toEqual(['Known'])
})

describe('bounds', () => {
  const isKnown = (value: unknown): boolean => !hasUnresolved(resolver().resolve(value))

  test('levels', () => {
    const nested = (count: number): unknown =>
      Array.from({ length: count }).reduce<unknown>((inner) => [inner], 'x')
    expect(isKnown(nested(301))).toBe(true)
    expect(isKnown(nested(302))).toBe(false)
    // One beside the other is no deeper.
    expect(isKnown(Array.from({ length: 1_000 }, () => []))).toBe(true)
  })

  test('values', () => {
    const flat = (count: number): unknown => Array.from({ length: count - 1 }, () => [])
    expect(isKnown(flat(MOST_TEMPLATE_STEPS))).toBe(true)
    expect(isKnown(flat(MOST_TEMPLATE_STEPS + 1))).toBe(false)
  })

  test('characters', () => {
    const long = 'x'.repeat(LONGEST_TEMPLATE_TEXT)
    const count = MOST_TEMPLATE_CHARACTERS / LONGEST_TEMPLATE_TEXT
    const joins = Array.from({ length: count }, () => ({ 'Fn::Join': ['', [long]] }))
    const one = { 'Fn::Join': ['', ['x']] }
    expect(isKnown(read(joins))).toBe(true)
    expect(isKnown(read([...joins, one]))).toBe(false)
    // Open texts count by what is known of them.
    const open = { 'Fn::Join': ['', [long, { Ref: 'Stage' }]] }
    const opens = Array.from({ length: count }, () => open)
    const last = (resolver().resolve(read([...opens, one])) as unknown[]).at(-1)
    expect(last).toBeInstanceOf(Unresolved)
  })
})
