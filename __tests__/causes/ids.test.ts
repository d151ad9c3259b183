// The ids of causes: in order, each once; and one that is misspelt, missing or misfiled does not compile.
import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../evidence/baseline.js'
import type { Catalogue } from '../../src/causes/catalogue.js'
import { type Cause, causeOf } from '../../src/causes/cause.js'
import { clockSkew } from '../../src/causes/clock-skew.js'
import { CAUSES } from '../../src/causes/index.js'
import { causePage } from '../../src/causes/shared/doc-urls.js'
import { trustCause } from '../../src/causes/shared/trust-cause.js'
import { tokenExpired } from '../../src/causes/token-expired.js'
import { CAUSE_IDS } from '../../src/model/cause-ids.js'
import type { CauseId, FailureOf, Finding, TrustProblem } from '../../src/model.js'

test('each is written once, and CAUSES has all of them in this order, but for unknown at the end', () => {
  expect(new Set(CAUSE_IDS).size).toBe(CAUSE_IDS.length)
  expect([...CAUSES.map(({ id }) => id), 'unknown']).toEqual(CAUSE_IDS)
})

type TrustWords = Parameters<typeof trustCause>[1]

// What is proved here is proved by `tsc`: an error that is expected and does not come is one itself.
describe('does not compile', () => {
  test('an id that no cause has, wherever a cause names others', () => {
    const named: Partial<Cause>[] = [
      { explains: ['role-not-assumable'], yieldsTo: ['token-rejected'] },
      // @ts-expect-error: misspelt
      { explains: ['role-not-asumable'] },
      // @ts-expect-error: misspelt, and told by the evidence
      { explains: ({ kind }) => (kind === 'aws' ? ['role-not-asumable'] : []) },
      // @ts-expect-error: misspelt
      { yieldsTo: ['token-rejectd'] },
      // @ts-expect-error: misspelt
      { id: 'clock-scew' },
    ]
    expect(named).toHaveLength(5)
  })

  test('an id that no cause has, in findings and in evidence', () => {
    // @ts-expect-error: misspelt
    const finding: Pick<Finding, 'id'> = { id: 'clock-scew' }
    // @ts-expect-error: misspelt
    const fallback: Pick<FailureOf<'region-fallback'>, 'cause'> = { cause: 'sts-region-disabeld' }
    // @ts-expect-error: misspelt
    const page = causePage('clock-scew', RUN)
    expect([finding, fallback, page]).toHaveLength(3)
  })

  test('a catalogue that lacks a cause, or has it under another id', () => {
    const lacking = {} as Omit<Catalogue, 'clock-skew'>
    // @ts-expect-error: without clock-skew
    const catalogue: Catalogue = lacking
    // @ts-expect-error: misfiled
    const misfiled: Pick<Catalogue, 'clock-skew'> = { 'clock-skew': tokenExpired }
    const filed: Pick<Catalogue, 'clock-skew'> = { 'clock-skew': clockSkew }
    // @ts-expect-error: misspelt
    const misspelt: Pick<Catalogue, 'clock-skew'> = { 'clock-scew': clockSkew }
    expect([catalogue, misfiled, filed, misspelt]).toHaveLength(4)
  })

  test('a problem of trust policies that no cause is for', () => {
    const each: CauseId = 'trust-denied' as `trust-${TrustProblem}`
    // @ts-expect-error: there is no cause for one of these
    const lacking: CauseId = 'trust-denied' as `trust-${TrustProblem | 'too-long'}`
    // @ts-expect-error: there is no such problem
    const cause = (words: TrustWords) => trustCause('too-long', words)
    expect([each, lacking, cause]).toHaveLength(3)
  })

  test('severity, retry, certainty or explains read from evidence of another kind', () => {
    const words = { ...clockSkew, id: 'clock-skew' } as const
    const causes = [
      () => causeOf('clock', { ...words, severity: (it) => (it.skewSeconds ? 'error' : 'notice') }),
      // @ts-expect-error: a clock has no status
      () => causeOf('clock', { ...words, severity: (it) => (it.status ? 'error' : 'notice') }),
      // @ts-expect-error: a clock has no status
      () => causeOf('clock', { ...words, retry: (it) => (it.status ? 'once' : 'never') }),
      // @ts-expect-error: a clock has no status
      () => causeOf('clock', { ...words, certainty: (it) => (it.status ? 'likely' : 'certain') }),
      // @ts-expect-error: a clock has no status
      () => causeOf('clock', { ...words, explains: (it) => (it.status ? ['unknown'] : []) }),
    ]
    expect(causes).toHaveLength(5)
  })
})
