// action.yml against the contract and against the code: the same inputs, outputs and defaults, and what each input takes and refuses.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { KNOWN, knownWith, reportWith } from '../evidence/baseline.js'
import type { Result, RoleArn } from '../src/model.js'
import { outputs } from '../src/report/outputs.js'
import { readInputs } from '../src/steps/read-inputs.js'
import { FakeRunner } from './fake-runner.js'
import { granted } from './fake-world.js'

interface Described {
  description: string
  default?: string
}
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const action = parse(read('action.yml')) as {
  inputs: Record<string, Described>
  outputs: Record<string, Described>
  runs: Record<string, string>
}
const declared = Object.keys(action.inputs)

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const YES_OR_NO = {
  good: ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
  bad: ['yes', '1', 'tRUE'],
}

interface Examples {
  good: readonly string[]
  bad: readonly string[]
  /** Inputs that belong to it. */
  beside?: Readonly<Record<string, string>>
}

/** The contract's inputs: a default only where one stands there, and what each takes and refuses. */
const CONTRACT: Readonly<Record<string, Examples & { default?: string }>> = {
  'aws-region': {
    good: ['eu-west-1', 'cn-north-1', 'eu-newest-9'],
    bad: ['eu west 1', 'us-east-1a'],
  },
  'role-to-assume': {
    default: 'none',
    good: [ROLE, 'arn:aws:iam::111122223333:role/a/b'],
    bad: ['deploy', `"${ROLE}"`],
  },
  audience: { good: ['sts.amazonaws.com', 'https://example.com'], bad: [] },
  'role-session-name': {
    default: 'GitHubActions',
    good: ['me@work', 'a-b'],
    bad: ['a', 'a/b', 'x'.repeat(65)],
  },
  'role-duration-seconds': { default: '3600', good: ['900', '43200'], bad: ['899', '43201', '1h'] },
  'inline-session-policy': { good: ['{"Version":"2012-10-17"}'], bad: ['{', '[]', 'x'] },
  'managed-session-policies': { good: ['arn:aws:iam::aws:policy/A'], bad: ['ReadOnlyAccess'] },
  'web-identity-token-file': { good: ['token.jwt', '/var/run/token'], bad: [] },
  'allowed-account-ids': {
    good: ['111122223333', '111122223333, 444455556666'],
    bad: ['12345', 'a'],
  },
  roles: {
    default: 'none',
    good: [`prod: ${ROLE}`, `# two\na: ${ROLE}\nb: ${ROLE} @ us-east-1`],
    bad: [ROLE, `a: ${ROLE}\na: ${ROLE}`, `a: ${ROLE} @ cn-north-1`],
  },
  'mask-aws-account-id': { default: 'false', ...YES_OR_NO },
  'output-env-credentials': YES_OR_NO,
  'output-credentials': { default: 'false', ...YES_OR_NO },
  'aws-profile': {
    good: ['deploy', 'default'],
    bad: ['a]b', 'a\nb'],
    beside: { 'role-to-assume': ROLE },
  },
  'overwrite-aws-profile': { default: 'false', ...YES_OR_NO },
  renew: { default: 'false', ...YES_OR_NO, beside: { 'aws-profile': 'p', 'role-to-assume': ROLE } },
  'unset-current-credentials': { default: 'false', ...YES_OR_NO },
  'use-existing-credentials': { default: 'false', ...YES_OR_NO },
  'disable-retry': { default: 'false', ...YES_OR_NO },
  'retry-max-attempts': { good: ['1', '100'], bad: ['0', '101', 'many'] },
  'special-characters-workaround': { default: 'false', ...YES_OR_NO },
  'http-proxy': { good: ['http://proxy:3128', 'proxy:3128'], bad: ['socks5://proxy', 'http://'] },
  'no-proxy': {
    good: ['localhost,.corp,10.0.0.0/8', '*'],
    bad: [],
    beside: { 'http-proxy': 'http://proxy:3128' },
  },
  'sts-endpoint': {
    good: ['https://minio.test:9000', 'http://localhost:1'],
    bad: ['http://x.test', 'x'],
  },
  'action-timeout-s': { default: '300', good: ['0', '86400'], bad: ['-1', '5m'] },
  issuer: { good: ['https://idp.test/a'], bad: ['http://idp.test', 'idp.test'] },
  'trust-policy': { good: ['{"Version":"2012-10-17","Statement":[]}', 'iam/trust.json'], bad: [] },
  'trust-policy-parameters': {
    good: ['infra/parameters.json', 'samconfig.toml'],
    bad: [],
    beside: { 'trust-policy': 'template.yaml' },
  },
  'expected-claims': { good: ['ref: refs/heads/*'], bad: ['ref=main'] },
  'fail-on': { default: 'error', good: ['error', 'warning', 'never'], bad: ['notice', 'Error'] },
  'fallback-regions': { good: ['eu-west-2, eu-west-3'], bad: ['cn-north-1', 'mars'] },
  'new-role-wait-s': { default: '0', good: ['0', '30', '600'], bad: ['-1', '601', '10s'] },
  'report-file': { good: ['report.json'], bad: [] },
  summary: { default: 'true', ...YES_OR_NO },
  cleanup: { default: 'true', ...YES_OR_NO },
}

const REGION = { 'aws-region': 'eu-west-1' }
const given = (inputs: Readonly<Record<string, string>>): Result<unknown> =>
  readInputs(new FakeRunner({ inputs: { ...REGION, ...inputs }, env: { RUNNER_TEMP: '/tmp' } }))

describe('inputs', () => {
  test("are the contract's, all of them and no other", () => {
    expect([...declared].sort()).toEqual(Object.keys(CONTRACT).sort())
  })

  test('are the ones that the code reads', () => {
    const asked = new Set<string>()
    class Asked extends FakeRunner {
      override input(name: string): string | undefined {
        asked.add(name)
        return super.input(name)
      }
    }
    readInputs(new Asked({ inputs: { ...REGION, 'http-proxy': 'http://proxy:3128' } }))
    const refused = [...asked].filter((name) => !declared.includes(name))
    expect(declared.filter((name) => !asked.has(name))).toEqual([])
    for (const name of refused)
      expect(given({ [name]: 'x' })).toMatchObject({
        failure: { problems: [{ input: name, want: { form: 'unsupported' } }] },
      })
  })

  test.each(Object.entries(CONTRACT))(
    '%s has the default of the contract',
    (name, { default: standard }) => {
      expect(action.inputs[name]?.default).toBe(standard)
      expect(action.inputs[name]?.description.length).toBeGreaterThan(10)
    },
  )

  const defaults = declared.flatMap((name) => {
    const standard = action.inputs[name]?.default
    return standard === undefined ? [] : [[name, standard] as const]
  })
  test.each(defaults)(
    '%s: the default that the runner fills in (%s) is what the code takes it for',
    (name, standard) => {
      expect(given({ [name]: standard })).toEqual(given({}))
    },
  )

  const cases = (kind: 'good' | 'bad') =>
    Object.entries(CONTRACT).flatMap(([name, examples]) =>
      examples[kind].map((value) => [name, value, examples.beside ?? {}] as const),
    )
  test.each(cases('good'))('%s takes %j', (name, value, beside) => {
    const region = name === 'aws-region' ? {} : REGION
    expect(given({ ...region, ...beside, [name]: value })).toMatchObject({ ok: true })
  })

  test.each(cases('bad'))('%s refuses %j', (name, value, beside) => {
    expect(given({ ...beside, [name]: value })).toMatchObject({
      ok: false,
      failure: { kind: 'input', problems: [{ input: name }] },
    })
  })

  test.each(Object.entries(CONTRACT))(
    '%s has a value that makes a difference',
    (name, { good, beside = {} }) => {
      const without = JSON.stringify(given(beside))
      const made = good.map((value) => JSON.stringify(given({ ...beside, [name]: value })))
      expect(made.filter((inputs) => inputs !== without)).not.toEqual([])
    },
  )

  test.each(declared.filter((name) => !['aws-region', 'role-to-assume'].includes(name)))(
    '%s: empty or blank is as good as left out',
    (name) => {
      for (const value of ['', '  ']) expect(given({ [name]: value })).toEqual(given({}))
    },
  )
})

test('it has no expression, which the runner would evaluate or refuse wherever it stands', () => {
  expect(read('action.yml')).not.toContain('$' + '{{')
})

test('outputs are those that the code gives, all of them and no other', () => {
  const known = knownWith({ inputs: { outputCredentials: true } })
  const report = reportWith({ known })
  const role = {
    name: 'prod',
    role: KNOWN.inputs?.role as RoleArn,
    region: '',
    ready: true,
    causes: [],
  }
  const names = [
    ...Object.keys(outputs(report, granted().session)),
    ...Object.keys(outputs({ ...report, roles: [role] })).filter((name) => name === 'sessions'),
  ]
  expect(names.sort()).toEqual(Object.keys(action.outputs).sort())
})

test('it runs on node24, and the post step always runs', () => {
  expect(action.runs).toEqual({
    using: 'node24',
    main: 'dist/main.mjs',
    post: 'dist/post.mjs',
    'post-if': 'always()',
  })
})

test.each([
  ['retry-max-attempts', '1 to 100'],
  ['new-role-wait-s', 'a whole number, at most 600'],
  ['action-timeout-s', 'in whole seconds, up to 86400'],
])('the description of %s names its limits', (input, limits) => {
  expect(action.inputs[input]?.description).toContain(limits)
})
