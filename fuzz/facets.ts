// What of a whole case is changed: one target for each thing that comes from outside, and one that changes several at once.
import fc from 'fast-check'
import type { Failure } from '../src/model.js'
import { playHall } from './hall.js'
import { type Answer, caseWith, DENIED, GOOD, type HallCase, SIGNING_KEY } from './hall-case.js'
import { jsonLike, settingsLike, textLike, valueLike } from './mutate.js'
import * as samples from './samples.js'
import { type Target, target } from './target.js'
import { policyTexts, workflowTexts } from './texts.js'

const NOTHING: Partial<HallCase> = {}
type Facet = fc.Arbitrary<Partial<HallCase>>
const WORKFLOW = '.github/workflows/deploy.yml'
const NO_KEY: Failure = {
  ...DENIED,
  kind: 'aws',
  status: 400,
  code: 'InvalidIdentityToken',
  message: "Couldn't retrieve verification key from your identity provider",
} as Failure

/** Mostly what makes the rest of the run be told: refusals have it looked at. */
const endings: fc.Arbitrary<HallCase['sts']> = fc.oneof(
  fc.constant({ granted: true as const }),
  fc.constant({ refused: [DENIED] }),
  fc.constant({ refused: [NO_KEY] }),
  fc.constantFrom(...samples.REFUSALS).map((failure) => ({ refused: [failure] })),
)

const signatures = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ signed: true as const }) },
  {
    weight: 1,
    arbitrary: textLike(['c2lnbmF0dXJlLW9mLW5vYm9keS1hdC1hbGw', '']).map((text) => ({ text })),
  },
)
const CLAIMS = samples.CLAIMS.map((own) => ({
  ...(JSON.parse('claims' in GOOD.token ? GOOD.token.claims : '{}') as object),
  ...own,
}))
const claims = jsonLike(CLAIMS)
const tokens: fc.Arbitrary<HallCase['token']> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      header: jsonLike(samples.HEADERS_OF_TOKEN),
      claims,
      signature: signatures,
    }),
  },
  {
    weight: 1,
    arbitrary: textLike(['eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl', 'a.b.c.d.e']).map(
      (raw) => ({ raw }),
    ),
  },
)

const statuses = fc.oneof(
  { weight: 4, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 204, 301, 304, 400, 401, 403, 404, 429, 500, 503) },
)
const noHeaders = fc.constant({})
const instead = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...samples.OTHER_FAILURES, 'hangs' as const) },
)
const answersOf = (bodies: fc.Arbitrary<string>): fc.Arbitrary<Answer> =>
  fc
    .record({
      status: statuses,
      body: fc.oneof(
        { weight: 8, arbitrary: bodies },
        { weight: 1, arbitrary: textLike(samples.BODIES) },
      ),
      headers: noHeaders,
      instead,
    })
    .map(({ instead: failure, ...answer }) => ({
      ...answer,
      ...(failure ? { instead: failure } : {}),
    }))

const KEY_SETS = [
  { keys: [SIGNING_KEY] },
  { keys: [...samples.OTHER_KEYS, SIGNING_KEY] },
  { keys: [SIGNING_KEY, SIGNING_KEY], extra: null },
]
const documents: Facet = fc.record({
  discovery: fc.oneof(answersOf(jsonLike(samples.DISCOVERIES)), fc.constant(GOOD.discovery)),
  jwks: answersOf(jsonLike(KEY_SETS)),
  sts: endings,
})

const refusals = fc
  .tuple(
    fc.array(valueLike(samples.REFUSALS), { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...samples.REFUSALS, ...samples.OTHER_FAILURES), { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([strange, usual, ends]) => {
    // What the edge makes of an answer has its types, whatever its texts say.
    const refused = [...usual, ...strange.filter(isFailureOfSts)] as Failure[]
    return { refused, ...(ends ? { then: 'granted' as const } : {}) }
  })

function isFailureOfSts(value: unknown): boolean {
  const failure = Object(value) as Record<string, unknown>
  const { kind, status, retryAfterSeconds = 1, date = '' } = failure
  const names =
    kind === 'aws' ? ['code', 'message', 'requestId'] : ['server', 'contentType', 'excerpt']
  return (
    (kind === 'aws' || kind === 'not-sts') &&
    Number.isInteger(status) &&
    [date, ...names.map((name) => failure[name])].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(retryAfterSeconds) &&
    (retryAfterSeconds as number) > 0
  )
}

const sessionFacts = settingsLike({
  arn: ['arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions'],
  account: ['111122223333', ''],
  expiration: ['2026-09-11T11:00:00.000Z', ''],
  provider: ['arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'],
  audience: ['sts.amazonaws.com'],
  subject: ['repo:octo-org/octo-repo:ref:refs/heads/main'],
  requestId: ['request-1'],
})
const sts: Facet = fc.oneof(
  refusals.map((answers) => ({ sts: answers })),
  sessionFacts.map((facts) => ({ sts: { granted: true as const, facts } })),
)

const headers: Facet = fc.record({
  headers: settingsLike(samples.HTTP_HEADERS),
  discovery: fc
    .tuple(statuses, settingsLike(samples.HTTP_HEADERS))
    .map(([status, own]) => ({ ...GOOD.discovery, status, headers: own })),
  sts: endings,
})

const policies: Facet = fc
  .tuple(policyTexts, textLike(samples.PARAMETERS), fc.boolean(), endings)
  .map(([policy, parameters, inline, sts]) =>
    inline
      ? { inputs: { 'trust-policy': policy }, sts }
      : {
          files: { 'infra/trust.json': policy, 'infra/parameters.json': parameters },
          inputs: {
            'trust-policy': 'infra/trust.json',
            'trust-policy-parameters': 'infra/parameters.json',
          },
          sts,
        },
  )

const workflows: Facet = fc
  .tuple(
    workflowTexts,
    workflowTexts,
    fc.constantFrom('', 'none', GOOD.inputs['role-to-assume'] ?? ''),
    endings,
  )
  .map(([workflow, called, role, sts]) => ({
    files: { [WORKFLOW]: workflow, '.github/workflows/called.yml': called },
    inputs: { 'role-to-assume': role },
    sts,
  }))

const environment: Facet = fc.record({
  env: settingsLike(samples.ENVIRONMENT),
  event: jsonLike(samples.EVENTS),
  sts: endings,
  files: fc.constant({ [WORKFLOW]: samples.WORKFLOWS[1] ?? '' }),
})

const inputs: Facet = fc.record({ inputs: settingsLike(samples.INPUTS), sts: endings })

const ini: Facet = fc
  .tuple(
    textLike(samples.PROFILE_FILES),
    textLike(samples.PROFILE_FILES),
    fc.constantFrom('deploy', 'default', 'a b', 'other'),
    fc.constantFrom('true', 'false'),
    fc.constantFrom('true', 'false'),
  )
  .map(([credentials, config, profile, overwrite, renew]) => ({
    profiles: { credentials, config },
    inputs: { 'aws-profile': profile, 'overwrite-aws-profile': overwrite, renew },
  }))

const proxies: Facet = fc.tuple(settingsLike(samples.PROXIES), endings).map(([all, sts]) => {
  const isInput = (name: string): boolean => name.includes('-')
  const of = (wanted: boolean) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => isInput(name) === wanted))
  return { inputs: of(true), env: of(false), sts }
})

/** Half of them good: a run that has lost its token comes no further. */
const bytesOf = (all: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(fc.constant(all[0] ?? ''), textLike(all))
const wires: Facet = fc.record({
  wire: fc.record({
    'token-service': bytesOf(samples.WIRES['token-service']),
    discovery: bytesOf(samples.WIRES.discovery),
    jwks: bytesOf(samples.WIRES.jwks),
    sts: bytesOf(samples.WIRES.sts),
  }),
})

const FACETS: Readonly<Record<string, Facet>> = {
  tokens: fc.record({ token: tokens, sts: endings }),
  documents,
  'token-service': fc.record({
    tokenAnswer: answersOf(jsonLike([{ value: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln' }])),
  }),
  headers,
  sts,
  policies,
  workflows,
  environment,
  inputs,
  ini,
  proxies,
}

/** Several changed at once. */
const several: Facet = fc
  .tuple(...Object.values(FACETS).map((facet) => fc.option(facet, { freq: 2, nil: NOTHING })))
  .map((changes) => {
    const members = (name: 'inputs' | 'env' | 'files') =>
      Object.assign({}, ...changes.map((change) => change[name])) as Readonly<
        Record<string, string>
      >
    const all = Object.assign({}, ...changes) as Partial<HallCase>
    return { ...all, inputs: members('inputs'), env: members('env'), files: members('files') }
  })

export const HALL_TARGETS: readonly Target[] = Object.entries({ ...FACETS, several, wires }).map(
  ([name, facet]) => target(`hall-${name}`, facet, (change) => playHall(caseWith(change))),
)
