// The form that all causes of a denial by the trust policy share: who takes it, and what stands around the words.
import type { Block, FailureOf, Fold, Known, Step, TrustProblem } from '../../model.js'
import { type Cause, causeOf, type Where } from '../cause.js'
import {
  ifThisPullRequest,
  lastingSteps,
  type PassingValue,
  passingBlocks,
  passingValues,
} from './passing.js'
import { doubtBlocks, parameterSteps, settlingSteps } from './template-doubt.js'
import {
  difference,
  furtherConditions,
  furtherReasons,
  isAdded,
  ownValues,
  stopOf,
} from './trust.js'
import {
  allowsPullRequests,
  deployFold,
  IF_ALL_PULL_REQUESTS,
  IF_NO_CODE_OF_IT,
  isHiddenPullRequest,
  noteOfEvent,
  policyChange,
  ROLE_FOR_PULL_REQUESTS,
  skipJob,
  skipPullRequests,
} from './trust-change.js'

type Denial = FailureOf<'trust-denial'>

interface DenialWords {
  title: string
  docs: Cause['docs']
  headline(denial: Denial, known: Known): string
  /** What stands between the two values and the steps: what they do not show themselves. */
  shown?(denial: Denial, known: Known): readonly Block[]
  /** A way out that is shorter than the change to the policy, or safer. */
  first?(denial: Denial, known: Known): readonly Step[]
  /** The condition of the change, where it is not "If this job may use the role", and what the change brings with it. */
  change?(denial: Denial, known: Known): { when?: string; then?: string }
  /** Other ways out, after the change. */
  others?(denial: Denial, known: Known): readonly Step[]
  /** The condition of "Keep the policy", where that comes before the change. */
  noFirst?(denial: Denial): string | undefined
  /** Ways out that suit few. */
  otherwise?(denial: Denial, known: Known): readonly Step[]
  confirm?(denial: Denial, known: Known): readonly Step[]
  folded?(denial: Denial, known: Known): readonly Fold[]
  where?(denial: Denial, known: Known): Where | undefined
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
    certainty: ({ disputed, doubt }) => (disputed || doubt ? 'likely' : 'certain'),
    docs: words.docs,
    explains: ['role-not-assumable', 'sts-refused'],
    matches: (denial) => denial.problem === problem,
    explain: (denial, known) => {
      const where = words.where?.(denial, known)
      return {
        headline: words.headline(denial, known),
        shown: [
          ...difference(denial),
          ...(words.shown?.(denial, known) ?? []),
          ...doubtBlocks(denial.doubt, known),
          ...passingBlocks(passing(denial, known)),
          ...furtherReasons(denial),
        ],
        steps: [...settlingSteps(denial.doubt, known), ...stepsOf(words, denial, known)],
        otherwise: [
          ...(words.otherwise?.(denial, known) ?? []),
          ...(denial.doubt ? parameterSteps(known) : []),
        ],
        confirm: words.confirm?.(denial, known) ?? [],
        folded: [
          ...furtherConditions(denial),
          ...deployFold(denial, known),
          ...(words.folded?.(denial, known) ?? []),
        ],
        stop: stopOf(denial),
        ...(where === undefined ? {} : { where }),
      }
    },
    page: words.page,
  })
}

/** The values that the change puts into the policy, and that no later run has. */
function passing(denial: Denial, known: Known): readonly PassingValue[] {
  return passingValues(ownValues(denial, known).filter(({ value }) => isAdded(denial, value)))
}

/** The change with its "If it may not" beside it: before it where the change would allow more than this job. */
function stepsOf(words: DenialWords, denial: Denial, known: Known): Step[] {
  const before = words.first?.(denial, known) ?? []
  const own = words.change?.(denial, known) ?? {}
  const values = passing(denial, known)
  const lasting = lastingSteps(values, denial.suggestion?.statement ?? '{}')
  const others = [...lasting, ...(words.others?.(denial, known) ?? [])]
  if (allowsPullRequests(denial, known)) {
    const when = ifThisPullRequest(values, IF_ALL_PULL_REQUESTS)
    const change = policyChange(denial, known, { ...own, when })
    return [skipPullRequests(known), ROLE_FOR_PULL_REQUESTS, ...before, ...change, ...others]
  }
  const note = isAdded(denial, known.token?.subject ?? '') ? noteOfEvent(known) : {}
  if (note.then !== undefined && isHiddenPullRequest(known)) {
    const change = policyChange(denial, known, { ...own, ...note, when: IF_NO_CODE_OF_IT })
    return [skipPullRequests(known), ...before, ...change, ...others]
  }
  const change = policyChange(denial, known, { ...note, ...own })
  const noFirst = words.noFirst?.(denial)
  const no = skipJob(denial, known, noFirst)
  return noFirst !== undefined
    ? [...before, no, ...change, ...others]
    : [...before, ...change, no, ...others]
}
