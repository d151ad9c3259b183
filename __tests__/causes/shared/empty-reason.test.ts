// An input that came out empty: which expression it was, and the reason that the files show.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { emptyNames, emptyReason, namesRead } from '../../../src/causes/shared/empty-reason.js'
import type { InputSource, Setting } from '../../../src/model.js'

const KNOWN = knownWith()

function of(expression: string, more: Partial<InputSource> = {}): InputSource {
  const written = `\${{ ${expression} }}`
  return { written, empty: [{ text: expression }], environment: '', ...more }
}

test.each<[string, string | undefined]>([
  ['secrets.A', '`secrets.A`'],
  ["secrets['A']", "`secrets['A']`"],
  ['a || b', undefined],
])('%s is named %s', (expression, name) => {
  expect(emptyNames({ source: of(expression) })).toBe(name)
})

test('three are not named in one line', () => {
  const empty = ['a', 'b', 'c'].map((name) => ({ text: `vars.${name}` }))
  expect(emptyNames({ source: { empty } })).toBeUndefined()
})

test('one that comes from two is named once, and so is what two come from', () => {
  const empty = ['vars.A', 'vars.B', 'vars.A'].map((from) => ({ text: 'env.R', from }))
  expect(emptyNames({ source: { empty } })).toBe('`env.R`')
  expect(namesRead({ empty }, 'vars')).toEqual(['A', 'B'])
})

const CALLERS = { calls: [{ file: 'w.yml', jobs: ['ship'] }], all: true }

test('a secret that is not passed on, on one level or on two', () => {
  const reason = (callers: InputSource['callers']) =>
    emptyReason({ source: of('secrets.A', callers ? { callers } : {}) }, KNOWN)
  expect(reason(CALLERS)).toContain('called by `ship` in `w.yml`, which does not pass')
  const calls = [...CALLERS.calls, { file: 'm.yml', jobs: ['a', 'b'] }]
  expect(reason({ calls, all: true })).toContain(
    'by `ship` in `w.yml` and `a` and `b` in `m.yml`, which do not pass',
  )
  expect(reason({ ...CALLERS, all: false })).toContain('GitHub turns')
  expect(reason(undefined)).toContain('GitHub turns')
})

test('callers have nothing to do with a variable', () => {
  expect(emptyReason({ source: of('vars.A', { callers: CALLERS }) }, KNOWN)).not.toContain('ship')
})

test('an input of a run that nobody started by hand', () => {
  const source = of('inputs.r', { empty: [{ text: 'inputs.r', dispatch: { default: '' } }] })
  const reason = (event: string) => emptyReason({ source }, knownWith({ run: { event } }))
  expect(reason('schedule')).toBe(
    'Only a run of `workflow_dispatch` has inputs, and their defaults. This one is of `schedule`.',
  )
  expect(reason('workflow_dispatch')).toContain('GitHub turns')
})

const at = (by: Setting['by'], key: string): Setting => ({ by, key, file: 'w.yml', job: 'ship' })

test.each<[string, string | undefined, Setting, string]>([
  ['env.R', 'secrets.A', at('env', 'R'), `The file sets \`env.R\` to \`\${{ secrets.A }}\``],
  [
    'inputs.r',
    'vars.A',
    at('call', 'r'),
    `The job \`ship\` of \`w.yml\` sets \`r\` to \`\${{ vars.A }}\``,
  ],
  ['inputs.r', 'secrets.A', at('step', 'r'), 'The job `ship` of `w.yml` sets `r` to'],
  ['env.R', 'vars.A', at('call', 'r'), 'sets `r` to'],
  [
    'inputs.r',
    undefined,
    at('call', 'r'),
    'The job `ship` of `w.yml` gives the workflow that it calls no `r`.',
  ],
  ['inputs.r', undefined, at('step', 'r'), 'gives the composite action no `r`.'],
])('%s from %s', (text, from, set, words) => {
  const source = of(text, { empty: [{ text, ...(from === undefined ? {} : { from }), set }] })
  expect(emptyReason({ source }, KNOWN)).toContain(words)
})
