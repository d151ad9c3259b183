import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenServiceError } from '../../src/causes/token-service-error.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(tokenServiceError, {
  leaves: ['token-service-unreachable', 'token-service-denied', 'token-service-throttled'],
  says: [
    [
      'HTTP 503',
      'The service is at fault',
      'Retries got the same answer',
      'https://www.githubstatus.com',
    ],
    ['HTTP 200', 'no `value`', 'content-type  application/json'],
    ['HTTP 200', 'content-type  text/html', /title +Login/, 'NO_PROXY=localhost'],
    ['HTTP 302', 'may have answered in its place'],
    [
      'HTTP 413',
      'a gateway may have answered',
      'Run the job again',
      'https://www.githubstatus.com',
    ],
    [
      'HTTP 421',
      'says nothing of the job or its audience',
      'If it prints 401, the machine can reach the service',
      'If it prints anything else, allow `localhost',
      'NO_PROXY=localhost',
    ],
  ],
})

const RETRIES = ['transient', 'transient', 'transient', 'transient', 'once', 'once']

test.each(
  evidenceOf('token-service-error').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)

test('does not speak of further attempts where there was none', () => {
  const [piece] = evidenceOf('token-service-error')
  if (!piece) throw new Error('no evidence')
  const { why } = wordsOf(diagnose(piece.failure, knownWith({ inputs: { maxAttempts: 1 } })))
  expect(why).toContain('The service is at fault')
  expect(why).not.toContain('Retries')
})

describe('by the kind of the status', () => {
  const answered = (status: number, more: object = {}): Failure => {
    const [piece] = evidenceOf('token-service-error')
    if (piece?.failure.kind !== 'http') throw new Error('no evidence')
    return { ...piece.failure, status, ...more }
  }
  const all = Array.from({ length: 1000 }, (_, status) => status).filter((status) => status !== 200)
  const idOf = (status: number): string => diagnose(answered(status), knownWith()).id
  const having = (id: string): number[] => all.filter((status) => idOf(status) === id)

  test('what refuses the request, its sender or its place, what asks for patience, what is a proxy’s; and all others', () => {
    expect(having('token-service-denied')).toEqual([400, 401, 403, 404, 414, 422])
    expect(having('token-service-throttled')).toEqual([429])
    expect(having('token-service-unreachable')).toEqual([407])
    expect(having('token-service-error')).toHaveLength(all.length - 8)
  })

  test('of the audience speak those alone that are about the request', () => {
    const about = all.filter((status) => {
      const { why, fix } = wordsOf(diagnose(answered(status), knownWith()))
      return /If the step sets `audience`|audience asked for/.test([why, ...fix].join('\n'))
    })
    expect(about).toEqual([400, 414, 422])
  })

  test('every status of 4xx is well said, on both kinds of runners', () => {
    for (const status of all.filter((one) => one >= 400 && one < 500))
      for (const selfHosted of [true, false]) {
        const known = knownWith({ run: { selfHosted } })
        for (const headers of [{}, { 'content-type': 'text/html', server: 'squid', via: '1.1 x' }])
          expectWellSaid(diagnose(answered(status, { headers }), known))
      }
  })

  test('who answered is settled first where the runner’s own network may have', () => {
    const certainty = (selfHosted: boolean, more: object = {}): string =>
      diagnose(answered(413, more), knownWith({ run: { selfHosted } })).certainty
    expect([certainty(true), certainty(false)]).toEqual(['likely', 'certain'])
    expect(certainty(true, { excerpt: '<html>' })).toBe('certain')
    expect(diagnose(answered(503), knownWith({ run: { selfHosted: true } })).certainty).toBe(
      'certain',
    )
  })
})
