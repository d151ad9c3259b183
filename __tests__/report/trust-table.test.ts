// The table of conditions: one row each, and nothing from outside becomes markup.
import { describe, expect, test } from '@jest/globals'
import { trustTable, trustTitle } from '../../src/report/trust-table.js'
import { aud, HOST, MAIN, sub } from '../trust/fixtures.js'
import { examined, knownFor, policyOf, statement } from '../trust/support.js'

const rows = (policy: unknown, known = knownFor()): string[] =>
  trustTable(examined(policy, known)).split('\n').slice(2)

test('says of each condition what is wanted, what is there, and whether it holds', () => {
  const condition = {
    StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: ['a', 'b'] },
    StringLike: { [`${HOST}:event_name`]: 'push' },
    IpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
    Null: { [`${HOST}:environment`]: 'true' },
  }
  expect(rows(policyOf(statement(condition, { Sid: 'Deploy' })))).toEqual([
    '| ✅ | 1 <code>Deploy</code> Allow | Principal |  |  |',
    '| ✅ | 1 <code>Deploy</code> Allow | Action |  |  |',
    `| ✅ | 1 <code>Deploy</code> Allow | <code>StringEquals</code> <code>${aud}</code> | <code>sts.amazonaws.com</code> | <code>sts.amazonaws.com</code> |`,
    `| ❌ | 1 <code>Deploy</code> Allow | <code>StringEquals</code> <code>${sub}</code> | <code>a</code><br><code>b</code> | <code>${MAIN}</code> |`,
    `| ❌ | 1 <code>Deploy</code> Allow | <code>StringLike</code> <code>${HOST}:event&#95;name</code> | <code>push</code> | no key of STS |`,
    '| ❔ | 1 <code>Deploy</code> Allow | <code>IpAddress</code> <code>aws:SourceIp</code> | <code>10.0.0.0/8</code> | only AWS knows |',
    `| ✅ | 1 <code>Deploy</code> Allow | <code>Null</code> <code>${HOST}:environment</code> | <code>true</code> | not there |`,
  ])
})

test('flaws are told below the conditions, with their places', () => {
  const flawed = statement(undefined, { Target: '*', Effect: 'allow' })
  const [, , ...flaws] = rows(JSON.stringify(policyOf(flawed), null, 1))
  expect(flaws).toEqual([
    '| ❔ | 1 allow | IAM does not accept Target here (line 10, column 14) |  |  |',
    '| ❔ | 1 allow | Effect is neither Allow nor Deny (line 5, column 14) |  |  |',
  ])
})

test('of a Deny, what holds is what keeps the token out', () => {
  const deny = (wanted: string) => ({
    ...statement({ StringLike: { [sub]: wanted }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
    Effect: 'Deny',
  })
  const allow = statement({ StringEquals: { [sub]: MAIN } })
  const marks = (wanted: string) =>
    rows(policyOf(allow, deny(wanted))).map((one) => /^\| (.) \|/.exec(one)?.[1])
  expect(marks(MAIN)).toEqual(['✅', '✅', '✅', '⛔', '⛔', '⛔', '❔', undefined, undefined])
  expect(marks('x')).toEqual(['✅', '✅', '✅', '⛔', '⛔', '✅', '❔', undefined, undefined])
  expect(rows(policyOf(allow, deny(MAIN))).at(-1)).toBe(
    'A Deny applies only if all of its rows are ⛔.',
  )
  expect(rows(policyOf(allow))).toHaveLength(3)
})

test('many values and many rows are cut', () => {
  const values = Array.from({ length: 9 }, (_, n) => `v${n}`)
  const many = Array.from({ length: 40 }, () => statement({ StringEquals: { [sub]: values } }))
  const table = rows(policyOf(...many))
  expect(table).toHaveLength(61)
  expect(table[2]).toContain('<code>v4</code><br>and 4 more')
  expect(table[60]).toBe('| | | and 60 more | | |')
})

describe('hostile values', () => {
  const hostile = '</code><script>|`**@team**`\n| x |'
  test.each([
    [
      'in the policy',
      policyOf(statement({ [hostile]: { [hostile]: hostile } }, { Sid: hostile })),
      knownFor(),
    ],
    [
      'in the token',
      policyOf(statement({ StringEquals: { [sub]: MAIN } })),
      knownFor({ sub: hostile }),
    ],
    ['in a flaw', policyOf(statement(undefined, { [hostile]: 1 })), knownFor()],
  ])('%s stay text in their cell', (_name, policy, known) => {
    const table = rows(policy, known)
    for (const row of table) {
      expect(row).not.toMatch(/<script|@team|\*\*/)
      expect(row.split('|')).toHaveLength(7)
    }
  })
})

test('the title says the verdict', () => {
  const title = (condition: object) => trustTitle(examined(policyOf(statement({ ...condition }))))
  expect(title({})).toMatch(/: allows this job$/)
  expect(title({ StringEquals: { [sub]: 'x' } })).toMatch(/: does not allow this job$/)
  expect(title({ StringEquals: { 'aws:SourceIp': 'x' } })).toContain('cannot be decided here')
})

test('the title says on which defaults of a template the verdict hangs', () => {
  const facts = examined(policyOf(statement({})))
  const title = trustTitle({ ...facts, doubt: { defaults: ['Org', 'Repo'] } })
  expect(title).toMatch(/: allows this job \(with the defaults of `Org` and `Repo`\)$/)
  expect(trustTitle({ ...facts, doubt: { defaults: [], unnamed: true } })).toMatch(/this job$/)
})
