// What GitHub's runner lays out for one run of an action: its variables and its files, in a directory of their own.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { JOB, WORKFLOW_REF } from './job.js'

export interface RunnerOptions {
  directory: string
  roleArn: string
  tokenUrl: string
  requestToken: string
  issuer: string
  sts: string
  ca: string
}

const ACTION = 'aws-oidc-preflight/aws-oidc-preflight'
const REGION = 'eu-west-1'

const workflow = (roleArn: string): string => `name: ${JOB.workflow}

on:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  ${JOB.job}:
    runs-on: ubuntu-latest
    permissions:
      id-token: write
      contents: read
    steps:
      - uses: actions/checkout@v6
      - name: Sign in to AWS
        uses: ${ACTION}@v1
        with:
          aws-region: ${REGION}
          role-to-assume: ${roleArn}
      - run: aws sts get-caller-identity
`

function event(): unknown {
  const owner = { login: JOB.owner, id: Number(JOB.ownerId), type: 'Organization' }
  const repository = {
    id: Number(JOB.repositoryId),
    name: JOB.repository.split('/')[1],
    full_name: JOB.repository,
    private: true,
    fork: false,
    default_branch: JOB.refName,
    owner,
    html_url: `${JOB.server}/${JOB.repository}`,
  }
  const sender = { login: JOB.actor, id: Number(JOB.actorId), type: 'User' }
  return { ref: JOB.ref, after: JOB.sha, forced: false, repository, sender }
}

const COMMAND_FILES = [
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

/** The files of the run, and the variables that name them. The home directory is one of them, as each system has it: no test writes to a real ~/.aws. */
function files(directory: string, roleArn: string): Record<string, string> {
  const home = mkdtempSync(join(directory, 'run-'))
  const commands = COMMAND_FILES.map((name) => [name, write(join(home, 'commands', name), '')])
  const workspace = join(home, 'work', 'octo-repo')
  write(join(workspace, JOB.workflowFile), workflow(roleArn))
  for (const name of ['temp', 'home']) mkdirSync(join(home, name))
  return {
    ...Object.fromEntries(commands),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: write(join(home, 'event.json'), JSON.stringify(event())),
    RUNNER_TEMP: join(home, 'temp'),
    HOME: join(home, 'home'),
    USERPROFILE: join(home, 'home'),
  }
}

function variables(): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: JOB.server,
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REPOSITORY: JOB.repository,
    GITHUB_REPOSITORY_ID: JOB.repositoryId,
    GITHUB_REPOSITORY_OWNER: JOB.owner,
    GITHUB_REPOSITORY_OWNER_ID: JOB.ownerId,
    GITHUB_REF: JOB.ref,
    GITHUB_REF_NAME: JOB.refName,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    GITHUB_SHA: JOB.sha,
    GITHUB_EVENT_NAME: JOB.event,
    GITHUB_ACTOR: JOB.actor,
    GITHUB_ACTOR_ID: JOB.actorId,
    GITHUB_TRIGGERING_ACTOR: JOB.actor,
    GITHUB_WORKFLOW: JOB.workflow,
    GITHUB_WORKFLOW_REF: WORKFLOW_REF,
    GITHUB_WORKFLOW_SHA: JOB.sha,
    GITHUB_JOB: JOB.job,
    GITHUB_RUN_ID: JOB.runId,
    GITHUB_RUN_NUMBER: JOB.runNumber,
    GITHUB_RUN_ATTEMPT: JOB.runAttempt,
    GITHUB_ACTION: '__aws-oidc-preflight_aws-oidc-preflight',
    GITHUB_ACTION_REPOSITORY: ACTION,
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
    ...files(options.directory, options.roleArn),
    ACTIONS_ID_TOKEN_REQUEST_URL: options.tokenUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: options.requestToken,
    NODE_EXTRA_CA_CERTS: options.ca,
    'INPUT_AWS-REGION': REGION,
    'INPUT_ROLE-TO-ASSUME': options.roleArn,
    'INPUT_STS-ENDPOINT': options.sts,
    INPUT_ISSUER: options.issuer,
  }
}
