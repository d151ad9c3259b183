// token-claim-missing: the token lacks a claim without which STS takes none.

import { isCode } from '../aws/sts-answers.js'
import { REQUIRED_CLAIMS } from '../aws/token-rules.js'
import type { FailureOf, Known } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { placeOfToken } from './shared/token.js'

const SAID = /Missing a required claim: (\S+)|Claim is not allowed to be empty: (\S+)/i

export const tokenClaimMissing = causeOf(['claim', 'aws'], {
  id: 'token-claim-missing',
  section: 'token',
  title: 'the token lacks a claim that STS requires',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcCore', 'iamProvider', 'assumeRole'],
  // A `sub` of null makes STS fail with an error of its own (InternalFailure), every time.
  explains: ['token-claim-missing', 'token-rejected', 'sts-unavailable'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'missing' || failure.problem === 'empty'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => {
    const names = namesOf(failure, known)
    return {
      why: `${describeClaims(names, failure)} STS takes no token without ${list(REQUIRED_CLAIMS)}. ${howItLooks(known)}${describeAnswer(failure)}`,
      fix: tokenSteps(known),
      ...placeOfToken(known),
    }
  },
  page: {
    meaning:
      'Every ID token for STS must say who issued it (`iss`), whom it is about (`sub`), for whom it is meant (`aud`), when it was issued (`iat`) and when it ends (`exp`). `sub` may be an empty text but not null; `aud` may not be an empty list.',
    tell: 'The claim is not there at all. A claim of the wrong form is token-timestamp-invalid; one with the wrong value is token-audience-mismatch, token-expired or token-not-yet-valid.',
  },
})

type Evidence = FailureOf<'claim'> | FailureOf<'aws'>

/** All that are absent: one finding tells them together. */
function namesOf(failure: Evidence, { token }: Known): string[] {
  const match = failure.kind === 'aws' ? SAID.exec(failure.message) : null
  const named = failure.kind === 'claim' ? failure.claim : (match?.[1] ?? match?.[2] ?? '')
  const absent = token ? REQUIRED_CLAIMS.filter((name) => isAbsent(token.claims[name], name)) : []
  return [...new Set([named, ...absent])]
}

/** A time of null is there, but is no time: token-timestamp-invalid. */
function isAbsent(value: unknown, name: string): boolean {
  return value === undefined || (value === null && name !== 'iat' && name !== 'exp')
}

function describeClaims(names: readonly string[], failure: Evidence): string {
  const empty =
    failure.kind === 'claim' ? failure.problem === 'empty' : /to be empty/i.test(failure.message)
  if (empty && names.length === 1) return `The token's claim ${list(names)} is an empty list.`
  if (failure.kind === 'claim' && failure.problem === 'missing' && failure.value === 'null')
    return `The token's claim ${quote(failure.claim)} is null, which counts as missing.`
  return `The token has no claim ${list(names, 'and no')}.`
}

/** Enough to tell an ID token from something else. */
const MOST_NAMES = 12

function howItLooks({ token }: Known): string {
  const names = Object.keys(token?.claims ?? {})
  const shown = names.slice(0, MOST_NAMES).map((name) => oneLine(name, 60))
  const more = names.length - shown.length
  return names.length === 0
    ? ''
    : `It has: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

function describeAnswer(failure: Evidence): string {
  return failure.kind === 'aws' ? ` STS says: ${quote(oneLine(failure.message))}.` : ''
}

function tokenSteps({ inputs }: Known): string[] {
  if (!inputs?.webIdentityTokenFile)
    return ['Run the job again; if it stays so, ask who runs the service that makes the token.']
  return [
    'If the file holds ACTIONS_ID_TOKEN_REQUEST_TOKEN: that is the key for asking, not the ID token. Delete `web-identity-token-file`, and this action asks GitHub for the ID token itself.',
    'Put an ID token into the file, not an access token: only ID tokens have all these claims.',
    'Let the issuer add the claim (in GitLab: `id_tokens:` with `aud:` in place of the old CI_JOB_JWT).',
  ]
}
