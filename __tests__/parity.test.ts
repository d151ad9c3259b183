// The same as aws-actions/configure-aws-credentials v6 for the same inputs: what later steps get, the outputs, and what STS is asked.
// The expectations are the peer's own contract, written out. Read in the stored versions of README.md (014a5f9), src/index.ts (0a27926),
// src/helpers.ts (0290fdc) and src/assumeRole.ts (0037a68); what v6.2 added, by its CHANGELOG. None of its code is used.
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Played, play, playPost, readVariables } from '../sandbox/play.js'
import { READY, SCENARIOS } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'
import { written } from './shown.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const ACCOUNT = '111122223333'
const ARN = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy`
const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:List*","Resource":"*"}]}'
const MANAGED = [
  'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
]

/** helpers.ts, exportCredentials and exportRegion: five variables, as the SDKs name them. */
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
  AWS_SECRET_ACCESS_KEY: expect.stringMatching(/^\S{40}$/),
  AWS_SESSION_TOKEN: expect.stringMatching(/^\S{300,}$/),
  AWS_REGION: 'eu-west-1',
  AWS_DEFAULT_REGION: 'eu-west-1',
}
/** assumeRole.ts: no tags, no source identity and no external id with OIDC; index.ts: 3600 s and GitHubActions unless said otherwise. */
const REQUEST = {
  Action: 'AssumeRoleWithWebIdentity',
  Version: '2011-06-15',
  RoleArn: `arn:aws:iam::${ACCOUNT}:role/deploy`,
  RoleSessionName: 'GitHubActions',
  DurationSeconds: '3600',
  WebIdentityToken: '***',
}
/** helpers.ts, exportAccountId. */
const OUTPUTS = { 'aws-account-id': ACCOUNT, 'authenticated-arn': `${ARN}/GitHubActions` }
const CREDENTIAL_OUTPUTS = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token']

interface Row {
  /** Inputs as they stand in a workflow. */
  given: Readonly<Record<string, string>>
  environment?: object
  outputs?: object
  request?: object
  source: string
}

const rows: [string, Row][] = [
  ['nothing but role and region', { given: {}, source: 'README, Overview' }],
  [
    'output-credentials',
    {
      given: { 'output-credentials': 'true' },
      outputs: {
        'aws-access-key-id': expect.stringMatching(/^ASIA/),
        'aws-secret-access-key': expect.stringMatching(/^\S{40}$/),
        'aws-session-token': expect.stringMatching(/^\S{300,}$/),
        'aws-expiration': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
      source: 'helpers.ts, exportCredentials',
    },
  ],
  [
    'output-env-credentials: false',
    {
      given: { 'output-env-credentials': 'false' },
      environment: {},
      source: 'helpers.ts, exportCredentials and exportRegion',
    },
  ],
  [
    'mask-aws-account-id',
    { given: { 'mask-aws-account-id': 'true' }, source: 'README, Mask account ID' },
  ],
  [
    'allowed-account-ids',
    { given: { 'allowed-account-ids': `444455556666, ${ACCOUNT}` }, source: 'CHANGELOG, 5.0' },
  ],
  [
    'role-session-name',
    {
      given: { 'role-session-name': 'deploy@42' },
      outputs: { 'authenticated-arn': `${ARN}/deploy@42` },
      request: { RoleSessionName: 'deploy@42' },
      source: 'README, Session tagging and name',
    },
  ],
  [
    'role-duration-seconds',
    {
      given: { 'role-duration-seconds': '900' },
      request: { DurationSeconds: '900' },
      source: 'README, Credential Lifetime',
    },
  ],
  [
    'inline-session-policy',
    {
      given: { 'inline-session-policy': POLICY },
      request: { Policy: POLICY },
      source: 'README, Inline session policies',
    },
  ],
  [
    'managed-session-policies',
    {
      given: { 'managed-session-policies': MANAGED.join('\n') },
      request: { 'PolicyArns.member.1.arn': MANAGED[0], 'PolicyArns.member.2.arn': MANAGED[1] },
      source: 'README, Managed session policies',
    },
  ],
  [
    'unset-current-credentials',
    { given: { 'unset-current-credentials': 'true' }, source: 'helpers.ts, unsetCredentials' },
  ],
  [
    'disable-retry and retry-max-attempts',
    {
      given: { 'disable-retry': 'true', 'retry-max-attempts': '3' },
      source: 'README, Adjust the retry mechanism',
    },
  ],
]

const inputs = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )

const run = (given: Readonly<Record<string, string>>, variables = {}): Promise<Played> =>
  play(on, { ...READY, variables: { ...inputs(given), ...variables } })

/** What people see; the post step's note of what the job had is not for them. */
const shown = ({ stdout, summary, report }: Played): string =>
  [written(stdout), summary, report].join('\n')

const requests = () =>
  on.log().flatMap(({ peer, parameters }) => (peer === 'sts' && parameters ? [parameters] : []))

test.each(rows)('%s', async (_what, { given, environment, outputs, request }) => {
  const played = await run(given)
  expect(played).toMatchObject({ exit: 0, stderr: '' })
  expect(played.exported).toEqual(environment ?? ENVIRONMENT)
  expect(played.outputs).toMatchObject({ ...OUTPUTS, ...outputs })
  expect(requests()).toEqual([{ ...REQUEST, ...request }])
  const wanted = given['output-credentials'] === 'true'
  for (const name of CREDENTIAL_OUTPUTS) expect(name in played.outputs).toBe(wanted)
})

describe('web-identity-token-file', () => {
  test('a relative path starts at the workspace (assumeRole.ts)', async () => {
    const played = await play(on, {
      ...READY,
      files: (at) => ({ 'token.jwt': at.mint() }),
      variables: inputs({ 'web-identity-token-file': 'token.jwt' }),
    })
    expect(played.exported).toEqual(ENVIRONMENT)
    expect(requests()).toEqual([REQUEST])
    expect(on.log().some(({ peer }) => peer === 'token')).toBe(false)
  })
})

describe('audience', () => {
  test('is asked of the runner as given (README, Audience)', async () => {
    on.setProvider({ url: on.issuer, clientIds: ['another'] })
    const played = await play(on, {
      ...READY,
      setUp(at) {
        at.setProvider({ url: at.issuer, clientIds: ['another'] })
        const policy = JSON.stringify(at.trustPolicy()).replace('"sts.amazonaws.com"', '"another"')
        at.setTrustPolicy(JSON.parse(policy))
      },
      variables: inputs({ audience: 'another' }),
    })
    expect(played).toMatchObject({ exit: 0, outputs: { 'token-audience': 'another' } })
    expect(played.exported).toEqual(ENVIRONMENT)
  })
})

describe('unset-current-credentials (helpers.ts, unsetCredentials)', () => {
  const before = {
    AWS_ACCESS_KEY_ID: 'AKIAOLDOLDOLDOLDOLD1',
    AWS_SECRET_ACCESS_KEY: 'old-secret-of-the-job',
    AWS_SESSION_TOKEN: 'old-session-of-the-job',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
  }
  const blank = Object.fromEntries(Object.keys(before).map((name) => [name, '']))
  const denied = SCENARIOS.find(({ id }) => id === 'role-not-assumable') ?? READY

  test('where the sign-in fails, later steps find all five blank', async () => {
    const variables = { ...before, ...inputs({ 'unset-current-credentials': 'true' }) }
    const played = await play(on, { ...denied, variables })
    expect(played).toMatchObject({ exit: 1, exported: blank })
  })

  test('with output-env-credentials: false nothing is touched', async () => {
    const given = { 'unset-current-credentials': 'true', 'output-env-credentials': 'false' }
    expect(await run(given, before)).toMatchObject({ exit: 0, exported: {} })
  })

  test.each([
    ['after a failure', denied],
    ['after a sign-in', READY],
  ])('better: %s the post step puts back what the job had', async (_what, row) => {
    const variables = { ...before, ...inputs({ 'unset-current-credentials': 'true' }) }
    const played = await play(on, { ...row, variables })
    const post = await playPost(played)
    expect(post).toMatchObject({ exit: 0, stderr: '' })
    const file = readFileSync(played.environment['GITHUB_ENV'] ?? '', 'utf8')
    expect(readVariables(file)).toEqual(before)
    expect(shown(played)).not.toContain(before.AWS_SECRET_ACCESS_KEY)
  })
})

describe('use-existing-credentials', () => {
  const given = { 'use-existing-credentials': 'true' }
  const held = async (): Promise<Record<string, string>> => (await run({})).exported

  test('that work: no others are fetched (index.ts); better: outputs tell whose they are', async () => {
    const played = await run(given, await held())
    expect(played).toMatchObject({ exit: 0, stderr: '', exported: {}, outputs: OUTPUTS })
    expect(on.log().map(({ peer }) => peer)).not.toContain('token')
    expect(requests().map(({ Action }) => Action)).toEqual(['GetCallerIdentity'])
    expect(played.outputs['ready']).toBe('true')
  })

  test('that do not: the run goes on as usual (index.ts)', async () => {
    const old = {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
    }
    const played = await run(given, old)
    expect(played).toMatchObject({ exit: 0, outputs: OUTPUTS })
    expect(played.exported).toEqual(ENVIRONMENT)
    expect(requests().map(({ Action }) => Action)).toEqual(['GetCallerIdentity', REQUEST.Action])
    expect(shown(played)).not.toContain('wJalrXUtnFEMI')
  })

  test('better: an STS that is down is no "no credentials"', async () => {
    const old = await held()
    const played = await play(on, {
      ...READY,
      faults: { down: { sts: true } },
      variables: { ...old, ...inputs({ ...given, 'disable-retry': 'true' }) },
    })
    expect(played).toMatchObject({ exit: 1, exported: {} })
    expect(played.causes[0]).toBe('sts-unreachable')
  })
})

describe('allowed-account-ids', () => {
  test('another account fails the step; better: before anything is exported', async () => {
    const played = await run({ 'allowed-account-ids': '444455556666' })
    expect(played).toMatchObject({ exit: 1, causes: ['account-not-allowed'], exported: {} })
    expect(played.outputs).not.toHaveProperty('aws-account-id')
  })
})

describe('mask-aws-account-id: the account stands in nothing that is shown', () => {
  const scenario = (id: string) => SCENARIOS.find((row) => row.id === id) ?? READY
  test.each([
    ['a good run', READY, {}],
    ['STS names it in its refusal', scenario('sts-region-disabled'), {}],
    ['the trust policy does not fit', scenario('role-not-assumable'), {}],
    ['no provider', scenario('provider-not-found'), {}],
    ['an account that is not allowed', READY, { 'allowed-account-ids': '444455556666' }],
    ['a bad input that holds it', READY, { 'role-to-assume': `arn:aws:iam::${ACCOUNT}:user/x` }],
    ['a bad list that holds it', READY, { 'allowed-account-ids': `${ACCOUNT} 444455556666` }],
    ['existing credentials', READY, { 'use-existing-credentials': 'true' }],
  ])('%s', async (_what, row, more) => {
    const variables = {
      ...(row.variables as object),
      ...inputs({ 'mask-aws-account-id': 'true', 'disable-retry': 'true', ...more }),
    }
    const { stdout, summary, report } = await play(on, { ...row, variables })
    expect(written(stdout)).toMatch(/Ready|Not ready/)
    for (const text of [written(stdout), summary, report]) {
      expect(text).not.toContain(ACCOUNT)
      expect(text).not.toContain('444455556666')
    }
  })
})

describe('inputs of the key-based modes are refused, and nothing is asked', () => {
  test.each(['aws-access-key-id', 'role-chaining', 'force-skip-oidc', 'custom-tags'])(
    '%s',
    async (name) => {
      const played = await run({ [name]: 'true' })
      expect(played).toMatchObject({ exit: 1, causes: ['input-not-supported'], exported: {} })
      expect(on.log()).toEqual([])
    },
  )
})
