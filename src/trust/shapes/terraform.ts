// Roles of Terraform: `terraform show -json` of a plan or a state, a state file (version 4), and configuration in JSON (`.tf.json`).
import { markPlaceholders } from '../placeholders.js'
import { type FoundRole, namesOf } from '../roles.js'
import { isMembers, listOf, type Members, membersOf, textOf } from '../tree.js'
import { dataIn, referenceIn, withoutKey } from './terraform-configuration.js'
import { documentOf } from './terraform-document.js'

/** A resource or data source, at its address. */
interface Resource {
  address: string
  type: string
  isData: boolean
  values: Members
}

/** Undefined for a document that is not Terraform's. */
export function fromTerraform(value: Members): FoundRole[] | undefined {
  if (isShown(value)) return fromShown(value)
  if ('terraform_version' in value && Array.isArray(value['resources']))
    return rolesAmong(inStateFile(value['resources']), () => undefined)
  return fromConfiguration(value) ?? fromOutputs(value)
}

/** `terraform output -json`: those whose value is a trust policy. */
function fromOutputs(value: Members): FoundRole[] | undefined {
  const all = Object.entries(value)
  const isOutput = (one: unknown): one is Members =>
    isMembers(one) && 'value' in one && 'sensitive' in one
  if (all.length === 0 || !all.every(([, one]) => isOutput(one))) return undefined
  return all.flatMap(([name, one]): FoundRole[] => {
    // What is marked as sensitive is to be shown nowhere.
    const document = isOutput(one) && one['sensitive'] !== true ? one['value'] : undefined
    return isAboutProviders(document)
      ? [{ address: { in: 'terraform', resource: `output.${name}`, of: 'output' }, document }]
      : []
  })
}

function isShown(value: Members): boolean {
  return (
    'format_version' in value ||
    ['values', 'planned_values'].some((name) => isMembers(value[name])) ||
    Array.isArray(value['resource_changes'])
  )
}

/** Of a plan, what will be; of the data sources also what was read before it, and what is to be read after. */
function fromShown(value: Members): FoundRole[] {
  const { values, planned_values: planned, prior_state: prior, resource_changes: changes } = value
  const changed = listOf(changes).filter(isMembers).flatMap(inChange)
  const before = isMembers(prior) ? inValues(prior['values']) : []
  const now = planned === undefined ? inValues(values) : inValues(planned)
  const data = [...now, ...changed, ...before].filter(({ isData }) => isData)
  const all = [...(now.length > 0 ? now : changed), ...data]
  const isUnknown = planned !== undefined || changes !== undefined
  const reference = referenceIn(value['configuration'])
  return rolesAmong(all, ({ address }) => reference(address), isUnknown)
}

function inValues(values: unknown): Resource[] {
  return isMembers(values) ? inModule(values['root_module']) : []
}

function inModule(module: unknown): Resource[] {
  if (!isMembers(module)) return []
  const own = listOf(module['resources']).filter(isMembers)
  return [
    ...own.map((one) => resourceOf(one, one['values'], textOf(one['address']))),
    ...listOf(module['child_modules']).flatMap(inModule),
  ]
}

/** `after` is null of what is destroyed. */
function inChange(one: Members): Resource[] {
  const after = isMembers(one['change']) ? one['change']['after'] : undefined
  return isMembers(after) ? [resourceOf(one, after, textOf(one['address']))] : []
}

function inStateFile(resources: readonly unknown[]): Resource[] {
  return resources.filter(isMembers).flatMap((one) =>
    listOf(one['instances'])
      .filter(isMembers)
      .map(({ attributes }) => resourceOf(one, attributes)),
  )
}

function resourceOf(one: Members, values: unknown, address?: string): Resource {
  const type = textOf(one['type']) ?? ''
  const isData = one['mode'] === 'data'
  const module = textOf(one['module'])
  const own = `${isData ? 'data.' : ''}${type}.${textOf(one['name']) ?? ''}`
  const place = address ?? `${module === undefined ? '' : `${module}.`}${own}`
  return { address: place, type, isData, values: membersOf(values) }
}

/** Configuration in JSON, written by hand or by CDK for Terraform. */
function fromConfiguration(value: Members): FoundRole[] | undefined {
  const { resource, data } = value
  const all = [...configured(resource, false), ...configured(data, true)]
  if (all.length === 0) return undefined
  const roles = rolesAmong(all, ({ values }) => {
    const policy = textOf(values['assume_role_policy']) ?? ''
    return /^\$\{.*\.json\}$/.test(policy) ? dataIn(policy.slice(2)) : undefined
  })
  return roles.map(({ name, ...role }) => ({
    ...role,
    ...(name === undefined ? {} : namesOf(markPlaceholders(name, 'all'))),
    placeholders: 'all',
  }))
}

function configured(types: unknown, isData: boolean): Resource[] {
  return [...ROLES.keys(), DOCUMENT].flatMap((type) =>
    Object.entries(membersOf(membersOf(types)[type])).flatMap(([name, values]) => {
      const one = { type, name, mode: isData ? 'data' : 'managed' }
      return listOf(values).map((value) => resourceOf(one, value))
    }),
  )
}

const DOCUMENT = 'aws_iam_policy_document'

/** The types of roles, and their members for policy and name (of the providers `aws` and `awscc`). */
const ROLES: ReadonlyMap<string, readonly [policy: string, name: string]> = new Map([
  ['aws_iam_role', ['assume_role_policy', 'name']],
  ['awscc_iam_role', ['assume_role_policy_document', 'role_name']],
])

/** The address of the data source that a role takes its policy from, as far as that is written. */
type Reference = (role: Resource) => string | undefined

/** The roles; where there is none, the documents that are about a provider, as a module has them that is given its roles. */
function rolesAmong(all: readonly Resource[], reference: Reference, unknown = false): FoundRole[] {
  const documents = documentsAmong(all, unknown)
  const roles = all.flatMap((one): FoundRole[] => {
    const inRole = ROLES.get(one.type)
    if (one.isData || !inRole) return []
    const [policy, named] = inRole
    const own = one.values[policy]
    const isKnown = typeof own === 'string' && !own.startsWith('${')
    const made = isKnown ? undefined : documents.of(one.address, reference(one))
    const [arn, name] = [textOf(one.values['arn']), textOf(one.values[named])]
    return [
      {
        address: { in: 'terraform', resource: one.address },
        document: made ?? own,
        arn,
        name,
      },
    ]
  })
  if (roles.length > 0) return roles
  const made = documents.all().map(
    ([address, document]): FoundRole => ({
      address: { in: 'terraform', resource: address, of: 'data' },
      document,
    }),
  )
  const trusting = made.filter(({ document }) => isAboutProviders(document))
  return trusting.length > 0 ? trusting : made
}

/** The policies of data sources by their addresses, each made once: thousands of roles may take the same. */
function documentsAmong(resources: readonly Resource[], unknown: boolean) {
  const data = resources.filter(({ isData, type }) => isData && type === DOCUMENT)
  const sources = new Map(data.map((one) => [one.address, one]))
  const byName = Map.groupBy(sources.values(), ({ address }) => withoutKey(address))
  const made = new Map<Resource, unknown>()
  const make = (one: Resource): unknown => {
    if (!made.has(one)) made.set(one, documentOf(one.values, unknown))
    return made.get(one)
  }
  return {
    all: () => [...sources.values()].map((one) => [one.address, make(one)] as const),
    /** Of one with instances, that of the role's own key, or the only one. In a plan, a role whose data is known by then and whose policy is not has more than the data in it. */
    of: (role: string, name = ''): unknown => {
      const named = byName.get(name) ?? []
      const one = sources.get(`${name}${role.slice(withoutKey(role).length)}`)
      const source = one ?? (named.length === 1 ? named[0] : undefined)
      const isKnown = unknown && typeof source?.values['json'] === 'string'
      return source === undefined || isKnown ? undefined : make(source)
    },
  }
}

function isAboutProviders(document: unknown): boolean {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return text?.includes('"Federated"') ?? false
}
