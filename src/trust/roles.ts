// Roles found in what people have at hand (IAM's answer, a template, a plan or state, manifests), and the one that the ARN names.
import { baseName } from '../aws/role-arn.js'
import { matchesWildcard } from '../aws/wildcard.js'
import type { PolicyAddress, RoleArn } from '../model.js'
import { type Form, OpenText, patternOf } from './open-text.js'
import type { Placeholders } from './placeholders.js'
import { literal } from './variables.js'

export interface FoundRole {
  address: PolicyAddress
  /** Text or object; undefined where it is known after the deployment only. */
  document: unknown
  arn?: string | undefined
  name?: string | undefined
  /** A name that hangs on parameters, or on placeholders. */
  openName?: OpenName
  /** A template's name for the resource, of which CloudFormation makes the role's name where it has none. */
  logicalId?: string
  /** It has no name in the template, and its policy is about no provider: hardly the role that is signed in to. */
  unlikely?: true
  /** By the conditions of its template. */
  notMade?: true
  /** Which its policy may have that nobody has marked yet; absent where it is as AWS has it, or Terraform gives it to AWS. */
  placeholders?: Placeholders
}

interface OpenName {
  /** What it comes to with the defaults of the parameters, if that is known. */
  usual: string | undefined
  forms: readonly Form[]
  display: string
}

/** By what a name certainly is, and what it usually comes to. */
export function namesOf(
  certain: unknown,
  usual: unknown = certain,
): Pick<FoundRole, 'name' | 'openName'> {
  if (typeof certain === 'string') return certain === '' ? {} : { name: certain }
  if (!(certain instanceof OpenText)) return {}
  const known = typeof usual === 'string' ? usual : undefined
  const { forms, display } = certain
  return { openName: { usual: known, forms, display: known ?? display } }
}

export type Choice =
  /** `unnamed`: the template names it not, and the name is not one that CloudFormation would make. */
  { role: FoundRole; unnamed?: true } | { candidates: readonly FoundRole[] }

/** The role that fits the ARN: by its ARN, its name, its logical id; or else the only one there is. */
export function chooseRole(roles: readonly FoundRole[], wanted: RoleArn | undefined): Choice {
  const likely = wanted ? roles.filter(({ unlikely }) => !unlikely) : roles
  const [only, second] = likely
  if (!wanted) return only && !second ? { role: only } : { candidates: roles }
  const own = baseName(wanted)
  const tests: ((role: FoundRole) => boolean)[] = [
    ({ arn }) => arn === wanted.text,
    (role) => role.name === own && !isAnother(role, wanted),
    ({ openName }) => openName?.usual === own,
    ({ openName }) => openName !== undefined && mayBe(openName, own),
    (role) => hasMadeName(role, own),
  ]
  for (const test of tests) {
    const [found, another] = roles.filter(test)
    if (found && !another) return { role: found }
  }
  const possible = only && !second && !isAnother(only, wanted)
  if (!possible) return { candidates: only ? likely : roles }
  // What has a name that fits was found by it.
  return only.logicalId === undefined ? { role: only } : { role: only, unnamed: true }
}

function mayBe({ forms }: OpenName, name: string): boolean {
  return forms.some((form) => matchesWildcard(patternOf(form, literal), literal(name)))
}

/** Fewer letters of a logical id than these could be of any. */
const FEWEST_LETTERS = 8

/** `<stack>-<logical id>-<suffix>`, the first two cut where that is too long (AWS CloudFormation User Guide, "Name type"). */
function hasMadeName({ logicalId, name, openName }: FoundRole, wanted: string): boolean {
  if (logicalId === undefined || name !== undefined || openName) return false
  if (wanted.includes(`-${logicalId}-`)) return true
  const cut = /-([A-Za-z\d]+)-[A-Z\d]{12,13}$/i.exec(wanted)?.[1] ?? ''
  return cut.length >= FEWEST_LETTERS && logicalId.startsWith(cut)
}

/** Says outright that it is another role. */
function isAnother({ arn, name, openName }: FoundRole, wanted: RoleArn): boolean {
  const own = baseName(wanted)
  if (openName && !mayBe(openName, own)) return true
  return (arn !== undefined && arn !== wanted.text) || (name !== undefined && name !== own)
}
