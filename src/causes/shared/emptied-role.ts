// The name of a role that an expression without a value has cut short, as the workflow file shows it: `…:role/deploy-` of `…:role/deploy-${{ inputs.env }}`.
import { emptyExpressions } from '../../aws/github-expression.js'
import type { Known, Step } from '../../model.js'
import { list, oneLine, quote } from '../../text.js'
import { emptySteps } from './empty-input.js'

const ROLE = 'role-to-assume'

/** Names of expressions that one sentence has room for. */
const MOST_NAMED = 3

interface Emptied {
  written: string
  texts: readonly string[]
}

function emptiedIn({ inputs, workflow }: Known): Emptied | undefined {
  const given = inputs?.role?.text
  const written = workflow?.step?.inputs.get(ROLE)?.text
  if (given === undefined || written === undefined || !isCut(given)) return undefined
  const texts = emptyExpressions(written, given) ?? []
  return texts.length > 0 && texts.length <= MOST_NAMED ? { written, texts } : undefined
}

/** A name that has lost a part, and not one whose last part may be left out: a separator stands with nothing beside it. */
function isCut(arn: string): boolean {
  const name = arn.slice(arn.indexOf(':role/') + ':role/'.length)
  return /^[-_.]|[-_./]$|[-_.]{2}|\/[-_.]|[-_.]\/|\/\//.test(name)
}

export function emptiedReasons(known: Known): string[] {
  const emptied = emptiedIn(known)
  if (!emptied) return []
  const names = list(emptied.texts.map((text) => oneLine(text, 60)))
  const verb = emptied.texts.length === 1 ? 'has' : 'have'
  return [
    `${names} ${verb} no value in this run, so the role's name is ${quote(known.inputs?.role?.name ?? '', 64)}.`,
  ]
}

/** The first place to look. */
export function emptiedSteps(known: Known): Step[] {
  const emptied = emptiedIn(known)
  if (!emptied) return []
  const { written, texts } = emptied
  const source = { written, empty: texts.map((text) => ({ text })) }
  const [first] = emptySteps({ input: ROLE, source, value: '<value>' }, known)
  const [reason] = emptiedReasons(known)
  return first
    ? [
        {
          when: `If ${quote(known.inputs?.role?.name ?? '', 64)} is not the whole name of the role`,
          ...first,
          then: [reason, first.then].filter(Boolean).join(' '),
        },
      ]
    : []
}
