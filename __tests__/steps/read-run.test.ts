import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import { readRun } from '../../src/steps/read-run.js'
import { FakeRunner } from '../fake-runner.js'

const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_ACTOR: 'octocat',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_REPOSITORY_ID: '456789',
  GITHUB_REPOSITORY_OWNER: 'octo-org',
  GITHUB_REPOSITORY_OWNER_ID: '123456',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
  GITHUB_JOB: 'deploy',
  GITHUB_ACTION: '__aws-oidc-preflight_aws-oidc-preflight',
  GITHUB_WORKSPACE: '/workspace',
  RUNNER_ENVIRONMENT: 'github-hosted',
  GITHUB_ACTION_REPOSITORY: 'aws-oidc-preflight/aws-oidc-preflight',
  GITHUB_ACTION_REF: 'v1',
}
const run = (env: Record<string, string> = {}, event?: unknown) =>
  readRun(new FakeRunner({ env: { ...ENV, ...env }, event }))

test('a run on GitHub, with every member from its variable', () => {
  expect(run()).toEqual(RUN)
})

test('nothing at all: a shell on a laptop', () => {
  const nothing = readRun(new FakeRunner())
  expect(nothing).toMatchObject({ onRunner: false, fork: false, selfHosted: false, ambient: [] })
  const texts = Object.values(nothing).filter((value) => typeof value === 'string')
  expect(new Set(texts)).toEqual(new Set(['']))
})

test.each([
  [{ ACT: 'true' }, 'act'],
  [{ FORGEJO_ACTIONS: 'true', GITEA_ACTIONS: 'true' }, 'forgejo'],
  [{ GITEA_ACTIONS: 'true' }, 'gitea'],
  [{ ACT: 'false' }, ''],
])('%j is %j', (env, standIn) => {
  expect(run(env).standIn).toBe(standIn)
})

test('the composite action that the step is in', () => {
  expect(run({ GITHUB_ACTION_PATH: '/workspace/./login' }).compositePath).toBe('/workspace/./login')
  expect(run({ GITHUB_ACTION_PATH: ' ' }).compositePath).toBe('')
})

test('a self-hosted runner', () => {
  expect(run({ RUNNER_ENVIRONMENT: 'self-hosted' }).selfHosted).toBe(true)
})

describe('fork', () => {
  const pull = (repo: unknown) => ({
    pull_request: { user: { login: 'newcomer' }, head: { repo } },
  })
  test.each([
    ['the head in the same repository', pull({ full_name: 'octo-org/octo-repo' }), false],
    ['the same but for the case', pull({ full_name: 'Octo-Org/octo-repo' }), false],
    ['the head in another repository', pull({ full_name: 'newcomer/octo-repo' }), true],
    ['the head in a repository that is gone', pull(null), true],
    ['no pull request', { ref: 'refs/heads/main' }, false],
    ['no payload', undefined, false],
    ['a payload that is none', 'text', false],
    ['a pull request that is none', { pull_request: null }, false],
  ])('%s: %j', (_what, event, fork) => {
    expect(run({}, event).fork).toBe(fork)
  })

  test('and the author of the pull request', () => {
    expect(run({}, pull(null)).pullRequestAuthor).toBe('newcomer')
    expect(run({}, { pull_request: { user: { login: 7 } } }).pullRequestAuthor).toBe('')
  })
})

test('ambient settings by name only, and only those that are set', () => {
  const { ambient } = run({
    AWS_PROFILE: 'p',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SESSION_TOKEN: '',
    AWS_REGION: 'eu-west-1',
  })
  expect(ambient).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_PROFILE'])
})
