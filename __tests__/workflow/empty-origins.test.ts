// Inputs of the run itself, and secrets among other things in an expression: what the files say of where they come from.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { JOB, workflowText } from '../../sandbox/job.js'
import { inputSources } from '../../src/steps/read-workflow.js'
import { FakeRunner } from '../fake-runner.js'

const INPUT = 'role-to-assume'
const CALLED = '.github/workflows/called.yml'
const ARN = 'arn:aws:iam::111122223333:role/deploy'
const BY_HAND = `on:\n  push:\n  workflow_dispatch:\n    inputs:\n      role: { default: '${ARN}' }\n      bare: {}\n`

const step = (expression: string): string =>
  workflowText('id-token: write', `${INPUT}: \${{ ${expression} }}`)
const byHand = (text: string): string => text.replace(/^on:\n( .*\n)*/m, BY_HAND)
const calling = (...lines: string[]): string =>
  `${BY_HAND}jobs:\n  ship:\n    uses: ./${CALLED}\n${lines.map((line) => `    ${line}\n`).join('')}`

async function source(files: Record<string, string>) {
  const runner = new FakeRunner({ files, inputs: { [INPUT]: '' } })
  return (await inputSources(runner, knownWith({ token: null })))(INPUT, '')
}

const own = (text: string) => source({ [JOB.workflowFile]: text })

describe('an input of the run', () => {
  test.each<[string, string]>([
    ['inputs.role', ARN],
    ['github.event.inputs.role', ARN],
    ['inputs.bare', ''],
    ['inputs.nobody-has-it', ''],
  ])('%s has the default %j', async (text, value) => {
    expect((await own(byHand(step(text))))?.empty).toEqual([{ text, dispatch: { default: value } }])
  })

  test('that a variable is set from', async () => {
    const text = byHand(step('env.ROLE')).replace(
      '\njobs:',
      `\nenv:\n  ROLE: \${{ inputs.role }}\njobs:`,
    )
    expect((await own(text))?.empty).toMatchObject([
      { text: 'env.ROLE', from: 'inputs.role', dispatch: { default: ARN } },
    ])
  })

  test('that a job gives to the workflow that it calls', async () => {
    const files = {
      [JOB.workflowFile]: calling('with:', `  arn: \${{ inputs.role }}`),
      [CALLED]: step('inputs.arn'),
    }
    expect((await source(files))?.empty).toMatchObject([
      { text: 'inputs.arn', from: 'inputs.role', dispatch: { default: ARN } },
    ])
  })

  test('is not one that a call could give, and did not', async () => {
    const files = { [JOB.workflowFile]: calling(), [CALLED]: step('inputs.role') }
    expect((await source(files))?.empty).toMatchObject([{ set: { by: 'call', key: 'role' } }])
    expect((await source(files))?.empty[0]).not.toHaveProperty('dispatch')
  })

  test('is the run’s in a called workflow, too, by the name of its event', async () => {
    const text = 'github.event.inputs.role'
    const files = { [JOB.workflowFile]: calling(), [CALLED]: step(text) }
    expect((await source(files))?.empty).toEqual([{ text, dispatch: { default: ARN } }])
  })
})

describe('secrets among other things', () => {
  const EITHER = "github.ref == 'x' && secrets.PROD || secrets.DEV"
  const passing = (secrets: string[], text = EITHER) =>
    source({ [JOB.workflowFile]: calling(...secrets), [CALLED]: step(text) })
  const SHIP = { calls: [{ file: JOB.workflowFile, jobs: ['ship'] }], all: true }

  test('are lacking where a call passes none on', async () => {
    expect((await passing([]))?.callers).toEqual(SHIP)
    expect((await passing(['secrets: { OTHER: x }']))?.callers).toEqual(SHIP)
  })

  test.each([['secrets: inherit'], ['secrets: { DEV: x }'], ['secrets: { PROD: x }']])(
    'are not, with %s: one of them may be empty by itself',
    async (secrets) => {
      expect(await passing([secrets])).not.toHaveProperty('callers')
    },
  )

  test('which every run has are none', async () => {
    expect(await passing([], 'secrets.GITHUB_TOKEN || env.X')).not.toHaveProperty('callers')
    expect(await passing([], "github.ref == 'x' || vars.X")).not.toHaveProperty('callers')
  })
})
