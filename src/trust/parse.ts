// From text to a trust policy: JSON or YAML, in any of the shapes that people have at hand. Never throws, never guesses.
import { LARGEST_POLICY, LONGEST_TRUST_POLICY } from '../aws/limits.js'
import type { DocumentKind, PolicyAddress, PolicyProblem, RoleArn } from '../model.js'
import { formOf } from './forms.js'
import { readJson } from './json.js'
import { beginsPlaceholder, hasPlaceholder, markPlaceholders } from './placeholders.js'
import { type Policy, readPolicy } from './policy.js'
import { chooseRole, type FoundRole } from './roles.js'
import { shapeOf } from './shapes.js'
import { isMembers, type Tree, Unreadable, Unresolved } from './tree.js'
import { readYaml } from './yaml.js'

export interface Parsed {
  policy: Policy
  /** Where in the text the policy was found; absent where the text is the policy. */
  address?: PolicyAddress
}

export type ParseResult = { ok: true; value: Parsed } | Refused

interface Refused {
  ok: false
  reason: PolicyProblem
  /** Of the role whose policy it is, where that much was found. */
  address?: PolicyAddress
}

export function parseTrustPolicy(text: string, role: RoleArn | undefined): ParseResult {
  if (text.trim() === '') return refusal({ problem: 'empty' })
  if (text.length > LARGEST_POLICY)
    return refusal({ problem: 'too-large', size: text.length, unit: 'characters' })
  const result = findPolicy(text, role)
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

function findPolicy(text: string, role: RoleArn | undefined): ParseResult {
  const read = readWhole(text)
  if ('reason' in read) return read
  const shaped = shapeOf(read, role)
  if (!shaped) return refusal({ problem: 'not-a-policy', found: kindOf(read.value) })
  if ('form' in shaped) return refusal({ problem: 'other-form', form: shaped.form })
  if ('policy' in shaped) return policyOf(shaped.policy, read, { placeholders: 'all' })
  const choice = chooseRole(shaped.roles, role)
  if ('role' in choice) return fromRole(choice.role, read)
  if (shaped.roles.length === 0) return refusal({ problem: 'no-role' })
  const roles = choice.candidates.map(({ address }) => address)
  return refusal({ problem: 'several-roles', roles })
}

function fromRole(role: FoundRole, tree: Tree): ParseResult {
  const { document, address } = role
  if (document === undefined || document instanceof Unresolved || isLater(role))
    return refusal({ problem: 'known-later' }, address)
  if (typeof document !== 'string') return policyOf(document, tree, role)
  const inner = readText(urlDecoded(document))
  return 'reason' in inner ? { ...inner, address } : policyOf(inner.value, inner, role)
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

function policyOf(
  value: unknown,
  tree: Tree,
  { address, placeholders }: Pick<Partial<FoundRole>, 'address' | 'placeholders'>,
): ParseResult {
  if (!isMembers(value) || !('Statement' in value))
    return refusal({ problem: 'not-a-policy', found: kindOf(value) }, address)
  // As IAM measures it: white space does not count.
  const size = JSON.stringify(value).length
  if (size > LONGEST_TRUST_POLICY)
    return refusal({ problem: 'too-large', size, unit: 'characters' }, address)
  if (placeholders) markPlaceholders(value, placeholders)
  const policy = readPolicy(value, tree)
  const { statements } = policy
  const rights = statements.filter(({ raw }) => 'Resource' in raw || 'NotResource' in raw)
  if (rights.length > 0 && rights.length === statements.length) {
    const place = tree.placeOf(rights[0]?.raw ?? {}, 'Resource')
    return refusal({ problem: 'permissions-policy', ...(place ? { place } : {}) }, address)
  }
  return { ok: true, value: { policy, ...(address ? { address } : {}) } }
}

/** The document, or the one that is in it: a variable of GitHub's through `toJSON` is a string of JSON, and the AWS CLI's `cloudformation get-template` has the template in a member. */
function readWhole(text: string): Tree | Refused {
  const read = readText(urlDecoded(text))
  if ('reason' in read) return read
  const { value } = read
  const inner = isMembers(value) ? value['TemplateBody'] : value
  if (isMembers(inner) && inner !== value) return { ...read, value: inner }
  const isDocument = typeof inner === 'string' && (isMembers(value) || /^\s*[[{]/.test(inner))
  return isDocument ? readText(inner) : read
}

/** IAM's API gives the document URL-encoded (RFC 3986); the CLI decodes it. */
function urlDecoded(text: string): string {
  if (!/^\ufeff?\s*%(?:7B|5B)/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What begins with a bracket or a comment of JavaScript's is JSON; anything else may be a template in YAML, and so may a name in quotes. */
function readText(text: string): Tree | Refused {
  const isJson = /^\ufeff?\s*(?:[[{]|"(?!(?:[^"\\\n]|\\.)*"[ \t]*:)|\/[/*])/.test(text)
  // Within one line each: a pattern that takes line breaks is tried anew on each of them.
  const isYaml = !isJson && /^[ \t\ufeff]*(?:-[ \t]+)*[\w'"]+[ \t]*:(\s|$)/m.test(text)
  try {
    return isYaml ? readYaml(text) : readJson(text)
  } catch (error) {
    // Whatever a reader trips over (the stack, too), it is the text's fault, and said of the text.
    if (error instanceof Unreadable) return refusal(placeholdersIn(text, error.problem))
    return refusal({ problem: isYaml ? 'not-yaml' : 'not-json', limit: { of: 'stack' } })
  }
}

/** What stands where the text is no JSON, or in YAML that is none: a placeholder, more often than a slip. */
function placeholdersIn(text: string, problem: Unreadable['problem']): PolicyProblem {
  const { place } = 'place' in problem ? problem : {}
  if (!place) return problem
  const line = text.split('\n')[place.line - 1] ?? ''
  const stands =
    problem.problem === 'not-json' ? beginsPlaceholder(line, place.column) : /\{\{|\{%/.test(text)
  return stands ? { problem: 'placeholders', place } : problem
}

function refusal(reason: PolicyProblem, address?: PolicyAddress): Refused {
  return { ok: false, reason, ...(address ? { address } : {}) }
}

/** A hint at what the document is instead. */
function kindOf(value: unknown): DocumentKind {
  if (Array.isArray(value)) return { type: 'array' }
  if (isMembers(value)) return { type: 'object', names: Object.keys(value).slice(0, 5) }
  const type = typeof value
  return { type: type === 'string' || type === 'number' || type === 'boolean' ? type : 'null' }
}
