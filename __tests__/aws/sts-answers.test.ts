// Whatever STS answers, however unlikely, at most one cause takes it.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { isJudgement, isPastToken, rootError } from '../../src/aws/sts-answers.js'
import { CAUSES } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'

const STATUSES = [200, 301, 400, 403, 404, 429, 500, 503]
const IDS = CAUSES.filter(({ section }) => section !== 'inputs').map(({ id }) => id)
const ANSWERS = IDS.flatMap(evidenceOf)
  .map(({ failure }) => failure)
  .filter((failure) => failure.kind === 'aws')
/** As the SDK and CloudTrail name what STS sends without the ending, and as other services say it. */
const OTHERS = ['InvalidIdentityTokenException', 'ThrottlingException', 'SlowDown', 'InternalError']
const CODES = [...new Set(ANSWERS.map(({ code }) => code)), ...OTHERS, 'Odd']
const MESSAGES = [...new Set(ANSWERS.map(({ message }) => message)), 'Rate exceeded', 'odd']

test.each(CODES)('%s, with any message and any status', (code) => {
  for (const message of MESSAGES) {
    for (const status of STATUSES) {
      const failure: Failure = { kind: 'aws', status, code, message, requestId: '' }
      const takers = CAUSES.filter((cause) => cause.matches(failure, knownWith()))
      expect({ message, status, more: takers.slice(1).map(({ id }) => id) }).toEqual({
        message,
        status,
        more: [],
      })
    }
  }
})

test.each([
  [200, 'sts-endpoint-unusable'],
  [301, 'sts-endpoint-unusable'],
  [404, 'sts-endpoint-unusable'],
  [408, 'sts-unavailable'],
  [429, 'sts-throttled'],
  [500, 'sts-unavailable'],
  [504, 'sts-unavailable'],
  [511, 'sts-endpoint-unusable'],
])('an answer with status %d that is not in the form of STS is %s', (status, id) => {
  const failure: Failure = { kind: 'not-sts', status, contentType: '', server: '', excerpt: '' }
  const takers = CAUSES.filter((cause) => cause.matches(failure, knownWith()))
  expect(takers.map((cause) => cause.id)).toEqual([id])
})

const REFUSED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
const answer = (code: string, message: string, status = 403): Failure => ({
  kind: 'aws',
  status,
  code,
  message,
  requestId: '',
})

describe('past the token', () => {
  test.each(['AccessDenied', 'AccessDeniedException'])('%s in the captured sentence', (code) => {
    expect(isPastToken(answer(code, REFUSED), knownWith())).toBe(true)
  })

  test.each([
    ['of another sentence', answer('AccessDenied', 'Unrecognized OAuth provider.'), {}],
    ['without a sentence', answer('AccessDenied', ''), {}],
    ['of another code', answer('InvalidIdentityToken', REFUSED), {}],
    ['of another STS (Ceph)', answer('AccessDenied', REFUSED), { customEndpoint: true }],
  ])('not an answer %s', (_what, failure, inputs) => {
    expect(isPastToken(failure, knownWith({ inputs }))).toBe(false)
  })
})

test.each([
  ['InvalidClientTokenId', 403, true],
  ['ExpiredToken', 403, true],
  ['AccessDenied', 403, true],
  ['Throttling', 400, false],
  ['SlowDown', 503, false],
  ['RequestLimitExceeded', 400, false],
  ['Odd', 429, false],
  ['InternalFailure', 500, false],
])('%s with %d is a judgement of the credentials: %s', (code, status, judged) => {
  expect(isJudgement(answer(code, 'x', status))).toBe(judged)
})

describe('an error in the form of S3, at the root', () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  test.each([
    ['a code alone', `${head}<Error><Code>AccessDenied</Code><Message></Message></Error>`, ''],
    ['no declaration', '<Error><Code>AccessDenied</Code></Error>\n', ''],
    [
      'with words',
      `${head}\n<Error><Code>AccessDenied</Code><Message>no &amp;lt; &apos;x&apos;</Message></Error>`,
      "no &lt; 'x'",
    ],
  ])('%s', (_what, body, message) => {
    expect(rootError(body)).toEqual({ code: 'AccessDenied', message })
  })

  test.each([
    ['a page', '<html><Error><Code>AccessDenied</Code></Error></html>'],
    ['an ErrorResponse', '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>'],
    ['no code', '<Error><Message>x</Message></Error>'],
    ['a code that is none', '<Error><Code>access denied</Code></Error>'],
    ['nothing', ''],
  ])('is none: %s', (_what, body) => {
    expect(rootError(body)).toBeUndefined()
  })
})
