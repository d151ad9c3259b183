// A role's name that is cut short: only where the file shows an expression that must have been empty.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { roleNotAssumable } from '../../../src/causes/role-not-assumable.js'
import { emptiedSteps } from '../../../src/causes/shared/emptied-role.js'
import type { InputSource, Known } from '../../../src/model.js'
import { wordsOf } from '../tester.js'

const START = 'arn:aws:iam::111122223333:role/'
const expression = (text: string): string => `\${{ ${text} }}`

function given(name: string, source?: InputSource): Known {
  const known = knownWith({ inputs: { role: { text: `${START}${name}`, name } } })
  return { ...known, workflow: { events: [], ...(source ? { roleSource: source } : {}) } }
}

const from = (written: string, ...texts: string[]): InputSource => ({
  written: `${START}${written}`,
  empty: texts.map((text) => ({ text })),
})

test.each<[string, InputSource, string]>([
  ['deploy-', from(`deploy-${expression('inputs.env')}`, 'inputs.env'), '`inputs.env` has'],
  ['-deploy', from(`${expression('matrix.a')}-deploy`, 'matrix.a'), '`matrix.a` has'],
  ['app//deploy', from(`app/${expression('vars.T')}/deploy`, 'vars.T'), '`vars.T` has'],
  ['a--b', from(`a-${expression('inputs.x')}-b`, 'inputs.x'), '`inputs.x` has'],
  [
    '-',
    from(`${expression('inputs.x')}-${expression('inputs.y')}`, 'inputs.x', 'inputs.y'),
    '`inputs.x` and `inputs.y` have',
  ],
])('%s', (name, source, words) => {
  const [step] = emptiedSteps(given(name, source))
  expect(step?.when).toBe(`If \`${name}\` is not the whole name of the role`)
  expect(step?.then).toContain(`${words} no value in this run, so \`role-to-assume\` names`)
})

test('what the caller does not give is said, and set there', () => {
  const set = { by: 'call', key: 'env', file: 'w.yml', job: 'ship' } as const
  const source = { ...from('deploy-'), empty: [{ text: 'inputs.env', set }] }
  const [step] = emptiedSteps(given('deploy-', source))
  expect(step?.code).toBe('with:\n  env: <value>')
  expect(step?.then).toContain(
    'The job `ship` of `w.yml` gives the workflow that it calls no `env`.',
  )
})

test.each<[string, string, InputSource | undefined]>([
  ['no file', 'deploy-', undefined],
  ['no expression', 'deploy-', from('deploy-')],
  ['a part that may be left out', 'deploy', from(`deploy${expression('inputs.x')}`, 'inputs.x')],
  ['more than a sentence holds', 'a-', from('a-', 'vars.A', 'vars.B', 'vars.C', 'vars.D')],
])('nothing with %s', (_what, name, source) => {
  expect(emptiedSteps(given(name, source))).toEqual([])
})

test('the refusal begins with it', () => {
  const known = given('deploy-', from(`deploy-${expression('inputs.env')}`, 'inputs.env'))
  const answer = {
    kind: 'aws',
    status: 403,
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    requestId: 'x',
  } as const
  const { fix } = wordsOf(roleNotAssumable.explain(answer, known))
  expect(fix[0]).toMatch(
    /^If `deploy-` is not the whole name of the role, check what this run was given for `env`/,
  )
})
