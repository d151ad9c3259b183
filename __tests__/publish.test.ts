// What leaves the process at the end: each page once, in order, and the exit code as the report says.
import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../src/model.js'
import { publish } from '../src/publish.js'
import { FakeWorld, granted } from './fake-world.js'
import { KNOWN, knownWith, reportWith as report } from './known.js'

const FINDING: Finding = {
  id: 'role-not-assumable',
  severity: 'error',
  certainty: 'likely',
  title: 'the role does not let this token in',
  why: 'Most likely so.',
  fix: ['Do this.'],
  docs: 'https://example.com/role-not-assumable.md',
  evidence: [],
}

const FAILED = report({ ready: false, failed: true, findings: [FINDING] })
const { session } = granted()

describe('publish', () => {
  test('a failed run: one annotation, outputs, summary, report file, a last line, exit code', async () => {
    const world = new FakeWorld()
    await publish(world, { report: FAILED })
    const { annotations, outputs, summary, written, lines, failed } = world.runner
    expect(annotations.map(({ title }) => title)).toEqual([
      'role-not-assumable: the role does not let this token in',
    ])
    expect(outputs).toMatchObject({ ready: 'false', causes: '["role-not-assumable"]' })
    expect(summary).toContain('not ready, one error')
    expect(JSON.parse(written['/tmp/report.json'] ?? '')).toMatchObject({
      version: 1,
      ready: false,
    })
    expect(lines).toEqual(['Not ready: role-not-assumable'])
    expect(failed).toBe(true)
  })

  test('a good run: no annotation, and the step does not fail', async () => {
    const world = new FakeWorld()
    await publish(world, { report: report(), session })
    expect(world.runner.annotations).toEqual([])
    expect(world.runner.failed).toBe(false)
    expect(world.runner.outputs).toMatchObject({ ready: 'true', 'aws-account-id': '111122223333' })
  })

  test('summary: false writes no summary, and all the rest', async () => {
    const world = new FakeWorld()
    await publish(world, { report: report({ known: knownWith({ inputs: { summary: false } }) }) })
    expect(world.runner.summary).toBe('')
    expect(Object.keys(world.runner.written)).toEqual(['/tmp/report.json'])
  })

  test('bad inputs: a summary, but no report file, since nobody knows where it should go', async () => {
    const world = new FakeWorld()
    const { inputs: _none, ...known } = KNOWN
    await publish(world, { report: { ...FAILED, known } })
    expect(world.runner.summary).not.toBe('')
    expect(world.runner.written).toEqual({})
    expect(world.runner.outputs).toMatchObject({ report: '' })
  })

  test('a report file that cannot be written: a warning that names it, and not named as if it were there', async () => {
    const world = new FakeWorld()
    world.runner.writeFile = (path) => ({
      ok: false,
      failure: { kind: 'file', path, what: 'the report file', code: 'EISDIR' },
    })
    await publish(world, { report: report(), session })
    expect(world.runner.annotations).toMatchObject([{ severity: 'warning' }])
    expect(world.runner.annotations[0]?.message).toMatch(/`\/tmp\/report\.json`[\s\S]*EISDIR/)
    expect(world.runner.outputs).toMatchObject({
      report: '',
      ready: 'true',
      causes: '["runner-file-unwritable"]',
    })
    expect(world.runner.failed).toBe(false)
  })
})
