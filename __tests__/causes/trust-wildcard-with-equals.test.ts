// trust-wildcard-with-equals: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustWildcardWithEquals } from '../../src/causes/trust-wildcard-with-equals.js'
import type { FailureOf } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustWildcardWithEquals, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      'policy: repo:octo-org/*',
      'reads wildcards',
      '"repo:octo-org/octo-repo:ref:refs/heads/main"',
      'Do not move `repo:octo-org/*` to StringLike: there it would allow other repositories too',
    ],
    [
      'policy: …/octo-repo:*',
      /every branch, tag, environment and pull request[\s\S]*\(add one if there is none\):\n {4}"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:\*"/,
    ],
    [
      '*:nomad-autoscaler',
      'would allow other subjects too',
      '"system:serviceaccount:circleci:nomad-autoscaler"',
    ],
  ],
})

test('what a star at the end lets in is said only where there is one', () => {
  const denial = evidenceOf('trust-wildcard-with-equals')[1]?.failure as FailureOf<'trust-denial'>
  const wanted = 'repo:octo-org/octo-repo:ref:refs/heads/*'
  const nearest = { wanted, actual: '', wantedAt: 0, actualAt: 0 }
  const { fix } = wordsOf(trustWildcardWithEquals.explain({ ...denial, nearest }, knownWith()))
  const text = fix.join('\n')
  expect(text).toContain(`If every run that fits \`${wanted}\` may use the role`)
  expect(text).not.toContain('every branch, tag')
})

test.each([
  ['system:serviceaccount:ci:*', 'every service account of namespace `ci`'],
  ['system:serviceaccount:ci:run-*', 'everything that fits `system:serviceaccount:ci:run-*`'],
  ['project_path:group/app:*', 'everything that fits'],
  ['organization:acme:pipeline:app:*', 'everything that fits'],
  ['org/acme/project/app/*', 'everything that fits'],
])('of other issuers than GitHub, %s may move to StringLike', (wanted, who) => {
  const { fix, text } = saidOf(wanted)
  expect(fix.join('\n')).toContain(`If ${who}`)
  expect(text).toContain(`:sub": "${wanted}"`)
  expect(text).not.toContain('Do not move')
})

test.each(['*', 'system:serviceaccount:*', 'system:serviceaccount:*:deployer', 'org*:acme:app'])(
  'of other issuers, %s would allow others',
  (wanted) => {
    expect(saidOf(wanted).text).toContain(`Do not move \`${wanted}\` to StringLike`)
  },
)

function saidOf(wanted: string) {
  const denial = evidenceOf('trust-wildcard-with-equals')[2]?.failure as FailureOf<'trust-denial'>
  const nearest = { wanted, actual: '', wantedAt: 0, actualAt: 0 }
  const known = knownWith({ token: { claims: { repository: null } } })
  const { fix } = wordsOf(trustWildcardWithEquals.explain({ ...denial, nearest }, known))
  return { fix, text: fix.join('\n') }
}
