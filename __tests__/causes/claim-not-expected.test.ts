import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { claimNotExpected } from '../../src/causes/claim-not-expected.js'
import { testCause, wordsOf } from './tester.js'

testCause(claimNotExpected, {
  leaves: ['token-claim-missing', 'token-audience-mismatch', 'account-not-allowed'],
  says: [
    [
      '`event_name`',
      '`workflow_dispatch`',
      '`push`',
      /Replace the line for `event_name`|replace the line for `event_name`/,
      '\n    event_name: workflow_dispatch\n',
      "if: github.event_name == 'push'",
    ],
    ['the token has no claim `environment`', '`prod`', 'environment: prod'],
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
  const { why, fix } = wordsOf(claimNotExpected.explain(failure, known))
  return { why, fix: fix.join('\n') }
}

test.each([
  ['of two lines', 'x\nruns-on: evil'],
  ['too long for a line', 'x'.repeat(2000)],
  ['that is empty', ''],
])('a value %s is not offered, since such a line would not fit', (_what, got) => {
  const { fix } = explained('head_ref', got)
  expect(fix).toContain(
    'remove the line for `head_ref` from `expected-claims`, or give it a pattern',
  )
  expect(fix).not.toMatch(/^ *head_ref:|^ *runs-on/m)
})

test.each(['x'.repeat(500), 'refs/heads/main', "it's"])('a line for %s is offered whole', (got) => {
  expect(explained('ref', got).fix).toContain(`\n    ref: ${got}\n`)
})

test.each(['constructor', '__proto__'])('%s is said to be missing', (claim) => {
  const { why, fix } = explained(claim, undefined, {})
  expect(why).toContain('the token has no claim')
  expect(fix).toContain(`Correct the name of the claim \`${claim}\``)
})

test('a list is shown, and said to be one', () => {
  const { why, fix } = explained('arr', '["x","y"]', { arr: ['x', 'y'] })
  expect(why).toContain('no element of the claim `arr` matches `main`')
  expect(fix).toContain('or give it a pattern')
  expect(fix).not.toContain('arr: ')
})

test('a claim that no pattern fits is not offered one', () => {
  const { why, fix } = explained('odd', '{"a":1}', { odd: { a: 1 } })
  expect(why).toContain('the claim `odd` is not text')
  expect(fix).toContain('remove the line for `odd` from `expected-claims`; keep the others.')
})

test("the job's own condition is kept", () => {
  const known = knownWith({ workflow: { events: [], job: { condition: 'a || b' } } })
  const failure = {
    kind: 'claim',
    claim: 'ref',
    problem: 'expected',
    pattern: 'x',
    got: 'y',
  } as const
  const [first] = claimNotExpected.explain(failure, known).steps
  expect(first?.code).toBe("if: (a || b) && github.ref == 'x'")
})
