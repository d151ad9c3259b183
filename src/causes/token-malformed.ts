// token-malformed: what was offered as ID token is no signed JWT that STS could read.

import { ALGORITHMS } from '../aws/jwk.js'
import { isCode } from '../aws/sts-answers.js'
import type { FailureOf, Known } from '../model.js'
import { count, list, oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
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
  explains: ['token-malformed', 'token-rejected'],
  matches: (failure) =>
    failure.kind === 'token'
      ? failure.problem !== 'algorithm'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) =>
    failure.kind === 'token' ? explainForm(failure, known) : explainAnswer(failure, known),
  page: {
    meaning:
      'STS takes an ID token: a JWT in three parts (header.payload.signature), signed, not encrypted, without headers marked as critical (`crit`). An opaque access token, an encrypted token of five parts, and a token with line breaks or quotes in it are none.',
    tell: 'The form is wrong, not what it says: a claim that is missing is token-claim-missing, an algorithm that STS does not take is token-algorithm-unsupported.',
  },
})

const PROBLEMS: Readonly<Record<FailureOf<'token'>['problem'], string>> = {
  'not-a-jws': 'it has not the three parts, divided by dots, that a signed JWT has',
  encrypted: 'it is an encrypted JWT (five parts), and STS takes signed ones only',
  header: 'its first part, the header, cannot be decoded',
  payload: 'its second part, the claims, cannot be decoded',
  'critical-header':
    'its header has `crit`, which forbids to take it for anybody who does not know the extensions named there, and STS knows none',
  algorithm: 'its algorithm is none that STS takes',
}

function explainForm(failure: FailureOf<'token'>, known: Known): Explanation {
  return {
    why: `What was offered as ID token is not a JWT that STS can read: ${PROBLEMS[failure.problem]} (${oneLine(detailOf(failure))}). ${describeSource(known)}`,
    fix: failure.problem === 'critical-header' ? [NO_CRIT] : idTokenSteps(known),
    ...placeOfToken(known),
  }
}

function detailOf(failure: FailureOf<'token'>): string {
  switch (failure.problem) {
    case 'not-a-jws':
      return failure.whitespace ? 'a blank or line break inside' : count(failure.parts, 'part')
    case 'encrypted':
      return '5 parts'
    case 'header':
    case 'payload':
      return 'not base64url of a JSON object'
    case 'critical-header':
      return `crit: ${failure.crit}`
    case 'algorithm':
      return failure.alg ?? 'none given'
  }
}

function explainAnswer({ message }: FailureOf<'aws'>, known: Known): Explanation {
  const { alg, crit, typ } = known.token?.header ?? {}
  const critical =
    crit === undefined ? '' : ` It has \`crit\` (${quote(crit)}), and STS knows no extension.`
  return {
    why: `STS could not read the token as a JWT: ${quote(oneLine(message))}. Seen from here, its header has alg ${quote(alg ?? '')} and typ ${quote(typ ?? '')}.${critical} ${describeSource(known)}`,
    fix: crit === undefined ? [...signWith(alg), ...idTokenSteps(known)] : [NO_CRIT],
    ...placeOfToken(known),
  }
}

const NO_CRIT =
  'Let the issuer sign without the `crit` header, and without the extensions named there.'
function signWith(alg: unknown): string[] {
  if (ALGORITHMS.some((taken) => taken === alg)) return []
  return [`Let the issuer sign with ${list(ALGORITHMS, 'or')}.`]
}

function describeSource({ inputs }: Known): string {
  return inputs?.webIdentityTokenFile
    ? `It was read from ${quote(inputs.webIdentityTokenFile)}.`
    : 'It came from the token service of the runner.'
}

function idTokenSteps({ inputs }: Known): string[] {
  if (!inputs?.webIdentityTokenFile)
    return [
      'Run the job again; if it stays so, ask who runs the service behind ACTIONS_ID_TOKEN_REQUEST_URL.',
    ]
  return [
    'Put the ID token into the file (`id_token` in the answer of the issuer), not the access token (`access_token`).',
    'Write it without quotes, line breaks and a leading "Bearer": printf %s "$ID_TOKEN" > token.jwt',
    'Count its parts, which must be 3: tr . "\\n" < token.jwt | grep -c .',
  ]
}
