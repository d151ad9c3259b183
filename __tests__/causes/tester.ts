// The tester of causes: what each one takes and leaves is its evidence, and the whole catalogue is asked every time.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../evidence/read.js'
import type { Cause } from '../../src/causes/cause.js'
import { CAUSES, diagnose } from '../../src/causes/index.js'
import type { Explanation } from '../../src/model.js'
import { blockLines, stepLines } from '../../src/report/plain.js'
import { expectWellSaid } from './well-said.js'

/** The ids of all causes that take a failure; more than one is an error of the catalogue. */
export function takers({ failure, known }: Evidence): string[] {
  return CAUSES.filter((cause) => cause.matches(failure, knownWith(known))).map(({ id }) => id)
}

/** What an explanation says, as text: what is wrong and was seen, and each thing to do. */
export function wordsOf<T extends Explanation>(said: T): T & { why: string; fix: string[] } {
  const { headline, shown, steps, otherwise = [], confirm = [], folded = [] } = said
  return {
    ...said,
    why: [headline, ...shown.flatMap(blockLines)].join('\n'),
    fix: [
      ...[...steps, ...otherwise, ...confirm].map((step) => stepLines(step).join('\n')),
      ...folded.map(({ title, blocks }) => [title, ...blocks.flatMap(blockLines)].join('\n')),
    ],
  }
}

/**
 * `leaves`: ids of the nearest neighbours, whose evidence this cause must not take.
 * `says`: for each piece of evidence (in the file's order), what its explanation must say.
 */
export function testCause(
  cause: Cause,
  expected: { leaves: readonly string[]; says: readonly (string | RegExp)[][] },
): void {
  const evidence = evidenceOf(cause.id)
  describe(cause.id, () => {
    test('has something expected of each piece of evidence', () => {
      expect(expected.says).toHaveLength(evidence.length)
      expect(expected.says.filter(({ length }) => length === 0)).toEqual([])
    })
    test.each(evidence.map((piece, index) => [piece.what, piece, index] as const))(
      'takes: %s',
      (_what, piece, index) => {
        expect(takers(piece)).toEqual([cause.id])
        const finding = diagnose(piece.failure, knownWith(piece.known))
        expectWellSaid(finding)
        const { why, fix } = wordsOf(finding)
        const text = [why, ...fix].join('\n')
        for (const words of expected.says[index] ?? []) {
          if (typeof words === 'string') expect(text).toContain(words)
          else expect(text).toMatch(words)
        }
      },
    )
    const neighbours = expected.leaves.flatMap((id) =>
      evidenceOf(id).map((piece) => [`${id}: ${piece.what}`, piece] as const),
    )
    test.each(neighbours)('leaves: %s', (_what, piece) => {
      expect(cause.matches(piece.failure, knownWith(piece.known))).toBe(false)
    })
  })
}
