// What each intrinsic function of CloudFormation's makes of its argument (AWS CloudFormation User Guide, "Intrinsic functions").
import { LONGEST_TEMPLATE_TEXT } from '../aws/limits.js'
import type { Verdict } from '../model.js'
import { formsOf, hole, isText, joined, knownText, oneOf, pieceOf } from './open-text.js'
import { hasUnresolved, isMembers, listOf, type Members, membersOf, textOf } from './tree.js'

export const FUNCTION = /^(Ref|Fn::\w+)$/

/** In place of a member or an element that is not to be there. */
export const NO_VALUE = Symbol('AWS::NoValue')

/** What functions ask for. */
export interface Asked {
  template: Members
  resolve(value: unknown): unknown
  refer(name: string): unknown
  holds(condition: unknown): Verdict
  providerArn(logicalId: unknown): unknown
}

type Call = (argument: unknown, written: Members, asked: Asked) => unknown

/** Undefined where the value stays unknown. Of `Fn::If`, only what is needed is looked at. */
export const callFunction = (
  name: string,
  argument: unknown,
  written: Members,
  asked: Asked,
): unknown => CALLS.get(name)?.(argument, written, asked)

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['Ref', (name, _written, asked) => (typeof name === 'string' ? asked.refer(name) : undefined)],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::If', choose],
  ['Fn::FindInMap', findInMap],
  ['Fn::ToJsonString', toJson],
])

const listIn = (argument: unknown, asked: Asked): readonly unknown[] =>
  listOf(asked.resolve(argument))

function getAtt(argument: unknown, written: Members, asked: Asked): unknown {
  const path: readonly unknown[] = isText(argument) ? String(argument).split('.') : listOf(argument)
  const arn = path[1] === 'Arn' ? asked.providerArn(path[0]) : undefined
  return arn ?? (path.every(isText) ? hole(path.join('.'), written) : undefined)
}

/** `${Name}` for parameters and resources, `${Name.Attribute}`, `${!Name}` for a plain `${Name}`. */
function sub(argument: unknown, written: Members, asked: Asked): unknown {
  const [text, given] = listOf(argument)
  if (typeof text !== 'string' || text.length > LONGEST_TEMPLATE_TEXT) return undefined
  // A variable of the Serverless Framework, with others in it.
  if (/\$\{[^}]*\$\{/.test(text)) return undefined
  const own = membersOf(given)
  let length = 0
  const end = text.lastIndexOf('}') + 1
  const parts = text.slice(0, end).split(/\$\{([^}]*)\}/)
  const values = parts.map((part, at) => {
    if (at % 2 === 0 || length > LONGEST_TEMPLATE_TEXT) return part
    if (part.startsWith('!')) return `\${${part.slice(1)}}`
    const value = Object.hasOwn(own, part) ? asked.resolve(own[part]) : nameInSub(part, asked)
    length += isText(value) ? String(value).length : 0
    return value
  })
  if (length > LONGEST_TEMPLATE_TEXT) return undefined
  const pieces = [...values, text.slice(end)].map((value, at) =>
    pieceOf(asked.resolve(value), parts[at] ?? ''),
  )
  return joined(pieces, written)
}

function nameInSub(name: string, asked: Asked): unknown {
  const dot = name.indexOf('.')
  if (dot < 0) return asked.refer(name)
  return name.slice(dot) === '.Arn' ? asked.providerArn(name.slice(0, dot)) : undefined
}

function join(argument: unknown, written: Members, asked: Asked): unknown {
  const [between, list] = listOf(argument)
  const parts = asked.resolve(list)
  if (typeof between !== 'string' || !Array.isArray(parts)) return undefined
  const length = parts.reduce<number>(
    (sum, part) => sum + between.length + (isText(part) ? String(part).length : 0),
    0,
  )
  if (length > LONGEST_TEMPLATE_TEXT) return undefined
  const pieces = parts.map((part, at) => pieceOf(part, `part ${at + 1}`))
  const gap = pieceOf(between, '')
  return joined(
    pieces.flatMap((piece, at) => (at === 0 ? [piece] : [gap, piece])),
    written,
  )
}

function split(argument: unknown, _written: Members, asked: Asked): unknown {
  const [between, text] = listIn(argument, asked)
  const fits = typeof between === 'string' && between !== '' && typeof text === 'string'
  return fits ? text.split(between) : undefined
}

function select(argument: unknown, _written: Members, asked: Asked): unknown {
  const [index, list] = listIn(argument, asked)
  return Array.isArray(list) && isText(index) ? list[Number(index)] : undefined
}

/** Where nothing settles the condition, what both branches say, or one of two texts. */
function choose(argument: unknown, written: Members, asked: Asked): unknown {
  const [condition, yes, no] = listOf(argument)
  const verdict = asked.holds(condition)
  if (verdict !== 'undecided') return asked.resolve(verdict ? yes : no)
  const branches = [asked.resolve(yes), asked.resolve(no)]
  const [one, other] = branches.map((branch) => JSON.stringify(branch))
  if (one === other) return branches[0]
  return oneOf(branches, `\${If ${textOf(condition) ?? ''}}`, written)
}

/** With a default as its fourth argument where the template has `AWS::LanguageExtensions`. */
function findInMap(argument: unknown, written: Members, asked: Asked): unknown {
  const [name, top, second, more] = listIn(argument, asked)
  const map = isText(name) ? membersOf(asked.template['Mappings'])[String(name)] : undefined
  const otherwise = membersOf(more)['DefaultValue']
  const [tops, seconds] = [formsOf(top), formsOf(second)].map((forms) => forms?.map(knownText))
  if (!isMembers(map) || !tops || !seconds) return undefined
  const found = tops.flatMap((one) =>
    seconds.map((other) => {
      if (one === undefined || other === undefined) return undefined
      return membersOf(map[one])[other] ?? otherwise
    }),
  )
  if (found.length === 1) return found[0]
  return oneOf(found, `\${${String(name)}}`, written)
}

function toJson(argument: unknown, _written: Members, asked: Asked): unknown {
  const value = asked.resolve(argument)
  const text = hasUnresolved(value) ? undefined : JSON.stringify(value)
  return text !== undefined && text.length <= LONGEST_TEMPLATE_TEXT ? text : undefined
}
