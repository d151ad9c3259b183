import { describe, expect, test } from '@jest/globals'
import type { Where } from '../../src/model.js'
import { ACTION, examine, lineOf, placed } from './examined.js'

const REGION = { input: 'aws-region' }
const NOTE = { input: 'report-file' }

/** Without what the runner tells of the step. */
function found(text: string, where: Where, job = 'deploy', actionRepository = ACTION) {
  return placed(examine(text, { job, step: '', actionRepository }), where)?.line
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
    'the action used from the workspace, while the runner says that it is of a repository',
    `on: pull_request
jobs:
  deploy:
    steps:
      - uses: actions/checkout@v5
      - uses: ./
        with:
          aws-region: eu-west-1
`,
    [
      ['step', ''],
      [REGION, ''],
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
    permissions: # <-- permissions
      contents: read
`,
    [
      ['permissions', 'permissions'],
      ['environment', ''],
      ['step', ''],
    ],
  ],
  [
    'another job calls one, and this one does not use the action: the running one is in the called file',
    `on: push
permissions: read-all # <-- permissions
jobs:
  deploy:
    environment: production
    steps:
      - run: echo
  call:
    uses: ./.github/workflows/deploy.yml
`,
    [
      ['permissions', 'permissions'],
      ['environment', ''],
    ],
  ],
  [
    'another job calls one that is not at hand: it may have a job of this name, with the action',
    `on: push
jobs:
  call:
    uses: ./.github/workflows/deploy.yml
  deploy:
    permissions:
      contents: read
    steps:
      - uses: ${ACTION}@v1
`,
    [
      ['permissions', ''],
      ['step', ''],
    ],
  ],
  [
    'an alias stands for its anchor, but a block is changed where this job has it',
    `on: push
jobs:
  test:
    permissions: &read
      contents: read
    environment: &env production
    steps: &steps
      - uses: ${ACTION}@v1 # <-- step
  deploy:
    permissions: *read # <-- permissions
    environment: *env # <-- environment
    steps: *steps
`,
    [
      ['permissions', 'permissions'],
      ['environment', 'environment'],
      ['step', 'step'],
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
    'the whole job is an alias: a block in it would be for the other, too',
    `on: push
jobs:
  test: &job
    permissions: {}
    steps:
      - uses: ${ACTION}@v1 # <-- step
  deploy: *job
`,
    [
      ['permissions', ''],
      ['step', 'step'],
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
      - uses: ${ACTION}@v1
        with:
          aws-region: eu-west-1
          AWS-REGION: us-east-1
`,
    [
      ['permissions', ''],
      ['step', ''],
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
