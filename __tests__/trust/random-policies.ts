// Random tokens and policies that come near to them, from a seed: each slip that people make, and what stands around it.
import { ACTION, HOST, type Json, PROVIDER } from './fixtures.js'

/** A generator of numbers (mulberry32): the same seed gives the same cases on every machine. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  chance(p: number): boolean {
    return this.next() < p
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T
  }

  some<T>(from: readonly T[], most: number): T[] {
    return Array.from({ length: Math.floor(this.next() * (most + 1)) }, () => this.pick(from))
  }
}

export interface Case {
  /** Of the token; `iss` included. */
  claims: Json
  policy: Json
  /** The policy stands in a template, where some of its values are known later. */
  template: boolean
}

interface Issuer {
  name: string
  subjects: readonly string[]
  claims: Json
}

const CONTEXTS = [
  'ref:refs/heads/main',
  'ref:refs/heads/Main',
  'ref:refs/heads/dev',
  'ref:refs/tags/v1',
  'environment:production',
  'environment:Production',
  'pull_request',
]
const REPOSITORIES = [
  'octo-org/octo-repo',
  'octo-org/octo-repo-2',
  'octo-org/other',
  'Octo-Org/octo-repo',
  'evil/octo-repo',
  'octo-org@123456/octo-repo@456789',
  'octo-org@123456/octo-repo@9',
]
const OF_GITHUB = REPOSITORIES.flatMap((one) => CONTEXTS.map((context) => `repo:${one}:${context}`))
const GITHUB_CLAIMS: Json = {
  repository: 'octo-org/octo-repo',
  repository_id: '456789',
  actor: 'octocat',
  ref: 'refs/heads/main',
  job_workflow_ref: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
}
const NOT_GITHUB: Json = {
  ...{ repository: null, repository_id: null, repository_owner: null, repository_owner_id: null },
  ...{ actor: null, ref: null, ref_type: null, event_name: null, runner_environment: null },
  ...{ workflow_ref: null, job_workflow_ref: null, environment: null },
}

const ISSUERS: readonly Issuer[] = [
  { name: HOST, subjects: OF_GITHUB, claims: GITHUB_CLAIMS },
  { name: `${HOST}/octo-enterprise`, subjects: OF_GITHUB.slice(0, 12), claims: GITHUB_CLAIMS },
  {
    name: 'gitlab.com',
    subjects: ['main', 'dev', 'Main'].flatMap((ref) =>
      ['group/app', 'Group/app', 'group/other'].map(
        (path) => `project_path:${path}:ref_type:branch:ref:${ref}`,
      ),
    ),
    claims: NOT_GITHUB,
  },
  {
    name: 'oidc.eks.eu-west-1.amazonaws.com/id/5E5D7BAA84911ACC36EE4D978F209DD7',
    subjects: ['default', 'prod'].flatMap((space) =>
      ['app', 'api'].map((name) => `system:serviceaccount:${space}:${name}`),
    ),
    claims: NOT_GITHUB,
  },
  {
    name: 'agent.buildkite.com',
    subjects: ['main', 'dev'].flatMap((ref) =>
      ['app', 'api'].map(
        (name) => `organization:acme:pipeline:${name}:ref:refs/heads/${ref}:commit:1:step:`,
      ),
    ),
    claims: NOT_GITHUB,
  },
]

const AUDIENCES = ['sts.amazonaws.com', 'https://github.com/octo-org', 'STS.amazonaws.com']
const TAGS = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }

const OPERATORS = [
  ...['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'],
  ...['ForAnyValue:StringLike', 'ForAnyValue:StringEquals', 'ForAllValues:StringLike'],
  ...['ForAllValues:StringEquals', 'StringEqualsIfExists', 'StringLikeIfExists'],
  ...['StringNotEquals', 'StringNotLike', 'StringNotEqualsIfExists', 'Null'],
]

export function randomCase(dice: Dice): Case {
  const issuer = dice.chance(0.6) ? (ISSUERS[0] as Issuer) : dice.pick(ISSUERS)
  const sub = dice.chance(0.02) ? odd(dice) : dice.pick(issuer.subjects)
  const claims = {
    ...issuer.claims,
    ...(issuer.claims === GITHUB_CLAIMS && /:environment:/.test(sub)
      ? { environment: sub.split(':').at(-1) }
      : {}),
    iss: `https://${issuer.name}`,
    sub,
    aud: dice.chance(0.8) ? 'sts.amazonaws.com' : dice.pick(AUDIENCES),
    ...(dice.chance(0.15) ? TAGS : {}),
  }
  const template = dice.chance(0.15)
  const count = 1 + Math.floor(dice.next() * 3)
  const Statement = Array.from({ length: count }, () =>
    randomStatement(dice, issuer, claims, template),
  )
  if (dice.chance(0.2)) Statement.push(denyOf(dice, issuer, claims))
  const Version = dice.chance(0.9) ? '2012-10-17' : '2008-10-17'
  return { claims, policy: { Version, Statement }, template }
}

/** What IAM reads as a sign of its own. */
function odd(dice: Dice): string {
  const context = dice.pick(['environment:a*b', 'environment:a?', 'ref:refs/heads/$' + '{aws:x}'])
  return `repo:octo-org/octo-repo:${context}`
}

type Blocks = Record<string, Record<string, unknown>>

function put(blocks: Blocks, operator: string, key: string, value: unknown): void {
  blocks[operator] = { ...blocks[operator], [key]: value }
}

/** Fits the token, but for some slips. */
function randomStatement(dice: Dice, issuer: Issuer, claims: Json, template: boolean): Json {
  const blocks: Blocks = {}
  const { name } = issuer
  if (dice.chance(0.85))
    put(
      blocks,
      dice.chance(0.8) ? 'StringEquals' : dice.pick(OPERATORS.slice(0, 9)),
      `${name}:aud`,
      listed(dice, dice.chance(0.8) ? [claims['aud']] : dice.some(AUDIENCES, 2), AUDIENCES),
    )
  if (dice.chance(0.9))
    put(
      blocks,
      dice.chance(0.7) ? dice.pick(['StringEquals', 'StringLike']) : dice.pick(OPERATORS),
      dice.chance(0.95) ? `${name}:sub` : `${name}:SUB`,
      listed(
        dice,
        [patternOf(dice, dice.chance(0.3) ? String(claims['sub']) : dice.pick(issuer.subjects))],
        issuer.subjects.map((one) => patternOf(dice, one)),
      ),
    )
  for (const more of dice.some(FURTHER, 2)) more(blocks, dice, name)
  if (template && dice.chance(0.3))
    put(blocks, 'StringLike', `${name}:sub`, [{ Ref: 'Subject' }, 'x'])
  return {
    ...(dice.chance(0.3) ? { Sid: dice.pick(['Deploy', 'Read']) } : {}),
    Effect: 'Allow',
    Principal: dice.chance(0.85) ? { Federated: providerOf(name) } : wrongPrincipal(dice, name),
    ...(dice.chance(0.85)
      ? { Action: ACTION }
      : dice.pick<Json>([
          { Action: 'sts:AssumeRole' },
          { Action: ['sts:AssumeRole', 'sts:TagSession'] },
          { Action: [ACTION, 'sts:TagSession'] },
          { Action: 'sts:*' },
          { Action: 'sts:TagSession' },
        ])),
    ...(Object.keys(blocks).length > 0 ? { Condition: blocks } : {}),
  }
}

const FURTHER: readonly ((blocks: Blocks, dice: Dice, issuer: string) => void)[] = [
  (blocks, dice, name) =>
    put(blocks, dice.pick(OPERATORS), `${name}:actor`, dice.pick(['octocat', 'mona', 'true'])),
  (blocks, dice, name) =>
    put(blocks, dice.pick(OPERATORS), `${name}:environment`, dice.pick(['production', 'x'])),
  (blocks, dice, name) =>
    put(blocks, 'StringLike', `${name}:ref`, dice.pick(['refs/heads/*', 'refs/tags/*'])),
  (blocks, dice, name) =>
    put(blocks, 'StringEquals', `${name}:job_workflow_ref`, [
      dice.pick(['octo-org/x/.github/workflows/a.yml@refs/heads/main', 'y']),
    ]),
  (blocks, dice, name) =>
    put(blocks, dice.pick(OPERATORS), `${name}:event_name`, dice.pick(['push', 'false'])),
  (blocks, dice, name) =>
    put(blocks, dice.pick(['StringEquals', 'StringLike']), `${name}:runner_environment`, 'self'),
  (blocks, dice, name) => put(blocks, dice.pick(OPERATORS), `${name}:aud`, dice.pick(AUDIENCES)),
  (blocks, dice) =>
    put(
      blocks,
      dice.pick(['StringEquals', 'StringLike']),
      dice.pick(['vstoken.example:sub', 'vstoken.example:aud', 'sub', `${HOST}:subject`]),
      dice.pick([...AUDIENCES, ...OF_GITHUB.slice(0, 4), 'repo:octo-org/*']),
    ),
  (blocks, dice) =>
    put(blocks, 'StringEquals', 'sts:RoleSessionName', dice.pick(['GitHubActions', 'other'])),
  (blocks) => put(blocks, 'IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
  (blocks, dice) =>
    put(
      blocks,
      dice.pick(['DateLessThan', 'DateGreaterThan']),
      'aws:CurrentTime',
      '2020-01-01T00:00:00Z',
    ),
  (blocks, dice) => put(blocks, 'Bool', 'aws:SecureTransport', dice.pick(['true', 'false'])),
  (blocks, dice) =>
    put(blocks, dice.pick(OPERATORS), 'aws:RequestTag/Team', dice.pick(['a', 'b', 'true'])),
]

function denyOf(dice: Dice, issuer: Issuer, claims: Json): Json {
  const blocks: Blocks = {}
  const operator = dice.pick([
    'StringNotLike',
    'StringNotEquals',
    'StringLike',
    'ForAllValues:StringNotEquals',
  ])
  if (dice.chance(0.8))
    put(
      blocks,
      operator,
      `${issuer.name}:${dice.pick(['sub', 'sub', 'aud', 'environment'])}`,
      dice.pick([...issuer.subjects, 'repo:octo-org/*', String(claims['aud']), '*']),
    )
  return {
    Effect: 'Deny',
    Principal: dice.pick<unknown>(['*', { Federated: providerOf(issuer.name) }, { AWS: '*' }]),
    Action: dice.pick([ACTION, '*', 'sts:TagSession']),
    ...(Object.keys(blocks).length > 0 ? { Condition: blocks } : {}),
  }
}

function providerOf(issuer: string): string {
  return `arn:aws:iam::111122223333:oidc-provider/${issuer}`
}

function wrongPrincipal(dice: Dice, issuer: string): unknown {
  const own = providerOf(issuer)
  return dice.pick<unknown>([
    { Federated: own.replace('111122223333', '444455556666') },
    { Federated: `${own}/` },
    { Federated: [`${own}/`, PROVIDER] },
    { Federated: PROVIDER },
    { Federated: `${own}/octo-enterprise` },
    { AWS: '*' },
    { AWS: 'arn:aws:iam::111122223333:root', Federated: `${own}/` },
    { Service: 'ec2.amazonaws.com' },
  ])
}

/** One value, or several. */
function listed(dice: Dice, values: readonly unknown[], others: readonly unknown[]): unknown {
  if (dice.chance(0.6) && values.length === 1) return values[0]
  return [...values, ...dice.some(others, 2)]
}

/** A value with a slip in it, or a wildcard. */
function patternOf(dice: Dice, text: string): string {
  if (dice.chance(0.45)) return text
  return dice.pick<(one: string) => string>([
    (one) => one.replace(/[^:]*$/, '*'),
    (one) => one.replace(/^(repo:[^:]*).*/, '$1:*'),
    (one) => one.replace(/\/.*/, '/*'),
    (one) => one.replace(/^(repo:)[^/]*/, '$1*'),
    (one) => one.replace(/.$/, '?'),
    (one) => one.toLowerCase(),
    (one) => one.toUpperCase(),
    (one) => one.replace(/@[^/:]*/g, ''),
    () => '*',
  ])(text)
}

/** Other tokens: each unlike this one in something, and those that the policy's own values speak of. */
export function othersOf({ claims, policy }: Case, dice: Dice, most: number): Json[] {
  const values = [...textsIn(policy)]
  const subjects = [
    ...values.filter((one) => /[:/]/.test(one)).map((one) => sampleOf(one)),
    ...mutantsOf(String(claims['sub'])),
  ]
  const audiences = [...AUDIENCES, 'any-other']
  const probes: Json[] = [
    ...subjects.map((sub) => ({ sub })),
    ...audiences.map((aud) => ({ aud })),
    ...subjects.slice(0, 12).map((sub) => ({ sub, aud: dice.pick(audiences) })),
    ...subjects.slice(0, 12).map((sub) => ({ sub, ...TAGS })),
    ...subjects.slice(0, 12).map((sub) => ({
      sub,
      actor: dice.pick(['octocat', 'mona']),
      environment: dice.pick(['production', 'x', null]),
      ref: dice.pick(['refs/heads/a', 'refs/tags/v2']),
      job_workflow_ref: dice.pick(['octo-org/x/.github/workflows/a.yml@refs/heads/main', 'y']),
    })),
    ...[...ISSUERS.map(({ name }) => name), `${String(claims['iss']).slice(8)}/`].flatMap(
      (name): Json[] => [
        { iss: `https://${name}` },
        { iss: `https://${name}`, sub: dice.pick(subjects) },
      ],
    ),
  ]
  // The street offers GitHub's claims of every issuer: those of others have none of them.
  const github = typeof claims['repository'] === 'string'
  return Array.from({ length: most }, () => ({
    ...claims,
    ...dice.pick(probes),
    ...(github ? {} : NOT_GITHUB),
  }))
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) yield* textsIn(one)
}

function sampleOf(pattern: string): string {
  return pattern.replaceAll('*', 'any-other').replaceAll('?', 'x')
}

function mutantsOf(sub: string): string[] {
  const [prefix = '', name = '', ...context] = sub.split(':')
  const rest = context.join(':')
  return [
    ...[`${name}-2`, `evil-${name}`, name.toUpperCase(), name.replace(/[^/]*$/, 'x')].map(
      (one) => `${prefix}:${one}:${rest}`,
    ),
    ...CONTEXTS.map((one) => `${prefix}:${name}:${one}`),
    `${sub}-2`,
    sub.toUpperCase(),
    sub.replace(/.$/, 'x'),
    name.includes('@') ? sub.replace(/@[^/:]*/g, '') : sub.replace('/', '@1/'),
  ]
}
