// From text to a trust policy, in any of the shapes that people have at hand. Never throws, never guesses.
import { LARGEST_POLICY, LONGEST_TRUST_POLICY } from '../aws/limits.js'
import type { PolicyAddress, PolicyProblem, RoleArn, TemplateDoubt } from '../model.js'
import { kindOf, type Refused, readText, readWhole, refusal, urlDecoded } from './document.js'
import { formOf } from './forms.js'
import { markedText, unmarked } from './open-document.js'
import { OpenText } from './open-text.js'
import { hasPlaceholder } from './placeholders.js'
import { type Policy, readPolicy } from './policy.js'
import { chooseRole, type FoundRole } from './roles.js'
import { shapeOf, type TemplateShape } from './shapes.js'
import {
  readDocument,
  rolesOfTemplate,
  type TemplateAsked,
  whyNotMade,
  withNamed,
} from './template.js'
import { withoutLoops } from './template-loops.js'
import { type Defaults, type GivenParameters, NONE_GIVEN } from './template-parameters.js'
import { isMembers, members, type Tree, Unresolved } from './tree.js'

export interface Parsed {
  policy: Policy
  /** Where in the text the policy was found; absent where the text is the policy. */
  address?: PolicyAddress
  /** What the policy hangs on that the template does not settle. */
  template?: TemplatePolicy
}

export interface TemplatePolicy extends TemplateDoubt {
  /** With the defaults of these parameters alone; undefined where that is no policy. */
  policyWith(defaults: ReadonlySet<string>): Policy | undefined
}

export type ParseResult = { ok: true; value: Parsed } | Refused

type Asked = Omit<TemplateAsked, 'placeholders'>

export function parseTrustPolicy(
  text: string,
  role: RoleArn | undefined,
  given: GivenParameters = NONE_GIVEN,
): ParseResult {
  if (text.trim() === '') return refusal({ problem: 'empty' })
  if (text.length > LARGEST_POLICY)
    return refusal({ problem: 'too-large', size: text.length, unit: 'characters' })
  const result = findPolicy(text, { role, given })
  const isAnswered = result.ok || result.address || !UNKNOWN.has(result.reason.problem)
  const form = isAnswered ? undefined : formOf(text)
  return form ? refusal({ problem: 'other-form', form }) : result
}

/** What may as well be a text of another form. */
const UNKNOWN: ReadonlySet<PolicyProblem['problem']> = new Set([
  'not-json',
  'not-yaml',
  'not-a-policy',
  'placeholders',
  'too-large',
])

function findPolicy(text: string, asked: Asked): ParseResult {
  const read = readWhole(text)
  if ('reason' in read) return read
  const shaped = shapeOf(read)
  if (!shaped) return refusal({ problem: 'not-a-policy', found: kindOf(read.value) })
  if ('form' in shaped) return refusal({ problem: 'other-form', form: shaped.form })
  if ('template' in shaped) return fromTemplate(shaped, read, asked)
  const { role } = asked
  if ('policy' in shaped) return policyOf(shaped.policy, read, { placeholders: 'all', role })
  const choice = chooseRole(shaped.roles, role)
  return 'role' in choice ? fromRole(choice.role, read, role) : notChosen(choice.candidates)
}

function notChosen(candidates: readonly FoundRole[]): Refused {
  const [only, second] = candidates
  if (!only) return refusal({ problem: 'no-role' })
  const roles = candidates.map(({ address }) => address)
  if (second) return refusal({ problem: 'several-roles', roles })
  const name = only.name ?? only.openName?.display
  const { address } = only
  return refusal({ problem: 'other-role', role: address, ...(name === undefined ? {} : { name }) })
}

/** The policy as the defaults make it, and how to read it without them. */
function fromTemplate(shape: TemplateShape, tree: Tree, { role: arn, given }: Asked): ParseResult {
  const asked = { role: arn, given, placeholders: shape.placeholders }
  const template = withoutLoops(shape.template, asked)
  const roles = rolesOfTemplate({ ...shape, template }, asked)
  const made = roles.filter(({ notMade }) => !notMade)
  const choice = chooseRole(made.length > 0 ? made : roles, arn)
  if (!('role' in choice)) return notChosen(choice.candidates)
  const { role, unnamed } = choice
  const { address } = role
  if (role.notMade)
    return refusal({ problem: 'role-not-made', ...whyNotMade(role, template, asked) }, address)
  const known = { ...withNamed(asked, role, template), tree }
  const read = (defaults: Defaults): ParseResult & { used: readonly string[] } => {
    const { document, tree: own, used } = readDocument(role.document, template, known, defaults)
    return { ...fromRole({ ...role, document }, own, arn), used }
  }
  const { used: defaults, ...result } = read('all')
  if (!result.ok || (defaults.length === 0 && !unnamed)) return result
  const policyWith = (names: ReadonlySet<string>): Policy | undefined => {
    const other = read(names)
    return other.ok ? other.value.policy : undefined
  }
  const doubt = { defaults, ...(unnamed ? { unnamed } : {}), policyWith }
  return { ok: true, value: { ...result.value, template: doubt } }
}

function fromRole(found: FoundRole, tree: Tree, role: RoleArn | undefined): ParseResult {
  const { document, address } = found
  const marked = document instanceof OpenText ? markedText(document) : undefined
  if (marked) {
    const inner = readText(marked.text)
    if (!('reason' in inner))
      return fromRole({ ...inText(found), document: unmarked(inner.value, marked) }, inner, role)
    // Where an open part keeps it from being read, that is more than a value.
    const isOpen = inner.reason.problem === 'placeholders'
    return isOpen ? refusal({ problem: 'known-later' }, address) : { ...inner, address }
  }
  if (document === undefined || document instanceof Unresolved || isLater(found))
    return refusal({ problem: 'known-later' }, address)
  if (typeof document !== 'string') return policyOf(document, tree, { ...found, role })
  const inner = readText(urlDecoded(document))
  return 'reason' in inner
    ? { ...inner, address }
    : policyOf(inner.value, inner, { ...inText(found), role })
}

function inText(found: FoundRole): FoundRole {
  const { address } = found
  return 'logicalId' in address ? { ...found, address: { ...address, asText: true } } : found
}

/** A placeholder in place of the whole policy. */
function isLater({ document, placeholders }: FoundRole): boolean {
  return (
    placeholders !== undefined &&
    typeof document === 'string' &&
    !/^\s*(?:\{(?![{%])|%7B)/i.test(document) &&
    hasPlaceholder(document, placeholders)
  )
}

interface OfPolicy extends Pick<Partial<FoundRole>, 'address' | 'placeholders'> {
  role: RoleArn | undefined
}

function policyOf(written: unknown, whole: Tree, { address, ...asked }: OfPolicy): ParseResult {
  if (!isMembers(written) || !('Statement' in written))
    return refusal({ problem: 'not-a-policy', found: kindOf(written) }, address)
  // As IAM measures it: white space does not count.
  const size = JSON.stringify(written).length
  if (size > LONGEST_TRUST_POLICY)
    return refusal({ problem: 'too-large', size, unit: 'characters' }, address)
  const { document, tree } = resolved(written, whole, asked)
  if (!isMembers(document)) return refusal({ problem: 'known-later' }, address)
  const policy = readPolicy(document, tree)
  const { statements } = policy
  const rights = statements.filter(({ raw }) => 'Resource' in raw || 'NotResource' in raw)
  const [first] = rights
  if (first && rights.length === statements.length) {
    const place = tree.placeOf(first.raw, 'Resource')
    return refusal({ problem: 'permissions-policy', ...(place ? { place } : {}) }, address)
  }
  return { ok: true, value: { policy, ...(address ? { address } : {}) } }
}

/** What was copied out of a template has functions in it, which are as good as their arguments; what one made is resolved already. */
function resolved(
  document: unknown,
  tree: Tree,
  { role, placeholders }: Omit<OfPolicy, 'address'>,
): { document: unknown; tree: Tree } {
  if (tree.writtenOf) return { document, tree }
  const asked = { role, given: NONE_GIVEN, placeholders, tree }
  return readDocument(document, members(), asked, new Set())
}
