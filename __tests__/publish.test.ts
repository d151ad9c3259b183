// What leaves the process at the end: each page once, in order, and the exit code as the report says.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, reportWith as report } from '../evidence/baseline.js'
import { publish } from '../src/publish.js'
import { FakeWorld, granted } from './fake-world.js'
import { finding } from './finding.js'

const LONG = Array.from({ length: 20 }, (_, n) => `line ${n}`).join('\n')
const FINDING = finding({ steps: [{ say: 'Run', code: LONG, language: 'sh' }] })

const FAILED = report({ ready: false, failed: true, findings: [FINDING] })
const { session } = granted()

describe('publish', () => {
  test('a failed run: one annotation, summary, a last line, exit code', async () => {
    const world = new FakeWorld()
    await publish(world, { report: FAILED, path: '/tmp/report.json' })
    const { annotations, summary, lines, failed } = world.runner
    expect(annotations.map(({ title }) => title)).toEqual([
      'role-not-assumable: AWS did not let this job assume `deploy`',
    ])
    expect(annotations[0]?.message).toContain('Run: see the job summary.')
    expect(summary).toMatch(/^### ❌ Not signed in: AWS did not let this job assume /)
    expect(summary).toContain('line 19')
    expect(lines).toEqual(['Not ready: role-not-assumable'])
    expect(world.runner.groups).toEqual({})
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
    expect(world.runner.groups).toEqual({})
  })

  test.each([
    ['inputs', knownWith({ inputs: { summary: false } })],
    ['inputs that are wrong', knownWith({ inputs: null, outlets: { summary: false } })],
  ])(
    'summary: false in %s: the log has a group for each finding, and annotations point to it',
    async (_what, known) => {
      const world = new FakeWorld()
      const findings = [FINDING, finding({ id: 'clock-skew', severity: 'warning' })]
      await publish(world, { report: { ...FAILED, known, findings }, path: '' })
      const { annotations, groups, summary } = world.runner
      expect(summary).toBe('')
      expect(Object.keys(groups)).toEqual([
        'role-not-assumable: all steps',
        'clock-skew: all steps',
      ])
      expect(Object.values(groups)[0]).toContain('    line 19')
      expect(annotations[0]?.message).toContain('Run: see the group in the log of this step.')
      expect(annotations[0]?.message).not.toContain('summary')
    },
  )

  test('bad inputs: a summary all the same', async () => {
    const world = new FakeWorld()
    const { inputs: _none, ...known } = KNOWN
    await publish(world, { report: { ...FAILED, known }, path: '' })
    expect(world.runner.summary).not.toBe('')
  })
})
