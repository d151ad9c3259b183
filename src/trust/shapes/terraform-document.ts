// The policy that a data source `aws_iam_policy_document` makes of its blocks (registry of Terraform, provider `aws`).
import { isMembers, listOf, type Members, members, membersOf, textOf, Unresolved } from '../tree.js'

/** What makes the policy out of other documents too. */
const OTHERS = [
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
]

/** `json` where Terraform has made it. `unknown`: what a plan leaves out is known later, since it shows as null what is not set. */
export function documentOf(values: Members, unknown: boolean): unknown {
  const { json, version, statement } = values
  if (typeof json === 'string' && json !== '' && !json.startsWith('${')) return json
  const isMerged = OTHERS.some((name) => listOf(values[name] ?? undefined).length > 0)
  if (isMerged || statement === undefined || statement === null) return new Unresolved(values)
  const policy = members()
  policy['Version'] = textOf(version) ?? '2012-10-17'
  policy['Statement'] = listOf(statement).map((one) => statementOf(one, unknown))
  return policy
}

function statementOf(block: unknown, unknown: boolean): unknown {
  if (!isMembers(block)) return new Unresolved(block)
  const made = members()
  const sid = textOf(block['sid'])
  if (sid !== undefined) made['Sid'] = sid
  made['Effect'] = effectOf(block['effect'], unknown && !('effect' in block))
  const put = (
    names: readonly [string, string, string, string],
    read: (value: unknown) => unknown,
  ) => {
    const [own, not, element, negated] = names
    if (isGiven(block[own])) made[element] = read(block[own])
    if (isGiven(block[not])) made[negated] = read(block[not])
    const isLeftOut = !(element in made) && !(negated in made)
    if (isLeftOut && unknown && !(own in block)) made[element] = new Unresolved(LATER)
  }
  put(['principals', 'not_principals', 'Principal', 'NotPrincipal'], principalOf)
  put(['actions', 'not_actions', 'Action', 'NotAction'], textsOf)
  for (const [own, element] of [
    ['resources', 'Resource'],
    ['not_resources', 'NotResource'],
  ] as const)
    if (isGiven(block[own])) made[element] = textsOf(block[own])
  const { condition } = block
  if (isGiven(condition)) made['Condition'] = conditionOf(condition)
  else if (unknown && !('condition' in block)) made['Condition'] = new Unresolved(LATER)
  return made
}

const LATER = '(known after apply)'

/** Null and an empty list are what is not set. */
function isGiven(value: unknown): boolean {
  return listOf(value ?? undefined).length > 0
}

function effectOf(value: unknown, isUnknown: boolean): unknown {
  return isUnknown ? new Unresolved(LATER) : (textOf(value) ?? 'Allow')
}

/** `&{…}` is `${…}` of IAM's, since that is Terraform's own. */
function textsOf(value: unknown): unknown[] {
  return listOf(value ?? undefined).map((one) =>
    typeof one === 'string' ? one.replaceAll('&{', '${') : new Unresolved(one ?? LATER),
  )
}

function principalOf(blocks: unknown): unknown {
  const made = members()
  for (const block of listOf(blocks).map(membersOf)) {
    const type = textOf(block['type'])
    if (type === undefined) return new Unresolved(LATER)
    const own = textsOf(block['identifiers'])
    if (type === '*' && own.includes('*')) return '*'
    addTo(made, type, own)
  }
  return made
}

function conditionOf(blocks: unknown): unknown {
  const made = members()
  for (const block of listOf(blocks).map(membersOf)) {
    const [test, variable] = [textOf(block['test']), textOf(block['variable'])]
    if (test === undefined || variable === undefined) return new Unresolved(LATER)
    const own = textsOf(block['values'])
    const keys = isMembers(made[test]) ? (made[test] as Record<string, unknown>) : members()
    addTo(keys, variable, own)
    made[test] = keys
  }
  return made
}

/** Blocks about the same are one list; one whose values are left out is known later. */
function addTo(owner: Record<string, unknown>, name: string, values: readonly unknown[]): void {
  const all = Array.isArray(owner[name]) ? (owner[name] as unknown[]) : []
  for (const value of values.length > 0 ? values : [new Unresolved(LATER)]) all.push(value)
  owner[name] = all
}
