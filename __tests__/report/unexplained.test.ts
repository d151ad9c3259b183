// A bug of ours where no cause can speak: what stopped the run and why nothing explains it, each once, and where to turn.
import { expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import { sourceIn, unexplained, unloaded } from '../../src/report/unexplained.js'
import { expectWellSaid } from '../causes/well-said.js'

const missing = new Error("Cannot find module '/action/dist/explain.mjs'")

test('both errors, if they differ', () => {
  const finding = unexplained(new Error('x is not a function'), missing, RUN)
  expectWellSaid(finding)
  const values = ['x is not a function', missing.message].map((value) => ({ name: 'seen', value }))
  expect(finding.shown).toEqual([{ show: 'values', values }])
  expect(finding.evidence).toEqual([{ kind: 'bug', message: 'x is not a function' }])
  expect(finding.docs).toBe(`${RUN.serverUrl}/${RUN.actionRepository}`)
})

test('one, if they are the same; and no page where the action has no repository', () => {
  const finding = unexplained(missing, missing, { ...RUN, actionRepository: '' })
  const values = [{ name: 'seen', value: missing.message }]
  expect(finding.shown).toEqual([{ show: 'values', values }])
  expect(finding.docs).toBe('')
})

test('for a door, the same as lines of an annotation', () => {
  const run = sourceIn({ GITHUB_ACTION_REPOSITORY: 'a/b', GITHUB_SERVER_URL: 'https://g.test' })
  const { title, message } = unloaded(new Error('::error::x\nCannot find module'), run)
  expect(title).toBe('unknown: an error inside this action stopped the step')
  expect(message.split('\n')).toEqual([
    'an error inside this action stopped the step',
    'seen  : :error::x Cannot find module',
    'Use this action as it was published, with every file of its folder `dist`.',
    'Run the job again, if nobody has changed these files.',
    'https://g.test/a/b',
  ])
  expect(unloaded('thrown', sourceIn({})).message).toMatch(/\nseen {2}thrown\n.*\nRun [^\n]*$/)
})
