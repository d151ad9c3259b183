// The make-believe job of octo-org/octo-repo: the facts that its token claims and its runner variables must agree on.

export const job = {
  server: 'https://github.com',
  owner: 'octo-org',
  owner_id: '123456',
  repository: 'octo-org/octo-repo',
  repository_id: '456789',
  actor: 'octocat',
  actor_id: '583231',
  ref: 'refs/heads/main',
  ref_name: 'main',
  sha: '6b2f2c1d9f0e4a5b8c7d6e5f4a3b2c1d0e9f8a7b',
  event: 'push',
  workflow: 'Deploy',
  workflow_file: '.github/workflows/deploy.yml',
  job: 'deploy',
  run_id: '17604810264',
  run_number: '42',
  run_attempt: '1',
} as const

export const workflow_ref = `${job.repository}/${job.workflow_file}@${job.ref}`

/** What GitHub's documentation lists for a token of a push to main, but for the times. */
export function jobClaims(): Record<string, unknown> {
  return {
    sub: `repo:${job.repository}:ref:${job.ref}`,
    ref: job.ref,
    sha: job.sha,
    repository: job.repository,
    repository_owner: job.owner,
    repository_owner_id: job.owner_id,
    run_id: job.run_id,
    run_number: job.run_number,
    run_attempt: job.run_attempt,
    repository_visibility: 'private',
    repository_id: job.repository_id,
    actor_id: job.actor_id,
    actor: job.actor,
    workflow: job.workflow,
    head_ref: '',
    base_ref: '',
    event_name: job.event,
    ref_protected: 'true',
    ref_type: 'branch',
    workflow_ref,
    workflow_sha: job.sha,
    job_workflow_ref: workflow_ref,
    job_workflow_sha: job.sha,
    runner_environment: 'github-hosted',
    check_run_id: '49987621533',
  }
}

/** The workflow file of the job, with these permissions and these lines under `with:`. */
export function workflowText(permissions: string, ...inputs: readonly string[]): string {
  const lines = inputs.map((input) => `          ${input}\n`)
  return `name: ${job.workflow}
on:
  push:
    branches: [main]
jobs:
  ${job.job}:
    runs-on: ubuntu-latest
    permissions:
      ${permissions}
    steps:
      - uses: actions/checkout@v6
      - uses: aws-oidc-preflight/aws-oidc-preflight@v1
${lines.length > 0 ? '        with:\n' : ''}${lines.join('')}`
}
