// Inputs that came out empty because GitHub gives the run no secrets: their names, and what a run without token or secrets is told.
import type { Explanation, FailureOf, Step } from '../../model.js'
import { list, oneLine } from '../../text.js'
import { sentence } from './blocks.js'
import { lineWith } from './empty-line.js'
import { namesRead } from './empty-reason.js'

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
  const areEmpty = `${failure.part ? 'a part of ' : ''}${inputs} ${failure.inputs.length === 1 ? 'is' : 'are'} empty`
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

/** The line of the file with a variable in place of the secret, and all else as it is; with a placeholder where the file does not say it. */
export function variableLine({ inputs, source }: Withheld): Pick<Step, 'code' | 'language'> {
  const [input = ''] = inputs
  const [name, second] = source ? namesRead(source, 'secrets') : []
  const line =
    name !== undefined && second === undefined && source
      ? lineWith({ input, source, value: '' }, `vars.${oneLine(name)}`)
      : ''
  return { code: line === '' ? `${input}: \${{ vars.<name> }}` : line, language: 'yaml' }
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
