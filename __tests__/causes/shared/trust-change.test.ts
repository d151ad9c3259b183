// The change to a trust policy as steps: its short form, when the "no" comes first, and how a job is skipped.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { diagnose } from '../../../src/causes/index.js'
import { policyChange, skipJob } from '../../../src/causes/shared/trust-change.js'
import type { PolicySource, TrustDenial } from '../../../src/model.js'
import { expectWellSaid } from '../well-said.js'

const REPO = 'repo:octo-org/octo-repo'
const MAIN = `${REPO}:ref:refs/heads/main`

function denial(over: Partial<TrustDenial> = {}): TrustDenial {
  return { problem: 'subject-mismatch', source: { path: 'trust.json' }, more: [], ...over }
}

function wanting(wanted: readonly string[], actual = `${REPO}:ref:refs/heads/dev`): TrustDenial {
  const [first = ''] = wanted
  return denial({
    nearest: { wanted: first, actual, wantedAt: 0, actualAt: 0 },
    condition: {
      operator: 'StringEquals',
      key: 'x:sub',
      wanted,
      actual: [actual],
      state: 'present',
      holds: false,
    },
  })
}

describe('the change', () => {
  const diff = [
    '    "Condition": {',
    '-     "sub": "a",',
    '+     "sub": [',
    '+       "a",',
    '+       "b"',
    '+     ],',
    '      "aud": "x"',
  ].join('\n')

  test.each<[string, PolicySource, string]>([
    [
      'a manifest, whose policy is JSON in a text',
      { path: 'role.yaml', address: { in: 'kubernetes', resource: 'Role/deploy' } },
      'Put a comma between two statements.',
    ],
    [
      'a template',
      { path: 't.yml', address: { in: 'template', logicalId: 'Role' } },
      'Put `- ` before it, as before the others.',
    ],
    [
      'a template with the policy as JSON in a text',
      { path: 't.yml', address: { in: 'template', logicalId: 'Role', asText: true } },
      'Put a comma between two statements.',
    ],
    [
      'Terraform',
      { path: 'plan.json', address: { in: 'terraform', resource: 'aws_iam_role.deploy' } },
      'Put a comma between two statements. In an `aws_iam_policy_document`, write it as a block `statement`.',
    ],
  ])('a further statement is put beside those of %s', (_name, source, sign) => {
    const [step] = policyChange(
      denial({ source, suggestion: { diff: '', statement: '{}' } }),
      knownWith({}),
    )
    expect(step?.then).toContain(sign)
  })

  test('is as short as two lines where there is no room', () => {
    const [step] = policyChange(denial({ suggestion: { diff, statement: '{}' } }), knownWith({}))
    expect(step?.code).toBe(diff)
    expect(step?.short).toBe('- "sub": "a",\n+ "sub": [ "a", "b" ],')
  })

  test('is what is added, and not the bracket before it that gets a comma', () => {
    const lines = ['  {', '   "Fn::Sub": "x"', '- }', '+ },', '+ "b"', '  ]'].join('\n')
    const [step] = policyChange(
      denial({ suggestion: { diff: lines, statement: '{}' } }),
      knownWith({}),
    )
    expect(step?.short).toBe('+ "b"')
  })

  test.each<[string, PolicySource, string]>([
    [
      'a file',
      { path: 'trust.json' },
      'Change `trust.json`, deploy it to account 111122223333, and re-run the job',
    ],
    [
      'a template',
      { path: 't.yml', address: { in: 'template', logicalId: 'Role' } },
      'Change `AssumeRolePolicyDocument` of `Role` in `t.yml`, deploy the stack to account 111122223333, and re-run the job',
    ],
    [
      'a template that was given inline',
      { inline: true, address: { in: 'template', logicalId: 'Role' } },
      'Change `AssumeRolePolicyDocument` of `Role`, deploy the stack to account 111122223333, and re-run the job',
    ],
    [
      'serverless.yml',
      { path: 'serverless.yml', address: { in: 'serverless', logicalId: 'Role' } },
      'Change `AssumeRolePolicyDocument` of `Role` in `serverless.yml`, deploy the service to account 111122223333, and re-run the job',
    ],
    [
      'what Terraform printed',
      { path: 'plan.json', address: { in: 'terraform', resource: 'aws_iam_role.a' } },
      'Change `assume_role_policy` of `aws_iam_role.a` in the Terraform code, apply it to account 111122223333 with Terraform, and re-run the job',
    ],
    [
      'a data source',
      {
        path: 'plan.json',
        address: { in: 'terraform', resource: 'data.aws_iam_policy_document.a', of: 'data' },
      },
      'Change `data.aws_iam_policy_document.a` in the Terraform code, apply it to account 111122223333 with Terraform, and re-run the job',
    ],
    [
      'a manifest',
      { path: 'role.yaml', address: { in: 'kubernetes', resource: 'Role/a' } },
      'Change the trust policy of `Role/a` in `role.yaml`, apply the manifest, and re-run the job',
    ],
    [
      'a stack of Pulumi',
      { path: 'stack.json', address: { in: 'pulumi', resource: 'a' } },
      'Change the trust policy of `a` in the Pulumi program, deploy it to account 111122223333 with Pulumi, and re-run the job',
    ],
    [
      'what IAM answered',
      { path: 'role.json', address: { in: 'iam', role: 'a' } },
      'Change the trust policy, deploy it to account 111122223333, and re-run the job',
    ],
    [
      'the input',
      { inline: true },
      'Change the trust policy, deploy it to account 111122223333, and re-run the job',
    ],
  ])('of %s is made where it is written', (_what, source, say) => {
    const [step] = policyChange(
      denial({ source, suggestion: { diff, statement: '{}' } }),
      knownWith({}),
    )
    expect(step?.say).toBe(say)
  })

  test.each<[string, PolicySource, number, string]>([
    ['a file', { path: 'trust.json' }, 2, 'Put a comma between two statements.'],
    [
      'one that may hold a single object',
      { path: 'trust.json' },
      1,
      'Put a comma between two statements. If `Statement` is a single object, make it a list of two first.',
    ],
    [
      'a template',
      { path: 't.yaml', address: { in: 'template', logicalId: 'Role' } },
      2,
      'Put `- ` before it, as before the others.',
    ],
  ])(
    'of its own in %s is added, and says what makes it valid there',
    (_what, source, count, then) => {
      const statements = Array.from({ length: count }, () => ({}))
      const [step] = policyChange(
        denial({ source, suggestion: { diff: '', statement: '{}' } }),
        knownWith({ trust: { statements } }),
      )
      expect(step?.say).toMatch(
        /^Add this statement, which allows this `sub` alone, to `Statement` of .*, beside the others, /,
      )
      expect(step?.say).not.toMatch(/replace|change/i)
      expect(step?.then).toBe(then)
      expect(step?.code).toBe('{}')
    },
  )

  test('says who else has the subject that it adds', () => {
    const known = knownWith({})
    const added = `+ "sub": "${known.token?.subject}"`
    const say = (line: string, over: Partial<TrustDenial> = {}): string | undefined =>
      policyChange(denial({ suggestion: { diff: line, statement: '{}' }, ...over }), known)[0]?.say
    expect(say(added)).toMatch(
      /the job \(this allows every workflow of `octo-org\/octo-repo` for branch `main`\)$/,
    )
    expect(say('+ "Action": "sts:AssumeRoleWithWebIdentity"')).toMatch(/re-run the job$/)
    // One that has lost its comma alone was there before.
    expect(say(`-${added.slice(1)},\n- "iss": "x"\n${added}`)).toMatch(/re-run the job$/)
    expect(say(added, { problem: 'denied' })).toMatch(/re-run the job$/)
  })

  test('is none where there is no suggestion', () => {
    expect(policyChange(denial(), knownWith({}))).toEqual([])
  })
})

describe('to skip the job', () => {
  test.each<[string, TrustDenial, string | undefined]>([
    ['one branch', wanting([MAIN]), "if: github.ref == 'refs/heads/main'"],
    [
      'a branch and a tag',
      wanting([MAIN, `${REPO}:ref:refs/tags/v1`]),
      "if: github.ref == 'refs/heads/main' || github.ref == 'refs/tags/v1'",
    ],
    [
      'an environment beside',
      wanting([MAIN, `${REPO}:environment:prod`]),
      "if: github.ref == 'refs/heads/main'",
    ],
    [
      'another repository beside',
      wanting([MAIN, 'repo:a/b:ref:refs/heads/x']),
      "if: github.ref == 'refs/heads/main'",
    ],
    ['a wildcard beside', wanting([MAIN, `${REPO}:ref:refs/heads/r/*`]), undefined],
    ['pull requests beside', wanting([MAIN, `${REPO}:pull_request`]), undefined],
    ['another repository alone', wanting(['repo:a/b:ref:refs/heads/x']), undefined],
    ['a job with an environment', wanting([MAIN], `${REPO}:environment:prod`), undefined],
    ['a subject of a template', wanting([MAIN], `${MAIN}:actor:a`), undefined],
    ['no value', denial(), undefined],
  ])('the values tell how, or do not: %s', (_what, given, code) => {
    expect(skipJob(given, knownWith()).code).toBe(code)
  })

  test("joins the job's own condition", () => {
    const known = knownWith({ workflow: { events: [], job: { condition: 'a || always()' } } })
    const given = wanting([MAIN, `${REPO}:ref:refs/tags/v1`])
    expect(skipJob(given, known).code).toBe(
      "if: (a || always()) && (github.ref == 'refs/heads/main' || github.ref == 'refs/tags/v1')",
    )
  })

  test('a value with a placeholder is no ref', () => {
    const given = wanting([`${REPO}:ref:refs/heads/<branch>`])
    const { condition } = given
    if (!condition) throw new Error('no condition')
    expect(
      skipJob({ ...given, condition: { ...condition, open: true } }, knownWith()).code,
    ).toBeUndefined()
  })
})

describe('for pull requests', () => {
  const subject = `${REPO}:pull_request`
  const known = knownWith({ token: { subject, claims: { sub: subject } } })
  const stepsOf = (diff: string, statement: string): string[] => {
    const failure = {
      kind: 'trust-denial',
      ...denial({ suggestion: { diff, statement } }),
    } as const
    const finding = diagnose({ ...failure, problem: 'subject-immutable' }, known)
    expectWellSaid(finding)
    return finding.steps.map(({ when = '' }) => when)
  }

  test.each([
    ['a change', `+ "${subject}"`, '{}'],
    ['a statement', '', `{\n "x:sub": "${subject}"\n}`],
  ])('%s that allows them comes after the no', (_what, diff, statement) => {
    const [first, , last] = stepsOf(diff, statement)
    expect(first).toBe('If pull requests may not use the role')
    expect(last).toMatch(/^If every pull request of this repository/)
  })

  test('a change of something else has no such caution', () => {
    expect(stepsOf('- "Action": "a"\n+ "Action": "b"', '{}')[0]).toBe(
      'If this job may use the role',
    )
  })
})

describe('for a run of a pull request whose subject is that of a branch', () => {
  const stepsAt = (event: string, diff = `+ "${MAIN}"`) => {
    const known = knownWith({ run: { event }, token: { subject: MAIN, claims: { sub: MAIN } } })
    const failure = {
      kind: 'trust-denial',
      ...denial({ suggestion: { diff, statement: '{}' } }),
    } as const
    const finding = diagnose(failure, known)
    expectWellSaid(finding)
    return finding.steps
  }

  test('the no comes first, and who comes in is said', () => {
    const [no, change, more] = stepsAt('pull_request_target')
    expect(no).toMatchObject({
      when: 'If pull requests may not use the role',
      code: "if: github.event_name != 'pull_request_target'",
    })
    expect(change?.when).toMatch(/^If this job runs no code of the pull request/)
    expect(change?.then).toMatch(/^A run for `pull_request_target`, also of a fork's/)
    expect(more).toBeUndefined()
  })

  test('a run that follows another one is told to be of the default branch', () => {
    const [change, no] = stepsAt('workflow_run')
    expect(change?.when).toBe('If this job may use the role')
    expect(change?.then).toContain('`sub` of the default branch, whichever branch or fork')
    expect(no?.when).toBe('If it may not')
  })

  test('a push, and a change of something else, have no such words', () => {
    expect(JSON.stringify(stepsAt('push'))).not.toMatch(/A run for/)
    const other = stepsAt('pull_request_target', '- "Action": "a"\n+ "Action": "b"')
    expect(JSON.stringify(other)).not.toMatch(/A run for/)
    expect(other[0]?.when).toBe('If this job may use the role')
  })
})
