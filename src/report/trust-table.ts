// The trust policy, condition by condition: what it wants, what this sign-in has, and whether it holds.
import type { ConditionResult, TrustFacts, TrustStatement, Verdict } from '../model.js'
import { clip, oneLine, quote } from '../text.js'
import { defaultsText, flawText } from '../words.js'
import { prose } from './html.js'

/** A policy of AWS's has a few statements; a summary has its limits too. */
const MOST_ROWS = 60
const MOST_VALUES = 5

const MARK = new Map<Verdict, string>([
  [true, '✅'],
  [false, '❌'],
  ['undecided', '❔'],
])

/** What holds of a Deny is what keeps the token out. */
const MARK_OF_DENY = new Map<Verdict, string>([
  [true, '⛔'],
  [false, '✅'],
])

export function trustTable({ statements }: TrustFacts): string {
  const rows = statements.flatMap(rowsOf)
  const denies = statements.some(({ effect }) => effect === 'Deny')
  const more = rows.length - MOST_ROWS
  return [
    '| | Statement | Condition | Policy | This job |',
    '|---|---|---|---|---|',
    ...rows.slice(0, MOST_ROWS),
    ...(more > 0 ? [`| | | and ${more} more | | |`] : []),
    ...(denies ? ['', 'A Deny applies only if all of its rows are ⛔.'] : []),
  ].join('\n')
}

function trustWords({ allowed }: TrustFacts): string {
  if (allowed === 'undecided') return 'cannot be decided here'
  return allowed ? 'allows this job' : 'does not allow this job'
}

function rowsOf(statement: TrustStatement): string[] {
  const { index, sid, effect, principal, action, conditions, flaws } = statement
  const name = `${index + 1}${sid ? ` ${quote(sid, 40)}` : ''} ${effect}`
  const mark = (holds: Verdict): string =>
    (effect === 'Deny' ? MARK_OF_DENY.get(holds) : undefined) ?? MARK.get(holds) ?? ''
  return [
    tableRow(mark(principal), name, 'Principal', '', ''),
    tableRow(mark(action), name, 'Action', '', ''),
    ...conditions.map((condition) =>
      tableRow(mark(condition.holds), name, ...conditionCells(condition)),
    ),
    ...flaws.map((flaw) => tableRow(mark('undecided'), name, oneLine(flawText(flaw)), '', '')),
  ]
}

/** What it asks, what it wants, and what it meets. */
function conditionCells({ operator, key, wanted, actual, state }: ConditionResult): string[] {
  const more = wanted.length - MOST_VALUES
  const values = wanted.slice(0, MOST_VALUES).map((value) => quote(value))
  const wants = [...values, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
  const has = actual ? actual.map((value) => quote(value)).join('\n') : MISSING[state]
  return [`${quote(operator)} ${quote(key)}`, wants, has]
}

const MISSING: Readonly<Record<ConditionResult['state'], string>> = {
  present: '',
  absent: 'not there',
  'not-offered': 'no key of STS',
  disputed: 'not there',
  unknown: 'only AWS knows',
  unresolved: '',
}

function tableRow(mark: string, ...cells: readonly string[]): string {
  const texts = cells.map((cell) => prose(clip(cell, 2000)).replaceAll('\n', ''))
  return `| ${[mark, ...texts].join(' | ')} |`
}

export function trustTitle(trust: TrustFacts): string {
  const { defaults = [] } = trust.doubt ?? {}
  const assumed = defaults.length > 0 ? ` (with ${defaultsText(defaults)})` : ''
  return `The trust policy, condition by condition: ${trustWords(trust)}${assumed}`
}
