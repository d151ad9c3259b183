// One value of a policy against one of a request, by the type of the operator: at the bounds, and beyond what IAM defines.
import { describe, expect, test } from '@jest/globals'
import {
  arnLike,
  bool,
  date,
  equals,
  equalsIgnoreCase,
  ipAddress,
  like,
  numeric,
  undecided,
} from '../../src/trust/compare.js'
import { literal } from '../../src/trust/variables.js'

const same = (n: number): boolean => n === 0
const less = (n: number): boolean => n < 0

test('text: letter by letter, without regard to case, or by wildcards that are none in what is filled in', () => {
  expect([equals('a*', 'a*'), equals('a', 'A'), equals('a*', literal('a*'))]).toEqual([
    true,
    false,
    true,
  ])
  expect([equalsIgnoreCase('aB', 'Ab'), equalsIgnoreCase('a', 'b')]).toEqual([true, false])
  expect([like('ab', 'a*'), like('ab', literal('a*')), like('a*', literal('a*'))]).toEqual([
    true,
    false,
    true,
  ])
})

test.each([
  ['arn:aws:iam::1:role/x', 'arn:aws:iam::*:role/*', true],
  ['arn:aws:iam::1:role/x', 'arn:aws:*:role/*', 'undecided'],
  ['arn:aws:iam::1:role/x:y', 'arn:*:iam::1:role/*', true],
  ['arn:aws:iam::1:a:b', 'arn:aws:iam::1:a', false],
  ['arn:aws:iam::1:a', 'arn:aws:iam::1:a:b', false],
  ['arn:aws:iam::1:b', 'arn:aws:iam::1:a', false],
  ['arn:aws:iam::2:a', 'arn:aws:iam::1:a', false],
  ['arn:aws:iam::1:a', '*:aws:iam::1:a', true],
  ['arn:aws:iam::1:a', 'x:aws:iam::1:a', 'undecided'],
  ['text', 'arn:aws:iam::1:a', 'unlike'],
])('the ARN %s against %s: %s', (actual, wanted, compared) => {
  expect(arnLike(actual, wanted)).toBe(compared)
})

test.each([
  ['true', 'TRUE', true],
  ['True', 'true', true],
  ['false', 'true', false],
  ['true', 'untrue', 'undecided'],
  ['true', 'trues', 'undecided'],
])('the truth %s against %s: %s', (actual, wanted, compared) => {
  expect(bool(actual, wanted)).toBe(compared)
})

describe('numbers', () => {
  test.each([
    ['1', '1', true],
    ['1.25', '1.25', true],
    ['-1', '1', false],
    ['1', '1.', 'undecided'],
    ['1', 'x1', 'undecided'],
    ['1', '1x', 'undecided'],
    ['1e3', '1000', 'undecided'],
    ['0x10', '16', 'undecided'],
    ['', '1', 'unlike'],
    [' ', '1', 'unlike'],
    ['x', '1', 'unlike'],
    ['9007199254740991', '9007199254740991', true],
    ['9007199254740992', '1', 'undecided'],
    ['1', '9007199254740992', 'undecided'],
    ['-9007199254740992', '1', 'undecided'],
  ])('%j against %j: %s', (actual, wanted, compared) => {
    expect(numeric(same)(actual, wanted)).toBe(compared)
  })

  test('in their order', () => {
    expect([numeric(less)('1', '2'), numeric(less)('2', '1')]).toEqual([true, false])
  })
})

describe('times', () => {
  test.each([
    ['2026', true],
    ['2026-02', true],
    ['2026-02-03', true],
    ['2026-02-03T04:05Z', true],
    ['2026-02-03T04:05:06Z', true],
    ['2026-02-03T04:05:06.789Z', true],
    ['2026-02-03T04:05:06+10:30', true],
    ['2026-02-03T04:05:06-10:30', true],
    ['1770000000', true],
    ['x2026', 'undecided'],
    ['2026x', 'undecided'],
    ['2026-02-03T04:05:06', 'undecided'],
    ['2026-02-03T04Z', 'undecided'],
    ['2026-13-03', 'undecided'],
    ['x1770000000', 'undecided'],
    ['1770000000x', 'undecided'],
    ['9999', false],
  ])('2025 is before %s: %s', (wanted, compared) => {
    // The year 9999 is after it, and read as a year: so few digits are no seconds.
    const compares = date(less)('2025-01-01T00:00:00Z', wanted)
    expect(compares).toBe(wanted === '9999' ? true : compared)
  })

  test('near the limit nothing is said, and what is no time is not compared', () => {
    expect(date(less)('2026-01-01T00:00:00Z', '2026-01-01T00:09:59Z')).toBe('undecided')
    expect(date(less)('2026-01-01T00:00:00Z', '2026-01-01T00:10:00Z')).toBe(true)
    expect(date(less)('2026-01-01T00:10:00Z', '2026-01-01T00:00:00Z')).toBe(false)
    expect(date(less)('soon', '2026')).toBe('unlike')
    expect(date(less)('1700000000', '1800000000')).toBe(true)
    expect(date(less)('2027-01-01', '1770000000')).toBe(false)
  })
})

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.4', '10.1.2.3', false],
  ['2001:db8::1', '2001:db8::/32', true],
  ['2001:db8::1', '2001:db8::1', true],
  ['2001:db8::2', '2001:db8::1', false],
  ['2001:db8::1', '10.0.0.0/8', false],
  ['10.1.2.3', '10.0.0.0/33', 'undecided'],
  ['10.1.2.3', '10/8', 'undecided'],
  ['10.1.2.3', '::g', 'undecided'],
  ['10.1.2.3', 'x', 'undecided'],
  ['10.1.2.3', '', 'undecided'],
  ['10.1', '10.0.0.0/8', 'undecided'],
  ['x', '10.0.0.0/8', 'unlike'],
  [`fe80::1%${'x'.repeat(92)}`, 'fe80::/16', true],
  [`fe80::1%${'x'.repeat(93)}`, 'fe80::/16', 'unlike'],
  ['fe80::1', `fe80::1%${'x'.repeat(92)}`, true],
  ['fe80::1', `fe80::1%${'x'.repeat(93)}`, 'undecided'],
])('the address %s against %s: %s', (actual, wanted, compared) => {
  expect(ipAddress(actual, wanted)).toBe(compared)
})

test('what is not text is for AWS to compare', () => {
  expect(undecided('a', 'a')).toBe('undecided')
})
