// The roles of a CloudFormation or SAM template, and the policy of the one that is meant, as its parameters make it.
import { baseName } from '../aws/role-arn.js'
import type { RoleArn } from '../model.js'
import { Resolver } from './intrinsics.js'
import { formsOf, type Hole, knownText, OpenText } from './open-text.js'
import type { FoundRole, OpenName } from './roles.js'
import type { Defaults, GivenParameters } from './template-parameters.js'
import { isMembers, listOf, type Members, type Tree } from './tree.js'

export interface TemplateAsked {
  role: RoleArn | undefined
  given: GivenParameters
}

/** Why a role would not be there. */
export interface Unmade {
  condition: string
  /** Parameters whose defaults say so. */
  defaults: readonly string[]
}

/** AWS::IAM::Role, and what SAM has beside it with a trust policy of its own; their documents as they were written. */
export function rolesOfTemplate(template: Members, asked: TemplateAsked): FoundRole[] {
  const resources = template['Resources']
  const certain = new Resolver({ template, ...asked, defaults: new Set() })
  const usual = new Resolver({ template, ...asked, defaults: 'all' })
  return Object.entries(isMembers(resources) ? resources : {}).flatMap(([logicalId, resource]) => {
    if (!isMembers(resource)) return []
    const properties = resource['Properties']
    if (!isMembers(properties) || !('AssumeRolePolicyDocument' in properties)) return []
    const document = properties['AssumeRolePolicyDocument']
    const unnamed = !('RoleName' in properties) && !isForProviders(document)
    return [
      {
        address: { in: 'template' as const, logicalId },
        document,
        // SAM calls the role that it makes for a function after it (AWS SAM Developer Guide, "Generated resources").
        logicalId: /^AWS::Serverless::/.test(String(resource['Type']))
          ? `${logicalId}Role`
          : logicalId,
        ...(unnamed ? { unlikely: true as const } : {}),
        ...(usual.holds(conditionOf(resource)) === false ? { notMade: true as const } : {}),
        ...namesOf(certain.resolve(properties['RoleName']), usual.resolve(properties['RoleName'])),
      },
    ]
  })
}

function namesOf(certain: unknown, usual: unknown): { name?: string; openName?: OpenName } {
  if (typeof certain === 'string') return certain === '' ? {} : { name: certain }
  const forms = formsOf(certain)
  if (!forms || !(certain instanceof OpenText)) return {}
  const known = typeof usual === 'string' ? usual : undefined
  return { openName: { usual: known, forms, display: known ?? certain.display } }
}

/** Whether some statement may be about a provider's tokens: that of a function or a service is about none. */
function isForProviders(document: unknown): boolean {
  if (!isMembers(document)) return true
  return listOf(document['Statement']).some((statement) => {
    const principal = isMembers(statement) ? statement['Principal'] : undefined
    const names = isMembers(principal) ? Object.keys(principal) : []
    return names.length === 0 || names.some((name) => /^(Federated$|Ref$|Fn::)/.test(name))
  })
}

/** By which condition a role is not made, which `notMade` says of it. */
export function whyNotMade(
  { address }: FoundRole,
  template: Members,
  asked: TemplateAsked,
): Unmade {
  const resources = template['Resources']
  const own = address.in === 'template' && isMembers(resources) ? resources[address.logicalId] : {}
  const condition = conditionOf(own)
  const [usual, certain] = [
    new Resolver({ template, ...asked, defaults: 'all' }),
    new Resolver({ template, ...asked, defaults: new Set() }),
  ]
  usual.holds(condition)
  const isCertain = certain.holds(condition) === false
  return { condition: condition ?? '', defaults: isCertain ? [] : [...usual.used] }
}

function conditionOf(resource: unknown): string | undefined {
  const condition = isMembers(resource) ? resource['Condition'] : undefined
  return typeof condition === 'string' ? condition : undefined
}

/** What the name of the role tells of a parameter that is the only open part of it. */
export function withNamed(asked: TemplateAsked, { openName }: FoundRole): TemplateAsked {
  const own = asked.role ? baseName(asked.role) : ''
  const [form, another] = openName?.forms ?? []
  if (!form || another || own === '') return asked
  const holes = form.filter((part): part is Hole => typeof part !== 'string')
  const [only, second] = holes
  if (!only?.parameter || second) return asked
  const at = form.indexOf(only)
  const [head, tail] = [form.slice(0, at), form.slice(at + 1)].map((part) => knownText(part) ?? '')
  const value = own.slice(head?.length ?? 0, own.length - (tail?.length ?? 0))
  return { ...asked, given: new Map([...asked.given, [only.of, value]]) }
}

/** One way to read the policy of a role: by what is certain, and by the defaults that may be used. */
export interface Reading {
  document: unknown
  tree: Tree
  /** Parameters whose defaults were used. */
  used: readonly string[]
}

export function readDocument(
  { document }: FoundRole,
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
