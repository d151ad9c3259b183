// The roles of a CloudFormation or SAM template, and the policy of the one that is meant, as its parameters make it.
import { baseName } from '../aws/role-arn.js'
import type { RoleArn } from '../model.js'
import { Resolver } from './intrinsics.js'
import { type Form, formsOf, type Hole, knownText } from './open-text.js'
import type { Placeholders } from './placeholders.js'
import { type FoundRole, namesOf } from './roles.js'
import type { TemplateShape } from './shapes.js'
import type { Defaults, GivenParameters } from './template-parameters.js'
import { isMembers, listOf, type Members, membersOf, type Tree, textOf } from './tree.js'

export interface TemplateAsked {
  role: RoleArn | undefined
  given: GivenParameters
  placeholders: Placeholders | undefined
}

/** Why a role would not be there. */
export interface Unmade {
  condition: string
  /** Parameters whose defaults say so. */
  defaults: readonly string[]
}

/** AWS::IAM::Role, and what SAM has beside it with a trust policy of its own; their documents as they were written. */
export function rolesOfTemplate(
  { template, kind }: Pick<TemplateShape, 'template' | 'kind'>,
  asked: TemplateAsked,
): FoundRole[] {
  const { certain, usual } = resolversOf(template, asked)
  return Object.entries(membersOf(template['Resources'])).flatMap(([logicalId, one]) => {
    const resource = membersOf(one)
    const properties = membersOf(resource['Properties'])
    if (!('AssumeRolePolicyDocument' in properties)) return []
    const document = properties['AssumeRolePolicyDocument']
    const unnamed = !('RoleName' in properties) && !isForProviders(document)
    return [
      {
        address: { in: kind, logicalId },
        document,
        // SAM calls the role that it makes for a function after it (AWS SAM Developer Guide, "Generated resources").
        logicalId: /^AWS::Serverless::/.test(textOf(resource['Type']) ?? '')
          ? `${logicalId}Role`
          : logicalId,
        ...(unnamed ? { unlikely: true as const } : {}),
        ...(usual.holds(conditionOf(resource)) === false ? { notMade: true as const } : {}),
        ...namesOf(certain.resolve(properties['RoleName']), usual.resolve(properties['RoleName'])),
      },
    ]
  })
}

/** By what is certain, and by all defaults. */
function resolversOf(template: Members, asked: TemplateAsked) {
  return {
    certain: new Resolver({ template, ...asked, defaults: new Set() }),
    usual: new Resolver({ template, ...asked, defaults: 'all' }),
  }
}

/** Whether some statement may be about a provider's tokens: that of a function or a service is about none. What a function makes may be about any. */
function isForProviders(document: unknown): boolean {
  if (!isMembers(document) || !('Statement' in document)) return true
  return listOf(document['Statement']).some((statement) => {
    const names = Object.keys(membersOf(membersOf(statement)['Principal']))
    return names.length === 0 || names.some((name) => /^(Federated$|Ref$|Fn::)/.test(name))
  })
}

/** By which condition a role is not made, which `notMade` says of it. */
export function whyNotMade(
  { address }: FoundRole,
  template: Members,
  asked: TemplateAsked,
): Unmade {
  const condition = conditionOf(resourceAt(address, template))
  const { certain, usual } = resolversOf(template, asked)
  usual.holds(condition)
  const isCertain = certain.holds(condition) === false
  return { condition: condition ?? '', defaults: isCertain ? [] : [...usual.used] }
}

function resourceAt(address: FoundRole['address'], template: Members): Members {
  const resources = membersOf(template['Resources'])
  return membersOf('logicalId' in address ? resources[address.logicalId] : undefined)
}

function conditionOf(resource: Members): string | undefined {
  return textOf(resource['Condition'])
}

/**
 * With what the name of the role tells of the parameters in it: the value of one that is its only open part; of several,
 * that their defaults are not what they have, unless these make that very name.
 */
export function withNamed(
  asked: TemplateAsked,
  { address, openName }: FoundRole,
  template: Members,
): TemplateAsked {
  const own = asked.role ? baseName(asked.role) : ''
  if (!openName || own === '') return asked
  const { RoleName: name } = membersOf(resourceAt(address, template)['Properties'])
  const values = { template, ...asked, defaults: new Set<string>(), unlisted: true as const }
  const [form, another] = formsOf(new Resolver(values).resolve(name)) ?? []
  if (!form || another) return asked
  const holes = form.filter((part): part is Hole => typeof part !== 'string')
  const [only, second] = holes
  const told: [string, string | undefined][] =
    only && !second ? [[only.of, insideOf(form, own)]] : holes.map(({ of }) => [of, undefined])
  const isUsual = openName.usual === own && second !== undefined
  const named = told.filter(([name]) => holes.some(({ of, parameter }) => of === name && parameter))
  return isUsual ? asked : { ...asked, given: new Map([...asked.given, ...named]) }
}

/** What stands in a text for the one open part of the form. */
function insideOf(form: Form, text: string): string {
  const at = form.findIndex((part) => typeof part !== 'string')
  const [head, tail] = [form.slice(0, at), form.slice(at + 1)].map((part) => knownText(part) ?? '')
  return text.slice(head?.length ?? 0, text.length - (tail?.length ?? 0))
}

/** One way to read the policy of a role: by what is certain, and by the defaults that may be used. */
export interface Reading {
  document: unknown
  tree: Tree
  /** Parameters whose defaults were used. */
  used: readonly string[]
}

export function readDocument(
  document: unknown,
  template: Members,
  { tree, ...asked }: TemplateAsked & { tree: Tree },
  defaults: Defaults,
): Reading {
  const resolver = new Resolver({ template, ...asked, defaults })
  const resolved = resolver.resolve(document)
  const written = (owner: Members): Members => resolver.writtenOf(owner) ?? owner
  return {
    document: resolved,
    used: [...resolver.used],
    tree: {
      value: resolved,
      placeOf: (owner, name) => tree.placeOf(written(owner), name),
      doubled: (owner) => tree.doubled(written(owner)),
      writtenOf: (owner) => resolver.writtenOf(owner),
    },
  }
}
