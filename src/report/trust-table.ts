// The trust policy, condition by condition: what it wants, what this sign-in has, and whether it holds.
import type { TrustFacts, TrustLeaf, TrustStatement, Verdict } from '../model.js'
import { clip, oneLine, quote } from '../text.js'
import { escaped, prose } from './html.js'

/** A policy of AWS's has a few statements; a summary has its limits too. */
const MOST_ROWS = 60
const MOST_VALUES = 5

const MARK = new Map<Verdict, string>([
  [true, '✅'],
  [false, '❌'],
  ['undecided', '❔'],
])

export function trustTable({ statements }: TrustFacts): string {
  const rows = statements.flatMap(rowsOf)
  const more = rows.length - MOST_ROWS
  return [
    '| | Statement | Condition | Wanted | Actual |',
    '|---|---|---|---|---|',
    ...rows.slice(0, MOST_ROWS),
    ...(more > 0 ? [`| | | and ${more} more | | |`] : []),
  ].join('\n')
}

export function trustWords({ allowed }: TrustFacts): string {
  if (allowed === 'undecided') return 'cannot be decided here'
  return allowed ? 'lets this token in' : 'does not let this token in'
}

function rowsOf(statement: TrustStatement): string[] {
  const { index, sid, effect, principal, action, leaves, flaws } = statement
  const name = `${index + 1}${sid ? ` ${quote(sid, 40)}` : ''} ${effect}`
  return [
    row(principal, name, 'Principal', '', ''),
    row(action, name, 'Action', '', ''),
    ...leaves.map((leaf) => ofLeaf(leaf, name)),
    ...flaws.map((flaw) => row('undecided', name, oneLine(flaw), '', '')),
  ]
}

function ofLeaf({ operator, key, wanted, actual, state, holds }: TrustLeaf, name: string): string {
  const more = wanted.length - MOST_VALUES
  const values = wanted.slice(0, MOST_VALUES).map((value) => quote(value))
  const wants = [...values, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
  const has = actual ? actual.map((value) => quote(value)).join('\n') : MISSING[state]
  return row(holds, name, `${quote(operator)} ${quote(key)}`, wants, has)
}

const MISSING: Readonly<Record<TrustLeaf['state'], string>> = {
  present: '',
  absent: 'not there',
  'not-offered': 'no key of STS',
  disputed: 'not there',
  unknown: 'only AWS knows',
  unresolved: '',
}

function row(holds: Verdict, ...cells: readonly string[]): string {
  const texts = cells.map((cell) => prose(clip(cell, 2000)).replaceAll('\n', ''))
  return `| ${[MARK.get(holds) ?? '', ...texts].join(' | ')} |`
}

export function trustTitle(trust: TrustFacts): string {
  return `The trust policy, condition by condition: ${escaped(trustWords(trust))}`
}
