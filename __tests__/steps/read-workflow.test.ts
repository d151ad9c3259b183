// Proves: the files that say where the run is are read from the workspace, and no other ones.
import { describe, expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import { examineWorkflow, workflowPath } from '../../src/steps/read-workflow.js'
import { FakeRunner } from '../fake-runner.js'

const ACTION = RUN.actionRepository
const FILE = '.github/workflows/deploy.yml'
const CALLED = '.github/workflows/called.yml'
const step = (region: string): string =>
  `      - uses: ${ACTION}@v1\n        with:\n          aws-region: ${region}\n`
const workflow = (region = 'eu-west-1', key = 'deploy'): string =>
  `on: [push, pull_request]\njobs:\n  ${key}:\n    steps:\n${step(region)}`

async function examined(files: Record<string, string>, known: unknown = {}) {
  const runner = new FakeRunner({ files, inputs: { 'aws-region': 'eu-west-1' } })
  return examineWorkflow(runner, knownWith(known))
}

const inRepository = (path: string, ref = 'refs/heads/main') => ({
  token: { claims: { job_workflow_ref: `octo-org/octo-repo/${path}@${ref}` } },
})

describe('examineWorkflow', () => {
  test('the workflow of the run', async () => {
    expect(await examined({ [FILE]: workflow() })).toMatchObject({
      events: ['push', 'pull_request'],
      step: { place: { file: FILE, line: 5 } },
    })
  })

  test('the inputs of the run are compared', async () => {
    expect((await examined({ [FILE]: workflow('us-east-1') }))?.step).toBeUndefined()
  })

  test.each([
    ['called', inRepository(CALLED), CALLED],
    ['called in another version', inRepository(CALLED, 'refs/tags/v1'), undefined],
    ['not called', inRepository(FILE), FILE],
    // Whose token that is, nobody knows.
    ['of a token from a file', { token: { ...inRepository(CALLED).token, source: 'file' } }, FILE],
  ])('the file that the token names: %s', async (_what, known, file) => {
    const files = { [FILE]: workflow(), [CALLED]: workflow() }
    expect((await examined(files, known))?.step?.place.file).toBe(file)
  })

  test.each([
    ['/workspace/./.github/actions/login', '.github/actions/login/action.yml', true],
    ['/workspace/.github/actions/login/', '.github/actions/login/action.yml', true],
    ['/workspace/login', 'login/action.yaml', true],
    ['/workspace/.', 'action.yml', true],
    ['/home/runner/work/_actions/octo/login/v1', 'action.yml', false],
    ['/workspace-2/login', 'login/action.yml', false],
    ['/workspace/../login', 'login/action.yml', false],
  ])('a composite action at %s', async (compositePath, file, found) => {
    const composite = `runs:\n  using: composite\n  steps:\n${step('eu-west-1')}`
    const facts = await examined(
      { [FILE]: workflow(), [file]: composite },
      { run: { compositePath } },
    )
    expect(facts?.step?.place).toEqual(found ? { file, line: 4 } : undefined)
  })

  test('where the role comes from, if a part of it came out empty', async () => {
    const START = 'arn:aws:iam::111122223333:role/deploy-'
    const files = {
      [FILE]: `${workflow()}          role-to-assume: ${START}\${{ inputs.env }}\n`,
    }
    const withRole = async (text: string) => {
      const inputs = { 'aws-region': 'eu-west-1', 'role-to-assume': text }
      const known = knownWith({ inputs: { role: { text } } })
      return (await examineWorkflow(new FakeRunner({ files, inputs }), known))?.roleSource
    }
    expect((await withRole(START))?.empty).toMatchObject([{ text: 'inputs.env' }])
    expect(await withRole(`${START}prod`)).toBeUndefined()
  })

  test('nothing without a checkout, or in a workflow of another repository', async () => {
    expect(await examined({ [FILE]: workflow() }, { run: { workspace: '' } })).toBeUndefined()
    const workflowRef = `other/repo/${FILE}@refs/heads/main`
    expect(await examined({ [FILE]: workflow() }, { run: { workflowRef } })).toBeUndefined()
    expect(await examined({})).toBeUndefined()
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
