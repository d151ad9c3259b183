// How the time of each reader grows with its text: pieces of samples and strange signs, over and over.
import fc from 'fast-check'
import { FakeRunner } from '../__tests__/fake-runner.js'
import {
  oddIn,
  previousIn,
  putBack,
  removeSection,
  setSection,
} from '../__tests__/profile/support.js'
import { KNOWN, RUN } from '../evidence/baseline.js'
import { excerptOf } from '../src/aws/http-answers.js'
import { LONGEST_TRUST_POLICY } from '../src/aws/limits.js'
import { rootError } from '../src/aws/sts-answers.js'
import { Masks } from '../src/edge/masks.js'
import type { Failure } from '../src/model.js'
import { secretsIn } from '../src/profile/previous-profile.js'
import { readInputs } from '../src/steps/read-inputs.js'
import { escaped, oneLine, sanitise } from '../src/text.js'
import { examine, parse, parseParameters } from '../src/trust/index.js'
import { examineWorkflow } from '../src/workflow/examine.js'
import { inputSources } from '../src/workflow/input-source.js'
import { opener } from '../src/workflow/nodes.js'
import { playHall } from './hall.js'
import { caseWith, DENIED, type HallCase } from './hall-case.js'
import { STRANGE_TEXTS } from './mutate.js'
import * as samples from './samples.js'
import { hold, type Target, target } from './target.js'

type Reader = (text: string) => unknown

const SIGN_IN = {
  claims: KNOWN.token?.claims ?? {},
  role: KNOWN.inputs?.role?.text ?? '',
  partition: 'aws',
  region: 'eu-west-1',
  sessionName: 'GitHubActions',
  durationSeconds: 3600,
  endpoint: '',
  now: KNOWN.now,
}

function readTrust(text: string): void {
  const parsed = parse(text, KNOWN.inputs?.role)
  if (parsed.ok) examine(parsed.value.policy, SIGN_IN, { inline: true }, parsed.value.template)
}

function readWorkflow(text: string): void {
  const question = {
    path: 'w.yml',
    repository: RUN.repository,
    open: opener(() => text),
    running: { ...RUN, given: () => '' },
    composite: [],
  }
  examineWorkflow(question)
  inputSources(question)('role-to-assume', '')
}

function readProfile(text: string): void {
  for (const file of ['credentials', 'config'] as const) {
    if (oddIn(text, 'deploy', file)) continue
    const previous = previousIn(text, 'deploy', file)
    const set = setSection(text, 'deploy', file, { region: 'eu-west-1' })
    if (!previous) continue
    secretsIn(previous)
    putBack({ text: set, untouched: true }, 'deploy', file, previous)
    putBack(
      { text: removeSection(set, 'deploy', file), untouched: false },
      'deploy',
      file,
      previous,
    )
  }
}

function mask(text: string): void {
  const masks = new Masks()
  masks.add('a-secret-that-stands-in-it')
  masks.add(text.slice(0, 4000))
  masks.clean(text)
}

const inputReader =
  (name: string): Reader =>
  (text) =>
    readInputs(new FakeRunner({ inputs: { ...GIVEN, [name]: text } }))
const GIVEN = {
  'aws-region': 'eu-west-1',
  'role-to-assume': SIGN_IN.role,
  'trust-policy': 'x.json',
}

const asClaims = (text: string): unknown =>
  examine(WILD.policy, { ...SIGN_IN, claims: { ...SIGN_IN.claims, sub: text } })
const WILD = policyWith(`${'*a'.repeat(200)}b`)
const asPattern = (text: string): unknown => {
  const isTaken = JSON.stringify(text).length < LONGEST_TRUST_POLICY / 2
  return isTaken ? examine(policyWith(text).policy, SIGN_IN) : readTrust(JSON.stringify(text))
}

function policyWith(sub: string) {
  const parsed = parse(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': sub } },
      },
    }),
  )
  if (!parsed.ok) throw new Error('the policy cannot be read')
  return parsed.value
}

/** A whole run in which that text stands somewhere, and is shown. */
const wholeRun =
  (change: (text: string) => Partial<HallCase>): Reader =>
  (text) =>
    playHall(caseWith(change(text)))
const refused = (text: string) => ({ refused: [{ ...DENIED, message: text } as Failure] })
const claimsWith = (claims: object): Partial<HallCase> => ({
  token: {
    header: JSON.stringify(KNOWN.token?.header),
    claims: JSON.stringify({ ...SIGN_IN.claims, ...claims }),
    signature: { signed: true },
  },
  sts: { refused: [DENIED] },
})
const RUNS: Readonly<Record<string, Reader>> = {
  'run: answer': wholeRun((text) => ({ sts: refused(text) })),
  'run: claim': wholeRun((text) => claimsWith({ sub: text.slice(0, 12_000) })),
  'run: claim names': wholeRun((text) => claimsWith({ [text.slice(0, 12_000)]: text.length })),
  'run: workflow': wholeRun((text) => ({
    files: { '.github/workflows/deploy.yml': text },
    inputs: { 'role-to-assume': '' },
  })),
  'run: policy': wholeRun((text) => ({
    inputs: { 'trust-policy': `{${text}` },
    sts: { refused: [DENIED] },
  })),
  'run: header': wholeRun((text) => ({
    headers: { 'cache-control': text, server: text, date: text, vary: text },
  })),
  'run: page': wholeRun((text) => ({
    discovery: { status: 503, body: text, headers: {} },
    sts: { refused: [DENIED] },
  })),
}

const READERS: Readonly<Record<string, Reader>> = {
  trust: readTrust,
  json: (text) => readTrust(JSON.stringify({ Version: '2012-10-17', Statement: text })),
  subject: asClaims,
  pattern: asPattern,
  parameters: (text) => ['p.json', 'p.toml', 'p.yaml'].map((path) => parseParameters(text, path)),
  workflow: readWorkflow,
  profile: readProfile,
  mask,
  sanitise,
  escaped,
  oneLine,
  excerptOf,
  rootError,
  ...RUNS,
  ...Object.fromEntries(
    Object.keys({ ...samples.INPUTS, 'http-proxy': [], 'no-proxy': [] }).map((name) => [
      name,
      inputReader(name),
    ]),
  ),
}

const LINES = [
  ...new Set(
    [...samples.POLICIES, ...samples.WORKFLOWS, ...samples.PROFILE_FILES, ...samples.PARAMETERS]
      .flatMap((text) => text.split(/(?<=\n)/))
      .filter((line) => line.length < 200),
  ),
]
const INPUT_TEXTS = Object.values(samples.INPUTS).flat()
const short = STRANGE_TEXTS.filter((text) => text.length < 50 && text !== '')
const piece = fc.oneof(
  fc.constantFrom(...short),
  fc.constantFrom(...LINES),
  fc.constantFrom(...INPUT_TEXTS.filter((text) => text !== '')),
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(...'[]{}:,-"\'#&*!|>%@`\\/.=; \t\n\r<'),
)
const SMALL = 16 * 1024
const LARGE = 128 * 1024
/** Eight times the text takes eight times as long, and as much again for what a busy machine adds. */
const MOST = 3 * (LARGE / SMALL)
/** In ms: below that it says nothing. */
const WORTH_A_LOOK = 400

export const growth: Target = target(
  'growth',
  fc.record({
    reader: fc.constantFrom(...Object.keys(READERS)),
    before: fc.oneof(fc.constant(''), fc.constantFrom(...LINES), fc.constantFrom(...short)),
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
    after: fc.oneof(fc.constant(''), fc.constantFrom(...short)),
  }),
  async ({ reader, before, pieces, after }) => {
    const unit = pieces.join('')
    const read = READERS[reader] as Reader
    const of = (size: number): string => before + unit.repeat(Math.ceil(size / unit.length)) + after
    const large = await timeOf(() => read(of(LARGE)))
    if (large < WORTH_A_LOOK) return
    const small = await timeOf(() => read(of(SMALL)))
    hold(large <= MOST * Math.max(small, 10), `${small} ms for 16 KiB, ${large} ms for 128 KiB`)
  },
)

async function timeOf(work: () => unknown): Promise<number> {
  const from = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(from)
  return Math.round((user + system) / 1000)
}
