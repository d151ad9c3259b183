import { expect, test } from '@jest/globals'
import { KNOWN, knownWith, knownWithToken } from '../../evidence/baseline.js'
import { tokenClaims } from '../../src/checks/token-claims.js'

test.each(['iss', 'sub', 'aud', 'iat', 'exp'])('%s is required', (claim) => {
  const known = knownWith({ token: { claims: { [claim]: null } } })
  expect(tokenClaims.judge(known)).toEqual([
    { kind: 'claim', claim, problem: 'missing', value: 'absent' },
  ])
})

test.each([
  ['sub', null, { problem: 'missing', value: 'null' }],
  ['iss', null, { problem: 'missing', value: 'null' }],
  ['aud', null, { problem: 'missing', value: 'null' }],
  ['aud', [], { problem: 'empty' }],
])('%s of %j is %j', (claim, value, problem) => {
  expect(tokenClaims.judge(knownWithToken({ claims: { [claim]: value } }))).toEqual([
    { kind: 'claim', claim, ...problem },
  ])
})

test.each([
  ['nbf', undefined],
  ['sub', ''],
  ['sub', 'a'],
  ['aud', ['client-a']],
  ['iat', null],
  ['exp', 'x'],
])('%s of %j is no matter of this check', (claim, value) => {
  expect(tokenClaims.judge(knownWithToken({ claims: { [claim]: value } }))).toEqual([])
})

test('tells all that are missing', () => {
  const known = knownWith({ token: { claims: { iss: null, exp: null } } })
  expect(tokenClaims.judge(known)).toHaveLength(2)
})

test('a run without a token has nothing to judge', () => {
  expect(tokenClaims.judge(knownWith({ token: null }))).toEqual([])
  expect(tokenClaims.judge(KNOWN)).toEqual([])
})
