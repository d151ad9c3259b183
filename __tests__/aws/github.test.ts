// GitHub's servers: the issuer of each, and which of them are its cloud.
import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import {
  isGitHubCloud,
  isGitHubHost,
  issuerOfRunner,
  RESTRICTED_DEFAULT,
  readableScopes,
  restrictedRun,
} from '../../src/aws/github.js'

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
    'ghe.com',
    'actions.githubusercontent.com.evil.example',
    'idp.example',
    'my-ghe.com',
  ]
  expect(hosts.filter(isGitHubHost)).toEqual(hosts.slice(0, 3))
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
  ['create', false, 'dependabot[bot]', '', 'dependabot'],
  ['deployment', false, 'dependabot[bot]', '', 'dependabot'],
  ['deployment_status', false, 'dependabot[bot]', '', 'dependabot'],
  ['pull_request_review_comment', true, 'newcomer', '', 'fork'],
  ['my_pull_request', true, 'newcomer', '', undefined],
  ['pull_request_x', true, 'newcomer', '', undefined],
  ['my_push', false, 'dependabot[bot]', '', undefined],
  ['push_x', false, 'dependabot[bot]', '', undefined],
  ['workflow_dispatch', false, 'dependabot[bot]', 'dependabot[bot]', undefined],
  ['schedule', false, 'dependabot[bot]', '', undefined],
])('%s, of a fork: %s, by %s, of %j: %s', (event, fork, actor, pullRequestAuthor, restricted) => {
  expect(restrictedRun({ ...RUN, event, fork, actor, pullRequestAuthor })).toBe(restricted)
})

test('what `read-all` reads: the newest in the cloud alone, and never `id-token`', () => {
  const own = readableScopes('https://github.corp.example')
  expect(own.join(' ')).toBe(
    'actions checks contents deployments discussions issues packages pages pull-requests security-events statuses',
  )
  const cloud = readableScopes('https://github.com')
  expect(cloud).toEqual([...cloud].sort())
  expect(cloud.filter((scope) => !own.includes(scope)).join(' ')).toBe(
    'artifact-metadata attestations code-quality models vulnerability-alerts',
  )
  expect(RESTRICTED_DEFAULT).toEqual(['contents', 'packages'])
})
