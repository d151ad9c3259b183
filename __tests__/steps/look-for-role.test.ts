// Proves: a role that the workflow file gives and that did not arrive is told of, and nothing where that is not sure.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { workflowText } from '../../sandbox/job.js'
import { lookForRole } from '../../src/steps/look-for-role.js'
import type { Runner } from '../../src/world.js'

const NO_ROLE = { inputs: { role: null } }
const WRITTEN = '${' + '{ secrets.AWS_ROLE }}'

function found(text: string | undefined, known: unknown = NO_ROLE) {
  const failure = { kind: 'token-file', path: '', problem: 'missing' }
  const readFile = () => (text === undefined ? { ok: false, failure } : { ok: true, value: text })
  return lookForRole({ readFile } as unknown as Runner, knownWith(known))
}

const giving = (...lines: string[]): string => workflowText('id-token: write', ...lines)

describe('a role that the file gives', () => {
  test('and that is not there', () => {
    const input = 'role-to-assume'
    expect(found(giving(`Role-To-Assume: ${WRITTEN}`))).toEqual([
      { kind: 'input-empty', input, written: WRITTEN },
    ])
  })

  test('and that is there', () => {
    expect(found(giving(`role-to-assume: ${WRITTEN}`), {})).toEqual([])
  })

  test.each([
    ['no file', undefined],
    ['no inputs at all', giving()],
    ['no such input', giving('aws-region: eu-west-1')],
    ['an empty one', giving("role-to-assume: ''")],
    ['one without a value', giving('role-to-assume:')],
    ['a plain text', giving('role-to-assume: arn:aws:iam::111122223333:role/deploy')],
    ['an alias', giving('aws-region: &a eu-west-1', 'role-to-assume: *a')],
    ['a list', giving('role-to-assume: [a]')],
    [
      'two steps',
      `${giving()}      - uses: aws-oidc-preflight/aws-oidc-preflight@v1\n        with:\n          role-to-assume: ${WRITTEN}\n`,
    ],
    ['another job', giving(`role-to-assume: ${WRITTEN}`).replace('  deploy:', '  other:')],
  ])('nothing, with %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  test('nothing in a workflow of another repository', () => {
    const run = { workflowRef: 'other/repo/.github/workflows/deploy.yml@refs/heads/main' }
    expect(found(giving(`role-to-assume: ${WRITTEN}`), { ...NO_ROLE, run })).toEqual([])
  })
})
