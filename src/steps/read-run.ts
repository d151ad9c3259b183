// What the runner tells about this run, from its environment and the event's payload; no network.
import { AMBIENT_SETTINGS } from '../model/problem.js'
import type { RunContext } from '../model.js'
import type { Runner } from '../world.js'

type Json = Readonly<Record<string, unknown>>

export function readRun(runner: Runner): RunContext {
  const env = (name: string): string => runner.env(name) ?? ''
  const pull = objectOf(objectOf(runner.event())['pull_request'])
  return {
    onRunner: env('GITHUB_ACTIONS') === 'true',
    standIn: standIn(runner),
    event: env('GITHUB_EVENT_NAME'),
    actor: env('GITHUB_ACTOR'),
    pullRequestAuthor: textOf(objectOf(pull['user'])['login']),
    fork: isFork(pull, env('GITHUB_REPOSITORY')),
    serverUrl: env('GITHUB_SERVER_URL'),
    repository: env('GITHUB_REPOSITORY'),
    repositoryId: env('GITHUB_REPOSITORY_ID'),
    owner: env('GITHUB_REPOSITORY_OWNER'),
    ownerId: env('GITHUB_REPOSITORY_OWNER_ID'),
    ref: env('GITHUB_REF'),
    workflowRef: env('GITHUB_WORKFLOW_REF'),
    job: env('GITHUB_JOB'),
    step: env('GITHUB_ACTION'),
    compositePath: compositePath(runner),
    workspace: env('GITHUB_WORKSPACE'),
    selfHosted: env('RUNNER_ENVIRONMENT') === 'self-hosted',
    windows: env('RUNNER_OS') === 'Windows',
    actionRepository: env('GITHUB_ACTION_REPOSITORY'),
    actionRef: env('GITHUB_ACTION_REF'),
    // A job that names the profile that this step writes means it so.
    ambient: AMBIENT_SETTINGS.filter(
      (name) => !['', runner.input('aws-profile')].includes(env(name)),
    ),
  }
}

/** The runner sets the variable for the steps of a composite action only (actions/runner, CompositeActionHandler.cs). */
export function compositePath(runner: Runner): string {
  return (runner.env('GITHUB_ACTION_PATH') ?? '').trim()
}

/** Programs that run workflows but are not GitHub's runner say so themselves. */
function standIn(runner: Runner): string {
  if (runner.env('ACT') === 'true') return 'act'
  if (runner.env('FORGEJO_ACTIONS') === 'true') return 'forgejo'
  return runner.env('GITEA_ACTIONS') === 'true' ? 'gitea' : ''
}

/** The head repository of a pull request is another one than the base's, or is gone (a deleted fork). */
function isFork(pull: Json, repository: string): boolean {
  if (!('head' in pull)) return false
  const head = objectOf(pull['head'])['repo']
  if (head === null || head === undefined) return true
  return textOf(objectOf(head)['full_name']).toLowerCase() !== repository.toLowerCase()
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
