// The step's outputs: what is there in which case, and credentials only where they were asked for.
import { expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith as report } from '../../evidence/baseline.js'
import type {} from '../../src/model.js'
import { outputs } from '../../src/report/outputs.js'
import { CREDENTIALS, granted } from '../fake-world.js'
import { finding } from '../finding.js'

const { session } = granted()

const ALWAYS = {
  ready: 'true',
  causes: '[]',
  report: '/tmp/report.json',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  'token-audience': 'sts.amazonaws.com',
}
const SESSION = {
  'aws-account-id': '111122223333',
  'authenticated-arn': 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
  'aws-expiration': '2026-09-11T11:00:00.000Z',
}

test('of a run that did not sign in', () => {
  expect(outputs(report())).toEqual(ALWAYS)
})

test('of a run that signed in: facts, and no credentials', () => {
  expect(outputs(report(), session)).toEqual({ ...ALWAYS, ...SESSION })
  expect(JSON.stringify(outputs(report(), session))).not.toMatch(/hush|ASIA/i)
})

test('with credentials, where they were asked for', () => {
  const known = knownWith({ inputs: { outputCredentials: true } })
  expect(outputs(report({ known }), session)).toEqual({
    ...ALWAYS,
    ...SESSION,
    'aws-access-key-id': CREDENTIALS.accessKeyId,
    'aws-secret-access-key': CREDENTIALS.secretAccessKey,
    'aws-session-token': CREDENTIALS.sessionToken,
  })
})

test('causes as JSON, in the order of the findings', () => {
  const findings = [finding({ id: 'unknown' }), finding({ id: 'clock-skew' })]
  expect(outputs(report({ ready: false, findings }))).toMatchObject({
    ready: 'false',
    causes: '["unknown","clock-skew"]',
  })
})

test('of bad inputs: every name is there, and empty', () => {
  const { inputs: _inputs, token: _token, issuer: _issuer, ...known } = KNOWN
  expect(outputs(report({ ready: false, known }))).toEqual({
    ready: 'false',
    causes: '[]',
    report: '',
    issuer: '',
    subject: '',
    'token-audience': '',
  })
})

test('of an issuer looked at without a token: its URL', () => {
  const { token: _token, ...known } = KNOWN
  expect(outputs(report({ known })).issuer).toBe('https://token.actions.githubusercontent.com')
})

test('several audiences with a comma between', () => {
  const known = knownWith({ token: { audiences: ['a', 'b'] } })
  expect(outputs(report({ known }))['token-audience']).toBe('a,b')
})
