// What the check makes of the examination, and of what STS said.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { trustPolicy } from '../../src/checks/trust-policy.js'
import { aud, HOST, type Json, MAIN, sub } from '../trust/fixtures.js'
import { examined, policyOf, statement } from '../trust/support.js'

const session = { arn: 'arn:aws:sts::111122223333:assumed-role/deploy/x' }
const judged = (condition: Json, more: Json = {}) =>
  trustPolicy
    .judge(knownWith({ trust: examined(policyOf(statement(condition))), ...more }))
    .map(({ kind }) => kind)

const good = { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } }
const bad = { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: 'other' } }
const open = { StringEquals: { [aud]: 'sts.amazonaws.com' } }
const unknown = { ...good, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
const disputed = { ...good, 'ForAnyValue:StringEquals': { [`${HOST}:oaud`]: 'sts.amazonaws.com' } }

test.each<[string, Json, string[], string[]]>([
  ['fits this token only', good, [], []],
  ['denies it', bad, ['trust-denial'], ['trust-differs']],
  ['lets in more', open, ['trust-open'], ['trust-open']],
  ['cannot be decided', unknown, ['trust-undecided'], ['trust-undecided']],
  ['hangs on a disputed key', disputed, ['trust-denial'], []],
])('a policy that %s', (_name, condition, before, signedIn) => {
  expect(judged(condition)).toEqual(before)
  expect(judged(condition, { session })).toEqual(signedIn)
})

test('what hangs on defaults of a template is no contradiction to STS', () => {
  const facts = examined(policyOf(statement(bad)))
  const doubt = { defaults: ['Repo'] }
  const found = facts.found.map((one) => (one.kind === 'trust-denial' ? { ...one, doubt } : one))
  const known = knownWith({ trust: { ...facts, found }, session })
  expect(trustPolicy.judge(known)).toEqual([])
})

test('no policy, no question', () => {
  expect(trustPolicy.judge(knownWith())).toEqual([])
})
