// The runner of a program that another tool runs: it says nothing but findings, on standard error, without secrets and commands.
import { afterEach, expect, jest, test } from '@jest/globals'
import { makeQuietRunner } from '../../src/edge/quiet-runner.js'

afterEach(() => {
  jest.restoreAllMocks()
  process.exitCode = undefined
})

test('only annotations are written, and only to standard error', async () => {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  const error = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const runner = makeQuietRunner({ A: 'b' })
  runner.mask('')
  runner.mask('hush')
  runner.info('line')
  runner.debug('line')
  runner.setOutputs({ name: 'value' })
  runner.rememberVariables({})
  runner.remember('name', {})
  await runner.writeSummary('page')
  runner.writeFile('/nowhere', '')
  runner.exportVariables({ A: 'b' })
  expect(error).not.toHaveBeenCalled()
  runner.annotate({
    severity: 'error',
    title: 'a hush title',
    message: '::error::x\n##[add-mask]hush',
  })
  expect(error.mock.calls.map(([text]) => text)).toEqual([
    'a *** title\n: :error::x\n## [add-mask]***\n',
  ])
  expect(out).not.toHaveBeenCalled()
  expect([runner.env('A'), runner.input('a'), runner.event(), runner.recall('a')]).toEqual([
    'b',
    undefined,
    undefined,
    undefined,
  ])
})

test('failing is the exit code', () => {
  makeQuietRunner({}).fail()
  expect(process.exitCode).toBe(1)
})
