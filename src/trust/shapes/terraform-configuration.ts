// The configuration that a plan of Terraform's holds beside its values: which data source a role takes its policy from.
import { isMembers, listOf, type Members, textOf } from '../tree.js'

const MODULE = /module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./y

/** Of the address of a role that of its data source, where its policy is made of that alone: expressions have the addresses that they refer to. */
export function referenceIn(configuration: unknown): (address: string) => string | undefined {
  const root = isMembers(configuration) ? configuration['root_module'] : undefined
  const indexes = new Map<Members, Map<unknown, Members>>()
  const resourcesOf = (module: Members): Map<unknown, Members> => {
    const made =
      indexes.get(module) ??
      new Map(
        listOf(module['resources'])
          .filter(isMembers)
          .map((one) => [one['address'], one]),
      )
    indexes.set(module, made)
    return made
  }
  return (address) => {
    const { module, path } = moduleOf(root, address)
    if (!module) return undefined
    const one = resourcesOf(module).get(withoutKey(address.slice(path.length)))
    const data = dataOf(one?.['expressions'])
    return data === undefined ? undefined : `${path}${data}`
  }
}

/** The module that an address leads to, and the part of the address that does. */
function moduleOf(root: unknown, address: string): { module?: Members; path: string } {
  let [module, from] = [root, 0]
  for (;;) {
    MODULE.lastIndex = from
    const name = MODULE.exec(address)?.[1]
    if (!isMembers(module)) return { path: '' }
    if (name === undefined) return { module, path: address.slice(0, from) }
    from = MODULE.lastIndex
    const call = isMembers(module['module_calls']) ? module['module_calls'][name] : undefined
    module = isMembers(call) ? call['module'] : undefined
  }
}

/** What else an expression may refer to is the key of an instance. */
function dataOf(expressions: unknown): string | undefined {
  const policy = isMembers(expressions) ? expressions['assume_role_policy'] : undefined
  const references = isMembers(policy) ? listOf(policy['references']) : []
  const others = references.filter((one) => !/^(?:each|count)\b/.test(textOf(one) ?? ''))
  const found = new Set(others.map((one) => dataIn(textOf(one) ?? '')))
  const [data] = found
  return found.size === 1 ? data : undefined
}

/** The address of the data source that an expression begins with. */
export function dataIn(expression: string): string | undefined {
  return /^data\.aws_iam_policy_document\.[\w-]+/.exec(expression)?.[0]
}

/** `aws_iam_role.deploy` of `aws_iam_role.deploy["eu"]`. */
export function withoutKey(address: string): string {
  return address.replace(/\[[^[]*\]$/, '')
}
