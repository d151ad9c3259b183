// CloudFormation's intrinsic functions, as far as the role's ARN and the template itself settle them; the rest stays unresolved.
import { LONGEST_PROVIDER_URL } from '../aws/limits.js'
import { providerArn } from '../aws/provider.js'
import type { RoleArn } from '../model.js'
import { isMembers, listOf, type Members, members, Unresolved } from './tree.js'
import { replaceVariables } from './variables.js'

/** No text of a policy is as long: functions can make gigabytes of a few lines. */
const LONGEST = 100_000

const FUNCTION = /^(Ref|Fn::\w+)$/

export interface Template {
  resources: Members
  role: RoleArn | undefined
  /** The ARNs of the providers that were asked for, by their logical ids: a template may name one ten thousand times. */
  arns: Map<string, string | undefined>
}

/** The value with every function in it resolved or marked; objects keep their identity where nothing in them changed. */
export function resolveIntrinsics(value: unknown, template: Template): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, template))
  if (!isMembers(value)) return value
  const [entry, ...more] = Object.entries(value)
  if (entry && more.length === 0 && FUNCTION.test(entry[0])) {
    return (
      callFunction(entry[0], resolveIntrinsics(entry[1], template), template) ??
      new Unresolved(value)
    )
  }
  const own = value as Record<string, unknown>
  for (const [name, member] of Object.entries(value))
    own[name] = resolveIntrinsics(member, template)
  return own
}

function callFunction(name: string, argument: unknown, template: Template): unknown {
  if (name === 'Ref') return ref(argument, template)
  if (name === 'Fn::GetAtt') {
    const [resource, attribute] =
      typeof argument === 'string' ? argument.split('.') : listOf(argument)
    return attribute === 'Arn' ? providerArnOf(resource, template) : undefined
  }
  if (name === 'Fn::Sub') return sub(argument, template)
  return name === 'Fn::Join' ? join(argument) : undefined
}

/** Of an OIDC provider, Ref is the ARN. */
function ref(name: unknown, template: Template): string | undefined {
  const { role } = template
  if (name === 'AWS::AccountId') return role?.account
  if (name === 'AWS::Partition') return role?.partition || undefined
  return providerArnOf(name, template)
}

function providerArnOf(name: unknown, template: Template): string | undefined {
  if (typeof name !== 'string') return undefined
  const { arns } = template
  if (!arns.has(name)) arns.set(name, makeArn(template.resources[name], template))
  return arns.get(name)
}

function makeArn(resource: unknown, { role }: Template): string | undefined {
  if (!isMembers(resource) || resource['Type'] !== 'AWS::IAM::OIDCProvider') return undefined
  const properties = isMembers(resource['Properties']) ? resource['Properties'] : members()
  // A URL made of resources is no URL of a provider, and such may name each other in a circle.
  const url = resolveIntrinsics(properties['Url'], {
    resources: members(),
    role,
    arns: new Map(),
  })
  if (typeof url !== 'string' || url.length > LONGEST_PROVIDER_URL || !role) return undefined
  return providerArn({ partition: role.partition, account: role.account, issuer: url })
}

/** `${Name}` for parameters and resources, `${!Name}` for a plain `${Name}`. */
function sub(argument: unknown, template: Template): string | undefined {
  const [text, own] = Array.isArray(argument) ? argument : [argument, undefined]
  if (typeof text !== 'string') return undefined
  let known = true
  let length = 0
  const made = replaceVariables(text, (name) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    const given = isMembers(own) && name in own ? own[name] : undefined
    const value = given ?? ref(name.replace(/\.Arn$/, ''), template)
    length += String(value).length
    known &&= typeof value === 'string' && length <= LONGEST
    return known ? String(value) : ''
  })
  return known ? made : undefined
}

function join(argument: unknown): string | undefined {
  const [between, parts] = Array.isArray(argument) ? argument : []
  const ready = Array.isArray(parts) && parts.every((part) => typeof part === 'string')
  if (!ready || typeof between !== 'string') return undefined
  return between.length * parts.length > LONGEST ? undefined : parts.join(between)
}
