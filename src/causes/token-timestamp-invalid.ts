// token-timestamp-invalid: a time in the token is no whole number of seconds.

import { isCode } from '../aws/sts-answers.js'
import { TIME_CLAIMS } from '../aws/token-rules.js'
import type { FailureOf, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

const SAID = /Invalid timestamp in token claims/i

export const tokenTimestampInvalid = causeOf(['claim', 'aws'], {
  id: 'token-timestamp-invalid',
  section: 'token',
  title: 'a time in the token is not in whole seconds',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7519', 'iamProvider'],
  explains: ['token-timestamp-invalid'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'timestamp'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => ({
    why: `A time in the token is not a whole number of seconds: ${describeTime(failure, known)}. STS takes seconds since 1970 as a whole number, or as a text of digits; no fraction, no date in words, no null.${describeAnswer(failure)}`,
    fix: [
      'Let the issuer round its times to whole seconds, in JavaScript: Math.floor(Date.now() / 1000), in Python: int(time.time())',
      'Look at the times of the token: jq -R \'split(".")[1] | @base64d | fromjson | {iat, nbf, exp}\' < token.jwt',
    ],
  }),
  page: {
    meaning:
      'The claims `iat`, `nbf` and `exp` of a token are numbers of seconds. RFC 7519 allows fractions; STS does not. Self-made issuers that divide milliseconds by 1000 make such times.',
    tell: 'The form of the time is wrong, not the time: a token that is over is token-expired, one from the future token-not-yet-valid, one without the claim token-claim-missing.',
  },
})

function describeTime(failure: FailureOf<'claim'> | FailureOf<'aws'>, { token }: Known): string {
  if (failure.kind === 'claim')
    return `${quote(failure.claim)} is ${quote(ofProblem(failure, 'timestamp').got)}`
  return TIME_CLAIMS.map(
    (name) => `${quote(name)} is ${quote(token?.claims[name] ?? 'not there')}`,
  ).join(', ')
}

function describeAnswer(failure: FailureOf<'claim'> | FailureOf<'aws'>): string {
  return failure.kind === 'aws' ? ` STS says: ${quote(oneLine(failure.message))}.` : ''
}
