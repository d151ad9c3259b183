// Inputs that came out empty because GitHub gives the run no secrets: their names, and what settles that it is so.
import type { FailureOf, Step } from '../../model.js'
import { list } from '../../text.js'

type Withheld = FailureOf<'inputs-withheld'>

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
