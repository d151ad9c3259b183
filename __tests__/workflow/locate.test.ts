import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import type { Where } from '../../src/model.js'
import { workflowPath } from '../../src/steps/find-places.js'
import { locate } from '../../src/workflow/locate.js'

const ACTION = 'aws-oidc-preflight/aws-oidc-preflight'
const REGION = { input: 'aws-region' }
const NOTE = { input: 'report-file' }

/** The line of the mark `<-- name`, from 1, and the text as it is. */
function lineOf(text: string, mark: string): number | undefined {
  const index = text.split(/\r?\n/).findIndex((line) => line.endsWith(`# <-- ${mark}`))
  return index < 0 ? undefined : index + 1
}

function found(text: string, where: Where, job = 'deploy', actionRepository = ACTION) {
  return locate(text, { job, where, actionRepository })?.line
}

const PLAIN = `name: Deploy
on:
  push:
    branches: [main]

permissions: # <-- workflow
  contents: read

jobs:
  test: # <-- test
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: |
          jobs:
            deploy:
              permissions: none
  deploy:
    runs-on: ubuntu-latest
    environment: production # <-- environment
    permissions: # <-- permissions
      contents: read
    steps:
      - uses: actions/checkout@v5
      - name: Sign in to AWS
        id: aws
        uses: aws-oidc-preflight/aws-oidc-preflight@v1 # <-- step
        with:
          aws-region: eu-west-1 # <-- region
          role-to-assume: \${{ vars.ROLE }}
      - run: aws s3 ls
`

describe('a plain workflow', () => {
  test.each<[string, Where, string, string]>([
    ["the job's own permissions", 'permissions', 'deploy', 'permissions'],
    ["the workflow's, where the job has none", 'permissions', 'test', 'workflow'],
    ['the environment', 'environment', 'deploy', 'environment'],
    ['the step', 'step', 'deploy', 'step'],
    ['an input', REGION, 'deploy', 'region'],
    ['an input in other capitals', { input: 'AWS-Region' }, 'deploy', 'region'],
    ['an input that is not given: the step', NOTE, 'deploy', 'step'],
  ])('%s', (_what, where, job, mark) => {
    const line = lineOf(PLAIN, mark)
    expect(line).toBeGreaterThan(0)
    expect(found(PLAIN, where, job)).toBe(line)
  })

  test.each<[string, Where, string, string]>([
    ['a job that is not there', 'permissions', 'release', ACTION],
    ['a job in other capitals', 'permissions', 'Deploy', ACTION],
    ['a job without an environment', 'environment', 'test', ACTION],
    ['a job that does not use the action', 'step', 'test', ACTION],
    ['another action', 'step', 'deploy', 'octo-org/other'],
    ['an action whose name begins the same', 'step', 'deploy', 'aws-oidc-preflight/aws-oidc'],
    ['no name of the action', REGION, 'deploy', ''],
  ])('%s: no line', (_what, where, job, action) => {
    expect(found(PLAIN, where, job, action)).toBeUndefined()
  })

  test('the lines are the same with CRLF and a byte order mark', () => {
    const windows = `\ufeff${PLAIN.replaceAll('\n', '\r\n')}`
    expect(found(windows, 'permissions')).toBe(lineOf(PLAIN, 'permissions'))
    expect(found(windows, REGION)).toBe(lineOf(PLAIN, 'region'))
  })
})

/** Each file, and for each question the mark of the line that is right; '' where there must be none. */
const FILES: [string, string, [Where, string][]][] = [
  [
    'no permissions anywhere: the job',
    `on: push
jobs:
  deploy: # <-- job
    runs-on: ubuntu-latest
    steps:
      - uses: Aws-OIDC-Preflight/aws-oidc-preflight@0123456789abcdef0123456789abcdef01234567 # <-- step
`,
    [
      ['permissions', 'job'],
      ['environment', ''],
      ['step', 'step'],
      [REGION, 'step'],
    ],
  ],
  [
    'permissions as a scalar, environment as a map, quoted keys',
    `on: push
"permissions": read-all
"jobs":
  "deploy":
    permissions: {} # <-- permissions
    environment: # <-- environment
      name: production
      url: https://example.com
    steps:
      - { uses: "${ACTION}@v1", with: { aws-region: eu-west-1 } } # <-- step
`,
    [
      ['permissions', 'permissions'],
      ['environment', 'environment'],
      ['step', 'step'],
      [REGION, 'step'],
    ],
  ],
  ...[
    ['in the job', 'permissions: read-all', 'permissions: { contents: read, ID-Token: write }'],
    ['in the job, as a scalar', 'permissions: {}', 'permissions: write-all'],
    ['in the workflow', 'permissions: { id-token: "write" }', 'name: Deploy'],
    ['in the workflow, as a scalar', 'permissions: write-all', 'name: Deploy'],
  ].map(([what, workflow, job]): (typeof FILES)[number] => [
    `granted already ${what}: the reason is not in this file`,
    `on: push
${workflow}
jobs:
  deploy:
    ${job}
    steps:
      - uses: ${ACTION}@v1 # <-- step
`,
    [
      ['permissions', ''],
      ['step', 'step'],
    ],
  ]),
  [
    "granted in the workflow, taken back by the job's own block",
    `on: push
permissions: write-all
jobs:
  deploy:
    permissions: { id-token: read } # <-- permissions
    steps:
      - uses: ${ACTION}@v1
`,
    [['permissions', 'permissions']],
  ],
  [
    "the workflow's scalar",
    `on: push
permissions: read-all # <-- permissions
jobs:
  deploy:
    steps:
      - uses: ${ACTION}@v1
`,
    [['permissions', 'permissions']],
  ],
  [
    'flow style over several lines',
    `on: push
jobs: {
  deploy: {
    permissions: { contents: read }, # <-- permissions
    steps: [
      { uses: actions/checkout@v5 },
      {
        uses: ${ACTION}@v1, # <-- step
        with: {
          aws-region: eu-west-1 # <-- region
        }
      }
    ]
  }
}
`,
    [
      ['permissions', 'permissions'],
      ['step', 'step'],
      [REGION, 'region'],
    ],
  ],
  [
    'the action used from the workspace',
    `on: pull_request
jobs:
  deploy:
    steps:
      - uses: actions/checkout@v5
      - uses: ./ # <-- step
        with:
          aws-region: eu-west-1 # <-- region
`,
    [
      ['step', 'step'],
      [REGION, 'region'],
    ],
  ],
  [
    'an action of the same repository, but not of its root',
    `on: push
jobs:
  deploy: # <-- job
    steps:
      - uses: ${ACTION}/renew@v1
      - uses: ./.github/actions/sign-in
`,
    [
      ['permissions', 'job'],
      ['step', ''],
    ],
  ],
  [
    'an empty with',
    `on: push
jobs:
  deploy:
    steps:
      - uses: ${ACTION}@v1 # <-- step
        with:
`,
    [[REGION, 'step']],
  ],
  [
    'the action in two steps: the block is sure, the step is not',
    `on: push
jobs:
  deploy:
    permissions: # <-- permissions
      contents: read
    steps:
      - uses: ${ACTION}@v1
        with: { aws-region: eu-west-1 }
      - uses: ${ACTION}@v1
        with: { aws-region: us-east-1 }
`,
    [
      ['permissions', 'permissions'],
      ['step', ''],
      [REGION, ''],
    ],
  ],
  [
    'the job calls a reusable workflow: the steps run in another file',
    `on: push
permissions:
  contents: read
jobs:
  deploy:
    uses: octo-org/shared/.github/workflows/deploy.yml@v1
    permissions:
      contents: read
`,
    [
      ['permissions', ''],
      ['environment', ''],
      ['step', ''],
    ],
  ],
  [
    'another job calls one, and this one does not use the action: the name may be a coincidence',
    `on: push
permissions: read-all
jobs:
  deploy:
    environment: production
    steps:
      - run: echo
  call:
    uses: ./.github/workflows/deploy.yml
`,
    [
      ['permissions', ''],
      ['environment', ''],
    ],
  ],
  [
    'another job calls one, but this one uses the action',
    `on: push
jobs:
  call:
    uses: ./.github/workflows/deploy.yml
  deploy:
    permissions: # <-- permissions
      contents: read
    steps:
      - uses: ${ACTION}@v1 # <-- step
`,
    [
      ['permissions', 'permissions'],
      ['step', 'step'],
    ],
  ],
  [
    'anchors are places, aliases are not',
    `on: push
jobs:
  test:
    permissions: &read
      contents: read
    steps: &steps
      - uses: ${ACTION}@v1
  deploy:
    permissions: *read
    environment: &env production # <-- environment
    steps: *steps
`,
    [
      ['permissions', ''],
      ['environment', 'environment'],
      ['step', ''],
    ],
  ],
  [
    'a step that is an alias may be the one',
    `on: push
jobs:
  test:
    steps:
      - &sign-in
        uses: ${ACTION}@v1
  deploy:
    permissions: # <-- permissions
      contents: read
    steps:
      - *sign-in
      - uses: ${ACTION}@v1
`,
    [
      ['permissions', 'permissions'],
      ['step', ''],
    ],
  ],
  [
    'the whole job is an alias',
    `on: push
jobs:
  test: &job
    steps:
      - uses: ${ACTION}@v1
  deploy: *job
`,
    [
      ['permissions', ''],
      ['step', ''],
    ],
  ],
  [
    'a merge key may bring anything',
    `on: push
x-base: &base
  permissions: { id-token: write }
x-with: &with
  aws-region: eu-west-1
jobs:
  deploy:
    <<: *base
    steps:
      - uses: ${ACTION}@v1
  other:
    steps:
      - uses: ${ACTION}@v1
        with:
          <<: *with
`,
    [
      ['permissions', ''],
      ['step', ''],
    ],
  ],
  [
    'keys written twice',
    `on: push
jobs:
  deploy:
    permissions: read-all
    Permissions:
      contents: read
    steps:
      - uses: ${ACTION}@v1 # <-- step
        with:
          aws-region: eu-west-1
          AWS-REGION: us-east-1
`,
    [
      ['permissions', ''],
      ['step', 'step'],
      [REGION, ''],
    ],
  ],
  [
    'the job written twice',
    `on: push
jobs:
  deploy:
    steps: [{ uses: ${ACTION}@v1 }]
  deploy:
    permissions: read-all
    steps: []
`,
    [
      ['permissions', ''],
      ['step', ''],
    ],
  ],
  [
    'a tab as indentation',
    `on: push
jobs:
\tdeploy:
\t\tpermissions: read-all
`,
    [['permissions', '']],
  ],
  ['two documents', 'jobs: { deploy: {} }\n---\njobs: { deploy: {} }\n', [['permissions', '']]],
  ['a template in place of YAML', '{{ if .Deploy }}\njobs:\n  deploy: {}\n', [['permissions', '']]],
  ['a page in place of YAML', '<!DOCTYPE html><html><body>404</body></html>', [['step', '']]],
  ['an empty file', '', [['permissions', '']]],
  ['a text', 'deploy', [['permissions', '']]],
  ['jobs as a list', 'jobs:\n  - deploy\n', [['permissions', '']]],
  ['a job without a body', 'jobs:\n  deploy:\n', [['permissions', '']]],
  ['steps that are no list', 'jobs:\n  deploy:\n    steps: none\n', [['step', '']]],
  ['a step that is no map', 'jobs:\n  deploy:\n    steps: [none]\n', [['step', '']]],
  [
    'a key that is a map',
    `jobs:\n  ? { deploy: 1 }\n  : {}\n  deploy:\n    permissions: read-all\n`,
    [['permissions', '']],
  ],
]

describe.each(FILES)('%s', (_what, text, questions) => {
  test.each(questions)('%j', (where, mark) => {
    const line = lineOf(text, mark)
    if (mark !== '') expect(line).toBeGreaterThan(0)
    expect(found(text, where)).toBe(line)
  })
})

describe('a file that would take long, or crash a parser', () => {
  const job = `jobs:\n  deploy:\n    steps:\n      - uses: ${ACTION}@v1\n`
  test.each([
    ['1 MB of steps', `${job}${'      - run: echo hello\n'.repeat(50_000)}`],
    ['100,000 brackets', `x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n${job}`],
    ['40,000 braces that nobody closes', `${'{a: '.repeat(40_000)}\n${job}`],
    ['100,000 errors in one line', `{${': '.repeat(100_000)}\n${job}`],
    ['100,000 lists in lists', '- '.repeat(100_000)],
    ['aliases of aliases', `a: &a [*a, *a]\n${job.replace('steps:', 'steps: *a\n    other:')}`],
    ['zero bytes', '\0'.repeat(100_000)],
  ])('%s: no line, and an end', (_what, text) => {
    expect(found(text, 'step')).toBeUndefined()
  })

  test('40 KB of a real job are no trouble; what has too many tokens is not parsed', () => {
    const steps = (many: number): string => '      - run: echo hello\n'.repeat(many)
    expect(found(`${job}${steps(1_700)}`, 'step')).toBe(4)
    expect(found(`${job}${steps(8_000)}`, 'step')).toBeUndefined()
  })
})

describe('the path of the workflow', () => {
  const repository = 'octo-org/octo-repo'
  test.each([
    [
      'a branch',
      `${repository}/.github/workflows/deploy.yml@refs/heads/main`,
      '.github/workflows/deploy.yml',
    ],
    [
      'a branch with an @',
      `${repository}/.github/workflows/a.yaml@refs/heads/x@y`,
      '.github/workflows/a.yaml',
    ],
    [
      'a pull request',
      `${repository}/.github/workflows/ci.yml@refs/pull/7/merge`,
      '.github/workflows/ci.yml',
    ],
    [
      'another repository',
      'octo-org/other/.github/workflows/deploy.yml@refs/heads/main',
      undefined,
    ],
    [
      'a longer name',
      'octo-org/octo-repo-2/.github/workflows/deploy.yml@refs/heads/main',
      undefined,
    ],
    ['another folder', `${repository}/ci/deploy.yml@refs/heads/main`, undefined],
    ['a way out', `${repository}/.github/workflows/../../x.yml@refs/heads/main`, undefined],
    ['no ref', `${repository}/.github/workflows/deploy.yml`, undefined],
    ['nothing', '', undefined],
  ])('%s', (_what, workflowRef, path) => {
    expect(workflowPath({ ...RUN, repository, workflowRef })).toBe(path)
  })
})

describe('what stands where permissions are granted', () => {
  const JOB = (permissions: string): string =>
    `jobs:\n  deploy:\n${permissions}    steps:\n      - uses: ${ACTION}@v1\n`
  test.each([
    ['the job has a list', JOB('    permissions:\n      contents: read\n'), 'job-block', 3],
    [
      'only the workflow has one',
      `permissions:\n  contents: read\n${JOB('')}`,
      'workflow-block',
      1,
    ],
    ['one word', JOB('    permissions: read-all\n'), 'no-list', 3],
    ['an empty map', JOB('    permissions: {}\n'), 'no-list', 3],
    ['nothing behind the key', JOB('    permissions:\n'), 'no-list', 3],
    ['one word of the workflow', `permissions: read-all\n${JOB('')}`, 'no-list', 1],
    ['no block at all', JOB(''), 'no-block', 2],
  ])('%s', (_what, text, permissions, line) => {
    const wanted = { job: 'deploy', where: 'permissions', actionRepository: ACTION } as const
    expect(locate(text, wanted)).toEqual({ line, permissions })
  })
})
