// Targets that play one pure part by itself: many more cases a second than a whole run.
import fc from 'fast-check'
import {
  lineOfSection,
  oddIn,
  previousIn,
  putBack,
  removeSection,
  setSection,
  settingsOf,
} from '../__tests__/profile/support.js'
import { KNOWN, knownWithToken, RUN } from '../evidence/baseline.js'
import { Masks } from '../src/edge/masks.js'
import type { Inputs } from '../src/model.js'
import { writtenAs } from '../src/profile/ini.js'
import { isSameProfile, secretsIn } from '../src/profile/previous-profile.js'
import { leftMs } from '../src/profile/process-credentials.js'
import { stateIn, stateText } from '../src/steps/renewal-state.js'
import { sanitise } from '../src/text.js'
import { evaluate, examine, parse, parseParameters, suggest } from '../src/trust/index.js'
import { examineWorkflow } from '../src/workflow/examine.js'
import { inputSources } from '../src/workflow/input-source.js'
import { opener } from '../src/workflow/nodes.js'
import { jsonLike, textLike, valueLike } from './mutate.js'
import * as samples from './samples.js'
import { hold, type Target, target } from './target.js'
import { policyTexts, workflowTexts } from './texts.js'

const ROLE = KNOWN.inputs?.role

const trust = target(
  'trust',
  fc.record({
    policy: policyTexts,
    parameters: fc.option(textLike(samples.PARAMETERS), { nil: undefined }),
    claims: valueLike(samples.CLAIMS),
    role: fc.boolean(),
  }),
  ({ policy, parameters, claims, role }) => {
    const given = parameters === undefined ? undefined : parseParameters(parameters, 'p.json')
    const parsed = parse(policy, role ? ROLE : undefined, given?.ok ? given.value : undefined)
    if (!parsed.ok) return
    const changes = typeof claims === 'object' && claims !== null ? { ...claims } : {}
    const { token } = knownWithToken({ claims: changes })
    const { region, partition, audience: _audience } = KNOWN.inputs as Inputs
    const signIn = {
      claims: token?.claims ?? {},
      role: ROLE?.text ?? '',
      partition,
      region,
      sessionName: 'GitHubActions',
      durationSeconds: 3600,
      endpoint: '',
      now: KNOWN.now,
    }
    const facts = examine(parsed.value.policy, signIn, { inline: true }, parsed.value.template)
    hold(facts.allowed !== undefined, 'no verdict')
    evaluate(parsed.value.policy, signIn)
    suggest(parsed.value.policy, signIn)
  },
)

const parameters = target(
  'parameters',
  fc.tuple(textLike(samples.PARAMETERS), fc.constantFrom('p.json', 'samconfig.toml', 'p.yaml')),
  ([text, path]) => {
    parseParameters(text, path)
  },
)

const workflow = target(
  'workflow',
  fc.record({
    text: workflowTexts,
    called: workflowTexts,
    job: fc.constantFrom('deploy', 'other', 'test', '__proto__', ''),
    step: fc.constantFrom('preflight', '', '__aws-oidc-preflight_aws-oidc-preflight'),
    composite: fc.boolean(),
    given: fc.constantFrom('', 'arn:aws:iam::111122223333:role/deploy', 'none'),
  }),
  ({ text, called, job, step, composite, given }) => {
    const files: Readonly<Record<string, string>> = { 'w.yml': text, 'a/action.yml': called }
    const question = {
      path: 'w.yml',
      repository: RUN.repository,
      open: opener((path) => (Object.hasOwn(files, path) ? files[path] : called)),
      running: { ...RUN, job, step, compositePath: composite ? '/w/a' : '', given: () => given },
      composite: composite ? ['a/action.yml'] : [],
    }
    examineWorkflow(question)
    inputSources(question)('role-to-assume', given)
  },
)

const SETTINGS = {
  aws_access_key_id: 'ASIAX',
  aws_secret_access_key: 'a/b+c',
  aws_session_token: 'd=',
}
const ini = target(
  'ini',
  fc.record({
    text: textLike(samples.PROFILE_FILES),
    name: fc.constantFrom('deploy', 'default', 'a b', 'other', 'new'),
    file: fc.constantFrom('credentials' as const, 'config' as const),
  }),
  ({ text, name, file }) => {
    if (oddIn(text, name, file)) return
    const previous = previousIn(text, name, file)
    if (previous) secretsIn(previous)
    const set = setSection(text, name, file, SETTINGS)
    hold(settingsOf(set, name, file) === writtenAs(SETTINGS), 'the settings are not read back')
    hold(lineOfSection(set, name, file) > 0, 'the section is not found again')
    hold(oddIn(set, name, file) === undefined, 'the file has become an odd one')
    const back = previous
      ? putBack({ text: set, untouched: true }, name, file, previous)
      : removeSection(set, name, file)
    hold(back === text, `not put back to the byte: ${JSON.stringify(back)}`)
    const without = removeSection(text, name, file)
    if (!previous) return
    const again = putBack({ text: without, untouched: true }, name, file, previous)
    hold(again === text, `taken out, and not put back to the byte: ${JSON.stringify(again)}`)
    hold(isSameProfile(previous, previousIn(again, name, file)), 'another profile')
  },
)

const STATE = {
  version: 1,
  inputs: KNOWN.inputs,
  run: RUN,
  cache: '/temp/session.json',
}
const CACHED = {
  Version: 1,
  AccessKeyId: 'A',
  SecretAccessKey: 'B',
  SessionToken: 'C',
  Expiration: '2026-09-11T11:00:00Z',
}
const cache = target('cache', fc.tuple(jsonLike([CACHED]), jsonLike([STATE])), ([text, state]) => {
  const left = leftMs(text, KNOWN.now)
  hold(left >= 0 && !Number.isNaN(left), `${left} ms are left`)
  const read = stateIn(state)
  if (read) stateText(read)
})

const masks = target(
  'masks',
  fc.record({
    secrets: fc.array(textLike(['a/b+c==', 'eyJhbGciOiJSUzI1NiJ9', 'hush"hush\\hush']), {
      maxLength: 4,
    }),
    text: textLike([...samples.BODIES, ...samples.PROFILE_FILES]),
  }),
  ({ secrets, text }) => {
    const all = new Masks()
    for (const secret of secrets) all.add(secret)
    const shown = all.clean(`${text} ${secrets.join(' ')} ${text}`)
    // What is cleaned out of the secret's neighbours may be made of the mask and its surroundings.
    const long = secrets.filter((secret) => secret.length >= 8 && !secret.includes('*'))
    for (const secret of long) hold(!shown.includes(secret), `${JSON.stringify(secret)} is shown`)
    hold(sanitise(shown) === shown, 'not fit to print')
  },
)

export const PURE_TARGETS: readonly Target[] = [trust, parameters, workflow, ini, cache, masks]
