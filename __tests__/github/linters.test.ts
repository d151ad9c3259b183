// The linters see what is wrong: a test with them can fail.
import { expect, test } from '@jest/globals'
import { actionlint, parseErrors } from './linters.js'

const workflow = (step: string): string => `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - ${step}
`

test('a sound workflow', async () => {
  const text = workflow('run: echo hello')
  expect(await actionlint(text, 'one.yml')).toEqual([])
  expect(await parseErrors(text, 'one.yml')).toEqual([])
})

test.each([
  ['an output of no step', `run: echo \${{ steps.none.outputs.x }}`, /"none" is not defined/],
  ['a title in a script', `run: echo \${{ github.event.pull_request.title }}`, /untrusted/],
  ['an old command', 'run: echo "::set-output name=a::b"', /deprecated/],
])('actionlint sees %s', async (_what, step, complaint) => {
  expect((await actionlint(workflow(step), 'one.yml')).join('\n')).toMatch(complaint)
})

test.each([
  ['a key that no step has', '{run: echo, uss: x}', /Unexpected value 'uss'/],
  [
    'a context that does not exist',
    `run: echo \${{ nothing.at.all }}`,
    /Unrecognized named-value: 'nothing'/,
  ],
  ['an expression without an end', `run: echo \${{ github.ref`, /expression/],
])("GitHub's parser sees %s", async (_what, step, complaint) => {
  expect((await parseErrors(workflow(step), 'one.yml')).join('\n')).toMatch(complaint)
})
