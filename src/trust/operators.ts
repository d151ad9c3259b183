// The condition operators of IAM's policy language (IAM User Guide, "IAM JSON policy elements: Condition operators").
import {
  arnLike,
  bool,
  type Compare,
  date,
  equals,
  equalsIgnoreCase,
  ipAddress,
  like,
  numeric,
  undecided,
} from './compare.js'

export interface Test {
  compare: Compare
  /** Holds where none of the values compares; then it holds for a missing key, too. */
  negated: boolean
  /** Text and ARN operators fill in policy variables; the others take none. */
  variables: boolean
}

export interface Operator {
  set: 'all' | 'any' | 'none'
  ifExists: boolean
  /** `Null` asks whether the key is there; undefined for an operator that IAM does not have. */
  test: Test | 'null' | undefined
}

const text = (compare: Compare, negated = false): Test => ({ compare, negated, variables: true })
const value = (compare: Compare, negated = false): Test => ({ compare, negated, variables: false })

function ordered(name: string, make: (order: (n: number) => boolean) => Compare): [string, Test][] {
  return [
    [`${name}equals`, value(make((n) => n === 0))],
    [
      `${name}notequals`,
      value(
        make((n) => n === 0),
        true,
      ),
    ],
    [`${name}lessthan`, value(make((n) => n < 0))],
    [`${name}lessthanequals`, value(make((n) => n <= 0))],
    [`${name}greaterthan`, value(make((n) => n > 0))],
    [`${name}greaterthanequals`, value(make((n) => n >= 0))],
  ]
}

const TESTS: ReadonlyMap<string, Test> = new Map([
  ['stringequals', text(equals)],
  ['stringnotequals', text(equals, true)],
  ['stringequalsignorecase', text(equalsIgnoreCase)],
  ['stringnotequalsignorecase', text(equalsIgnoreCase, true)],
  ['stringlike', text(like)],
  ['stringnotlike', text(like, true)],
  ['arnequals', text(arnLike)],
  ['arnlike', text(arnLike)],
  ['arnnotequals', text(arnLike, true)],
  ['arnnotlike', text(arnLike, true)],
  ['bool', value(bool)],
  ['ipaddress', value(ipAddress)],
  ['notipaddress', value(ipAddress, true)],
  ['binaryequals', value(undecided)],
  ...ordered('numeric', numeric),
  ...ordered('date', date),
])

const SETS = { forallvalues: 'all', foranyvalue: 'any' } as const
const FORM = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/

const KNOWN_OPERATORS = new Map<string, Operator>()

/** The parts of an operator's name, letter case left aside. */
export function operatorOf(name: string): Operator {
  const found = KNOWN_OPERATORS.get(name)
  if (found) return found
  const [, set, base = '', ifExists] = FORM.exec(name.toLowerCase()) ?? []
  const operator: Operator = {
    set: set ? SETS[set as keyof typeof SETS] : 'none',
    ifExists: ifExists !== undefined,
    test: base === 'null' ? 'null' : TESTS.get(base),
  }
  // Names from a file are kept only where IAM has them: there are a few hundred of those.
  if (operator.test) KNOWN_OPERATORS.set(name, operator)
  return operator
}
