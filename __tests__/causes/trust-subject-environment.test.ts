// trust-subject-environment: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { trustSubjectEnvironment } from '../../src/causes/trust-subject-environment.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustSubjectEnvironment, {
  leaves: ['trust-subject-mismatch', 'trust-subject-pull-request'],
  says: [
    [
      'allows branch `main`, not environment `production`',
      'replaces the branch',
      'job:    …/octo-repo:environment:production',
      '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:environment:production"',
      'remove `environment:`',
    ],
    ['any branch, not environment `staging`', '"repo:myorganization/app:environment:staging"'],
    [
      'allows environment `dev`, not branch `sample-branch`',
      /environment: dev\n[\s\S]*without that environment, change/,
    ],
  ],
})

test.each([
  ['prod', 'environment: prod'],
  ['1.0', 'environment: "1.0"'],
  ['on', 'environment: "on"'],
  ['my env', 'environment: "my env"'],
])('the environment %s is written as YAML reads it', (name, line) => {
  const [wanted, actual] = [`repo:a/b:environment:${name}`, 'repo:a/b:ref:refs/heads/main']
  const failure = {
    kind: 'trust-denial',
    problem: 'subject-environment',
    nearest: { wanted, actual, wantedAt: 9, actualAt: 9 },
    more: [],
    source: { path: 'a' },
  } as const
  const { fix } = wordsOf(trustSubjectEnvironment.explain(failure, knownWith()))
  expect(fix[0]).toContain(line)
})
