// Whatever STS answers, however unlikely, at most one cause takes it.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import {
  isForeign,
  isJudgement,
  isOfKey,
  isOfToken,
  isOpaque,
  isOutage,
  isPastToken,
  isThrottled,
  isTooLong,
  isUnknownCall,
  rootError,
} from '../../src/aws/sts-answers.js'
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
const answer = (code: string, message: string, status = 403) => ({
  kind: 'aws' as const,
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
    [
      'spaces around all',
      '\n <Error> <Code>AccessDenied</Code> <Message> &#39;a&#39; &quot;b&#34; &gt; </Message> </Error> \n',
      `'a' "b" >`,
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
    ['text before it', 'x <Error><Code>AccessDenied</Code></Error>'],
    ['text behind it', '<Error><Code>AccessDenied</Code></Error> x'],
  ])('is none: %s', (_what, body) => {
    expect(rootError(body)).toBeUndefined()
  })
})

const elsewhere = (status: number) => ({
  kind: 'not-sts' as const,
  status,
  contentType: '',
  server: '',
  excerpt: '',
})
const BUG: Failure = { kind: 'bug', message: '' }

describe('what stopped before the token was judged', () => {
  /** Throttled, foreign or a fault: at most one of them. */
  const kindsOf = (one: ReturnType<typeof answer> | ReturnType<typeof elsewhere>): string[] => [
    ...(isThrottled(one) ? ['throttled'] : []),
    ...(isForeign(one) ? ['foreign'] : []),
    ...(isOutage(one) ? ['outage'] : []),
  ]

  test.each([
    ['Throttling', 400, 'throttled'],
    ['ThrottlingException', 400, 'throttled'],
    ['Throttled', 400, 'throttled'],
    ['SlowDown', 503, 'throttled'],
    ['RequestLimitExceeded', 400, 'throttled'],
    ['Odd', 429, 'throttled'],
    ['MissingAuthenticationToken', 403, 'foreign'],
    ['MissingAction', 400, 'foreign'],
    ['InvalidAction', 400, 'foreign'],
    ['UnknownOperationException', 404, 'foreign'],
    ['MethodNotAllowed', 405, 'foreign'],
    ['NotImplemented', 501, 'foreign'],
    ['NoSuchBucket', 404, 'foreign'],
    ['InvalidBucketName', 400, 'foreign'],
    ['MalformedPOSTRequest', 400, 'foreign'],
    ['PreconditionFailed', 412, 'foreign'],
    ['InternalFailure', 400, 'outage'],
    ['InternalError', 400, 'outage'],
    ['InternalServerError', 400, 'outage'],
    ['ServiceUnavailable', 400, 'outage'],
    ['Odd', 500, 'outage'],
    ['Odd', 499, ''],
    ['ExceptionOfThrottling', 400, ''],
    ['ThrottlingExceptions', 400, ''],
  ])('%s with %d: %s', (code, status, kind) => {
    expect(kindsOf(answer(code, 'x', status)).join()).toBe(kind)
  })

  test.each([
    'AccessDenied',
    'ExpiredToken',
    'IDPCommunicationError',
    'IDPRejectedClaim',
    'InvalidIdentityToken',
    'InvalidParameterValue',
    'MalformedPolicyDocument',
    'MissingParameter',
    'PackedPolicyTooLarge',
    'RegionDisabled',
    'Validation',
    'ValidationError',
  ])('%s says all itself, whatever its status', (code) => {
    for (const status of [429, 500]) expect(kindsOf(answer(code, 'x', status))).toEqual([])
  })

  test.each([
    [404, 'foreign'],
    [429, 'throttled'],
    [499, 'foreign'],
    [500, 'outage'],
  ])('%d in no form of STS: %s', (status, kind) => {
    expect(kindsOf(elsewhere(status)).join()).toBe(kind)
  })

  test('by its words too, where they begin so', () => {
    expect(kindsOf(answer('Odd', 'Rate exceeded'))).toEqual(['throttled'])
    expect(kindsOf(answer('Odd', 'Not: rate exceeded'))).toEqual([])
  })

  test('a call that STS does not know is said by STS, or by what stands in its place', () => {
    expect(isUnknownCall(answer('InvalidAction', ''))).toBe(true)
    expect(isUnknownCall(elsewhere(404))).toBe(true)
    expect(isUnknownCall(elsewhere(500))).toBe(false)
    expect(isUnknownCall(answer('AccessDenied', ''))).toBe(false)
    expect(isUnknownCall(BUG)).toBe(false)
  })
})

describe('what it is about', () => {
  test.each<[string, Failure, boolean]>([
    [
      'the keys',
      answer(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider",
      ),
      true,
    ],
    ['the token alone', answer('InvalidIdentityToken', 'odd'), false],
    [
      'a key that MinIO cannot use',
      answer('InvalidParameterValue', 'key is of invalid type'),
      true,
    ],
    ['another parameter', answer('InvalidParameterValue', 'odd'), false],
    ['those words of another code', answer('Odd', 'key is of invalid type'), false],
    ['no answer of STS', BUG, false],
  ])('the key: %s', (_what, failure, is) => {
    expect(isOfKey(failure)).toBe(is)
  })

  test.each<[Failure, boolean]>([
    [answer('InvalidIdentityToken', ''), true],
    [answer('ExpiredTokenException', ''), true],
    [answer('AccessDenied', ''), false],
    [{ kind: 'token', problem: 'absent', code: 'ExpiredToken' } as unknown as Failure, false],
  ])('the token: %j, %s', (failure, is) => {
    expect(isOfToken(failure)).toBe(is)
  })

  test('nothing but an answer of STS is a judgement', () => {
    expect(isJudgement(BUG)).toBe(false)
    expect(isJudgement(elsewhere(404))).toBe(false)
  })
})

describe('another STS', () => {
  const other = (roleDurationSeconds: number) =>
    knownWith({ inputs: { customEndpoint: true, roleDurationSeconds } })

  test.each<[string, number, boolean]>([
    ['InvalidArgument', 3601, true],
    ['InvalidArgument', 3600, false],
    ['Odd', 3601, false],
  ])('says %s of a session of %d s: too long, %s', (code, seconds, is) => {
    expect(isTooLong(answer(code, ''), other(seconds))).toBe(is)
    expect(
      isTooLong(answer(code, ''), knownWith({ inputs: { roleDurationSeconds: seconds } })),
    ).toBe(false)
    expect(isTooLong(answer(code, ''), knownWith({ inputs: null }))).toBe(false)
  })

  test.each<[string, Failure, boolean]>([
    ['a code of its own', answer('Odd', ''), true],
    ['a bare AccessDenied', answer('AccessDenied', ''), true],
    ['a refusal of the role', answer('AccessDenied', REFUSED), false],
    [
      'a parameter that is never sent',
      answer('AccessDenied', 'Unrecognized OAuth provider'),
      false,
    ],
    ['a code that says all', answer('MissingParameter', ''), false],
    ['a length of the session', answer('InvalidArgument', ''), false],
    ['an unknown call', answer('InvalidAction', ''), false],
    ['a fault', answer('Odd', '', 500), false],
    ['no answer', BUG, false],
  ])('refuses without a reason: %s', (_what, failure, is) => {
    expect(isOpaque(failure, other(7200))).toBe(is)
    expect(isOpaque(failure, knownWith())).toBe(false)
    expect(isOpaque(failure, knownWith({ inputs: null }))).toBe(false)
  })
})
