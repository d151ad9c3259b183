// The configuration that a plan of Terraform's holds beside its values: which data source a role takes its policy from.
import { isMembers, listOf, textOf } from '../tree.js'

const MODULE = /module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./y

/** By the configuration that a plan holds beside its values: the expressions have the addresses that they refer to. */
export function referenced(configuration: unknown, address: string): string | undefined {
  let module = isMembers(configuration) ? configuration['root_module'] : undefined
  let from = 0
  for (;;) {
    MODULE.lastIndex = from
    const name = MODULE.exec(address)?.[1]
    if (name === undefined || !isMembers(module)) break
    from = MODULE.lastIndex
    const call = isMembers(module['module_calls']) ? module['module_calls'][name] : undefined
    module = isMembers(call) ? call['module'] : undefined
  }
  if (!isMembers(module)) return undefined
  const own = address.slice(from).replace(/\[[^[]*\]$/, '')
  const one = listOf(module['resources'])
    .filter(isMembers)
    .find((it) => it['address'] === own)
  const expressions = one?.['expressions']
  const policy = isMembers(expressions) ? expressions['assume_role_policy'] : undefined
  const references = isMembers(policy) ? listOf(policy['references']) : []
  const found = new Set(references.flatMap((it) => dataIn(textOf(it) ?? '') ?? []))
  const [data] = found
  return data === undefined || found.size > 1 ? undefined : `${address.slice(0, from)}${data}`
}

/** The address of the data source that an expression begins with. */
export function dataIn(expression: string): string | undefined {
  return /^(?:\$\{)?(data\.aws_iam_policy_document\.[\w-]+)/.exec(expression)?.[1]
}
