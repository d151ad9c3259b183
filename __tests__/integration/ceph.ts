// A real STS that is not of AWS (Ceph's radosgw): the built action signs in, its session works on S3, and each refusal is named.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Ceph } from '../../sandbox/ceph.js'
import { Keys } from '../../sandbox/keys.js'
import { type Played, play } from '../../sandbox/play.js'
import type { Scenario, Variables } from '../../sandbox/scenario.js'
import { startStreet } from '../../sandbox/start-street.js'
import type { Street } from '../../sandbox/street.js'
import { certificateOf, type KeyCertificate } from '../../sandbox/x5c.js'

const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const ROLE = 'arn:aws:iam:::role/deploy'
const OTHER = 'arn:aws:iam:::role/other'

let ceph: Ceph
let on: Street
let keys: Keys
let certificate: KeyCertificate

const host = (): string => on.issuer.replace('https://', '')
const providerArn = (): string => `arn:aws:iam:::oidc-provider/${host()}`

function policyFor(subject: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: [providerArn()] },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: {
          StringEquals: { [`${host()}:aud`]: 'sts.amazonaws.com', [`${host()}:sub`]: subject },
        },
      },
    ],
  })
}

const S3_RIGHTS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::*'] }],
})

const createProvider = (): Promise<string> =>
  ceph.aws([
    ...['iam', 'create-open-id-connect-provider', '--url', on.issuer],
    ...['--client-id-list', 'sts.amazonaws.com', '--thumbprint-list', certificate.thumbprint],
  ])

const createRole = (name: string, subject: string): Promise<string> =>
  ceph.aws([
    ...['iam', 'create-role', '--role-name', name],
    ...['--assume-role-policy-document', policyFor(subject)],
  ])

/** The keys as the issuer publishes them, with the certificate that Ceph wants. */
function withCertificate(): unknown {
  const own = keys.set().keys.filter(({ kid }) => kid === 'RS256')
  return { keys: own.map((key) => ({ ...key, x5c: [certificate.x5c] })) }
}

function signIn(variables: Variables = {}, change: Partial<Scenario> = {}): Promise<Played> {
  return play(on, {
    id: 'ceph',
    what: "Ceph's STS",
    exit: 1,
    variables: {
      'INPUT_STS-ENDPOINT': ceph.endpoint,
      'INPUT_ROLE-TO-ASSUME': ROLE,
      'INPUT_RETRY-MAX-ATTEMPTS': '1',
      ...variables,
    },
    setUp: (street) => street.setJwks(withCertificate()),
    ...change,
  })
}

interface Told {
  findings: { id: string; severity: string }[]
  chain: { link: string; state: string }[]
}

const told = ({ report }: Played): Told => JSON.parse(report) as Told
const errorsOf = (played: Played): string[] =>
  told(played).findings.flatMap(({ id, severity }) => (severity === 'error' ? [id] : []))

beforeAll(async () => {
  keys = await Keys.make()
  ;[ceph, on, certificate] = await Promise.all([
    Ceph.start(),
    startStreet({ keys }),
    certificateOf(keys.jwk('RS256')),
  ])
  await createProvider()
  await createRole('deploy', SUBJECT)
  await createRole('other', 'repo:octo-org/other:ref:refs/heads/main')
  const rights = ['--policy-name', 's3', '--policy-document', S3_RIGHTS]
  await ceph.aws(['iam', 'put-role-policy', '--role-name', 'deploy', ...rights])
}, 180_000)

afterAll(async () => {
  await on?.stop()
  await ceph?.stop()
}, 60_000)

describe('a sign-in', () => {
  test('is made, and the AWS CLI works on S3 with its session', async () => {
    const played = await signIn()
    expect(played).toMatchObject({ exit: 0, stderr: '', outputs: { ready: 'true' } })
    expect(errorsOf(played)).toEqual([])
    expect(played.outputs).toMatchObject({
      'aws-account-id': '',
      'authenticated-arn': expect.stringContaining('arn:aws:sts:::assumed-role/deploy/'),
    })
    expect(played.summary).not.toContain('in account')
    const session = Object.fromEntries(
      Object.entries(played.exported).filter(([name]) => name.startsWith('AWS_')),
    )
    await ceph.aws(['s3api', 'create-bucket', '--bucket', 'preflight'], session)
    const { Buckets } = JSON.parse(await ceph.aws(['s3api', 'list-buckets'], session))
    expect(Buckets).toEqual([expect.objectContaining({ Name: 'preflight' })])
  })

  test('is made where the job holds keys that nobody there can judge', async () => {
    const played = await signIn({
      'INPUT_USE-EXISTING-CREDENTIALS': 'true',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'existing',
    })
    expect(played).toMatchObject({ exit: 0, outputs: { ready: 'true' } })
    expect(played.stdout).toContain('has no GetCallerIdentity')
  })

  test('is made with a trust policy that names the provider without an account', async () => {
    const played = await signIn({ 'INPUT_TRUST-POLICY': policyFor(SUBJECT) })
    expect(played.exit).toBe(0)
    expect(played.causes.filter((id) => id.startsWith('trust-'))).toEqual([])
  })

  test('goes no further where accounts are asked for', async () => {
    const played = await signIn({ 'INPUT_ALLOWED-ACCOUNT-IDS': '111122223333' })
    expect(played).toMatchObject({ exit: 1, exported: {} })
    expect(errorsOf(played)).toEqual(['account-not-allowed'])
  })
})

describe('forty roles', () => {
  const NAMES = Array.from({ length: 40 }, (_one, n) => `team-${String(n + 1).padStart(2, '0')}`)
  const [, gone = '', , other = ''] = NAMES
  const variables = (): Variables => ({
    'INPUT_ROLE-TO-ASSUME': 'none',
    INPUT_ROLES: NAMES.map((name) => `${name}: arn:aws:iam:::role/${name}`).join('\n'),
  })
  const causesOf = ({ outputs }: Played): [string, string[]][] =>
    Object.entries(
      JSON.parse(outputs['sessions'] ?? '') as Record<string, { ready: boolean; causes: string[] }>,
    ).flatMap(([name, { ready, causes }]) => (ready ? [] : [[name, causes]]))

  beforeAll(async () => {
    for (const name of NAMES) if (name !== gone) await create(name)
  }, 300_000)

  async function create(name: string): Promise<void> {
    const subject = name === other ? 'repo:octo-org/other:ref:refs/heads/main' : SUBJECT
    await ceph.iam('CreateRole', { RoleName: name, AssumeRolePolicyDocument: policyFor(subject) })
    const rights = { PolicyName: 's3', PolicyDocument: S3_RIGHTS }
    await ceph.iam('PutRolePolicy', { RoleName: name, ...rights })
  }

  test('of which one is gone and one trusts another repository: these two are named', async () => {
    const played = await signIn(variables())
    expect(played.exit).toBe(1)
    const red = causesOf(played)
    expect(red.map(([name]) => name)).toEqual([gone, other])
    expect(red.map(([, [first]]) => first)).toEqual(['sts-refused', 'sts-refused'])
  })

  test('work in the AWS CLI, each by its profile, once both are mended', async () => {
    await create(gone)
    await ceph.aws([
      ...['iam', 'update-assume-role-policy', '--role-name', other],
      ...['--policy-document', policyFor(SUBJECT)],
    ])
    const played = await signIn(variables())
    expect(played).toMatchObject({ exit: 0, stderr: '', outputs: { ready: 'true' } })
    const home = { HOME: played.environment['HOME'] ?? '' }
    const works = async (name: string): Promise<void> => {
      const said = await ceph.aws(['s3api', 'list-buckets', '--profile', name], home)
      expect([name, JSON.parse(said)]).toEqual([
        name,
        expect.objectContaining({ Buckets: expect.any(Array) }),
      ])
    }
    // Four at a time: the CLI takes a second of CPU to start.
    for (let from = 0; from < NAMES.length; from += 4)
      await Promise.all(NAMES.slice(from, from + 4).map(works))
  }, 300_000)
})

const hour = 3600
const seconds = Math.floor(Date.now() / 1000)

describe('a refusal', () => {
  test.each<[string, string, Variables, Partial<Scenario>?]>([
    ['another audience', 'sts-refused', { INPUT_AUDIENCE: 'other' }],
    ['no role', 'sts-refused', { 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam:::role/missing' }],
    [
      'an account',
      'sts-refused',
      { 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy' },
    ],
    ['a trust policy that nobody gave', 'sts-refused', { 'INPUT_ROLE-TO-ASSUME': OTHER }],
    ['two hours', 'role-session-too-long', { 'INPUT_ROLE-DURATION-SECONDS': '7200' }],
    [
      'a session policy that is none',
      'session-policy-malformed',
      {
        'INPUT_INLINE-SESSION-POLICY': '{"Version":"2012-10-17","Statement":[{"Effect":"Maybe"}]}',
      },
    ],
    [
      'an expired token',
      'token-expired',
      {},
      {
        faults: {
          token: {
            claims: {
              iat: seconds - 2 * hour,
              nbf: seconds - 2 * hour,
              exp: seconds - hour,
            },
          },
        },
      },
    ],
    [
      'a signature that does not verify',
      'token-signature-invalid',
      {},
      { faults: { token: { tamper: true } } },
    ],
    ['keys out of reach', 'jwks-unavailable', {}, { faults: { jwks: { status: 503 } } }],
    [
      'no discovery document',
      'discovery-unavailable',
      {},
      { faults: { discovery: { status: 503 } } },
    ],
    ['a key without x5c', 'sts-refused', {}, { setUp: () => undefined }],
  ])('%s: %s', async (_what, id, variables, change = {}) => {
    const played = await signIn(variables, change)
    expect(played).toMatchObject({ exit: 1, exported: {}, stderr: '' })
    expect(errorsOf(played)).toEqual([id])
    const sts = told(played).chain.find(({ link }) => link === 'sts')
    expect(['failed', 'not-known']).toContain(sts?.state)
  })

  test('a trust policy that was given: the condition is named, in the form without account', async () => {
    const subject = 'repo:octo-org/other:ref:refs/heads/main'
    const played = await signIn({
      'INPUT_ROLE-TO-ASSUME': OTHER,
      'INPUT_TRUST-POLICY': policyFor(subject),
    })
    expect(errorsOf(played)).toEqual(['trust-subject-mismatch'])
    expect(played.report).not.toContain('<account>')
  })

  test('no provider; its commands find it, once it is there', async () => {
    await ceph.aws([
      ...['iam', 'delete-open-id-connect-provider'],
      ...['--open-id-connect-provider-arn', providerArn()],
    ])
    try {
      const played = await signIn()
      expect(errorsOf(played)).toEqual(['sts-refused'])
      expect(ceph.log()).toContain("Couldn't get oidc provider info")
      expect(played.report).toContain(
        `aws --endpoint-url ${ceph.endpoint} iam get-open-id-connect-provider --open-id-connect-provider-arn ${providerArn()}`,
      )
    } finally {
      await createProvider()
    }
    const found = await ceph.aws([
      ...['iam', 'get-open-id-connect-provider'],
      ...['--open-id-connect-provider-arn', providerArn()],
    ])
    expect(JSON.parse(found)).toMatchObject({ ClientIDList: ['sts.amazonaws.com'] })
  })
})
