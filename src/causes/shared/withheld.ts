// Inputs that came out empty because GitHub gives the run no secrets: their names, and what a run without token or secrets is told.
import type { Explanation, FailureOf, Step } from '../../model.js'
import { list } from '../../text.js'
import { sentence } from './blocks.js'

type Withheld = FailureOf<'inputs-withheld'>

interface WithheldWords {
  /** Beside the missing token. `areEmpty`: which inputs are. */
  noToken(areEmpty: string): string
  /** In place of it, where the run has one. */
  withToken(
    areEmpty: string,
    failure: Withheld,
  ): { headline: string; say: string; steps: readonly Step[] }
}

/** `told`: what a run of this kind is told where it gets no token, and no input is in question. */
export function explainRestricted(
  failure: FailureOf<'no-token-permission' | 'inputs-withheld'>,
  told: Explanation,
  { noToken, withToken }: WithheldWords,
): Explanation {
  if (failure.kind !== 'inputs-withheld') return told
  const inputs = withheldInputs(failure)
  const areEmpty = `${inputs} ${failure.inputs.length === 1 ? 'is' : 'are'} empty`
  if (!failure.hasToken) return { ...told, shown: [sentence(noToken(areEmpty))] }
  const { headline, say, steps } = withToken(areEmpty, failure)
  return {
    ...told,
    headline,
    shown: [sentence(say)],
    steps: [...whichExpressionStep(failure), ...steps],
    stop: `Input ${inputs}`,
  }
}

/** Names that a headline has room for. */
const MOST = 2

export function withheldInputs({ inputs }: Withheld): string {
  return inputs.length > MOST ? `${inputs.length} inputs` : list(inputs)
}

/** Where the workflow file has not said it. */
export function whichExpressionStep(failure: Withheld): Step[] {
  if (failure.sure) return []
  return [
    {
      say: `See where the step takes ${list(failure.inputs)} from`,
      then: 'If that is neither `secrets.` nor `vars.`, nor set from one of them, it is empty for another reason.',
    },
  ]
}
