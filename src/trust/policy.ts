// A trust policy as IAM reads it: statements with principal, action and conditions, and what in them IAM would not take.
import type { ElementFlaw, PolicyFlaw, StatementName } from '../model.js'
import { isMembers, listOf, type Members, members, type Tree, Unresolved } from './tree.js'

/** A value of the policy: text, or what only the deployment knows. */
export type Wanted = string | Unresolved

export interface Condition {
  operator: string
  key: string
  wanted: readonly Wanted[]
}

export interface Statement extends StatementName {
  effect: string
  principal: Members | string | Unresolved | undefined
  notPrincipal: unknown
  action: readonly Wanted[] | undefined
  notAction: readonly Wanted[] | undefined
  conditions: readonly Condition[]
  /** Why IAM would not take this statement, or nobody knows how: nothing is then said about it. */
  flaws: readonly PolicyFlaw[]
  /** As it was written, or with its functions resolved. */
  raw: Members
  /** Of a template: with its functions as they were written. */
  written?: Members
}

export interface Policy {
  /** With `2012-10-17`, `${…}` is a variable; before that, and where there is none, it is text. */
  variables: boolean
  statements: readonly Statement[]
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']
/** A statement with more flaws is no better understood for hearing of them. */
const MOST_FLAWS = 20
const VERSIONS: readonly unknown[] = ['2012-10-17', '2008-10-17']

/** The statements of a document with the member `Statement`. */
export function readPolicy(document: Members, tree: Tree): Policy {
  const version = document['Version'] ?? '2008-10-17'
  const known = VERSIONS.includes(version)
  const flaws: PolicyFlaw[] = [
    ...(known ? [] : [{ kind: 'unknown-version' as const, value: JSON.stringify(version) }]),
    ...tree.doubled(document).map((name) => flawOf('duplicate', name, document, tree)),
  ]
  const statements = listOf(document['Statement']).map((statement, index) =>
    readStatement(statement, index, tree, flaws),
  )
  return { variables: version === '2012-10-17', statements }
}

function readStatement(
  value: unknown,
  index: number,
  tree: Tree,
  inherited: readonly PolicyFlaw[],
): Statement {
  const raw = isMembers(value) ? value : members()
  const flaws = inherited.slice(0, MOST_FLAWS)
  if (!isMembers(value))
    noteFlaw(flaws, { kind: value instanceof Unresolved ? 'deployment' : 'not-an-object' })
  for (const name of Object.keys(raw)) {
    if (!ELEMENTS.includes(name)) noteFlaw(flaws, flawOf('unknown-element', name, raw, tree))
  }
  const effect = raw['Effect']
  if (effect instanceof Unresolved) noteFlaw(flaws, { kind: 'deployment', element: 'Effect' })
  else if (isMembers(value) && effect !== 'Allow' && effect !== 'Deny')
    noteFlaw(flaws, flawOf('unknown-effect', 'Effect', raw, tree))
  for (const pair of ['Principal', 'Action']) {
    if (isMembers(value) && pair in raw === `Not${pair}` in raw)
      noteFlaw(flaws, { kind: 'not-one-of-two', element: pair })
  }
  const read = reader(tree, flaws)
  const conditions = read.conditions(raw)
  read.doubled(raw)
  const written = tree.writtenOf?.(raw)
  return {
    index,
    ...(typeof raw['Sid'] === 'string' ? { sid: raw['Sid'] } : {}),
    effect: typeof effect === 'string' ? effect : '',
    principal: read.principal(raw),
    notPrincipal: raw['NotPrincipal'],
    action: 'Action' in raw ? read.texts(raw, 'Action') : undefined,
    notAction: 'NotAction' in raw ? read.texts(raw, 'NotAction') : undefined,
    conditions,
    flaws,
    raw,
    ...(written ? { written } : {}),
  }
}

/** Reads parts of one statement, and notes in `flaws` what has the wrong form. */
function reader(tree: Tree, flaws: PolicyFlaw[]) {
  const note = (kind: ElementFlaw, owner: Members, name: string): void =>
    noteFlaw(flaws, flawOf(kind, name, owner, tree))
  const doubled = (owner: Members): void => {
    for (const name of tree.doubled(owner)) note('duplicate', owner, name)
  }
  const texts = (owner: Members, name: string): Wanted[] =>
    listOf(owner[name]).map((value) => {
      if (value instanceof Unresolved || typeof value === 'string') return value
      if (typeof value === 'number' || typeof value === 'boolean') return String(value)
      note('not-text', owner, name)
      return new Unresolved(value)
    })
  const keys = (owner: Members, operator: string): Condition[] => {
    const block = owner[operator]
    if (!isMembers(block)) {
      note('no-condition-keys', owner, operator)
      return []
    }
    doubled(block)
    return Object.keys(block).map((key) => ({ operator, key, wanted: texts(block, key) }))
  }
  return {
    doubled,
    texts,
    conditions(raw: Members): Condition[] {
      const block = raw['Condition'] ?? members()
      if (block instanceof Unresolved) {
        noteFlaw(flaws, { kind: 'deployment', element: 'Condition' })
        return []
      }
      if (!isMembers(block)) {
        note('not-an-object', raw, 'Condition')
        return []
      }
      doubled(block)
      return Object.keys(block).flatMap((operator) => keys(block, operator))
    },
    principal(raw: Members): Statement['principal'] {
      const value = raw['Principal']
      if (isMembers(value)) {
        doubled(value)
        for (const name of Object.keys(value)) texts(value, name)
      }
      const fits = value === undefined || value === '*' || value instanceof Unresolved
      if (fits || isMembers(value)) return value
      note('unknown-principal', raw, 'Principal')
      return undefined
    },
  }
}

function flawOf(kind: ElementFlaw, element: string, owner: Members, tree: Tree): PolicyFlaw {
  const place = tree.placeOf(owner, element)
  return { kind, element, ...(place ? { place } : {}) }
}

function noteFlaw(flaws: PolicyFlaw[], flaw: PolicyFlaw): void {
  if (flaws.length < MOST_FLAWS) flaws.push(flaw)
}
