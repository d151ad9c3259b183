// What of a whole case is changed: one target for each thing that comes from outside, and one that changes several at once.
import fc from 'fast-check'
import type { Failure, Peer } from '../src/model.js'
import { playHall } from './hall.js'
import {
  type Answer,
  caseWith,
  DENIED,
  GOOD,
  type HallCase,
  SIGNING_KEY,
  TOKEN,
} from './hall-case.js'
import { jsonLike, settingsLike, textLike, valueLike } from './mutate.js'
import {
  answerOfSts,
  bodyText,
  each,
  failuresAt,
  headerText,
  oddStatuses,
  settingText,
} from './outside.js'
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
  { weight: 8, arbitrary: fc.constant(200) },
  { weight: 2, arbitrary: fc.constantFrom(201, 204, 301, 304, 400, 401, 403, 404, 429, 500, 503) },
  { weight: 1, arbitrary: oddStatuses },
)
const headersLike = settingsLike(samples.HTTP_HEADERS).map((all) => each(all, headerText))
const settings = (usual: Readonly<Record<string, readonly string[]>>) =>
  settingsLike(usual).map((all) => each(all, settingText))
/** Mostly at once; in ms, up to far beyond any limit. */
const delays = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(1, 900, 4900, 5100, 9900, 30_000, 301_000) },
)
const HOSTS: Readonly<Record<Peer, string>> = {
  'token-service': 'token-service.test',
  discovery: 'token.actions.githubusercontent.com',
  jwks: 'token.actions.githubusercontent.com',
  sts: 'sts.eu-west-1.amazonaws.com',
}
const failuresOf = (peer: Peer): fc.Arbitrary<Failure> =>
  failuresAt(peer, HOSTS[peer], samples.OTHER_FAILURES)
const answersOf = (peer: Peer, bodies: fc.Arbitrary<string>): fc.Arbitrary<Answer> =>
  fc
    .record({
      status: statuses,
      body: fc.oneof(
        { weight: 8, arbitrary: bodies },
        { weight: 1, arbitrary: textLike(samples.BODIES) },
      ),
      headers: fc.oneof(
        { weight: 4, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: headersLike },
      ),
      instead: fc.oneof(
        { weight: 12, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: failuresOf(peer) },
      ),
      afterMs: delays,
    })
    .map(({ instead, afterMs, ...answer }) => ({
      ...answer,
      body: bodyText(answer.body),
      ...(instead ? { instead } : {}),
      ...(afterMs === undefined ? {} : { afterMs }),
    }))

const KEY_SETS = [
  { keys: [SIGNING_KEY] },
  { keys: [...samples.OTHER_KEYS, SIGNING_KEY] },
  { keys: [SIGNING_KEY, SIGNING_KEY], extra: null },
]
const documents: Facet = fc.record({
  discovery: fc.oneof(
    answersOf('discovery', jsonLike(samples.DISCOVERIES)),
    fc.constant(GOOD.discovery),
  ),
  jwks: answersOf('jwks', jsonLike(KEY_SETS)),
  sts: endings,
})

const refusals = fc
  .tuple(
    fc.array(valueLike(samples.REFUSALS), { minLength: 1, maxLength: 3 }),
    fc.array(fc.oneof(fc.constantFrom(...samples.REFUSALS), failuresOf('sts')), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...samples.REFUSALS), oddStatuses), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([strange, usual, odd, ends]) => {
    const withStatus = odd.map(([failure, status]) => ({ ...failure, status }))
    const refused = [...usual, ...[...strange, ...withStatus].flatMap(answerOfSts)]
    return { refused, ...(ends ? { then: 'granted' as const } : {}) }
  })

const sessionFacts = settingsLike({
  arn: ['arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions', ''],
  provider: ['arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'],
  audience: ['sts.amazonaws.com'],
  subject: ['repo:octo-org/octo-repo:ref:refs/heads/main'],
  requestId: ['request-1'],
}).map((all) => each(all, bodyText))
/** As the SDK reads it; absent from what another STS than AWS's says. */
const expirations = fc.oneof(
  fc.constantFrom('2026-09-11T11:00:00.000Z', '', '+275760-09-13T00:00:00.000Z'),
  fc
    .date({ noInvalidDate: true, min: new Date('2026-09-11T10:00:01Z') })
    .map((date) => date.toISOString()),
)
const sts: Facet = fc.oneof(
  fc.tuple(refusals, delays).map(([answers, afterMs]) => ({
    sts: { ...answers, ...(afterMs === undefined ? {} : { afterMs }) },
  })),
  fc.tuple(sessionFacts, expirations, headersLike, delays).map(([facts, expiration, own, ms]) => ({
    sts: {
      granted: true as const,
      facts: { ...facts, expiration },
      headers: own,
      ...(ms === undefined ? {} : { afterMs: ms }),
    },
  })),
)

const headers: Facet = fc.record({
  headers: headersLike,
  discovery: fc
    .tuple(statuses, headersLike)
    .map(([status, own]) => ({ ...GOOD.discovery, status, headers: own })),
  sts: endings,
})

const policies: Facet = fc
  .tuple(policyTexts, textLike(samples.PARAMETERS), fc.boolean(), endings)
  .map(([policy, parameters, inline, sts]) =>
    inline
      ? { inputs: { 'trust-policy': settingText(policy) }, sts }
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
  env: settings(samples.ENVIRONMENT),
  event: jsonLike(samples.EVENTS),
  sts: endings,
  files: fc.constant({ [WORKFLOW]: samples.WORKFLOWS[1] ?? '' }),
})

const inputs: Facet = fc.record({
  inputs: settings(samples.INPUTS),
  files: fc.constant({ 'token.jwt': TOKEN }),
  sts: endings,
})

/** Keys that the job has already, and what STS says of them. */
const existing: Facet = fc
  .record({
    inputs: settings(samples.INPUTS).map((all) => ({ ...all, 'use-existing-credentials': 'true' })),
    env: fc.constant({
      AWS_ACCESS_KEY_ID: 'AKIAOLDOLDOLDOLDOLD1',
      AWS_SECRET_ACCESS_KEY: 'old-secret-of-somebody',
      AWS_SESSION_TOKEN: 'old-session-of-somebody',
    }),
    caller: fc.option(
      settingsLike({
        account: ['111122223333'],
        arn: ['arn:aws:sts::111122223333:assumed-role/deploy/x', 'arn:aws:iam::111122223333:root'],
      }).map((all) => each(all, bodyText)),
      { nil: undefined },
    ),
    sts: fc.oneof(endings, refusals),
  })
  .map(({ caller, ...rest }) => ({ ...rest, ...(caller ? { caller } : {}) }))

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

const proxies: Facet = fc.tuple(settings(samples.PROXIES), endings).map(([all, sts]) => {
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
    tokenAnswer: answersOf(
      'token-service',
      jsonLike([{ value: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln' }]),
    ),
  }),
  headers,
  sts,
  policies,
  workflows,
  environment,
  inputs,
  existing,
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
