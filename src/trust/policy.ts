// A trust policy as IAM reads it: statements with principal, action and conditions, and what in them IAM would not take.
import { isMembers, listOf, type Members, members, type Tree, Unresolved } from './tree.js'

/** A value of the policy: text, or what only the deployment knows. */
export type Wanted = string | Unresolved

export interface Condition {
  operator: string
  key: string
  wanted: readonly Wanted[]
}

export interface Statement {
  /** Counted from 0. */
  index: number
  sid?: string
  effect: string
  principal: Members | string | Unresolved | undefined
  notPrincipal: unknown
  action: readonly Wanted[] | undefined
  notAction: readonly Wanted[] | undefined
  conditions: readonly Condition[]
  /** Why IAM would not take this statement, or nobody knows how: nothing is then said about it. */
  flaws: readonly string[]
  /** As it was written. */
  raw: Members
}

export interface Policy {
  /** With `2012-10-17`, `${…}` is a variable; before that, and where there is none, it is text. */
  variables: boolean
  statements: readonly Statement[]
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']
/** A statement with more flaws is no better understood for hearing of them. */
const MOST_FLAWS = 20
/** Begins the flaws that are none of the form. */
export const DEPLOYED = 'only the deployment knows'
const VERSIONS = ['2012-10-17', '2008-10-17']

/** The statements of a document with the member `Statement`. */
export function readPolicy(document: Members, tree: Tree): Policy {
  const version = document['Version'] ?? '2008-10-17'
  const known = typeof version === 'string' && VERSIONS.includes(version)
  const flaws = [
    ...(known ? [] : [`Version ${JSON.stringify(version)} is none of IAM's`]),
    ...tree
      .doubled(document)
      .map((name) => `${name} is there twice${placeText(tree, document, name)}`),
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
  inherited: readonly string[],
): Statement {
  const raw = isMembers(value) ? value : members()
  const flaws = inherited.slice(0, MOST_FLAWS)
  if (!isMembers(value))
    noteFlaw(
      flaws,
      value instanceof Unresolved ? `${DEPLOYED} the statement` : 'the statement is not an object',
    )
  for (const name of Object.keys(raw)) {
    if (!ELEMENTS.includes(name))
      noteFlaw(flaws, `IAM takes no ${name} here${placeText(tree, raw, name)}`)
  }
  const effect = raw['Effect']
  if (effect instanceof Unresolved) noteFlaw(flaws, `${DEPLOYED} Effect`)
  else if (isMembers(value) && effect !== 'Allow' && effect !== 'Deny')
    noteFlaw(flaws, `Effect is neither Allow nor Deny${placeText(tree, raw, 'Effect')}`)
  for (const pair of ['Principal', 'Action']) {
    if (isMembers(value) && pair in raw === `Not${pair}` in raw)
      noteFlaw(flaws, `exactly one of ${pair} and Not${pair} must be there`)
  }
  const read = reader(tree, flaws)
  const conditions = read.conditions(raw)
  read.doubled(raw)
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
  }
}

/** Reads parts of one statement, and notes in `flaws` what has the wrong form. */
function reader(tree: Tree, flaws: string[]) {
  const doubled = (owner: Members): void => {
    for (const name of tree.doubled(owner))
      noteFlaw(flaws, `${name} is there twice${placeText(tree, owner, name)}`)
  }
  const texts = (owner: Members, name: string): Wanted[] =>
    listOf(owner[name]).map((value) => {
      if (value instanceof Unresolved || typeof value === 'string') return value
      if (typeof value === 'number' || typeof value === 'boolean') return String(value)
      noteFlaw(flaws, `${name} has a value that is no text${placeText(tree, owner, name)}`)
      return new Unresolved(value)
    })
  const keys = (owner: Members, operator: string): Condition[] => {
    const block = owner[operator]
    if (!isMembers(block)) {
      noteFlaw(flaws, `${operator} holds no condition keys${placeText(tree, owner, operator)}`)
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
        noteFlaw(flaws, `${DEPLOYED} Condition`)
        return []
      }
      if (!isMembers(block)) {
        noteFlaw(flaws, `Condition is not an object${placeText(tree, raw, 'Condition')}`)
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
      noteFlaw(flaws, `Principal is neither an object nor "*"${placeText(tree, raw, 'Principal')}`)
      return undefined
    },
  }
}

function placeText(tree: Tree, owner: Members, name: string): string {
  const place = tree.placeOf(owner, name)
  return place ? ` (line ${place.line}, column ${place.column})` : ''
}

function noteFlaw(flaws: string[], flaw: string): void {
  if (flaws.length < MOST_FLAWS) flaws.push(flaw)
}
