// The evidence of section 5 is not shaped by hand: each captured policy, put before its token, gives the very failure.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../evidence/read.js'
import type { Failure } from '../../src/model.js'
import { examined } from './support.js'

/** `policy`: the captured one with its placeholders filled in, or one that does what the captured words say. */
type Piece = Evidence & { policy?: unknown }

const IDS = [
  'subject-mismatch',
  'subject-environment',
  'subject-pull-request',
  'subject-immutable',
  'subject-case',
  'subject-customised',
  'wildcard-with-equals',
  'audience-mismatch',
  'provider-mismatch',
  'action-missing',
  'claim-not-a-key',
  'condition-mismatch',
  'denied',
  'undecided',
  'too-open',
  'ids-open',
]

describe.each(IDS)('trust-%s', (id) => {
  const pieces = evidenceOf(`trust-${id}`) as Piece[]

  test.each(pieces.map((piece) => [piece.what, piece] as const))('%s', (_what, piece) => {
    expect(piece.policy).toBeDefined()
    const { found } = examined(piece.policy, knownWith(piece.known))
    const same = (one: Failure): boolean => one.kind === piece.failure.kind
    expect(JSON.parse(JSON.stringify(found.find(same)))).toEqual(piece.failure)
  })
})
