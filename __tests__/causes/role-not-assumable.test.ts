import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { statementFor } from '../../src/aws/statement.js'
import { diagnose } from '../../src/causes/index.js'
import { roleNotAssumable } from '../../src/causes/role-not-assumable.js'
import { expectedAudience } from '../../src/causes/shared/sts.js'
import { reasonsFor } from '../../src/causes/shared/subject.js'
import type { Known, TokenFacts } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(roleNotAssumable, {
  leaves: ['token-rejected', 'provider-not-found', 'provider-parameter', 'role-arn-invalid'],
  says: [
    [
      'sub  repo:octo-org/octo-repo:ref:refs/heads/main',
      'aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument',
      '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"',
      'StringLike',
      'wait 15 s',
      /set `trust-policy: trust-policy\.json`:\n {4}aws iam get-role --role-name deploy --query Role\.AssumeRolePolicyDocument --output json > trust-policy\.json/,
    ],
    [
      /character by character\.\nThe job has `environment: develop`/,
      '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:environment:develop"',
    ],
    [
      /character by character\.\n`sub` carries the ids/,
      '`repo:octocat/*`',
      '"token.actions.githubusercontent.com:sub": "repo:octocat@123456/my-repo@456789:ref:refs/heads/main"',
    ],
    [
      'iss  https://oidc.eks.sa-east-1.amazonaws.com/id/145438BD',
      '"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.sa-east-1.amazonaws.com/id/145438BD"',
      '"oidc.eks.sa-east-1.amazonaws.com/id/145438BD:sub": "system:serviceaccount:crossplane-system:provider-aws-s3"',
    ],
    ['aws iam get-role --role-name deploy', 'organisation'],
  ],
})

const REPO = 'repo:octo-org/octo-repo'

function given(subject: string, claims: object = {}, more: object = {}): Known {
  return knownWith({ ...more, token: { subject, claims: { sub: subject, ...claims } } })
}

function reasons(subject: string, claims: object = {}, issuer?: string): string[] {
  const known = given(subject, claims)
  const token = known.token as TokenFacts
  return reasonsFor({ ...token, ...(issuer ? { issuer } : {}) }, known)
}

describe('the reasons, ranked by the claims', () => {
  const called = 'octo-org/shared/.github/workflows/deploy.yml@refs/heads/main'
  test.each([
    ['a branch', `${REPO}:ref:refs/heads/main`, {}, /^The run is for the branch `main`/],
    ['an environment', `${REPO}:environment:prod`, {}, /^The job has `environment: prod`/],
    ['a pull request', `${REPO}:pull_request`, {}, /^The run is for a pull request/],
    ['a tag', `${REPO}:ref:refs/tags/v1`, {}, /^The run is for the tag `v1`/],
    ['ids', 'repo:octo-org@12/octo-repo@34:ref:refs/heads/main', {}, /^`sub` carries the ids/],
    [
      'a reusable workflow',
      `${REPO}:ref:refs/heads/main`,
      { job_workflow_ref: called },
      /^The job runs in the reusable workflow `octo-org\/shared/,
    ],
    ['a template', 'repository_owner:octo-org:ref:main', {}, /^`sub` is not in the default form/],
    [
      'a template that begins as usual',
      `${REPO}:environment:prod:job_workflow_ref:x`,
      {},
      /^`sub` is not in the default form/,
    ],
    [
      'another issuer',
      'project_path:group/app',
      { repository: null },
      /^The policy wants another `sub`/,
    ],
  ])('%s comes first', (_what, subject, claims, first) => {
    expect(reasons(subject, claims)[0]).toMatch(first)
  })

  test("an enterprise's issuer: the path belongs into the keys", () => {
    const issuer = 'https://token.actions.githubusercontent.com/acme'
    expect(reasons(`${REPO}:ref:refs/heads/main`, {}, issuer)[0]).toContain(
      '`token.actions.githubusercontent.com/acme:sub`',
    )
  })

  test('a workflow of the same repository is not reusable, whatever its capitals', () => {
    const own = 'Octo-Org/octo-repo/.github/workflows/deploy.yml@refs/heads/main'
    const [first] = reasons(`${REPO}:ref:refs/heads/main`, { job_workflow_ref: own })
    expect(first).toContain('the branch `main`')
  })

  test('always: spelling, account, age of the role; never more than five', () => {
    const plain = reasons(`${REPO}:ref:refs/heads/main`).join('\n')
    expect(plain).toMatch(/same capitals[\s\S]*StringLike[\s\S]*`111122223333`[\s\S]*seconds ago/)
    const many = reasons('repo:octo-org@1/octo-repo@2:ref:refs/tags/v1', {
      job_workflow_ref: called,
    })
    expect(many).toHaveLength(5)
  })
})

describe('the statement', () => {
  const place = { partition: 'aws', account: '111122223333' }
  const parsed = (known: Known) =>
    JSON.parse(
      statementFor(known.token as TokenFacts, { ...place, audience: expectedAudience(known) }),
    )

  test('is JSON that names exactly this token', () => {
    expect(parsed(knownWith())).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': `${REPO}:ref:refs/heads/main`,
        },
      },
    })
  })

  test.each(['https://accounts.google.com', 'accounts.google.com'])(
    'names %s by its host, and `azp` as the audience',
    (issuer) => {
      const token = { issuer, subject: '1234', audiences: ['oaud'] }
      const claims = { iss: issuer, sub: '1234', aud: 'oaud', azp: 'client-a', repository: null }
      const known = knownWith({ token: { ...token, claims } })
      expect(parsed(known)).toMatchObject({
        Principal: { Federated: 'accounts.google.com' },
        Condition: {
          StringEquals: {
            'accounts.google.com:aud': 'client-a',
            'accounts.google.com:sub': '1234',
          },
        },
      })
      const [piece] = evidenceOf('role-not-assumable')
      const { why } = wordsOf(diagnose(piece?.failure ?? { kind: 'bug', message: '' }, known))
      expect(why).toContain('aud  oaud\nazp  client-a')
    },
  )

  test('lets session tags pass where the token carries them', () => {
    const known = given(`${REPO}:pull_request`, { 'https://aws.amazon.com/tags': {} })
    expect(parsed(known).Action).toEqual(['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'])
  })

  test('a branch that looks like a policy variable stays text', () => {
    const known = given(`${REPO}:ref:refs/heads/x-\${aws:userid}`)
    const key = 'token.actions.githubusercontent.com:sub'
    expect(parsed(known).Condition.StringEquals[key]).toBe(
      `${REPO}:ref:refs/heads/x-\${$}{aws:userid}`,
    )
  })
})

describe('a statement for pull requests', () => {
  const [piece] = evidenceOf('role-not-assumable')
  const told = (known: Known) =>
    wordsOf(diagnose(piece?.failure ?? { kind: 'bug', message: '' }, known)).fix

  test.each([
    ['pull_request', 'pull_request'],
    ['pull_request_review', 'pull_request_review'],
    ['push', 'pull_request'],
  ])('at the event %s comes after how to skip them', (event, skipped) => {
    const fix = told(given(`${REPO}:pull_request`, {}, { run: { event } }))
    const at = fix.findIndex((step) => step.includes(`if: github.event_name != '${skipped}'`))
    expect(at).toBeGreaterThan(0)
    expect(fix[at + 1]).toMatch(/^If every pull request of this repository may use the role/)
  })

  test('no other subject has that warning', () => {
    expect(told(given(`${REPO}:ref:refs/heads/main`)).join('\n')).not.toContain(
      'every pull request',
    )
  })
})

test('fits into an annotation, whatever the token says', () => {
  const [piece] = evidenceOf('role-not-assumable')
  const called =
    'octo-org/shared-workflows-of-the-platform-team/.github/workflows/deploy.yml@refs/heads/main'
  const known = given(
    'repo:octo-org@123456/a-rather-long-name-of-a-repository@456789:environment:production-europe',
    { job_workflow_ref: called },
  )
  const { why, fix } = wordsOf(diagnose(piece?.failure ?? { kind: 'bug', message: '' }, known))
  expect([why, ...fix].join('\n').length).toBeLessThan(3500)
})

test('session tags in the token are the first thing to think of', () => {
  const [piece] = evidenceOf('role-not-assumable')
  if (!piece) throw new Error('no evidence')
  const claims = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }
  const { fix } = wordsOf(diagnose(piece.failure, knownWith({ token: { claims } })))
  expect(fix[1]).toContain(
    '\nThe token carries session tags: the policy must allow `sts:TagSession`',
  )
})

describe('a run of a pull request whose subject is that of a branch', () => {
  const steps = (event: string) => {
    const [piece] = evidenceOf('role-not-assumable')
    if (!piece) throw new Error('no evidence')
    const known = given(`${REPO}:ref:refs/heads/main`, {}, { run: { event } })
    return diagnose(piece.failure, known).steps
  }
  const at = (event: string, when: RegExp) =>
    steps(event).findIndex((step) => when.test(step.when ?? ''))

  test('the no comes before the statement that allows it', () => {
    const event = 'pull_request_target'
    const no = at(event, /^If pull requests may not use the role/)
    expect(no).toBeGreaterThan(0)
    expect(at(event, /^If this job runs no code of the pull request/)).toBe(no + 1)
    expect(at(event, /^If it may not/)).toBe(-1)
    expect(steps(event)[no + 1]?.then).toContain("also of a fork's pull request")
  })

  test('others have the statement first', () => {
    expect(at('push', /^If pull requests may not/)).toBe(-1)
    expect(at('workflow_run', /^If this job may use the role/)).toBeGreaterThan(0)
  })
})
