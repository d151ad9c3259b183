// The parameters of a CloudFormation template: the value that one is given, its default, or what it may be.
import { hole, isText, oneOf } from './open-text.js'
import { isMembers, listOf, type Members, membersOf, textOf, Unresolved } from './tree.js'

/** By name; undefined for one that is given, and nobody knows as what. */
export type GivenParameters = ReadonlyMap<string, string | undefined>

export const NONE_GIVEN: GivenParameters = new Map()

/** Which parameters may stand for their defaults. */
export type Defaults = 'all' | ReadonlySet<string>

export interface ParameterValues {
  given: GivenParameters
  defaults: Defaults
  /** Whatever values are allowed. */
  unlisted?: true
}

/** AWS CloudFormation User Guide, "Parameters". Undefined for a name that is no parameter; `used`: whose defaults were. */
export function parameterValue(
  name: string,
  template: Members,
  { given, defaults, unlisted }: ParameterValues,
  used: Set<string>,
): unknown {
  const parameter = membersOf(template['Parameters'])[name]
  if (!isMembers(parameter)) return undefined
  const type = textOf(parameter['Type']) ?? 'String'
  const isList = /^CommaDelimitedList$|^List</.test(type)
  const shown = { Ref: name }
  const open = isList ? new Unresolved(shown) : hole(name, shown, true)
  // A secret is shown nowhere; and of a parameter in Systems Manager the template has only the name.
  if (isTrue(parameter['NoEcho']) || type.startsWith('AWS::SSM::')) return open
  if (given.has(name)) {
    const value = given.get(name)
    if (value === undefined) return open
    return isList ? listIn(value) : value
  }
  const standard = parameter['Default']
  const usable = defaults === 'all' || defaults.has(name)
  if (usable && isText(standard)) {
    used.add(name)
    return isList ? listIn(String(standard)) : String(standard)
  }
  const allowed = listOf(parameter['AllowedValues'])
  return isList || unlisted || allowed.length === 0 ? open : oneOf(allowed, `\${${name}}`, shown)
}

function isTrue(value: unknown): boolean {
  return isText(value) && String(value).toLowerCase() === 'true'
}

function listIn(text: string): string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim())
}
