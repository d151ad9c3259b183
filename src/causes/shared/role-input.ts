// The input that a role was given by, `role-to-assume` or a line of `roles`: its name, the line to paste, and where it stands.
import type { Inputs, Known, Step } from '../../model.js'
import { oneLine, quote, sanitise } from '../../text.js'
import type { Where } from '../cause.js'

export type RoleInput = 'roles' | 'role-to-assume'

/** For a sign-in of several, and for the step as a whole. */
export function roleInput({ inputs }: Pick<Known, 'inputs'>): RoleInput {
  return isOfRoles(inputs) ? 'roles' : 'role-to-assume'
}

function isOfRoles(inputs: Inputs | undefined): boolean {
  return inputs?.lineOfRoles !== undefined || (inputs?.roles.length ?? 0) > 0
}

export function roleWhere(known: Known): { where: Where } {
  return { where: { input: roleInput(known) } }
}

/** What is to be set or corrected: `role-to-assume`, or one of `roles` by its name. */
export function roleSetting(known: Known): string {
  const name = known.inputs?.lineOfRoles?.name
  const input = quote(roleInput(known))
  return name === undefined ? input : `${quote(name, 60)} in ${input}`
}

/** `in role-to-assume`, or in its line of `roles`. */
export function inRoleInput(known: Known): string {
  const name = known.inputs?.lineOfRoles?.name
  const input = quote(roleInput(known))
  return name === undefined ? `in ${input}` : `in the line ${quote(name, 60)} of ${input}`
}

type Pasted = Required<Pick<Step, 'code' | 'language'>> & Pick<Step, 'then'>

/** The line that gives this role; of `roles`, it takes the place of one, and the others stay. */
export function roleLine({ inputs }: Pick<Known, 'inputs'>, arn: string): Pasted {
  const input = roleInput({ ...(inputs ? { inputs } : {}) })
  return pastedRole(input, arn, inputs?.lineOfRoles)
}

/** `line`: the name and the region of it, where they are known. */
export function pastedRole(input: string, arn: string, line?: Inputs['lineOfRoles']): Pasted {
  const text = oneLine(arn, 2048)
  if (input !== 'roles') return { code: sanitise(`${input}: ${text}`), language: 'yaml' }
  const { name = '<name>', region } = line ?? {}
  const at = region === undefined ? '' : ` @ ${oneLine(region)}`
  return {
    code: `roles: |\n  ${oneLine(name)}: ${text}${at}`,
    language: 'yaml',
    then: 'Keep the other lines of `roles`.',
  }
}

/** The line that gives this region: of `roles`, if the role has one of its own. */
export function regionLine({ inputs }: Pick<Known, 'inputs'>, region: string): Pasted {
  const line = inputs?.lineOfRoles
  return line?.region === undefined
    ? { code: `aws-region: ${oneLine(region)}`, language: 'yaml' }
    : pastedRole('roles', inputs?.role?.text ?? '', { name: line.name, region })
}

export function regionWhere({ inputs }: Pick<Known, 'inputs'>): { where: Where } {
  return { where: { input: inputs?.lineOfRoles?.region === undefined ? 'aws-region' : 'roles' } }
}

/** The input that a profile is named by, for the step as a whole. */
export function profileWhere({ inputs }: Pick<Known, 'inputs'>): { where: Where } {
  return { where: { input: isOfRoles(inputs) ? 'roles' : 'aws-profile' } }
}

/** The role in a headline: of one of `roles`, the report puts its name before it, and perhaps the names of others. */
export function isOneOfRoles({ inputs }: Known): boolean {
  return inputs?.lineOfRoles !== undefined
}

/** Where the trust policy of this role is given by its path. */
export function policySetting(known: Known, path: string): string {
  const name = known.inputs?.lineOfRoles?.name
  return name === undefined
    ? `\`trust-policy: ${path}\``
    : `the line ${quote(`${name}: ${path}`, 120)} of \`trust-policy: |\``
}

/** The file for the policy of this role; with several, each has its own. */
export function policyFile({ inputs }: Known): string {
  const name = inputs?.lineOfRoles?.name ?? ''
  return /^[\w.-]+$/.test(name) ? `trust-policy-${name}.json` : 'trust-policy.json'
}
