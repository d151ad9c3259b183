// trust-policy-differs: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustPolicyDiffers } from '../../src/causes/trust-policy-differs.js'
import type { PolicySource } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustPolicyDiffers, {
  leaves: ['role-not-assumable', 'trust-denied', 'trust-subject-mismatch'],
  says: [
    [
      'AWS did not let this job assume `deploy`, though `trust.json` allows it',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      'aws iam get-role --role-name deploy',
      'service control',
      'NoSuchEntity',
    ],
    ['wait 15 s'],
    [
      '`trust.json` would not allow this job',
      'policy: …:ref:refs/heads/release',
      'lock this job out',
      'update `trust.json`',
    ],
  ],
})

test.each<[string, PolicySource, string]>([
  ['the input', { inline: true }, 'though the input `trust-policy` allows it'],
  [
    'a role in the input',
    { inline: true, address: { in: 'template', logicalId: 'Role1' } },
    'though the input `trust-policy`, `Resources.Role1` allows it',
  ],
])('of %s only names are code', (_name, source, words) => {
  const [refused] = evidenceOf('trust-policy-differs')
  const known = knownWith({ trust: { source, allowed: true, statements: [], found: [] } })
  const { why } = wordsOf(trustPolicyDiffers.explain(refused?.failure as never, known))
  expect(why).toContain(words)
})

test('of a template that allows it with a default, the default is said', () => {
  const [refused] = evidenceOf('trust-policy-differs')
  const source = { path: 'template.yaml', address: { in: 'template', logicalId: 'Role' } } as const
  const doubt = { defaults: ['Repo'] }
  const known = knownWith({ trust: { source, allowed: true, doubt, statements: [], found: [] } })
  const { why, fix } = wordsOf(trustPolicyDiffers.explain(refused?.failure as never, known))
  expect(why).toContain('This assumes the default of `Repo`.')
  expect(fix.join('\n')).toContain('trust-policy-parameters: <path>')
})

test('of another STS nothing is said of AWS', () => {
  const differs = evidenceOf('trust-policy-differs').find(
    ({ failure }) => failure.kind === 'trust-differs',
  )
  const inputs = { customEndpoint: true, stsEndpoint: 'https://ceph.example.com' }
  const { why, fix } = wordsOf(
    trustPolicyDiffers.explain(differs?.failure as never, knownWith({ inputs })),
  )
  expect(why).toContain('`deploy` has another trust policy at that STS')
  expect(fix.join('\n')).toContain('If the policy at that STS is right')
})
