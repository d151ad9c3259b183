import { expect, test } from '@jest/globals'
import { knownWith, knownWithToken } from '../../evidence/baseline.js'
import { tokenAlgorithm } from '../../src/checks/token-algorithm.js'

test.each(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'])('STS takes %s', (alg) => {
  expect(tokenAlgorithm.judge(knownWith({ token: { header: { alg } } }))).toEqual([])
})

test.each(['none', 'HS256', 'PS256', 'EdDSA', 'ES256K', 'rs256', ''])('not %j', (alg) => {
  expect(tokenAlgorithm.judge(knownWith({ token: { header: { alg } } }))).toEqual([
    { kind: 'token', problem: 'algorithm', alg },
  ])
})

test.each([
  [undefined, {}],
  [7, { alg: '7' }],
  [['RS256'], { alg: '["RS256"]' }],
])('an alg of %j is none', (alg, told) => {
  const known = knownWithToken({ header: { alg } })
  expect(tokenAlgorithm.judge(known)).toEqual([{ kind: 'token', problem: 'algorithm', ...told }])
})

test('an extension marked as critical', () => {
  const known = knownWith({ token: { header: { crit: ['custom'], custom: 'yes' } } })
  expect(tokenAlgorithm.judge(known)).toEqual([
    { kind: 'token', problem: 'critical-header', crit: '["custom"]' },
  ])
})

test('a run without a token has nothing to judge', () => {
  expect(tokenAlgorithm.judge(knownWith({ token: null }))).toEqual([])
})
