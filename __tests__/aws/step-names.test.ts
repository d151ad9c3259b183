// Proves: steps are named as GitHub names them, so that GITHUB_ACTION leads back to the step.
import { describe, expect, test } from '@jest/globals'
import { isLocalAction, stepNames } from '../../src/aws/step-names.js'

const names = (...steps: readonly (string | [id: string, uses: string])[]): string[] =>
  stepNames(
    steps.map((step) => {
      const [id, uses] = typeof step === 'string' ? ['', step] : step
      return { id, uses }
    }),
  )

describe('stepNames', () => {
  test.each([
    ['an id', [['aws', 'o/r@v1']], ['aws']],
    ['a script', ['', ''], ['__run', '__run_2']],
    ['an action', ['o/r@v1', 'o/r@v2', 'o/r@v1'], ['__o_r', '__o_r_2', '__o_r_3']],
    [
      'those with an id do not count',
      ['o/r@v1', ['x', 'o/r@v1'], 'o/r@v1'],
      ['__o_r', 'x', '__o_r_2'],
    ],
    ['actions in folders of one repository', ['o/r/a@v1', 'o/r/b@v1'], ['__o_r', '__o_r_2']],
    ['other letter case', ['O/R@v1', 'o/r@v1'], ['__O_R', '__o_r_2']],
    ['signs that no id may have', ['o.x/r-s@v1'], ['__o_x_r-s']],
    ['actions of the workspace', ['./', './a'], ['__self', '__self_2']],
    ['images', ['docker://alpine:3', 'docker://o/r', 'o/r@v1'], ['__alpine_3', '__o_r', '__o_r_2']],
    [
      'a name that counts of itself',
      ['o/r@v1', 'o/r_2@v1', 'o/r@v1'],
      ['__o_r', '__o_r_2', '__o_r_3'],
    ],
    [
      'an id that is a name, in any letter case',
      [['__O_R', 'x/y@v1'], 'o/r@v1'],
      ['__O_R', '__o_r_2'],
    ],
    ['an image, whose scheme knows no letter case', ['DOCKER://alpine'], ['__alpine']],
    ['a repository named like one', ['x/docker://y@v1'], ['__x_docker_']],
    [
      'a long name',
      [`${'o'.repeat(60)}/${'r'.repeat(60)}@v1`],
      [`__${'o'.repeat(60)}_${'r'.repeat(37)}`],
    ],
  ] as [string, (string | [string, string])[], string[]][])('%s', (_what, steps, wanted) => {
    expect(names(...steps)).toEqual(wanted)
  })

  test('the second of a long name has its number within the limit', () => {
    const long = `${'o'.repeat(60)}/${'r'.repeat(60)}@v1`
    expect(names(long, long)[1]).toBe(`__${'o'.repeat(60)}_${'r'.repeat(35)}_2`)
  })
})

test.each([
  ['./', true],
  ['./.github/actions/login', true],
  ['o/r@v1', false],
  ['.github/actions/login', false],
  ['o/r/./x@v1', false],
])('%s is of the workspace: %j', (uses, local) => {
  expect(isLocalAction(uses)).toBe(local)
})
