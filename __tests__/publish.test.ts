// What leaves the process at the end: each page once, in order, and the exit code as the report says.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith as report } from '../evidence/baseline.js'
import type { Finding } from '../src/model.js'
import { publish } from '../src/publish.js'
import { FakeWorld, granted } from './fake-world.js'

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
  test('a failed run: one annotation, summary, a last line, exit code', async () => {
    const world = new FakeWorld()
    await publish(world, { report: FAILED, path: '/tmp/report.json' })
    const { annotations, summary, lines, failed } = world.runner
    expect(annotations.map(({ title }) => title)).toEqual([
      'role-not-assumable: the role does not let this token in',
    ])
    expect(summary).toContain('not ready, one error')
    expect(lines).toEqual(['Not ready: role-not-assumable'])
    expect(failed).toBe(true)
  })

  test('a good run: no annotation, and the step does not fail', async () => {
    const world = new FakeWorld()
    await publish(world, { report: report(), path: '', session })
    expect(world.runner.annotations).toEqual([])
    expect(world.runner.failed).toBe(false)
  })

  test('summary: false writes no summary, and all the rest', async () => {
    const world = new FakeWorld()
    await publish(world, {
      report: report({ known: knownWith({ inputs: { summary: false } }) }),
      path: '',
    })
    expect(world.runner.summary).toBe('')
    expect(world.runner.lines).toHaveLength(1)
  })

  test('bad inputs: a summary all the same', async () => {
    const world = new FakeWorld()
    const { inputs: _none, ...known } = KNOWN
    await publish(world, { report: { ...FAILED, known }, path: '' })
    expect(world.runner.summary).not.toBe('')
  })
})
