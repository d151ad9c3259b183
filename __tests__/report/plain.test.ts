// Explanations in plain text: each block as its lines, each step as a sentence and what to paste.
import { describe, expect, test } from '@jest/globals'
import type { Block, Step } from '../../src/model.js'
import { blockLines, findingLines, stepLines, uncapitalised } from '../../src/report/plain.js'
import { finding } from '../finding.js'

const side = (label: string, value: string) => ({ label, value, at: 0 })

describe('blockLines', () => {
  test.each<[Block, string[]]>([
    [
      { show: 'difference', wanted: side('policy', 'a'), actual: side('job', 'b') },
      ['- policy: a', '+ job:    b'],
    ],
    [
      {
        show: 'values',
        values: [
          { name: 'sub', value: 'a\nb' },
          { name: 'audience', value: '' },
        ],
      },
      ['sub       a b', 'audience  '],
    ],
    [{ show: 'values', values: [] }, []],
    [{ show: 'answer', by: 'AWS', text: 'No\nway' }, ['AWS answered: “No way”']],
    [{ show: 'sentence', say: 'It is `a`.' }, ['It is `a`.']],
    [{ show: 'list', points: ['a', 'b'] }, ['- a', '- b']],
    [{ show: 'code', code: 'a:\n  b\r\nc', language: 'yaml' }, ['    a:', '      b', '    c']],
  ])('%j', (block, lines) => {
    expect(blockLines(block)).toEqual(lines)
  })

  test('a value and an answer are bounded', () => {
    const long = 'x'.repeat(100_000)
    const [value = ''] = blockLines({ show: 'values', values: [{ name: 'a', value: long }] })
    const [answer = ''] = blockLines({ show: 'answer', by: 'AWS', text: long })
    expect(value).toMatch(/x…$/)
    expect(answer).toMatch(/x…”$/)
    expect(Math.max(value.length, answer.length)).toBeLessThan(700)
  })
})

describe('stepLines', () => {
  test.each<[Step, string[]]>([
    [{ say: 'Look' }, ['Look.']],
    [{ say: 'Run', code: 'a\nb', language: 'sh' }, ['Run:', '    a', '    b']],
    [{ when: 'If it may', say: 'Add it', then: 'Then.' }, ['If it may, add it.', 'Then.']],
  ])('%j', (step, lines) => {
    expect(stepLines(step)).toEqual(lines)
  })

  test('with another code in place of its own', () => {
    expect(stepLines({ say: 'Run', code: 'a\nb' }, 'c')).toEqual(['Run:', '    c'])
  })
})

test.each([
  ['Look', 'look'],
  ['AWS', 'AWS'],
  ['`a` b', '`a` b'],
  ['', ''],
])('%j after a condition is %j', (text, shown) => {
  expect(uncapitalised(text)).toBe(shown)
})

test('a whole finding: what was seen, the steps, the other ways out, how to confirm, the folds', () => {
  const whole = finding({
    steps: [{ say: 'One' }],
    otherwise: [{ say: 'Two' }],
    confirm: [{ say: 'Three' }],
    folded: [{ title: 'Four', blocks: [{ show: 'sentence', say: 'five' }] }],
  })
  expect(findingLines(whole)).toEqual([
    'AWS did not let this job assume `deploy`',
    'AWS does not say why.',
    'One.',
    'If that is not it:',
    'Two.',
    'To confirm:',
    'Three.',
    'Four:',
    'five',
  ])
  expect(findingLines(finding({ steps: [] }))).toHaveLength(2)
})
