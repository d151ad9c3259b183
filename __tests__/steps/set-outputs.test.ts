// Proves: the outputs of a run that hands nothing over are told, and where they cannot be, the report says so.
import { expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import type { Failure } from '../../src/model.js'
import { RunLog } from '../../src/run/run-log.js'
import { verdict } from '../../src/run/verdict.js'
import type { Filed } from '../../src/steps/file-report.js'
import { setOutputs } from '../../src/steps/set-outputs.js'
import { FakeRunner } from '../fake-runner.js'
import { FakeWorld } from '../fake-world.js'

const lost = (code: string): Failure => ({
  kind: 'file',
  path: '/out',
  what: "the step's output file",
  code,
})

function told(arrange: (runner: FakeRunner) => void, ended: readonly Failure[] = [], inputs = {}) {
  const runner = new FakeRunner()
  arrange(runner)
  const ledger = new RunLog(new FakeWorld(), RUN)
  ledger.learn(knownWith({ inputs }))
  let filed = 0
  const file = (all: readonly Failure[]): Filed => {
    filed++
    return { report: verdict(ledger, all), path: '/tmp/r.json' }
  }
  const { report } = setOutputs(runner, file, ended)
  return { runner, report, filed, ids: report.findings.map(({ id }) => id) }
}
const breaking = (code: string) => (runner: FakeRunner) => {
  runner.setOutputs = () => ({ ok: false, failure: lost(code) })
}

test('outputs say where the report is', () => {
  const { runner, filed } = told(() => undefined)
  expect(runner.outputs).toMatchObject({ ready: 'true', causes: '[]', report: '/tmp/r.json' })
  expect(filed).toBe(1)
})

test('outputs that cannot be written fail the step: whoever gates on them would find them empty', () => {
  const { report, ids } = told(breaking('ENOSPC'))
  expect(ids).toEqual(['runner-file-unwritable'])
  expect(report).toMatchObject({ ready: false, failed: true })
})

test('fail-on: never is kept to, and the finding is told', () => {
  const { report, ids } = told(breaking('ENOSPC'), [], { failOn: 'never' })
  expect(ids).toEqual(['runner-file-unwritable'])
  expect(report).toMatchObject({ ready: false, failed: false })
})

test('what the hand-over has met is not told twice', () => {
  const { report, filed } = told(breaking('ENOSPC'), [lost('ENOSPC')])
  expect(report.findings.flatMap(({ evidence }) => evidence)).toEqual([lost('ENOSPC')])
  expect(filed).toBe(1)
})

test('where there is no file for outputs, nobody reads them', () => {
  expect(told(breaking('not set')).ids).toEqual([])
})
