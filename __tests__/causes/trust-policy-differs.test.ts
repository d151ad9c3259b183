// trust-policy-differs: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustPolicyDiffers } from '../../src/causes/trust-policy-differs.js'
import type { PolicySource } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(trustPolicyDiffers, {
  leaves: ['role-not-assumable', 'trust-denied', 'trust-subject-mismatch'],
  says: [
    [
      'has another trust policy in AWS',
      'the policy in `trust.json` lets this token in',
      'aws iam get-role --role-name deploy',
      'service control policy',
    ],
    ['wait 15 s'],
    [
      'STS signed in',
      '`repo:octo-org/octo-repo:ref:refs/heads/release`',
      'Bring the file up to date',
    ],
  ],
})

test.each<[string, PolicySource, string]>([
  ['the input', { inline: true }, 'the policy in the input `trust-policy` lets this token in'],
  [
    'a role in the input',
    { inline: true, address: { in: 'template', logicalId: 'Role1' } },
    'the policy in the input `trust-policy`, `Resources.Role1` lets this token in',
  ],
])('of %s only names are code', (_name, source, words) => {
  const [refused] = evidenceOf('trust-policy-differs')
  const known = knownWith({ trust: { source, allowed: true, statements: [], found: [] } })
  const { why } = trustPolicyDiffers.explain(refused?.failure as never, known)
  expect(why).toContain(words)
})
