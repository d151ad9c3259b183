// For who has no role yet: commands and a policy that make just this job's role, and no more than that.
import { describe, expect, test } from '@jest/globals'
import { knownWith, knownWithToken } from '../../evidence/baseline.js'
import type { Known, Step } from '../../src/model.js'
import { firstRunSteps } from '../../src/report/first-run.js'
import { steps } from '../../src/report/markdown.js'
import { EVIL } from '../finding.js'
import { liveText, shapeOf } from './shape.js'

const HOST = 'token.actions.githubusercontent.com'
const known = (token: unknown = {}): Known => knownWith({ token, inputs: { role: null } })
const stepOf = (of: Known, language: string, text: RegExp): Step => {
  const step = firstRunSteps(of).find(
    (one) => one.language === language && text.test(one.code ?? ''),
  )
  if (!step) throw new Error(`no ${language} with ${text}`)
  return step
}
const policyOf = (of: Known): unknown => JSON.parse(stepOf(of, 'json', /Statement/).code ?? '')

test('the provider, the policy, the role', () => {
  expect(firstRunSteps(known()).map(({ code }) => code?.split('\n')[0])).toEqual([
    `aws iam create-open-id-connect-provider --url https://${HOST} --client-id-list sts.amazonaws.com`,
    '{',
    'aws iam create-role --role-name deploy --assume-role-policy-document file://trust-policy.json',
  ])
})

test('the policy is valid JSON that allows just this subject and audience', () => {
  expect(policyOf(known())).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::ACCOUNT_ID:oidc-provider/${HOST}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${HOST}:aud`]: 'sts.amazonaws.com',
            [`${HOST}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main',
          },
        },
      },
    ],
  })
})

test('the audience is the one of the token that STS looks at, for provider and policy', () => {
  const { inputs: _role, ...rest } = knownWithToken({ claims: { aud: ['x'], azp: 'my app' } })
  const of = { ...rest, inputs: known().inputs } as Known
  expect(stepOf(of, 'sh', /provider/).code).toMatch(/ --client-id-list 'my app'$/)
  expect(JSON.stringify(policyOf(of))).toContain(`"${HOST}:aud":"my app"`)
})

describe('a pull request', () => {
  const subject = 'repo:octo-org/octo-repo:pull_request'
  const all = firstRunSteps(known({ subject, claims: { sub: subject } }))

  test('brings a caution, which stands before all that is to be pasted', () => {
    const at = all.findIndex((step) => /every pull request/.test(JSON.stringify(step)))
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThan(all.findIndex(({ code }) => code !== undefined))
    expect(all[at]).toMatchObject({ when: expect.stringMatching(/^If .*not/) })
  })

  test('and nothing that says its policy allows this job only', () => {
    expect(JSON.stringify(all)).not.toContain('exactly this job')
    expect(JSON.stringify(firstRunSteps(known()))).not.toContain('pull request')
  })
})

test('a provider that IAM knows by itself is not made', () => {
  const of = known({ issuer: 'https://accounts.google.com', claims: {} })
  expect(firstRunSteps(of)).toHaveLength(2)
  expect(JSON.stringify(policyOf(of))).toContain('{"Federated":"accounts.google.com"}')
})

test.each([
  ['a role', knownWith()],
  ['no token', knownWith({ token: null, inputs: { role: null } })],
  ['no inputs', knownWith({ inputs: null })],
])('with %s there is nothing to make', (_what, of) => {
  expect(firstRunSteps(of)).toEqual([])
})

test('at another STS, its own IAM is asked', () => {
  const stsEndpoint = 'https://ceph.example.com'
  const own = { role: null, customEndpoint: true, stsEndpoint }
  const all = firstRunSteps(knownWith({ token: {}, inputs: own })).filter(
    ({ language }) => language === 'sh',
  )
  expect(all).toHaveLength(2)
  for (const { code } of all)
    expect(code).toMatch(/^aws --endpoint-url https:\/\/ceph\.example\.com iam create-/)
})

test("a cluster's own audience is not listed", () => {
  const claims = { 'kubernetes.io': {}, aud: ['https://kubernetes.default.svc'] }
  const { code } = stepOf(known({ claims }), 'sh', /provider/)
  expect(code).toMatch(/ --client-id-list sts\.amazonaws\.com$/)
})

describe('hostile values', () => {
  const issuer = `https://x.test/'; echo obeyed; '\n${EVIL}`
  const of = known({ issuer, subject: EVIL, claims: { sub: EVIL, aud: "a'; echo obeyed" } })

  test('stay one word of the command', () => {
    const { code = '' } = stepOf(of, 'sh', /provider/)
    expect(code).not.toContain('\n')
    // What a shell takes out of quotes: no word of theirs.
    expect(code.replaceAll("\\'", '').replace(/'[^']*'/g, '')).not.toMatch(/obeyed|;|`|\$/)
  })

  test('stay values of the policy', () => {
    const conditions = JSON.stringify(policyOf(of))
    expect(JSON.parse(conditions).Statement).toHaveLength(1)
    expect(conditions).not.toMatch(/##\[|\u202e/)
  })

  test('close no fence, and are nothing outside of one', async () => {
    const page = (one: Known) => [...steps(firstRunSteps(one)), 'end'].join('\n\n')
    expect(await shapeOf(page(of))).toBe(await shapeOf(page(known())))
    expect(liveText(page(of))).not.toMatch(/obeyed|octo-org|evil/)
  })
})

test('a variable of IAM in the subject means itself', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation.
  const of = known({ subject: 'repo:a/b:ref:${aws:username}' })
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation.
  expect(JSON.stringify(policyOf(of))).toContain('ref:${$}{aws:username}')
})
