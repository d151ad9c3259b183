// What GitHub's runner lays out for one run of an action: its variables and its files, in a directory of their own.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { job, workflow_ref } from './job.js'

export interface RunnerOptions {
  directory: string
  role_arn: string
  token_url: string
  request_token: string
  issuer: string
  sts: string
  ca: string
}

const action = 'aws-oidc-preflight/aws-oidc-preflight'
const region = 'eu-west-1'

const workflow = (role_arn: string): string => `name: ${job.workflow}

on:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  ${job.job}:
    runs-on: ubuntu-latest
    permissions:
      id-token: write
      contents: read
    steps:
      - uses: actions/checkout@v6
      - name: Sign in to AWS
        uses: ${action}@v1
        with:
          aws-region: ${region}
          role-to-assume: ${role_arn}
      - run: aws sts get-caller-identity
`

function event(): unknown {
  const owner = { login: job.owner, id: Number(job.owner_id), type: 'Organization' }
  const repository = {
    id: Number(job.repository_id),
    name: job.repository.split('/')[1],
    full_name: job.repository,
    private: true,
    fork: false,
    default_branch: job.ref_name,
    owner,
    html_url: `${job.server}/${job.repository}`,
  }
  const sender = { login: job.actor, id: Number(job.actor_id), type: 'User' }
  return { ref: job.ref, after: job.sha, forced: false, repository, sender }
}

const command_files = [
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
]

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** The files of the run, and the variables that name them. HOME is one of them: no test writes to a real ~/.aws. */
function files(directory: string, role_arn: string): Record<string, string> {
  const home = mkdtempSync(join(directory, 'run-'))
  const commands = command_files.map((name) => [name, write(join(home, 'commands', name), '')])
  const workspace = join(home, 'work', 'octo-repo')
  write(join(workspace, job.workflow_file), workflow(role_arn))
  for (const name of ['temp', 'home']) mkdirSync(join(home, name))
  return {
    ...Object.fromEntries(commands),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: write(join(home, 'event.json'), JSON.stringify(event())),
    RUNNER_TEMP: join(home, 'temp'),
    HOME: join(home, 'home'),
  }
}

function variables(): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: job.server,
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REPOSITORY_ID: job.repository_id,
    GITHUB_REPOSITORY_OWNER: job.owner,
    GITHUB_REPOSITORY_OWNER_ID: job.owner_id,
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.ref_name,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    GITHUB_SHA: job.sha,
    GITHUB_EVENT_NAME: job.event,
    GITHUB_ACTOR: job.actor,
    GITHUB_ACTOR_ID: job.actor_id,
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_WORKFLOW: job.workflow,
    GITHUB_WORKFLOW_REF: workflow_ref,
    GITHUB_WORKFLOW_SHA: job.sha,
    GITHUB_JOB: job.job,
    GITHUB_RUN_ID: job.run_id,
    GITHUB_RUN_NUMBER: job.run_number,
    GITHUB_RUN_ATTEMPT: job.run_attempt,
    GITHUB_ACTION: '__aws-oidc-preflight_aws-oidc-preflight',
    GITHUB_ACTION_REPOSITORY: action,
    GITHUB_ACTION_REF: 'v1',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_ENVIRONMENT: 'github-hosted',
  }
}

/** The whole environment of one run. Fresh files at every call, so that runs on one street do not meet. */
export function runnerEnvironment(options: RunnerOptions): Record<string, string> {
  return {
    ...variables(),
    ...files(options.directory, options.role_arn),
    ACTIONS_ID_TOKEN_REQUEST_URL: options.token_url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: options.request_token,
    NODE_EXTRA_CA_CERTS: options.ca,
    'INPUT_AWS-REGION': region,
    'INPUT_ROLE-TO-ASSUME': options.role_arn,
    'INPUT_STS-ENDPOINT': options.sts,
    INPUT_ISSUER: options.issuer,
  }
}
