// Where the workflow gives an input that came out empty: in the file of the run, or in one that it calls, and never by guess.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { JOB, workflowText } from '../../sandbox/job.js'
import type { InputSource } from '../../src/model.js'
import { sourceOf } from '../../src/steps/input-source.js'
import { FakeRunner } from '../fake-runner.js'

const INPUT = 'role-to-assume'
const CALLED = '.github/workflows/called.yml'
const expression = (text: string): string => `\${{ ${text} }}`
const SECRET = expression('secrets.AWS_ROLE')
const giving = (...lines: string[]): string => workflowText('id-token: write', ...lines)

function found(
  files: Record<string, string>,
  {
    given = '',
    env = {},
    run = {},
  }: { given?: string; env?: Record<string, string>; run?: object } = {},
): InputSource | undefined {
  const runner = new FakeRunner({ files, env, inputs: { [INPUT]: given } })
  return sourceOf(runner, knownWith({ run }).run, INPUT, given)
}

const own = (...lines: string[]) => ({ [JOB.workflowFile]: giving(...lines) })

describe('in the file of the run', () => {
  test('an expression without a value', () => {
    expect(found(own(`Role-To-Assume: ${SECRET}`))).toEqual({
      written: SECRET,
      empty: [{ text: 'secrets.AWS_ROLE' }],
      environment: '',
    })
  })

  test('a part of a value', () => {
    const written = `arn:aws:iam::${expression('vars.ACCOUNT')}:role/x`
    expect(found(own(`${INPUT}: ${written}`), { given: 'arn:aws:iam:::role/x' })).toMatchObject({
      written,
      empty: [{ text: 'vars.ACCOUNT' }],
    })
  })

  test('the environment of the job, and what a variable is set from', () => {
    const text = giving(`${INPUT}: ${expression('env.ROLE')}`).replace(
      '    permissions:',
      `    environment: prod\n    env:\n      ROLE: ${SECRET}\n    permissions:`,
    )
    expect(found({ [JOB.workflowFile]: text })).toMatchObject({
      empty: [{ text: 'env.ROLE', from: 'secrets.AWS_ROLE' }],
      environment: 'prod',
    })
  })

  test.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['no inputs at all', own()],
    ['no such input', own('aws-region: eu-west-1')],
    [
      'a plain text, of another version of the file',
      own(`${INPUT}: arn:aws:iam::111122223333:role/x`),
    ],
    [
      'another job',
      { [JOB.workflowFile]: giving(`${INPUT}: ${SECRET}`).replace('  deploy:', '  x:') },
    ],
    [
      'two steps',
      {
        [JOB.workflowFile]: `${giving()}      - uses: aws-oidc-preflight/aws-oidc-preflight@v1\n        with:\n          ${INPUT}: ${SECRET}\n`,
      },
    ],
  ])('nothing, with %s', (_what, files) => {
    expect(found(files)).toBeUndefined()
  })

  test('nothing in a workflow of another repository, and nothing for a step of a composite action', () => {
    const files = own(`${INPUT}: ${SECRET}`)
    const workflowRef = 'other/repo/.github/workflows/deploy.yml@refs/heads/main'
    expect(found(files, { run: { workflowRef } })).toBeUndefined()
    expect(found(files, { env: { GITHUB_ACTION_PATH: '/workspace/login' } })).toBeUndefined()
  })
})

describe('in a file that it calls', () => {
  const calling = (...jobs: readonly (readonly [string, string, string?])[]): string =>
    `on: push\njobs:\n${jobs
      .map(
        ([job, uses, secrets]) =>
          `  ${job}:\n    uses: ${uses}\n${secrets ? `    secrets: ${secrets}\n` : ''}`,
      )
      .join('')}`
  const called = { [CALLED]: giving(`${INPUT}: ${SECRET}`) }
  const ofCaller = (text: string, files: Record<string, string> = called) =>
    found({ [JOB.workflowFile]: text, ...files })

  test('the job that passes no secrets on', () => {
    expect(ofCaller(calling(['ship', `./${CALLED}`]))).toEqual({
      written: SECRET,
      empty: [{ text: 'secrets.AWS_ROLE' }],
      environment: '',
      callers: { file: JOB.workflowFile, jobs: ['ship'], all: true },
    })
  })

  test('a job that passes others on, and one that passes them all', () => {
    const text = calling(
      ['a', `./${CALLED}`, '{ OTHER: x }'],
      ['b', `./${CALLED}`, 'inherit'],
      ['c', `./${CALLED}`, '{ aws_role: x }'],
    )
    expect(ofCaller(text)?.callers).toEqual({ file: JOB.workflowFile, jobs: ['a'], all: false })
  })

  test('all pass it on: no caller is to blame', () => {
    expect(ofCaller(calling(['ship', `./${CALLED}`, 'inherit']))).not.toHaveProperty('callers')
  })

  test('two called files may be meant: nothing', () => {
    const other = '.github/workflows/other.yml'
    const text = calling(['a', `./${CALLED}`], ['b', `./${other}`])
    const files = { ...called, [other]: giving(`${INPUT}: ${SECRET}`) }
    expect(ofCaller(text, files)).toBeUndefined()
  })

  test("another repository's file: the job is named, the expression is not known", () => {
    const uses = 'octo-org/workflows/.github/workflows/deploy.yml@v1'
    expect(ofCaller(calling(['ship', uses], ['test', uses, 'inherit']), {})).toEqual({
      empty: [],
      callers: { file: JOB.workflowFile, jobs: ['ship'], all: false },
    })
  })

  test('a call beside the job of that key has nothing to do with it', () => {
    const uses = 'octo-org/workflows/.github/workflows/deploy.yml@v1'
    const text = `${giving('aws-region: eu-west-1')}  ship:\n    uses: ${uses}\n`
    expect(ofCaller(text, {})).toBeUndefined()
  })
})
