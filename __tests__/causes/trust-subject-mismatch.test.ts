// trust-subject-mismatch: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustSubjectMismatch } from '../../src/causes/trust-subject-mismatch.js'
import { type Json, pinned } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause } from './tester.js'

testCause(trustSubjectMismatch, {
  leaves: [
    'trust-subject-environment',
    'trust-subject-case',
    'trust-subject-immutable',
    'trust-condition-mismatch',
  ],
  says: [
    [
      'does not allow pull requests',
      'policy: …ion-management',
      // The "no" first.
      /github\.event_name != 'pull_request'[\s\S]*\+ +"repo:ministryofjustice\/modernisation-platform-configuration-management:pull_request"/,
    ],
    [
      'does not allow branch `feature-branch`',
      'policy: …:refs/heads/main',
      '"repo:a-apin/archimedes:ref:refs/heads/feature-branch"',
      "if: github.ref == 'refs/heads/main'",
      '`trust.json` alone changes nothing in AWS',
      // Not the file that may hold what `aws iam get-role` prints: IAM takes a policy alone.
      /`new-policy\.json` \(the policy alone, beginning with `"Version"`\)[\s\S]*aws iam update-assume-role-policy --role-name deploy --policy-document file:\/\/new-policy\.json/,
    ],
  ],
})

test.each([
  ['repo:octo-org/<repo>:ref:refs/heads/main', 'branch `dev`'],
  ['repo:<org>/other:ref:refs/heads/main', 'repository `octo-org/octo-repo`'],
  ['repo:octo-org/octo-repo2:ref:refs/heads/main', 'repository `octo-org/octo-repo`'],
])('%s: a repository that its placeholder may be is not the one at fault', (wanted, words) => {
  const actual = 'repo:octo-org/octo-repo:ref:refs/heads/dev'
  const actualAt = wanted.includes('<repo>')
    ? actual.indexOf('dev')
    : wanted.includes('octo-repo2')
      ? actual.indexOf(':ref')
      : actual.indexOf('octo-repo')
  const known = knownWith({ token: { subject: actual } })
  const nearest = { wanted, actual, wantedAt: 0, actualAt }
  const denial = { problem: 'subject-mismatch', source: { path: 'a' }, more: [], nearest } as const
  const { headline } = diagnose({ kind: 'trust-denial', ...denial }, known)
  expect(headline).toBe(`the trust policy of \`deploy\` does not allow ${words}`)
})

const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main'

test.each<[string, string, string | undefined]>([
  ['a line break', `${MAIN}\n`, 'ends with a line break'],
  ['a space', `${MAIN} `, 'white space around it'],
  ['nothing of the kind', `${MAIN}ly`, undefined],
])('%s at the end of the value', (_what, wanted, says) => {
  const actual = MAIN
  const { shown, steps } = diagnose(
    {
      kind: 'trust-denial',
      problem: 'subject-mismatch',
      source: { path: 'trust.json' },
      nearest: { wanted, actual, wantedAt: MAIN.length, actualAt: MAIN.length },
      condition: {
        operator: 'StringEquals',
        key: 'token.actions.githubusercontent.com:sub',
        wanted: [wanted],
        actual: [actual],
        state: 'present',
        holds: false,
      },
      more: [],
    },
    knownWith({}),
  )
  const sentences = shown.flatMap((block) => (block.show === 'sentence' ? [block.say] : []))
  expect(sentences.join(' ').includes(says ?? 'in the policy')).toBe(says !== undefined)
  // No ref has a space in it: this very branch would be kept out.
  const skip = JSON.stringify(steps.filter(({ when }) => when === 'If it may not'))
  expect(skip.includes('github.ref')).toBe(says === undefined)
})

test('a policy for the repository of the called workflow: whose subject it is', () => {
  const shown = (claims: Json): string => {
    const known = knownFor({ repository: 'octo-org/octo-repo', ...claims })
    const policy = policyOf(statement(pinned('repo:octo-org/shared:ref:refs/heads/main')))
    return JSON.stringify(diagnose(found(examined(policy, known), 'trust-denial'), known).shown)
  }
  const of = (repository: string) => ({
    job_workflow_ref: `${repository}/.github/workflows/deploy.yml@refs/tags/v1`,
  })
  expect(shown(of('octo-org/shared'))).toContain('names the repository that calls the workflow')
  expect(shown(of('octo-org/octo-repo'))).not.toContain('calls the workflow')
  // JSON may have anything there, even what has no text.
  const neither = { job_workflow_ref: { toString: null } }
  expect(shown(neither)).not.toContain('calls the workflow')
})
