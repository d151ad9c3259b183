// The causes that take an answer of STS's: just those, in the same order, and they say the same of it as the whole catalogue.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { allEvidence } from '../../evidence/read.js'
import { ANSWERED } from '../../src/causes/answers.js'
import { diagnosisBy } from '../../src/causes/diagnosis.js'
import { CAUSES, diagnose, retryFor } from '../../src/causes/index.js'
import { answerKnowledge } from '../../src/run/answer-knowledge.js'
import { knowledge } from '../../src/run/knowledge.js'

test('each cause that may take one, and no other, in the order of all', () => {
  const taking = CAUSES.filter(({ takes }) => takes === undefined || takes.includes('aws'))
  expect(taking.length).toBeGreaterThan(20)
  expect(ANSWERED.map(({ id }) => id)).toEqual(taking.map(({ id }) => id))
})

const REFUSALS = allEvidence().filter(({ piece }) => piece.failure.kind === 'aws')

test.each(REFUSALS.map(({ id, piece }) => [`${id}: ${piece.what}`, piece] as const))(
  'by them alone, the same is said of %s',
  (_name, { failure, known: change }) => {
    const known = knownWith(change)
    const alone = diagnosisBy(ANSWERED)
    expect(alone.diagnose(failure, known)).toEqual(diagnose(failure, known))
    expect(alone.retryFor(failure, known)).toEqual(retryFor(failure, known))
    expect(answerKnowledge.conclude([failure], [], known)).toEqual(
      knowledge.conclude([failure], [], known),
    )
    expect(answerKnowledge.retryAfter(failure, [], known)).toEqual(
      knowledge.retryAfter(failure, [], known),
    )
  },
)
