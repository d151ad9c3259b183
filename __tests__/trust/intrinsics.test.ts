// What is resolved of a template, and what stays as it is: around functions, by the role, with placeholders, within bounds.
import { describe, expect, test } from '@jest/globals'
import {
  LONGEST_TEMPLATE_TEXT,
  MOST_TEMPLATE_CHARACTERS,
  MOST_TEMPLATE_STEPS,
} from '../../src/aws/limits.js'
import type { RoleArn } from '../../src/model.js'
import { hasUnresolved, type Members, Unresolved } from '../../src/trust/tree.js'
import { made, read, resolver, v } from './resolved.js'

describe('what stands around functions', () => {
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

  test('is as it is, null too', () => {
    expect(made({ a: null, b: [null, 7, true] })).toEqual({ a: null, b: [null, 7, true] })
  })

  test('is left out if both branches leave it out', () => {
    const none = { Ref: 'AWS::NoValue' }
    expect(made({ a: { 'Fn::If': ['Maybe', none, none] }, b: 1 })).toEqual({ b: 1 })
  })
})

test('what is open is told as it is written', () => {
  for (const name of ['Open', 'Bucket', 'AWS::Region'])
    expect(JSON.stringify(resolver().resolve(read({ Ref: name })))).toBe(`{"Ref":"${name}"}`)
})

test('a provider is looked at once, also if its URL is itself', () => {
  const looksAt = (url: unknown, references: readonly object[]): number => {
    let looks = 0
    const provider = Object.defineProperty({ Type: 'AWS::IAM::OIDCProvider' }, 'Properties', {
      get: () => {
        looks++
        return read({ Url: url })
      },
    })
    resolver({ template: { Resources: { P: provider } } }).resolve(read(references))
    return looks
  }
  const references = [{ Ref: 'P' }, { 'Fn::GetAtt': ['P', 'Arn'] }, { 'Fn::GetAtt': ['P', 'Arn'] }]
  expect(looksAt('https://idp.example', references)).toBe(1)
  expect(looksAt({ Ref: 'P' }, references)).toBe(1)
  expect(looksAt({ 'Fn::GetAtt': ['P', 'Arn'] }, references)).toBe(1)
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
    expect(made({ Ref: 'Open' }, { placeholders: 'all' })).toEqual({ open: v('Open') })
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
