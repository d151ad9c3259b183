// The name of a role that an expression without a value has cut short, as the workflow file shows it: `…:role/deploy-` of `…:role/deploy-${{ inputs.env }}`.
import type { Known, Step } from '../../model.js'
import { list, oneLine, quote } from '../../text.js'
import { emptySteps } from './empty-input.js'
import { emptyReason } from './empty-reason.js'
import { isOneOfRoles } from './role-input.js'

const ROLE = 'role-to-assume'

/** Names of expressions that one sentence has room for. */
const MOST_NAMED = 3

/** A name that has lost a part, and not one whose last part may be left out: a separator stands with nothing beside it. */
function isCut(name: string): boolean {
  return /^[-_.]|[-_./]$|[-_.]{2}|\/[-_.]|[-_.]\/|\/\//.test(name)
}

/** The first place to look. Of `roles`, the file is not asked. */
export function emptiedSteps(known: Known): Step[] {
  const source = known.workflow?.roleSource
  const name = known.inputs?.role?.name ?? ''
  const texts = [...new Set((source?.empty ?? []).map(({ text }) => text))]
  if (
    !source ||
    isOneOfRoles(known) ||
    !isCut(name) ||
    texts.length === 0 ||
    texts.length > MOST_NAMED
  )
    return []
  const [first] = emptySteps({ input: ROLE, source, value: '<value>' }, known)
  if (!first) return []
  const names = list(texts.map((text) => oneLine(text, 60)))
  const reason = `${names} ${texts.length === 1 ? 'has' : 'have'} no value in this run, so ${quote(ROLE)} names ${quote(name, 64)}.`
  const why = source.empty.some(({ set }) => set) ? emptyReason({ source }, known) : undefined
  return [
    {
      ...first,
      when: `If ${quote(name, 64)} is not the whole name of the role`,
      then: [reason, why, first.then].filter((one) => one !== undefined).join(' '),
    },
  ]
}
