// The form that all causes of a denial by the trust policy share: who takes it, and what stands around the words.
import type { FailureOf, Known, TrustProblem } from '../../model.js'
import { type Cause, causeOf, type Where } from '../cause.js'
import { differenceLines, differenceWords, furtherConditions, policyChanges } from './trust.js'

type Denial = FailureOf<'trust-denial'>

interface DenialWords {
  title: string
  docs: Cause['docs']
  /** The first sentences of `why`. */
  why(denial: Denial, known: Known): string
  /** A way out that is shorter than the change to the policy, and stands before it. */
  first?(denial: Denial): string | undefined
  /** Other ways out, after the change to the policy. */
  others?(denial: Denial, known: Known): readonly string[]
  where?(denial: Denial): Where | undefined
  page: Cause['page']
}

/** STS's one sentence for all of them is `role-not-assumable`. */
export function trustCause<const P extends TrustProblem>(
  problem: P,
  words: DenialWords,
): Cause<`trust-${P}`> {
  return causeOf('trust-denial', {
    id: `trust-${problem}` as const,
    section: 'trust',
    title: words.title,
    severity: ({ disputed }) => (disputed ? 'warning' : 'error'),
    retry: 'never',
    certainty: ({ disputed }) => (disputed ? 'likely' : 'certain'),
    docs: words.docs,
    explains: ['role-not-assumable'],
    matches: (denial) => denial.problem === problem,
    explain: (denial, known) => {
      const { nearest } = denial
      // Two values that have nothing in common are told by their names alone.
      const both =
        nearest && nearest.wantedAt > 0
          ? `\n${differenceLines(nearest)}\n${differenceWords(nearest)}`
          : ''
      const where = words.where?.(denial)
      return {
        why: `${words.why(denial, known)}${both}${furtherConditions(denial)}`,
        fix: [
          ...beforeChanges(words.first?.(denial), policyChanges(denial, known)),
          ...(words.others?.(denial, known) ?? []),
        ],
        ...(where === undefined ? {} : { where }),
      }
    },
    page: words.page,
  })
}

function beforeChanges(first: string | undefined, steps: readonly string[]): readonly string[] {
  if (first === undefined) return steps
  return [
    first,
    ...steps.map((step, at) => (at === 0 ? `Or ${step[0]?.toLowerCase()}${step.slice(1)}` : step)),
  ]
}
