// GitHub's servers: the issuer of each, and which of them are its cloud.
import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import { isGitHubCloud, isGitHubHost, issuerOfRunner, restrictedRun } from '../../src/aws/github.js'

describe('issuerOfRunner', () => {
  test.each([
    ['https://github.com', true, 'https://token.actions.githubusercontent.com'],
    ['https://octo.ghe.com', true, 'https://token.actions.octo.ghe.com'],
    ['https://github.corp.example', true, 'https://github.corp.example/_services/token'],
    ['https://ghe.com.example', true, 'https://ghe.com.example/_services/token'],
    ['https://github.com', false, ''],
    ['', true, ''],
    ['http://localhost', true, ''],
  ])('%s, on a runner: %s', (serverUrl, onRunner, issuer) => {
    expect(issuerOfRunner({ ...RUN, serverUrl, onRunner })).toBe(issuer)
  })
})

test('its cloud, and no server of one own', () => {
  const servers = [
    'https://github.com',
    'https://octo.ghe.com',
    'https://github.corp.example',
    'https://ghe.com.example',
    'http://github.com',
    '',
  ]
  expect(servers.filter(isGitHubCloud)).toEqual(['https://github.com', 'https://octo.ghe.com'])
})

test('hosts of its cloud', () => {
  const hosts = [
    'token.actions.githubusercontent.com',
    'token.actions.octo.ghe.com',
    'actions.githubusercontent.com.evil.example',
    'idp.example',
  ]
  expect(hosts.filter(isGitHubHost)).toEqual(hosts.slice(0, 2))
})

test.each([
  ['pull_request', true, 'newcomer', '', 'fork'],
  ['pull_request_review', true, 'newcomer', '', 'fork'],
  ['pull_request', false, 'octocat', '', undefined],
  // It runs with the rights of the base.
  ['pull_request_target', true, 'newcomer', 'newcomer', undefined],
  ['pull_request_target', false, 'dependabot[bot]', 'dependabot[bot]', 'dependabot'],
  ['pull_request_target', false, 'dependabot[bot]', 'newcomer', undefined],
  ['push', false, 'dependabot[bot]', '', 'dependabot'],
  ['schedule', false, 'dependabot[bot]', '', undefined],
])('%s, of a fork: %s, by %s, of %j: %s', (event, fork, actor, pullRequestAuthor, restricted) => {
  expect(restrictedRun({ ...RUN, event, fork, actor, pullRequestAuthor })).toBe(restricted)
})
