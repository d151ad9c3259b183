// Annotations: what was seen and the one fix in twelve lines of plain text, within the runner's limits, its page always there.
import { describe, expect, test } from '@jest/globals'
import { CAUSE_IDS } from '../../src/model/cause-ids.js'
import type { Finding, Step } from '../../src/model.js'
import {
  annotations,
  findingGroup,
  LONGEST_MESSAGE,
  MOST_LINES,
  MOST_OF_A_KIND,
  messageOf,
} from '../../src/report/annotations.js'
import { sanitise } from '../../src/text.js'
import { refused } from '../fake-world.js'
import { EVIL, finding, findingOf } from '../finding.js'

const POINTER = 'see the job summary.'
const lines = (change: Partial<Finding>): string[] => messageOf(finding(change)).split('\n')
/** The lines about the fix of a finding of which nothing else is told. */
const fix = (...steps: Step[]): string[] => lines({ shown: [], steps }).slice(1, -1)
const code = (count: number, width = 10): string =>
  Array.from({ length: count }, (_, n) => `${n}${'x'.repeat(width)}`).join('\n')

test('the headline, what was seen, the fix, and the page on the last line', () => {
  expect(annotations([finding()])).toEqual([
    {
      severity: 'error',
      title: 'role-not-assumable: AWS did not let this job assume `deploy`',
      message: [
        'AWS did not let this job assume `deploy`',
        'AWS does not say why.',
        'Look at the role:',
        '    aws iam get-role --role-name deploy',
        'https://github.com/o/r/blob/v1/docs/causes/role-not-assumable.md',
      ].join('\n'),
    },
  ])
})

test('points at a line only where the line is known', () => {
  const place = { file: '.github/workflows/deploy.yml', line: 7 }
  expect(annotations([finding({ place })])[0]).toMatchObject(place)
  expect(annotations([finding({ where: 'step' })])[0]).not.toHaveProperty('file')
})

test("AWS's sentence is there for who searches the log, once", () => {
  const evidence = [refused('AccessDenied', 'Not authorized')]
  const answer = { show: 'answer', by: 'STS', text: 'Not authorized' } as const
  expect(lines({ evidence, shown: [] })[1]).toBe('AWS answered: “Not authorized”')
  expect(lines({ evidence, shown: [], answeredBy: 'STS' })[1]).toBe(
    'STS answered: “Not authorized”',
  )
  expect(lines({ evidence, shown: [answer] }).filter((one) => /Not auth/.test(one))).toEqual([
    'STS answered: “Not authorized”',
  ])
})

test('of much that was seen the first five lines, and there is room for the fix', () => {
  const points = Array.from({ length: 9 }, (_, n) => `${n} ${'x'.repeat(2000)}`)
  const all = lines({ shown: [{ show: 'list', points }] })
  expect(all.slice(1, 6).map((line) => line.slice(0, 3))).toEqual([
    '- 0',
    '- 1',
    '- 2',
    '- 3',
    '- 4',
  ])
  expect(all[6]).toBe('Look at the role:')
  for (const line of all) expect(line.length).toBeLessThanOrEqual(500)
})

test('all twelve lines are used, and no more', () => {
  const points = Array.from({ length: 9 }, () => 'a')
  const steps = Array.from({ length: 9 }, () => ({ say: 'Do it' }))
  expect(lines({ steps })).toHaveLength(MOST_LINES)
  expect(lines({ steps, shown: [{ show: 'list', points }] })).toHaveLength(MOST_LINES)
})

describe('the fix', () => {
  test('in the shortest form that its cause gives', () => {
    expect(fix({ say: 'Add', code: code(20), language: 'yaml', short: 'a: 1' })).toEqual([
      'Add:',
      '    a: 1',
    ])
  })

  test('JSON stands on one line, and what only looks like JSON as it is', () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'a b' }] }
    const json = { say: 'Add', language: 'json' } as const
    const [, line = ''] = fix({ ...json, code: JSON.stringify(policy, null, 2) })
    expect(JSON.parse(line)).toEqual(policy)
    expect(fix({ ...json, code: '"a": [\n1,\n2\n]' })).toHaveLength(5)
    expect(fix({ ...json, code: '[\n1,\n2]' })).toEqual(['Add:', '    [', '    1,', '    2]'])
    expect(fix({ ...json, code: '[\n1,\n2\n]' })).toEqual(['Add:', '    [1,2]'])
  })

  test('of a diff the lines that change', () => {
    expect(fix({ say: 'Change', code: '  a\n- b\n+ c\n  d\n  e', language: 'diff' })).toEqual([
      'Change:',
      '    - b',
      '    + c',
    ])
  })

  test('steps stand in their order, whole, for as long as there is room', () => {
    const step = (say: string, count: number): Step => ({ say, code: code(count), language: 'sh' })
    const all = fix(step('A', 3), step('B', 3), step('C', 3))
    expect(all.filter((one) => /^[A-C]/.test(one))).toEqual(['A:', 'B:'])
    expect(all).toHaveLength(8)
  })

  test('with the condition, and what to look for', () => {
    expect(fix({ when: 'If it may', say: 'Add it', then: 'It is there.' })).toEqual([
      'If it may, add it.',
      'It is there.',
    ])
  })

  test.each<[string, Step]>([
    ['too many lines', { say: 'Run', code: code(20), language: 'sh' }],
    ['lines that come of its line ends', { say: 'Run', code: 'a\r'.repeat(20), language: 'sh' }],
    ['too many characters on one line', { say: 'Run', code: code(1, 5000), language: 'sh' }],
    ['too long a policy', { say: 'Run', code: JSON.stringify(code(4, 2000)), language: 'json' }],
  ])('of %s is in the summary, and never cut in its middle', (_what, step) => {
    expect(fix(step)).toEqual([`Run: ${POINTER}`])
    expect(messageOf(finding({ steps: [step] }), 'log')).toContain(
      'Run: see the group in the log of this step.',
    )
  })

  test('there is none to tell of', () => {
    expect(lines({ shown: [], steps: [] })).toHaveLength(2)
  })
})

describe('whatever is in it', () => {
  const long = 'x'.repeat(5000)
  const value = { name: 'sub', value: long }
  const sentence = (say: string) => ({ show: 'sentence', say }) as const
  const cases: [string, Partial<Finding>][] = [
    ['a long headline', { headline: `it is \`${long}\`` }],
    ['long values', { shown: [{ show: 'values', values: Array(9).fill(value) }] }],
    ['long sentences', { shown: Array(9).fill(sentence(long)) }],
    ['many lines in a sentence', { shown: [sentence('a\n'.repeat(50))] }],
    ['no values', { shown: [{ show: 'values', values: [] }] }],
    ['a headline of lines', { headline: 'a\nb\r\nc\u2028d' }],
    ['a long step', { steps: [{ say: long, then: long }] }],
    ['many lines in a step', { steps: [{ say: 'a\n'.repeat(50), code: 'b' }] }],
    ['many steps', { steps: Array(50).fill({ say: 'Do it', then: 'a\nb' }) }],
    ['hostile texts', findingOf(EVIL)],
    ['a great deal of hostile text', findingOf(`${EVIL}\n`.repeat(200))],
    ['commands that grow when they are broken up', { headline: '##[e]'.repeat(1000) }],
    ['half characters', findingOf('\ud800'.repeat(3000))],
    ['all of it', findingOf(long, { evidence: [refused('X', long)] })],
  ]

  test.each(cases)('%s: within the limits, the headline first, the page last', (_what, change) => {
    for (const { title, message } of annotations([finding(change)])) {
      // What the runner's edge does with it.
      const shown = sanitise(message)
      expect(shown).toBe(message)
      expect(shown.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
      const all = shown.split('\n')
      expect(all.length).toBeLessThanOrEqual(MOST_LINES)
      expect(all.at(-1)).toBe(finding().docs)
      expect(title).toBe(`role-not-assumable: ${all[0]}`)
    }
  })

  test('the runner obeys nothing of it', () => {
    const texts = [messageOf(findingOf(EVIL)), ...findingGroup(findingOf(EVIL))[1]]
    for (const line of texts.join('\n').split('\n')) {
      expect(line).not.toMatch(/^\s*::|##\[|[\r\u2028\u202e]/)
      expect(line.isWellFormed()).toBe(true)
    }
  })
})

test('ten of each kind are shown, the first ones, and no kind takes the room of another', () => {
  const many = (severity: Finding['severity']) =>
    Array.from({ length: MOST_OF_A_KIND + 2 }, (_, n) =>
      finding({ id: CAUSE_IDS[n] ?? 'unknown', severity }),
    )
  const shown = annotations([...many('error'), ...many('warning'), ...many('notice')])
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const titles = shown.filter((one) => one.severity === severity).map(({ title }) => title)
    expect(titles).toHaveLength(MOST_OF_A_KIND)
    expect(titles[0]).toMatch(new RegExp(`^${CAUSE_IDS[0]}:`))
    expect(titles.at(-1)).toMatch(new RegExp(`^${CAUSE_IDS[MOST_OF_A_KIND - 1]}:`))
  }
})

test('the group in the log has all that an annotation has no room for', () => {
  const long = { say: 'Run', code: code(20), language: 'sh' } as const
  const [title, all] = findingGroup(finding({ steps: [long], confirm: [{ say: 'Look again' }] }))
  expect(title).toBe('role-not-assumable: all steps')
  expect(all.filter((one) => /^ {4}\d+x/.test(one))).toHaveLength(20)
  expect(all).toContain('Look again.')
})
