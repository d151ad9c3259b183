import { expect, test } from '@jest/globals'
import { knownWith, merge } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { eventNotToldApart } from '../../src/causes/event-not-told-apart.js'
import { testCause, wordsOf } from './tester.js'

testCause(eventNotToldApart, {
  leaves: ['claim-not-expected', 'trust-subject-pull-request', 'audience-unusual'],
  says: [
    [
      "a pull request's token has the `sub` of a push to `main`",
      'pull_request_target',
      'that code can use `deploy`',
      "if: github.event_name != 'pull_request_target'",
      /expected-claims: \|\s+event_name: push/,
      'The role itself still accepts them',
      'environment: pull-requests',
      /-"repo:octo-org\/octo-repo:ref:refs\/heads\/main"\s+\+"repo:octo-org\/octo-repo:environment:<name>"/,
    ],
  ],
})

function told(change: unknown) {
  const [piece] = evidenceOf('event-not-told-apart')
  const known = knownWith(merge(piece?.known, change))
  return wordsOf(eventNotToldApart.explain({ kind: 'event-not-told-apart', branch: 'main' }, known))
}

test('the skip joins the `if:` of the step, and a list of claims is added to', () => {
  const { fix } = told({
    workflow: { step: { condition: "github.ref == 'x' || always()" } },
    inputs: { expectedClaims: [{ claim: 'ref', pattern: '*' }] },
  })
  const text = fix.join('\n')
  expect(text).toContain(
    "if: (github.ref == 'x' || always()) && github.event_name != 'pull_request_target'",
  )
  expect(text).toMatch(/add this line to `expected-claims`:?\n\s*event_name: push/)
  expect(text).not.toContain('expected-claims: |')
})

test('what lets nobody in comes first, and what only silences comes last', () => {
  const whens = [...told({}).steps, ...(told({}).otherwise ?? [])].map(({ when }) => when)
  expect(whens[0]).toBe('If pull requests need no AWS')
  expect(whens.at(-1)).toMatch(/runs none of their code/)
})

test("what a branch rule sees is known of GitHub's cloud only", () => {
  const rule = 'A branch rule of the environment does not help: it sees `main`, too.'
  expect(told({}).fix.join()).toContain(rule)
  expect(told({ run: { serverUrl: 'https://ghes.test' } }).fix.join()).not.toContain('branch rule')
})
