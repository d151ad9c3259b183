// Proves: with `roles`, no cause speaks of inputs that the user has not given, and a headline is true of whichever roles it is told for.
import { describe, expect, test } from '@jest/globals'
import { knownWith, STANDARD } from '../../../evidence/baseline.js'
import { allEvidence, type Evidence, evidenceOf } from '../../../evidence/read.js'
import { diagnose } from '../../../src/causes/index.js'
import type { Failure, Finding, Inputs, InputWant, Known, NamedRole } from '../../../src/model.js'
import { wordsOf } from '../tester.js'
import { expectWellSaid } from '../well-said.js'

const ROLE = {
  text: 'arn:aws:iam::111122223333:role/deploy',
  partition: 'aws',
  account: '111122223333',
  name: 'deploy',
}

/** As a branch of `roles` has them: `run/run.ts`. */
function ofBranch(known: Known): Known {
  const inputs = known.inputs ?? STANDARD
  const role = inputs.role ?? ROLE
  const own = { awsProfile: 'prod', outputEnvCredentials: false, lineOfRoles: { name: 'prod' } }
  return { ...known, inputs: { ...inputs, role, ...own } }
}

/** As the step as a whole has them. */
function ofStep(known: Known, named: Partial<NamedRole> = {}): Known {
  const { role: _role, ...inputs } = known.inputs ?? STANDARD
  const first = { name: 'deploy', role: ROLE, region: inputs.region, trustPolicy: '', ...named }
  return { ...known, inputs: { ...inputs, outputEnvCredentials: false, roles: [first] } }
}

/** These are about inputs that contradict, or that lack a role and a profile: they cannot be told of a sign-in. */
const OF_INPUTS: readonly InputWant['form'][] = [
  'not-with-roles',
  'role-of-profile',
  'profile-to-renew',
]

/** Bad inputs as they are if the role was given in `roles`: `steps/read-roles.ts` tells of each by its line. */
function inRoles(failure: Failure): Failure {
  const named = (input: string): string => (input === 'role-to-assume' ? 'roles' : input)
  if (failure.kind === 'input-empty') return { ...failure, input: named(failure.input) }
  if (failure.kind === 'inputs-withheld') return { ...failure, inputs: failure.inputs.map(named) }
  if (failure.kind !== 'input') return failure
  const problems = failure.problems
    .filter(({ want }) => !OF_INPUTS.includes(want.form))
    .map((problem) =>
      problem.input === 'role-to-assume' ? { ...problem, input: 'roles', line: 1 } : problem,
    )
  return { ...failure, problems }
}

function textOf(finding: Finding): string {
  const { why, fix, title, stop = '' } = wordsOf(finding)
  return [title, why, ...fix, stop].join('\n')
}

const isToldOfRoles = ({ failure }: Evidence): boolean => {
  const told = inRoles(failure)
  return told.kind !== 'input' || told.problems.length > 0
}

const pieces = allEvidence()
  .filter(({ piece }) => isToldOfRoles(piece))
  .map(({ id, piece }) => [`${id}: ${piece.what}`, id, piece] as const)

describe.each([
  ['one of roles', ofBranch],
  ['a step with roles', (known: Known) => ofStep(known)],
])('told of %s', (_who, inputsOf) => {
  test.each(pieces)('%s', (_what, id, { failure, known }) => {
    const finding = diagnose(inRoles(failure), inputsOf(knownWith(known)))
    const text = textOf(finding)
    // The title of this one is for both.
    if (id !== 'role-input-empty') expect(text).not.toContain('role-to-assume')
    expect(text).not.toMatch(/(?<!overwrite-)aws-profile/)
    expect([{ input: 'role-to-assume' }, { input: 'aws-profile' }]).not.toContainEqual(
      finding.where,
    )
    expect(text).not.toMatch(/^roles: (?!\||\$\{\{)/m)
    expectWellSaid(finding)
  })
})

/** What is the same but for the role: STS's answers, whose findings are merged (`run/conclude-roles.ts`). */
const answers = pieces.filter(
  ([, , { failure }]) => failure.kind === 'aws' || failure.kind === 'not-sts',
)

test.each(pieces)('a headline names no role and no account of one: %s', (_what, _id, piece) => {
  expect(headlineAs(piece, OTHER)).toBe(headlineAs(piece, {}))
})

test.each(answers)('a headline names no region of one: %s', (_what, _id, piece) => {
  const known = { ...OTHER, region: 'us-east-2' }
  expect(headlineAs(piece, known)).toBe(headlineAs(piece, {}))
})

const OTHER = {
  role: {
    text: 'arn:aws:iam::999988887777:role/x',
    partition: 'aws',
    account: '999988887777',
    name: 'x',
  },
}

function headlineAs({ failure, known }: Evidence, change: Partial<Inputs>): string {
  const told = ofBranch(knownWith(known))
  const inputs = { ...(told.inputs ?? STANDARD), ...change }
  return diagnose(inRoles(failure), { ...told, inputs }).headline
}

/** What is offered to paste for `failure`, told of one of `roles`. */
function pasted(failure: Failure, change: Partial<Inputs> = {}): (string | undefined)[] {
  const told = ofBranch(knownWith())
  const { steps, otherwise } = diagnose(failure, {
    ...told,
    inputs: { ...(told.inputs ?? STANDARD), ...change },
  })
  return [...steps, ...otherwise].map(({ code }) => code)
}

const NOT_ALLOWED: Failure = {
  kind: 'account',
  account: '111122223333',
  allowed: ['444455556666'],
}

describe('the line to paste', () => {
  test('has the name of the role, and keeps its region', () => {
    expect(pasted(NOT_ALLOWED)).toContain('roles: |\n  prod: arn:aws:iam::444455556666:role/deploy')
    expect(pasted(NOT_ALLOWED, { lineOfRoles: { name: 'prod', region: 'us-east-2' } })).toContain(
      'roles: |\n  prod: arn:aws:iam::444455556666:role/deploy @ us-east-2',
    )
  })

  test('gives the policy of this role alone', () => {
    const [piece] = evidenceOf('role-not-assumable')
    if (!piece) throw new Error('no evidence')
    const finding = diagnose(piece.failure, ofBranch(knownWith(piece.known)))
    const { fix } = wordsOf(finding)
    const text = fix.join('\n')
    expect(text).toContain('the line `prod: trust-policy-prod.json` of `trust-policy: |`')
    expect(text).toContain('--output json > trust-policy-prod.json')
    expect(text).toContain('in the line `prod` of `roles`')
    expect(finding.where).toEqual({ input: 'roles' })
  })
})

describe('a profile of that name exists already', () => {
  const exists: Failure = {
    kind: 'profile-exists',
    profile: 'deploy',
    path: '/home/runner/.aws/config',
    line: 2,
  }
  const offered = (named: Partial<NamedRole>, more: readonly string[] = []) => {
    const known = ofStep(knownWith(), named)
    const inputs = known.inputs ?? STANDARD
    const others = more.map((name) => ({
      name,
      role: ROLE,
      region: inputs.region,
      trustPolicy: '',
    }))
    const roles = [...inputs.roles, ...others]
    return diagnose(exists, { ...known, inputs: { ...inputs, roles } }).steps[1]
  }

  test('so its role gets another name', () => {
    expect(offered({})).toMatchObject({
      say: 'Give this role another name, and use it in later steps',
      code: `roles: |\n  deploy-oidc: ${ROLE.text}`,
    })
  })

  test('with its region, a name that is free, and its policy under the same name', () => {
    expect(offered({ region: 'us-east-2' })?.code).toMatch(/ @ us-east-2$/)
    expect(offered({}, ['deploy-oidc'])?.code).toContain('  <another name>: arn:')
    expect(offered({ trustPolicy: 'deploy.json' })?.say).toContain('(in `trust-policy` too)')
  })

  test('and without `roles` the profile', () => {
    expect(diagnose(exists, knownWith()).steps[1]?.code).toBe('aws-profile: deploy-oidc')
  })
})

describe('a region', () => {
  const own = { lineOfRoles: { name: 'prod', region: 'eu-wets-1' }, region: 'eu-wets-1' }
  const unknown: Failure = {
    kind: 'network',
    peer: 'sts',
    host: 'sts.eu-wets-1.amazonaws.com',
    phase: 'dns',
    code: 'ENOTFOUND',
    detail: 'getaddrinfo ENOTFOUND sts.eu-wets-1.amazonaws.com',
    addresses: [],
    certificates: [],
  }

  test('that the role has of its own stands in its line', () => {
    expect(pasted(unknown, own)).toContain(`roles: |\n  prod: ${ROLE.text} @ eu-west-1`)
    expect(pasted(unknown, { ...own, lineOfRoles: { name: 'prod' } })).toContain(
      'aws-region: eu-west-1',
    )
  })

  test.each(['sts-region-disabled', 'region-fallback-used'])('of %s is looked for there', (id) => {
    const [piece] = evidenceOf(id)
    if (!piece) throw new Error('no evidence')
    const told = ofBranch(knownWith(piece.known))
    const inputs = told.inputs ?? STANDARD
    const finding = diagnose(piece.failure, { ...told, inputs: { ...inputs, ...own } })
    expect(finding.where).toEqual({ input: 'roles' })
    expect(textOf(finding)).not.toContain('aws-region')
    expect(diagnose(piece.failure, told).where).toEqual({ input: 'aws-region' })
  })
})
