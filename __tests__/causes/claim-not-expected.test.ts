import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { claimNotExpected } from '../../src/causes/claim-not-expected.js'
import { testCause } from './tester.js'

testCause(claimNotExpected, {
  leaves: ['token-claim-missing', 'token-audience-mismatch', 'account-not-allowed'],
  says: [
    [
      '`event_name`',
      '`workflow_dispatch`',
      '`push`',
      /in place of the one for `event_name`; the other lines stay\..*:\nevent_name: workflow_dispatch$/m,
    ],
    ['the token does not have it', '`environment`', '`prod`'],
  ],
})

function explained(
  claim: string,
  got?: string,
  claims: Record<string, unknown> = { [claim]: got },
) {
  const known = knownWith({ token: { claims } })
  const failure = {
    kind: 'claim' as const,
    claim,
    problem: 'expected' as const,
    pattern: 'main',
    ...(got === undefined ? {} : { got }),
  }
  const { why, fix } = claimNotExpected.explain(failure, known)
  return { why, fix: fix.join('\n') }
}

test.each([
  ['of two lines', 'x\nruns-on: evil'],
  ['too long for a line', 'x'.repeat(2000)],
  ['that is empty', ''],
])('a value %s is not offered, since such a line would not fit', (_what, got) => {
  const { fix } = explained('head_ref', got)
  expect(fix).toContain(
    'take the line for `head_ref` out of `expected-claims`, or give it a pattern',
  )
  expect(fix).not.toMatch(/^head_ref:|^runs-on/m)
})

test.each(['x'.repeat(500), 'refs/heads/main', "it's"])('a line for %s is offered whole', (got) => {
  expect(explained('ref', got).fix).toContain(`\nref: ${got}\n`)
})

test.each(['constructor', '__proto__'])('%s is said to be missing', (claim) => {
  const { why, fix } = explained(claim, undefined, {})
  expect(why).toContain('the token does not have it')
  expect(fix).toContain(`Correct the name of the claim: \`${claim}\``)
})

test('a list is shown, and said to be one', () => {
  const { why, fix } = explained('arr', '["x","y"]', { arr: ['x', 'y'] })
  expect(why).toContain('it is `["x","y"]` (a list, of which no element fits)')
  expect(fix).toContain('or give it a pattern')
  expect(fix).not.toContain('arr: ')
})

test('a claim that no pattern fits is not offered one', () => {
  const { why, fix } = explained('odd', '{"a":1}', { odd: { a: 1 } })
  expect(why).toContain('it is `{"a":1}` (no text, so that no pattern fits)')
  expect(fix).toContain('take the line for `odd` out of `expected-claims`; the other lines stay.')
})
