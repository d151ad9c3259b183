// The sample workflow job of octo-org/octo-repo: the facts that its token claims and its runner variables must agree on.

export const JOB = {
  server: 'https://github.com',
  owner: 'octo-org',
  ownerId: '123456',
  repository: 'octo-org/octo-repo',
  repositoryId: '456789',
  actor: 'octocat',
  actorId: '583231',
  ref: 'refs/heads/main',
  refName: 'main',
  sha: '6b2f2c1d9f0e4a5b8c7d6e5f4a3b2c1d0e9f8a7b',
  event: 'push',
  workflow: 'Deploy',
  workflowFile: '.github/workflows/deploy.yml',
  job: 'deploy',
  runId: '17604810264',
  runNumber: '42',
  runAttempt: '1',
} as const

export const WORKFLOW_REF = `${JOB.repository}/${JOB.workflowFile}@${JOB.ref}`

/** What GitHub's documentation lists for a token of a push to main, but for the times. */
export function jobClaims(): Record<string, unknown> {
  return {
    sub: `repo:${JOB.repository}:ref:${JOB.ref}`,
    ref: JOB.ref,
    sha: JOB.sha,
    repository: JOB.repository,
    repository_owner: JOB.owner,
    repository_owner_id: JOB.ownerId,
    run_id: JOB.runId,
    run_number: JOB.runNumber,
    run_attempt: JOB.runAttempt,
    repository_visibility: 'private',
    repository_id: JOB.repositoryId,
    actor_id: JOB.actorId,
    actor: JOB.actor,
    workflow: JOB.workflow,
    head_ref: '',
    base_ref: '',
    event_name: JOB.event,
    ref_protected: 'true',
    ref_type: 'branch',
    workflow_ref: WORKFLOW_REF,
    workflow_sha: JOB.sha,
    job_workflow_ref: WORKFLOW_REF,
    job_workflow_sha: JOB.sha,
    runner_environment: 'github-hosted',
    check_run_id: '49987621533',
  }
}

/** The workflow file of the job, with these permissions and these lines under `with:`. */
export function workflowText(permissions: string, ...inputs: readonly string[]): string {
  const lines = inputs.map((input) => `          ${input}\n`)
  return `name: ${JOB.workflow}
on:
  push:
    branches: [main]
jobs:
  ${JOB.job}:
    runs-on: ubuntu-latest
    permissions:
      ${permissions}
    steps:
      - uses: actions/checkout@v6
      - uses: aws-oidc-preflight/aws-oidc-preflight@v1
${lines.length > 0 ? '        with:\n' : ''}${lines.join('')}`
}
