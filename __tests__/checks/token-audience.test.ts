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

const EKS = 'https://oidc.eks.us-east-1.amazonaws.com/id/1EE3870F'

test.each<[string, object, boolean]>([
  ['the API server', { aud: ['https://kubernetes.default.svc'] }, true],
  [
    'the API server under its whole name',
    { aud: 'https://kubernetes.default.svc.cluster.local' },
    true,
  ],
  [
    'the API server, as k3s has it',
    { aud: ['https://kubernetes.default.svc.cluster.local', 'k3s'] },
    true,
  ],
  ['the issuer itself', { aud: [EKS] }, true],
  ['the agent of Pod Identity', { aud: ['pods.eks.amazonaws.com'] }, true],
  ['STS', { aud: ['sts.amazonaws.com'] }, false],
  [
    'a service whose name begins alike',
    { aud: ['https://kubernetes.defaults.example.com'] },
    false,
  ],
])('a token of Kubernetes for %s', (_what, claims, found) => {
  const { aud } = claims as { aud: string | string[] }
  const token = { issuer: EKS, claims: { ...claims, iss: EKS, 'kubernetes.io': {} } }
  expect(judged(aud, { ...file, ...token })).toEqual(found ? ['aud audience'] : [])
  // An audience that a provider lists on purpose, and another STS.
  expect(judged([aud].flat().slice(0, 1), { ...file, ...token }, { customEndpoint: true })).toEqual(
    [],
  )
})

test('the audience of a cluster says nothing where the token is not of Kubernetes', () => {
  expect(judged('https://kubernetes.default.svc', file)).toEqual([])
})

test('what STS has accepted is not doubted', () => {
  const aud = ['https://kubernetes.default.svc']
  const token = { ...file, audiences: aud, claims: { aud, 'kubernetes.io': {} } }
  expect(tokenAudience.judge(knownWith({ token, session: { account: '1' } }))).toEqual([])
  expect(tokenAudience.judge(knownWith({ token, session: null }))).toHaveLength(1)
})

test.each([
  ['https://a1faa616-d595-447d-bdfd-64b774ab199c.tokens.sts.global.api.aws', true],
  ['https://tokens.sts.global.api.aws.example.com', false],
])('tokens of %s are for others than AWS: %s', (iss, outbound) => {
  const token = { ...file, issuer: iss, claims: { iss, aud: 'a' }, audiences: ['a'] }
  const found = outbound ? [{ kind: 'token', problem: 'outbound' }] : []
  expect(tokenAudience.judge(knownWith({ token, session: null }))).toEqual(found)
})

test("Google's audience may be the one that is wanted, beside its azp", () => {
  const iss = 'https://accounts.google.com'
  const token = { ...file, issuer: iss, claims: { iss, azp: '1178' } }
  expect(judged('mine', token, { audience: 'mine' })).toEqual([])
  expect(judged('theirs', token, { audience: 'mine' })).toEqual(['azp audience'])
})
