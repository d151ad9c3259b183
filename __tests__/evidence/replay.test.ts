// No evidence is shaped by hand unsaid: each captured answer and error, replayed, gives the very failure, which ends in its cause.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { allEvidence, type Evidence, evidenceOf } from '../../evidence/read.js'
import type { Failure } from '../../src/model.js'
import { takers } from '../causes/tester.js'
import { oneRealm } from '../edge/servers.js'
import { heldOf } from './captured.js'
import { CONSTRUCTED } from './constructed.js'
import { filledOf, replayAnswer, replayError, replayHttp, wireOf } from './replayed.js'

oneRealm()

type Kind = Failure['kind']
type Row<K extends Kind> = readonly [
  name: string,
  piece: Evidence,
  failure: Extract<Failure, { kind: K }>,
  id: string,
]

function piecesOf<K extends Kind>(...kinds: readonly K[]): Row<K>[] {
  const isOf = (failure: Failure): failure is Extract<Failure, { kind: K }> =>
    kinds.some((kind) => kind === failure.kind)
  return allEvidence().flatMap(({ id, piece }) =>
    isOf(piece.failure) ? [[`${id}: ${piece.what}`, piece, piece.failure, id] as const] : [],
  )
}

const ANSWERS = piecesOf('aws', 'not-sts')
const ERRORS = piecesOf('network')

function expectCause(piece: Evidence, failure: Failure, id: string): void {
  expect(failure).toEqual(piece.failure)
  expect(takers({ ...piece, failure })).toEqual(id === 'unknown' ? [] : [id])
}

test.each(ANSWERS)('STS answers: %s', async (_name, piece, _failure, id) => {
  expectCause(piece, await replayAnswer(wireOf(filledOf(piece))), id)
})

/** The code that a capture prints before a message. */
const CODES = new Map(
  ERRORS.flatMap(([, piece]) => {
    const { code, message } = heldOf(piece)
    return code && message ? [[message, code] as const] : []
  }),
)

test.each(ERRORS)('the network fails: %s', async (_name, piece, failure, id) => {
  expect(piece.reached).toBeDefined()
  expectCause(piece, await replayError(piece, failure, CODES), id)
})

test.each(piecesOf('http'))('HTTP answers: %s', (_name, piece, failure, id) => {
  expectCause(piece, replayHttp(piece, failure), id)
})

interface Observation {
  id: string
  outcome: 'ok' | { code: string; message: string }
}

const { observations } = JSON.parse(
  readFileSync(new URL('../../evidence/sts-observations.json', import.meta.url), 'utf8'),
) as { observations: Observation[] }
const REFUSALS = observations.flatMap(({ id, outcome }) =>
  outcome === 'ok' ? [] : [{ id, ...outcome }],
)

/** HTTP statuses of STS's codes: those of captures, and those of the API model (botocore, sts/2011-06-15/service-2.json). */
const STATUSES = new Map<string, number>([
  ['ExpiredTokenException', 400],
  ['IDPCommunicationError', 400],
  ['IDPRejectedClaim', 403],
  ['InvalidIdentityToken', 400],
  ['MalformedPolicyDocument', 400],
  ['PackedPolicyTooLarge', 400],
  ['PackedPolicyTooLargeException', 400],
  ...ANSWERS.flatMap(([, piece]) => {
    const { code, status } = heldOf(piece)
    return code && status ? [[code, status] as const] : []
  }),
])

test.each(REFUSALS)('STS was observed to answer: $id', async ({ code, message }) => {
  const status = STATUSES.get(code) ?? 500
  const failure = await replayAnswer(wireOf({ status, code, message }))
  expect(failure).toMatchObject({ kind: 'aws', status, code, message })
  const [piece] = evidenceOf('unknown') as [Evidence]
  expect(takers({ ...piece, failure })).toHaveLength(1)
})

describe('what is put in by hand', () => {
  const FILLED = [...ANSWERS, ...ERRORS, ...piecesOf('http')].flatMap(([name, piece]) =>
    piece.filled ? [[name, piece, piece.filled] as const] : [],
  )

  test.each(FILLED)('is named, with the reason: %s', (_name, { constructed = '' }, filled) => {
    const [, names = '', reason = ''] = /^([a-z, ]+): (.*)$/.exec(constructed) ?? []
    expect(names.split(', ').sort()).toEqual(Object.keys(filled).sort())
    expect(reason.length).toBeGreaterThan(5)
  })

  test.each(FILLED)('takes the place of no captured code or status: %s', (_name, piece, filled) => {
    const held = heldOf(piece)
    for (const member of ['code', 'status'] as const)
      expect(filled[member] === undefined || held[member] === undefined).toBe(true)
  })

  test.each(FILLED)('is as captured elsewhere: %s', (_name, piece, filled) => {
    if (piece.failure.kind !== 'aws') return
    const { code = '', message, status } = filledOf(piece)
    const observed = REFUSALS.find((refusal) => refusal.message === message)
    expect(observed?.code ?? code).toBe(code)
    if (filled.status !== undefined) expect(STATUSES.get(code) ?? status).toBe(status)
  })
})

test('what no component gave is this, and no more', () => {
  const marked = allEvidence().filter(({ piece }) => piece.constructed !== undefined)
  expect(marked.map(({ id, piece }) => `${id}: ${piece.what}`).sort()).toEqual(CONSTRUCTED)
})
