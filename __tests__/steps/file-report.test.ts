// Proves: the report has its file, and a file that cannot be written is a finding like the others.

import { describe, expect, test } from '@jest/globals'
import { type KNOWN, knownWith, RUN } from '../../evidence/baseline.js'
import type { Failure } from '../../src/model.js'
import { findingLines } from '../../src/report/plain.js'
import { RunLog } from '../../src/run/run-log.js'
import { verdict } from '../../src/run/verdict.js'
import { fileReport } from '../../src/steps/file-report.js'
import { unwritable } from '../fake-files.js'
import { FakeRunner } from '../fake-runner.js'
import { FakeWorld } from '../fake-world.js'

function filed(runner: FakeRunner, ended: readonly Failure[], known: typeof KNOWN) {
  const ledger = new RunLog(new FakeWorld(), RUN)
  ledger.learn(known)
  return fileReport(runner, (all) => verdict(ledger, all), ended)
}

function fullDisk(): FakeRunner {
  const runner = new FakeRunner()
  runner.writeFile = (path) => ({
    ok: false,
    failure: unwritable(path, 'report'),
  })
  return runner
}

describe('the report file', () => {
  test('holds the report, and is named', async () => {
    const runner = new FakeRunner()
    const { report, path } = await filed(runner, [], knownWith())
    expect(report.ready).toBe(true)
    expect(path).toBe('/tmp/report.json')
    expect(JSON.parse(runner.written[path] ?? '')).toMatchObject({ version: 1, ready: true })
  })

  test('is not written where nobody knows where it should go', async () => {
    const runner = new FakeRunner()
    const { inputs: _none, ...known } = knownWith()
    expect((await filed(runner, [], known)).path).toBe('')
    expect(runner.written).toEqual({})
  })

  test('that cannot be written is a warning, and not named as if it were there', async () => {
    const { report, path } = await filed(fullDisk(), [], knownWith())
    expect(path).toBe('')
    expect(report).toMatchObject({ ready: true, failed: false })
    expect(report.findings).toMatchObject([{ id: 'runner-file-unwritable', severity: 'warning' }])
    const text = report.findings.flatMap(findingLines).join('\n')
    expect(text).toContain('/tmp/report.json')
    expect(text).toContain('ENOSPC')
  })

  test('that cannot be written fails the step under fail-on: warning', async () => {
    const { report } = await filed(fullDisk(), [], knownWith({ inputs: { failOn: 'warning' } }))
    expect(report).toMatchObject({ ready: true, failed: true })
  })

  test('that cannot be written stands in its place among the others', async () => {
    const ambient = knownWith({ run: { ambient: ['AWS_PROFILE'] } })
    const { report } = await filed(fullDisk(), [], ambient)
    expect(report.findings.map(({ id }) => id)).toEqual([
      'runner-file-unwritable',
      'ambient-credentials',
    ])
  })
})
