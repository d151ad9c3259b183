// The input `roles`: what a line may be, every bad one with its number, and what contradicts it.
import { describe, expect, test } from '@jest/globals'
import type { InputProblem, Inputs } from '../../src/model.js'
import { readInputs } from '../../src/steps/read-inputs.js'
import { emptyRoles, hasRoles } from '../../src/steps/read-roles.js'
import { FakeRunner } from '../fake-runner.js'

const arn = (account: number, name = 'deploy'): string =>
  `arn:aws:iam::${String(account).padStart(12, '0')}:role/${name}`

function read(roles: string, inputs: Record<string, string> = {}) {
  return readInputs(
    new FakeRunner({
      inputs: { 'aws-region': 'eu-west-1', 'role-to-assume': 'none', roles, ...inputs },
    }),
  )
}

function rolesOf(roles: string, inputs: Record<string, string> = {}): Inputs['roles'] {
  const result = read(roles, inputs)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.roles
}

function problemsOf(roles: string, inputs: Record<string, string> = {}): readonly InputProblem[] {
  const result = read(roles, inputs)
  if (result.ok || result.failure.kind !== 'input') throw new Error('nothing was wrong')
  return result.failure.problems
}

describe('good lines', () => {
  test('are names, ARNs and regions, with blank lines and comments between', () => {
    const text = [
      '# production',
      `prod: ${arn(1)}`,
      '',
      `  my prod :   ${arn(2, 'path/to/deploy')}   @   us-east-1  `,
      `eu/dev:\t${arn(3, 'name@eu-west-2')} @us-east-2`,
    ].join('\r\n')
    expect(rolesOf(text)).toEqual([
      {
        name: 'prod',
        role: { text: arn(1), partition: 'aws', account: '000000000001', name: 'deploy' },
        region: 'eu-west-1',
        trustPolicy: '',
      },
      {
        name: 'my prod',
        role: expect.objectContaining({ account: '000000000002', name: 'path/to/deploy' }),
        region: 'us-east-1',
        trustPolicy: '',
      },
      {
        name: 'eu/dev',
        role: expect.objectContaining({ name: 'name@eu-west-2' }),
        region: 'us-east-2',
        trustPolicy: '',
      },
    ])
  })

  test('may name one role twice, but by two names', () => {
    expect(rolesOf(`a: ${arn(1)}\nb: ${arn(1)}`)).toHaveLength(2)
  })

  test('take other ARNs and regions for an STS that is not of AWS', () => {
    const text = 'one: arn:minio:iam:::role/deploy @ local\ntwo: arn:aws:iam:::role/other'
    const roles = rolesOf(text, { 'sts-endpoint': 'https://minio.test' })
    expect(roles.map(({ role, region }) => [role.text, region])).toEqual([
      ['arn:minio:iam:::role/deploy', 'local'],
      ['arn:aws:iam:::role/other', 'eu-west-1'],
    ])
  })

  test('never export credentials, and may renew', () => {
    const result = read(`a: ${arn(1)}`, { renew: 'true' })
    expect(result).toMatchObject({
      ok: true,
      value: { outputEnvCredentials: false, renew: true, awsProfile: '' },
    })
  })
})

describe('bad lines', () => {
  test('are all told, each with its number', () => {
    const text = [
      `prod: ${arn(1)}`,
      'deploy',
      `# comment`,
      `dev ${arn(2)}`,
      `a]b: ${arn(3)}`,
      `prod: ${arn(4)}`,
      'bare: deploy',
      `where: ${arn(5)} @ nowhere`,
      `china: ${arn(6).replace('aws', 'aws-cn')} @ cn-north-1`,
      `:${arn(7)}`,
    ].join('\n')
    expect(problemsOf(text)).toEqual([
      { input: 'roles', line: 2, given: 'deploy', want: { form: 'role-line' } },
      { input: 'roles', line: 4, given: `dev ${arn(2)}`, want: { form: 'role-line' } },
      {
        input: 'roles',
        line: 5,
        given: 'a]b',
        want: { form: 'profile-name', problem: 'brackets' },
      },
      { input: 'roles', line: 6, given: 'prod', want: { form: 'another-name', line: 1 } },
      {
        input: 'roles',
        line: 7,
        given: 'deploy',
        want: { form: 'role-arn', partition: 'aws', slip: 'bare-name' },
      },
      {
        input: 'roles',
        line: 8,
        given: 'nowhere',
        want: { form: 'listed-region', nearest: expect.any(String) as unknown as string },
      },
      {
        input: 'roles',
        line: 9,
        given: 'cn-north-1',
        want: { form: 'region-of-partition', partition: 'aws' },
      },
      { input: 'roles', line: 10, given: `:${arn(7)}`, want: { form: 'role-line' } },
    ])
  })

  test.each<[string, string, { region?: string; of?: string }]>([
    ['of another partition, in a region of it', 'aws-us-gov @ us-gov-west-1', { region: 'aws' }],
    ['of another partition', 'aws-us-gov', { of: 'aws' }],
    ['in a region of another partition', 'aws @ us-gov-west-1', { region: 'aws' }],
    ['of a third partition', 'aws-cn @ us-gov-west-1', { region: 'aws', of: 'aws-us-gov' }],
    ['of another partition, in a region that there is not', 'aws-cn @ us-gov', { of: 'aws' }],
  ])('are %s: no region is said to be where it is not', (_what, line, { region, of }) => {
    const [partition = '', place] = line.split(' @ ')
    const role = arn(1).replace('aws', partition)
    const wants = problemsOf(`a: ${role}${place ? ` @ ${place}` : ''}`).map(({ want }) => want)
    const found = (form: string) => wants.find((one) => one.form === form)
    expect(found('region-of-partition')).toEqual(
      region && { form: 'region-of-partition', partition: region },
    )
    expect(found('same-partition')).toEqual(
      of && expect.objectContaining({ partition: of, rolePartition: partition }),
    )
  })

  test('lack their ARN', () => {
    expect(problemsOf('a:\nb:   \n: x')).toEqual([
      { input: 'roles', line: 1, given: '', want: { form: 'no-arn' } },
      { input: 'roles', line: 2, given: '', want: { form: 'no-arn' } },
      { input: 'roles', line: 3, given: ': x', want: { form: 'role-line' } },
    ])
  })

  test('are none at all', () => {
    expect(problemsOf('# none yet\n\n')).toEqual([
      { input: 'roles', given: '# none yet', want: { form: 'some-roles' } },
    ])
  })

  test('are too many', () => {
    const lines = Array.from({ length: 257 }, (_one, n) => `r${n}: ${arn(n + 1)}`)
    expect(problemsOf(lines.join('\n'))).toEqual([
      { input: 'roles', given: { lines: 257 }, want: { form: 'most-roles', most: 256 } },
    ])
    expect(rolesOf(lines.slice(1).join('\n'))).toHaveLength(256)
  })
})

describe('beside it', () => {
  test.each([
    ['role-to-assume', arn(9)],
    ['aws-profile', 'deploy'],
    ['output-credentials', 'true'],
    ['output-env-credentials', 'True'],
    ['use-existing-credentials', 'TRUE'],
  ])('%s contradicts', (input, value) => {
    expect(problemsOf(`a: ${arn(1)}`, { [input]: value })).toEqual([
      { input, given: value, want: { form: 'not-with-roles' } },
    ])
  })

  test.each([
    ['role-to-assume', ''],
    ['output-credentials', 'false'],
    ['output-env-credentials', 'false'],
    ['overwrite-aws-profile', 'true'],
    ['allowed-account-ids', "'000000000001'".replaceAll("'", '')],
  ])('%s does not', (input, value) => {
    expect(read(`a: ${arn(1)}`, { [input]: value }).ok).toBe(true)
  })
})

describe('trust policies', () => {
  const roles = `a: ${arn(1)}\nb: ${arn(2)}\nc: ${arn(3)}`
  const policies = (text: string): string[] =>
    rolesOf(roles, { 'trust-policy': text }).map(({ trustPolicy }) => trustPolicy)

  test('one for all', () => {
    expect(policies('policies/all.json')).toEqual(Array(3).fill('policies/all.json'))
    expect(policies('{"Statement":\n[]}')).toEqual(Array(3).fill('{"Statement":\n[]}'))
    const yaml = 'Version: 2012-10-17\nStatement:\n  - Effect: Allow'
    expect(policies(yaml)).toEqual(Array(3).fill(yaml))
  })

  test('lines by name', () => {
    expect(policies('# two\nc: c.json\n\na: dir/a b.yaml')).toEqual(['dir/a b.yaml', '', 'c.json'])
  })

  test('lines whose names are all misspelt are no policy', () => {
    const problems = problemsOf(roles, { 'trust-policy': 'x: x.json\ny: y.json' })
    expect(problems.map(({ line }) => line)).toEqual([1, 2])
  })

  test('a line of a role that is bad itself has its policy all the same', () => {
    const problems = problemsOf(`${roles}\nd: deploy`, { 'trust-policy': 'd: d.json' })
    expect(problems.map(({ input }) => input)).toEqual(['roles'])
  })

  test('lines that fit no name, or name one again', () => {
    const problems = problemsOf(roles, { 'trust-policy': 'a: a.json\nx: x.json\na: b.json\njust' })
    expect(problems.map(({ input, line, want }) => [input, line, want.form])).toEqual([
      ['trust-policy', 2, 'policy-line'],
      ['trust-policy', 3, 'policy-line'],
      ['trust-policy', 4, 'policy-line'],
    ])
  })
})

test('the accounts of all lines are masked before anything is said of them', () => {
  const runner = new FakeRunner({
    inputs: {
      'aws-region': 'eu-west-1',
      roles: `a: ${arn(1)}\nb: ${arn(2)} x`,
      'mask-aws-account-id': 'true',
    },
  })
  readInputs(runner)
  expect(runner.masked).toEqual(expect.arrayContaining(['000000000001', '000000000002']))
})

describe('its state', () => {
  const of = (roles?: string) => new FakeRunner({ inputs: roles === undefined ? {} : { roles } })

  test('left out, or the mark that only the runner fills in: no roles, and none wanted', () => {
    for (const runner of [of(), of('none')]) {
      expect(hasRoles(runner)).toBe(false)
      expect(emptyRoles(runner, 'left-out')).toBe(false)
    }
  })

  test('empty: some were wanted, unless there is the other input', () => {
    expect(hasRoles(of(''))).toBe(false)
    expect(emptyRoles(of(''), 'left-out')).toBe(true)
    expect(emptyRoles(of(''), 'given')).toBe(false)
  })
})
