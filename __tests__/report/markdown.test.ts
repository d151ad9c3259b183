// Explanations in Markdown: each block and each step as GitHub shows it, and nothing from outside as more than text.
import { describe, expect, test } from '@jest/globals'
import { githubTree, textOf } from '../../sandbox/github-markdown.js'
import type { Block, Step } from '../../src/model.js'
import { blocks, codeBlock, details, folds, inline, steps } from '../../src/report/markdown.js'
import { EVIL, finding, findingOf } from '../finding.js'
import { linksOf, liveText, shapeOf } from './shape.js'

const side = (label: string, value: string) => ({ label, value, at: 0 })
const shownText = async (markdown: string): Promise<string> => textOf(await githubTree(markdown))

describe('blocks', () => {
  test.each<[Block, string]>([
    [
      { show: 'difference', wanted: side('policy', 'a'), actual: side('job', 'b') },
      '```diff\n- policy: a\n+ job:    b\n```',
    ],
    [
      {
        show: 'values',
        values: [
          { name: 'sub', value: 'a' },
          { name: 'audience', value: 'b' },
        ],
      },
      '```\nsub       a\naudience  b\n```',
    ],
    [{ show: 'answer', by: 'AWS', text: 'Not_authorized' }, 'AWS answered: “Not&#95;authorized”'],
    [{ show: 'sentence', say: 'It is `a`.' }, 'It is <code>a</code>.'],
    [{ show: 'list', points: ['`a`', 'b'] }, '- <code>a</code>\n- b'],
    [{ show: 'code', code: 'x: 1', language: 'yaml' }, '```yaml\nx: 1\n```'],
    [{ show: 'code', code: 'x', language: 'text' }, '```\nx\n```'],
  ])('%j', (block, markdown) => {
    expect(blocks([block])).toEqual([markdown])
  })

  test.each<Block>([
    { show: 'values', values: [] },
    { show: 'list', points: [] },
  ])('with nothing in it is left out: $show', (block) => {
    expect(blocks([block, { show: 'sentence', say: 'a' }])).toEqual(['a'])
  })

  test('a code with fences in it stays in its fence', async () => {
    const code = 'a\n```sh\n````\n</details>'
    expect(await shapeOf(codeBlock(code, 'sh'))).toBe('pre(code)')
    expect((await shownText(codeBlock(code))).trim()).toBe(code)
  })

  test('a code of megabytes leaves room for the rest of the page', () => {
    const [page = ''] = blocks([{ show: 'code', code: 'x'.repeat(1e6), language: 'text' }])
    expect(page.length).toBeLessThan(25_000)
    expect(page).toMatch(/x…\n```$/)
  })

  test('half a character is shown as one that is not known', () => {
    const values = [{ name: 'sub', value: 'a\ud800b' }]
    expect(blocks([{ show: 'values', values }])).toEqual(['```\nsub  a\ufffdb\n```'])
  })

  test('a point with lines in it is one point', async () => {
    const page = blocks([{ show: 'list', points: ['a\n    b `c`\n- d', 'e'] }]).join('\n\n')
    expect(await shapeOf(page)).toBe('ul(li li)')
  })
})

describe('steps', () => {
  const LOOK: Step = { say: 'Look at `a`' }
  const IF: Step = { when: 'If `b` may', say: 'Add it', code: '+ b', language: 'diff' }

  test('a single one is the fix', () => {
    expect(steps([{ ...LOOK, then: 'It says `c`.' }])).toEqual([
      '**Fix:** Look at <code>a</code>. It says <code>c</code>.',
    ])
  })

  test('before one with a condition, too', () => {
    expect(steps([LOOK, IF])).toEqual([
      '**First:** Look at <code>a</code>.',
      '**If <code>b</code> may**, add it:',
      '```diff\n+ b\n```',
    ])
  })

  test('a single one that only shows what is wrong is no fix', () => {
    expect(steps([{ ...LOOK, kind: 'look' }])).toEqual(['**First:** Look at <code>a</code>.'])
  })

  test('one for another reader changes nothing about the fix', () => {
    const aside = { when: 'If you do not run it', say: 'Ask', kind: 'aside' } as const
    expect(steps([LOOK, aside])).toEqual([
      '**Fix:** Look at <code>a</code>.',
      '**If you do not run it**, ask.',
    ])
  })

  test('with conditions alone have no number', () => {
    expect(steps([IF, { when: 'If not', say: 'AWS stays' }]).join('\n')).toMatch(
      /^\*\*If [\s\S]*\n\*\*If not\*\*, AWS stays\.$/,
    )
  })

  test('several are numbered, but not those with a condition', () => {
    const leads = steps([LOOK, IF, LOOK]).filter((one) => one.startsWith('**'))
    expect(leads).toEqual([
      '**1.** Look at <code>a</code>.',
      '**If <code>b</code> may**, add it:',
      '**2.** Look at <code>a</code>.',
    ])
  })

  test.each<[string, Partial<Step>, boolean]>([
    ['a short line of YAML', { code: 'id-token: write', language: 'yaml' }, true],
    ['YAML with a backtick', { code: 'run: echo `id`', language: 'yaml' }, false],
    ['two lines of YAML', { code: 'a: 1\nb: 2', language: 'yaml' }, false],
    ['a long line of YAML', { code: `a: ${'x'.repeat(50)}`, language: 'yaml' }, false],
    ['a command', { code: 'id', language: 'sh' }, false],
  ])('%s in its sentence: %#', async (_what, change, within) => {
    const page = steps([{ say: 'Write', ...change }])
    expect(page).toHaveLength(within ? 1 : 2)
    expect(await shownText(page.join('\n\n'))).toContain(change.code)
  })

  test.each([
    [9, 'p(strong) pre(code)'],
    [10, 'p(strong) details(summary pre(code))'],
  ])('a code of %i lines: %s', async (lines, shape) => {
    const code = Array.from({ length: lines }, (_, n) => `line ${n}`).join('\n')
    expect(await shapeOf(steps([{ say: 'Add', code, language: 'text' }]).join('\n\n'))).toBe(shape)
  })
})

describe('folds', () => {
  test('the other ways out, then how to confirm, then what the cause adds', () => {
    const step = { say: 'Look' }
    const folded = [{ title: 'All of `a`', blocks: [{ show: 'sentence', say: 'b' }] }] as const
    expect(folds(finding({ otherwise: [step], confirm: [step, step], folded }))).toEqual([
      '<details><summary>If that is not it</summary>\n\nLook.\n\n</details>',
      '<details><summary>To confirm</summary>\n\nLook.\n\nLook.\n\n</details>',
      '<details><summary>All of <code>a</code></summary>\n\nb\n\n</details>',
    ])
    expect(folds(finding())).toEqual([])
  })

  test('blocks in a fold stand apart', async () => {
    const said = { show: 'sentence', say: 'a' } as const
    const page = folds(finding({ folded: [{ title: 'b', blocks: [said, said] }] }))
    expect(await shapeOf(page.join('\n\n'))).toBe('details(summary p p)')
  })

  test('a title may hold lines and an odd backtick: the fold is one, and what follows stands after it', async () => {
    const fold = details('a ` <b>\n\n- c `d` ```', 'body')
    expect(await shapeOf(`${fold}\n\nafter`)).toBe('details(summary p) p')
  })
})

describe('hostile values', () => {
  const page = (text: string): string => {
    const one = findingOf(text)
    return [...blocks(one.shown), ...steps(one.steps), ...folds(one), 'end'].join('\n\n')
  }

  test('make no element, and end none', async () => {
    // As many lines in the codes, which are folded by their length.
    const tame = EVIL.replace(/.+/g, 'x')
    expect(await shapeOf(page(EVIL))).toBe(await shapeOf(page(tame)))
  })

  test('link nowhere, call nobody, are no formula', async () => {
    expect(await linksOf(page(EVIL))).toEqual([])
    expect(liveText(page(EVIL))).not.toMatch(/@octo|\$[xy$]/)
  })

  test('in prose itself, unquoted, do no more', async () => {
    const said = (text: string) =>
      [...blocks([{ show: 'sentence', say: text }]), inline(text), 'end'].join('\n\n')
    expect(await shapeOf(said(EVIL))).toBe('p p p')
    expect(await linksOf(said(EVIL))).toEqual([])
  })
})
