// token-timestamp-invalid: a time in the token is no whole number of seconds.

import { isCode } from '../aws/sts-answers.js'
import { TIME_CLAIMS } from '../aws/token-rules.js'
import type { Block, FailureOf, Known } from '../model.js'
import { jsonOf, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { ofProblem } from './shared/of-problem.js'

const SAID = /Invalid timestamp in token claims/i

export const tokenTimestampInvalid = causeOf(['claim', 'aws'], {
  id: 'token-timestamp-invalid',
  section: 'token',
  atIssuer: true,
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
    headline: headlineOf(failure),
    shown: failure.kind === 'aws' ? times(failure, known) : [],
    steps: [
      {
        say: 'Let the issuer round its times to whole seconds',
        code: 'Math.floor(Date.now() / 1000)  // JavaScript\nint(time.time())  # Python',
        language: 'text',
        then: 'STS accepts a whole number, or a string of digits: no fraction, no date, no null.',
      },
    ],
    confirm: [
      {
        say: 'Look at the times of the token',
        code: `jq -R 'split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | {iat, nbf, exp}' < ${shellWord(known.inputs?.webIdentityTokenFile || 'token.jwt')}`,
        language: 'sh',
      },
    ],
    stop: `Token: ${failure.kind === 'claim' ? quote(failure.claim) : 'its times'}`,
  }),
  page: {
    meaning:
      'The claims `iat`, `nbf` and `exp` of a token are numbers of seconds since 1970. RFC 7519 allows fractions; STS does not. Issuers of your own that divide milliseconds by 1000 make such times.',
    tell: 'The form of the time is wrong, not the time: a token whose time is over is token-expired, one whose time has not come token-not-yet-valid, one without the claim token-claim-missing.',
  },
})

type Evidence = FailureOf<'claim'> | FailureOf<'aws'>

function headlineOf(failure: Evidence): string {
  if (failure.kind === 'aws') return 'a time in the token is not a whole number of seconds'
  const { claim, got } = ofProblem(failure, 'timestamp')
  return `the token's ${quote(claim)} is ${quote(got, 60)}, not a whole number of seconds`
}

/** STS does not say which. */
function times(failure: FailureOf<'aws'>, known: Known): Block[] {
  const values = TIME_CLAIMS.flatMap((name) => {
    const value = known.token?.claims[name]
    return value === undefined ? [] : [{ name, value: jsonOf(value) }]
  })
  return [
    answer(failure, known),
    ...(values.length === 0 ? [] : [{ show: 'values' as const, values }]),
  ]
}
