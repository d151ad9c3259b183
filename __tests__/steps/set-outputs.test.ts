// Proves: the outputs of a run that hands nothing over are told, and where they cannot be, the report says so.
import { expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import type { Failure, FileReason } from '../../src/model.js'
import { RunLog } from '../../src/run/run-log.js'
import { verdict } from '../../src/run/verdict.js'
import type { Filed } from '../../src/steps/file-report.js'
import { setOutputs } from '../../src/steps/set-outputs.js'
import { FakeRunner } from '../fake-runner.js'
import { FakeWorld } from '../fake-world.js'

const FULL: FileReason = { reason: 'os', errno: 'ENOSPC' }
const lost = (why: FileReason): Failure => ({ kind: 'file', file: 'output', path: '/out', ...why })

async function told(
  arrange: (runner: FakeRunner) => void,
  ended: readonly Failure[] = [],
  inputs = {},
) {
  const runner = new FakeRunner()
  arrange(runner)
  const ledger = new RunLog(new FakeWorld(), RUN)
  ledger.learn(knownWith({ inputs }))
  let filed = 0
  const file = async (all: readonly Failure[]): Promise<Filed> => {
    filed++
    return { report: await verdict(ledger, all), path: '/tmp/r.json' }
  }
  const { report } = await setOutputs(runner, file, ended)
  return { runner, report, filed, ids: report.findings.map(({ id }) => id) }
}
const breaking = (why: FileReason) => (runner: FakeRunner) => {
  runner.setOutputs = () => ({ ok: false, failure: lost(why) })
}

test('outputs say where the report is', async () => {
  const { runner, filed } = await told(() => undefined)
  expect(runner.outputs).toMatchObject({ ready: 'true', causes: '[]', report: '/tmp/r.json' })
  expect(filed).toBe(1)
})

test('outputs that cannot be written fail the step: whoever gates on them would find them empty', async () => {
  const { report, ids } = await told(breaking(FULL))
  expect(ids).toEqual(['runner-file-unwritable'])
  expect(report).toMatchObject({ ready: false, failed: true })
})

test('fail-on: never is kept to, and the finding is told', async () => {
  const { report, ids } = await told(breaking(FULL), [], { failOn: 'never' })
  expect(ids).toEqual(['runner-file-unwritable'])
  expect(report).toMatchObject({ ready: false, failed: false })
})

test('what the hand-over has met is not told twice', async () => {
  const { report, filed } = await told(breaking(FULL), [lost(FULL)])
  expect(report.findings.flatMap(({ evidence }) => evidence)).toEqual([lost(FULL)])
  expect(filed).toBe(1)
})

test('another file that could not be written hides nothing', async () => {
  const report: Failure = { kind: 'file', file: 'report', path: '/r.json', ...FULL }
  const { report: drawn } = await told(breaking(FULL), [report])
  expect(drawn.findings.flatMap(({ evidence }) => evidence)).toEqual([report, lost(FULL)])
})

test('where there is no file for outputs, nobody reads them', async () => {
  expect((await told(breaking({ reason: 'not-set' }))).ids).toEqual([])
})
