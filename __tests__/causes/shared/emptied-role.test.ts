// A role's name that is cut short: only where the file shows an expression that must have been empty.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { roleNotAssumable } from '../../../src/causes/role-not-assumable.js'
import { emptiedReasons, emptiedSteps } from '../../../src/causes/shared/emptied-role.js'
import { reasonsFor } from '../../../src/causes/shared/subject.js'
import type { Known, WrittenInput } from '../../../src/model.js'
import { wordsOf } from '../tester.js'

const START = 'arn:aws:iam::111122223333:role/'
const place = { file: '.github/workflows/deploy.yml', line: 9 }
const expression = (text: string): string => `\${{ ${text} }}`

function given(name: string, written?: string): Known {
  const inputs = new Map<string, WrittenInput>()
  if (written !== undefined) inputs.set('role-to-assume', { place, text: written })
  const role = { text: `${START}${name}`, name }
  return { ...knownWith({ inputs: { role } }), workflow: { events: [], step: { place, inputs } } }
}

test.each([
  ['deploy-', `deploy-${expression('inputs.env')}`, '`inputs.env` has'],
  ['-deploy', `${expression('matrix.stage')}-deploy`, '`matrix.stage` has'],
  ['app//deploy', `app/${expression('vars.TEAM')}/deploy`, '`vars.TEAM` has'],
  ['a--b', `a-${expression('inputs.x')}-b`, '`inputs.x` has'],
  ['-', `${expression('inputs.x')}-${expression('inputs.y')}`, '`inputs.x` and `inputs.y` have'],
])('%s of %s', (name, written, words) => {
  const known = given(name, `${START}${written}`)
  const [reason] = emptiedReasons(known)
  expect(reason).toBe(`${words} no value in this run, so the role's name is \`${name}\`.`)
  expect(known.token && reasonsFor(known.token, known)[0]).toBe(reason)
  expect(emptiedSteps(known)[0]?.then).toContain(reason)
})

test('an account from a secret that has a value is no part of it', () => {
  const known = given(
    'deploy-',
    `arn:aws:iam::${expression('secrets.ACCOUNT')}:role/deploy-${expression('inputs.env')}`,
  )
  expect(emptiedReasons(known)[0]).toMatch(/^`inputs\.env` has/)
})

test.each([
  ['no file', 'deploy-', undefined],
  ['a plain text', 'deploy-', `${START}deploy-`],
  ['one expression for all of it', 'deploy-', expression('vars.ROLE')],
  ['a value', 'deploy-prod', `${START}deploy-${expression('inputs.env')}`],
  ['a part that may be left out', 'deploy', `${START}deploy${expression('inputs.suffix')}`],
  ['a file of another version', 'deploy-', `${START}other-${expression('inputs.env')}`],
])('nothing with %s', (_what, name, written) => {
  const known = given(name, written)
  expect(emptiedReasons(known)).toEqual([])
  expect(emptiedSteps(known)).toEqual([])
})

test('the refusal begins with it', () => {
  const known = given('deploy-', `${START}deploy-${expression('inputs.env')}`)
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
