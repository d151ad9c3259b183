import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenDependabot } from '../../src/causes/token-dependabot.js'
import type { FailureOf } from '../../src/model.js'
import { ACTION, examine } from '../workflow/examined.js'
import { testCause } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(tokenDependabot, {
  leaves: ['token-permission-missing', 'token-fork-pull-request', 'token-not-on-runner'],
  says: [
    [
      '`pull_request`',
      '`dependabot[bot]`',
      "if: github.actor != 'dependabot[bot]'",
      'id-token: write',
      '`vars.`',
    ],
    ['`push`', "if: github.actor != 'dependabot[bot]'"],
    [
      'gets no ID token by default',
      'Nor does it see secrets of Actions: `role-to-assume` is empty',
      "if: github.actor != 'dependabot[bot]'",
    ],
    [
      '`role-to-assume` is empty: runs of Dependabot see no secrets of Actions',
      'See where the step takes `role-to-assume` from',
      `role-to-assume: \${{ vars.<name> }}`,
    ],
  ],
})

const FILE = (permissions: string): string =>
  `on: pull_request\njobs:\n  deploy:\n${permissions}    steps:\n      - uses: ${ACTION}@v1\n`

function grants(permissions?: string) {
  const known = knownWith({
    token: null,
    run: { actor: 'dependabot[bot]', event: 'pull_request', fork: false },
  })
  const workflow = permissions === undefined ? undefined : examine(FILE(permissions))
  const missing = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const
  const finding = diagnose(
    { kind: 'no-token-permission', missing },
    { ...known, ...(workflow ? { workflow } : {}) },
  )
  expectWellSaid(finding)
  expect(finding.id).toBe('token-dependabot')
  return finding.steps.filter(({ when }) => when?.startsWith("If Dependabot's runs must reach AWS"))
}

describe('what grants the token takes no right away', () => {
  test('a block of lines gets one more', () => {
    const [grant] = grants('    permissions:\n      contents: write\n      pull-requests: write\n')
    expect(grant).toEqual({
      when: "If Dependabot's runs must reach AWS",
      say: 'Add this line to the `permissions:` of the job `deploy`',
      code: 'id-token: write',
      language: 'yaml',
    })
  })

  test('without a file, both forms are told', () => {
    expect(grants().map(({ when, code }) => [when, code])).toEqual([
      [
        "If Dependabot's runs must reach AWS, and the job has a `permissions:` block",
        'id-token: write',
      ],
      [
        "If Dependabot's runs must reach AWS, and it has none, or one word such as `read-all`",
        'permissions:\n  id-token: write\n  contents: read',
      ],
      ["If Dependabot's runs must reach AWS", undefined],
    ])
  })

  test('the rights of other runs are not looked up in a run of Dependabot', () => {
    expect(grants('')[0]?.then).toContain('in the log of a run that Dependabot did not start')
  })

  test('what the file grants already is not granted once more', () => {
    const steps = grants('    permissions:\n      id-token: write\n')
    expect(JSON.stringify(steps)).not.toContain('"code"')
    expect(steps[0]?.say).toContain('the branch or tag of this run')
  })
})

describe('the line with a variable keeps what else the value has', () => {
  const told = (over: Partial<FailureOf<'inputs-withheld'>>) => {
    const finding = diagnose(
      {
        kind: 'inputs-withheld',
        run: 'dependabot',
        inputs: ['role-to-assume'],
        hasToken: true,
        sure: true,
        ...over,
      },
      knownWith(),
    )
    expectWellSaid(finding)
    return { headline: finding.headline, code: finding.steps.at(-1)?.code }
  }
  const ROLE = `arn:aws:iam::\${{ secrets.ACCOUNT }}:role/ci`

  test('of one secret', () => {
    const source = { written: ROLE, empty: [{ text: 'secrets.ACCOUNT' }] }
    expect(told({ part: true, source })).toEqual({
      headline: 'a part of `role-to-assume` is empty: runs of Dependabot see no secrets of Actions',
      code: `role-to-assume: arn:aws:iam::\${{ vars.ACCOUNT }}:role/ci`,
    })
  })

  test('of two, or of a file that is not at hand, there is none', () => {
    const empty = [{ text: 'secrets.A' }, { text: 'secrets.B' }]
    const line = `role-to-assume: \${{ vars.<name> }}`
    expect(told({ source: { written: 'x', empty } }).code).toBe(line)
    expect(told({}).code).toBe(line)
  })
})
