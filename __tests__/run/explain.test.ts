// The border of what only explains: a run that finds nothing crosses it nowhere, and one that fails does.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { preflight } from '../../src/preflight.js'
import { publish } from '../../src/publish.js'
import { answerKnowledge } from '../../src/run/answer-knowledge.js'
import { knowledge } from '../../src/run/knowledge.js'
import { trustKnowledge } from '../../src/run/trust-knowledge.js'
import { workflowKnowledge } from '../../src/run/workflow-knowledge.js'
import { DENIED, FakeWorld, ON_RUNNER } from '../fake-world.js'
import { aud, MAIN, sub } from '../trust/fixtures.js'
import { policyOf, statement } from '../trust/support.js'

const ALLOWING = JSON.stringify(
  policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN } })),
)

const SIDES: Readonly<Record<string, object>> = {
  answers: answerKnowledge,
  explain: knowledge,
  trust: trustKnowledge,
  workflow: workflowKnowledge,
}
const KEPT = Object.entries(SIDES).map(([file, side]) => ({ file, side, own: { ...side } }))
let crossed: string[] = []

beforeEach(() => {
  crossed = []
  for (const { file, side, own } of KEPT)
    for (const [name, call] of Object.entries(own))
      Object.assign(side, {
        [name](...words: readonly unknown[]): unknown {
          crossed.push(`${file}: ${name}`)
          return (call as (...words: readonly unknown[]) => unknown)(...words)
        },
      })
})
afterEach(() => {
  for (const { side, own } of KEPT) Object.assign(side, own)
})

async function run(world: FakeWorld): Promise<string[]> {
  await publish(world, await preflight(world))
  return [...new Set(crossed)].sort()
}

const filesOf = (all: readonly string[]): string[] => [
  ...new Set(all.map((one) => one.replace(/:.*/, ''))),
]

// Once all causes are there, they are asked: this one comes first.
test('a run that STS refuses crosses for the causes that take an answer', async () => {
  const world = new FakeWorld()
  world.onSignIn = () => ({ ok: false, failure: DENIED })
  const all = await run(world)
  const asked = ['answers: causeFor', 'answers: conclude', 'answers: retryAfter']
  expect(all).toEqual(expect.arrayContaining(asked))
  expect(filesOf(all)).toEqual(['answers'])
})

test('with a workflow file that is checked out, for what is in it', async () => {
  const files = { '.github/workflows/deploy.yml': 'on: push\njobs: {}\n' }
  const GITHUB_WORKFLOW_REF = 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main'
  const world = new FakeWorld({ files, env: { ...ON_RUNNER, GITHUB_WORKFLOW_REF } })
  world.onSignIn = () => ({ ok: false, failure: DENIED })
  expect(filesOf(await run(world))).toEqual(['answers', 'workflow'])
})

describe('a green run', () => {
  test('crosses nowhere', async () => {
    const world = new FakeWorld()
    expect(await run(world)).toEqual([])
    expect(world.runner.failed).toBe(false)
  })

  test.each([
    ['with the checks of expected claims', { 'expected-claims': 'event_name: push' }],
    ['with a profile', { 'aws-profile': 'deploy' }],
    ['as a preflight only', { 'output-env-credentials': 'false' }],
  ])('%s crosses nowhere', async (_what, inputs) => {
    expect(await run(new FakeWorld({ inputs }))).toEqual([])
  })

  test('with a trust policy that allows it crosses for that alone', async () => {
    const inputs = { 'trust-policy': ALLOWING }
    const all = await run(new FakeWorld({ inputs }))
    expect(all).toEqual(['trust: examine', 'trust: parseTrustPolicy'])
  })
})

test('a run that fails of anything else crosses for all causes', async () => {
  const world = new FakeWorld({ inputs: { 'aws-region': '' } })
  const all = await run(world)
  expect(all).toEqual(expect.arrayContaining(['explain: conclude']))
  expect(filesOf(all)).toEqual(['explain'])
})
