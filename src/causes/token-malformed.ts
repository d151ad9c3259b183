// token-malformed: what was offered as ID token is no signed JWT that STS could read.

import { ALGORITHMS } from '../aws/jwk.js'
import { isCode } from '../aws/sts-answers.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { count, jsonOf, list, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { answer } from './shared/blocks.js'
import { placeOfToken } from './shared/token.js'

const SAID = /ID Token provided is not a valid JWT/i

export const tokenMalformed = causeOf(['token', 'aws'], {
  id: 'token-malformed',
  section: 'token',
  title: 'the token is not a signed JWT that STS can read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7519', 'rfc7515', 'assumeRole'],
  explains: ['token-malformed', 'token-rejected', 'sts-refused'],
  matches: (failure) =>
    failure.kind === 'token'
      ? failure.problem !== 'algorithm' && failure.problem !== 'outbound'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) =>
    failure.kind === 'token' ? explainForm(failure, known) : explainAnswer(failure, known),
  page: {
    meaning:
      'STS accepts an ID token: a JWT in three parts (header.payload.signature), signed, not encrypted, without headers marked as critical (`crit`). An opaque access token, an encrypted token of five parts, and a token with line breaks or quotes in it are none.',
    tell: 'The form is wrong, not what it says: a claim that is missing is token-claim-missing, an algorithm that STS does not support is token-algorithm-unsupported.',
  },
})

function explainForm(failure: FailureOf<'token'>, known: Known): Explanation {
  return {
    headline: headlineOf(failure),
    shown: [...detailOf(failure), source(known)],
    steps: stepsOf(failure, known),
    confirm: failure.problem === 'not-a-jws' ? countParts(known) : [],
    stop: `Token: ${failure.problem === 'critical-header' ? '`crit`' : 'not a signed JWT'}`,
    ...placeOfToken(known),
  }
}

function stepsOf({ problem }: FailureOf<'token'>, known: Known): Step[] {
  if (problem === 'critical-header') return [NO_CRIT]
  const all = idTokenSteps(known)
  // The right token is there already.
  return problem === 'more-text' && all.length > 1 ? all.slice(1) : all
}

const BESIDE = { before: 'before', after: 'after', both: 'before and after' } as const

function headlineOf(failure: FailureOf<'token'>): string {
  switch (failure.problem) {
    case 'not-a-jws':
      return failure.whitespace
        ? 'the token is not a JWT: it has a space or line break inside'
        : `the token is not a signed JWT: it has ${count(failure.parts, 'part')}, not 3`
    case 'more-text':
      return `the JWT has more text ${BESIDE[failure.at]} it, and STS accepts the JWT alone`
    case 'encrypted':
      return 'the token is an encrypted JWT (5 parts), and STS accepts only signed ones'
    case 'header':
      return 'the token is not a JWT: its first part, the header, cannot be decoded'
    case 'payload':
      return 'the token is not a JWT: its second part, the claims, cannot be decoded'
    case 'critical-header':
      return CRITICAL
    case 'algorithm':
    case 'outbound':
      return 'the token is signed with an algorithm that STS does not support'
  }
}

const CRITICAL = "the token's header has `crit`, and STS knows no extensions"

function detailOf(failure: FailureOf<'token'>): Block[] {
  switch (failure.problem) {
    case 'header':
    case 'payload':
      return [{ show: 'sentence', say: 'It is not base64url of a JSON object.' }]
    case 'critical-header':
      return [{ show: 'values', values: [{ name: 'crit', value: failure.crit }] }]
    default:
      return []
  }
}

function explainAnswer(failure: FailureOf<'aws'>, known: Known): Explanation {
  const { alg, crit, typ } = known.token?.header ?? {}
  return {
    headline: crit === undefined ? 'STS could not read the token as a JWT' : CRITICAL,
    shown: [
      answer(failure, known),
      { show: 'values', values: [{ name: 'header', value: jsonOf({ alg, typ, crit }) }] },
    ],
    steps: crit === undefined ? [...signWith(alg), ...idTokenSteps(known)] : [NO_CRIT],
    stop: `Token: ${crit === undefined ? 'not readable as a JWT' : '`crit`'}`,
    ...placeOfToken(known),
  }
}

const NO_CRIT: Step = {
  say: 'Let the issuer sign without the `crit` header, and without the extensions that it names',
}

function signWith(alg: unknown): Step[] {
  if (ALGORITHMS.some((accepted) => accepted === alg)) return []
  return [{ say: `Let the issuer sign with ${list(ALGORITHMS, 'or')}` }]
}

function source({ inputs }: Known): Block {
  const { webIdentityTokenFile: file = '' } = inputs ?? {}
  return file === ''
    ? { show: 'sentence', say: 'It came from the token service of the runner.' }
    : { show: 'values', values: [{ name: 'file', value: file }] }
}

function idTokenSteps({ inputs }: Known): Step[] {
  const { webIdentityTokenFile: file = '' } = inputs ?? {}
  if (file === '')
    return [
      {
        say: 'Run the job again',
        then: 'If it fails again, ask whoever runs the service behind `ACTIONS_ID_TOKEN_REQUEST_URL`.',
      },
    ]
  return [
    {
      say: "Put the ID token into the file (`id_token` in the issuer's answer), not the access token (`access_token`)",
    },
    {
      say: 'Write it alone: without quotes, spaces, line breaks and a leading `Bearer`',
      code: `printf %s "$ID_TOKEN" > ${shellWord(file)}`,
      language: 'sh',
    },
  ]
}

function countParts({ inputs }: Known): Step[] {
  const { webIdentityTokenFile: file = '' } = inputs ?? {}
  if (file === '') return []
  return [
    {
      say: 'Count the parts of the token, which must be 3',
      code: `tr . '\\n' < ${shellWord(file)} | grep -c .`,
      language: 'sh',
    },
  ]
}
