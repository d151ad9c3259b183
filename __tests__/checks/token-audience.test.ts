import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { tokenAudience } from '../../src/checks/token-audience.js'

const ASKED = 'sts.amazonaws.com'
const file = { source: 'file' }

function judged(aud: string | string[], token: object = {}, inputs: object = {}): string[] {
  const { claims = {}, ...rest } = token as { claims?: object }
  const known = knownWith({
    inputs,
    token: { audiences: [aud].flat(), claims: { aud, ...claims }, ...rest },
  })
  return tokenAudience
    .judge(known)
    .map((failure) => (failure.kind === 'claim' ? `${failure.claim} ${failure.problem}` : '?'))
}

test.each<[string, string | string[], object, object, string[]]>([
  ['what was asked for', ASKED, {}, {}, []],
  ['the same in a list of one', [ASKED], {}, {}, []],
  ['another', 'https://github.com/octo-org', {}, {}, ['aud audience']],
  ['an empty text', '', {}, {}, ['aud audience']],
  ['two, without azp', [ASKED, 'b'], {}, {}, ['aud several-audiences']],
  ['two, and an azp that was asked for', [ASKED, 'b'], { claims: { azp: ASKED } }, {}, []],
  ['two, and another azp', [ASKED, 'b'], { claims: { azp: 'c' } }, {}, ['azp audience']],
  ['one, and another azp, which counts', ASKED, { claims: { azp: 'c' } }, {}, ['azp audience']],
  ['another, and an azp that was asked for', 'b', { claims: { azp: ASKED } }, {}, []],
  ['a file: nobody asked', 'client-a', file, {}, []],
  ['a file with an empty audience: nobody lists that', '', file, {}, ['aud audience']],
  ['a file with two, without azp', ['a', 'b'], file, {}, ['aud several-audiences']],
  ['a file, and the audience that it should have', 'b', file, { audience: 'a' }, ['aud audience']],
  ['a file that has it', 'a', file, { audience: 'a' }, []],
])('%s', (_what, aud, token, inputs, problems) => {
  expect(judged(aud, token, inputs)).toEqual(problems)
})

test('the evidence holds what was wanted and what came', () => {
  const known = knownWith({ token: { audiences: ['b'], claims: { aud: 'b' } } })
  expect(tokenAudience.judge(known)).toEqual([
    { kind: 'claim', claim: 'aud', problem: 'audience', want: ASKED, got: 'b' },
  ])
})

test('the evidence of several audiences holds each', () => {
  const audiences = ['a, b', 'c']
  const known = knownWith({ token: { audiences, claims: { aud: audiences } } })
  expect(tokenAudience.judge(known)).toEqual([
    { kind: 'claim', claim: 'aud', problem: 'several-audiences', audiences },
  ])
})

test('nothing is wanted of a file of which nobody said it', () => {
  const known = knownWith({ token: { source: 'file', audiences: [''], claims: { aud: '' } } })
  expect(tokenAudience.judge(known)).toEqual([
    { kind: 'claim', claim: 'aud', problem: 'audience', got: '' },
  ])
})

test.each([
  ['without a token', { token: null }],
  [
    'without an audience, which is another matter',
    { token: { audiences: [], claims: { aud: [] } } },
  ],
])('nothing is judged %s', (_what, change) => {
  expect(tokenAudience.judge(knownWith(change))).toEqual([])
})
