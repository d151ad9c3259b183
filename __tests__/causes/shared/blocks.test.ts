// What an STS that is not AWS's said is not AWS's word, and what is to be done about it is not to be done at AWS.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../../evidence/read.js'
import { CAUSES, diagnose } from '../../../src/causes/index.js'
import { answer } from '../../../src/causes/shared/blocks.js'
import type { Finding } from '../../../src/model.js'
import { messageOf } from '../../../src/report/annotations.js'
import { findingLines } from '../../../src/report/plain.js'
import { expectWellSaid } from '../well-said.js'

const ENDPOINT = 'https://sts.ceph.example.com'

/** The same answer, of another STS. */
function elsewhere({ failure, known }: Evidence): Finding {
  const { inputs, ...rest } = (known ?? {}) as { inputs?: object }
  const own = { customEndpoint: true, stsEndpoint: ENDPOINT, endpointSource: 'sts-endpoint' }
  const all = knownWith({ ...rest, endpoint: ENDPOINT, inputs: { ...inputs, ...own } })
  return diagnose(failure, all)
}

const pieces = CAUSES.flatMap(({ id }) =>
  evidenceOf(id).map((piece) => [`${id}: ${piece.what}`, piece] as const),
)

/** Codes that no other STS has, since it has neither regions nor an organisation. */
const OF_AWS_ALONE = /^(sts-region-disabled|region-)/

describe('an answer of another STS', () => {
  test.each(
    pieces.filter(([name, { failure }]) => failure.kind === 'aws' && !OF_AWS_ALONE.test(name)),
  )('%s', (_name, piece) => {
    const finding = elsewhere(piece)
    expectWellSaid(finding)
    const all = [messageOf(finding), ...findingLines(finding)].join('\n')
    expect(all).not.toMatch(/AWS (answered|said|did not|does not|could not)/)
    expect(all).not.toMatch(/CloudTrail|NoSuchEntity|IAM console|SCP|health\.aws/)
    expect(finding.headline).not.toMatch(/^AWS/)
    for (const line of all.split('\n'))
      if (/\baws\b.* iam /.test(line)) expect(line).toContain(`--endpoint-url ${ENDPOINT}`)
  })
})

test.each([
  [true, 'STS'],
  [false, 'AWS'],
])('another STS: %s, answered by %s', (customEndpoint, by) => {
  const known = knownWith({ inputs: { customEndpoint } })
  expect(answer({ message: 'no' }, known)).toEqual({ show: 'answer', by, text: 'no' })
})
