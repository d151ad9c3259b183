// Whatever STS answers, however unlikely, at most one cause takes it.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
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
  [429, 'sts-throttled'],
  [500, 'sts-unavailable'],
  [504, 'sts-unavailable'],
])('an answer with status %d that is not in the form of STS is %s', (status, id) => {
  const failure: Failure = { kind: 'not-sts', status, contentType: '', server: '', excerpt: '' }
  const takers = CAUSES.filter((cause) => cause.matches(failure, knownWith()))
  expect(takers.map((cause) => cause.id)).toEqual([id])
})
