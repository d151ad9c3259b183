// From text to a trust policy: JSON or YAML, in any of the shapes that people have at hand. Never throws, never guesses.
import { LARGEST_POLICY, LONGEST_TRUST_POLICY } from '../aws/limits.js'
import type {
  DocumentKind,
  PolicyAddress,
  PolicyProblem,
  RoleArn,
  TemplateDoubt,
} from '../model.js'
import { readJson } from './json.js'
import { markedText, unmarked } from './open-document.js'
import { OpenText } from './open-text.js'
import { type Policy, readPolicy } from './policy.js'
import { chooseRole, type FoundRole } from './roles.js'
import { shapeOf } from './shapes.js'
import {
  readDocument,
  rolesOfTemplate,
  type TemplateAsked,
  whyNotMade,
  withNamed,
} from './template.js'
import { withoutLoops } from './template-loops.js'
import { type Defaults, type GivenParameters, NONE_GIVEN } from './template-parameters.js'
import { isMembers, type Members, type Tree, Unreadable, Unresolved } from './tree.js'
import { readYaml } from './yaml.js'

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

interface Refused {
  ok: false
  reason: PolicyProblem
  /** Of the role whose policy it is, where that much was found. */
  address?: PolicyAddress
}

export function parseTrustPolicy(
  text: string,
  role: RoleArn | undefined,
  given: GivenParameters = NONE_GIVEN,
): ParseResult {
  if (text.trim() === '') return refusal({ problem: 'empty' })
  if (text.length > LARGEST_POLICY)
    return refusal({ problem: 'too-large', size: text.length, unit: 'characters' })
  const read = readText(text)
  if ('reason' in read) return read
  const shaped = shapeOf(read.value)
  if (!shaped) return refusal({ problem: 'not-a-policy', found: kindOf(read.value) })
  if ('policy' in shaped) return policyOf(shaped.policy, read)
  if ('template' in shaped) return fromTemplate(shaped.template, read, { role, given })
  const choice = chooseRole(shaped.roles, role)
  return 'role' in choice ? fromRole(choice.role, read) : notChosen(choice.candidates)
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
function fromTemplate(whole: Members, tree: Tree, asked: TemplateAsked): ParseResult {
  const template = withoutLoops(whole, asked)
  const roles = rolesOfTemplate(template, asked)
  const made = roles.filter(({ notMade }) => !notMade)
  const choice = chooseRole(made.length > 0 ? made : roles, asked.role)
  if (!('role' in choice)) return notChosen(choice.candidates)
  const { role, unnamed } = choice
  const { address } = role
  if (role.notMade)
    return refusal({ problem: 'role-not-made', ...whyNotMade(role, template, asked) }, address)
  const known = { ...withNamed(asked, role, template), tree }
  const read = (defaults: Defaults): ParseResult & { used: readonly string[] } => {
    const { document, tree: own, used } = readDocument(role, template, known, defaults)
    return { ...fromRole({ ...role, document }, own), used }
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

function fromRole({ document, address }: FoundRole, tree: Tree): ParseResult {
  const marked = document instanceof OpenText ? markedText(document) : undefined
  if (marked) {
    const inner = readText(marked.text)
    if ('reason' in inner) return { ...inner, address }
    return fromRole({ address, document: unmarked(inner.value, marked) }, inner)
  }
  if (document === undefined || document instanceof Unresolved)
    return refusal({ problem: 'known-later' }, address)
  if (typeof document !== 'string') return policyOf(document, tree, address)
  const inner = readText(urlDecoded(document))
  return 'reason' in inner ? { ...inner, address } : policyOf(inner.value, inner, address)
}

function policyOf(value: unknown, tree: Tree, address?: PolicyAddress): ParseResult {
  if (!isMembers(value) || !('Statement' in value))
    return refusal({ problem: 'not-a-policy', found: kindOf(value) }, address)
  // As IAM measures it: white space does not count.
  const size = JSON.stringify(value).length
  if (size > LONGEST_TRUST_POLICY)
    return refusal({ problem: 'too-large', size, unit: 'characters' }, address)
  const policy = readPolicy(value, tree)
  const { statements } = policy
  const rights = statements.filter(({ raw }) => 'Resource' in raw || 'NotResource' in raw)
  if (rights.length > 0 && rights.length === statements.length) {
    const place = tree.placeOf(rights[0]?.raw ?? {}, 'Resource')
    return refusal({ problem: 'permissions-policy', ...(place ? { place } : {}) }, address)
  }
  return { ok: true, value: { policy, ...(address ? { address } : {}) } }
}

/** IAM's API gives the document URL-encoded (RFC 3986); the CLI decodes it. */
function urlDecoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What begins with a bracket or a comment of JavaScript's is JSON; anything else may be a template in YAML. */
export function readText(text: string): Tree | Refused {
  const isJson = /^\ufeff?\s*([[{"]|\/[/*])/.test(text)
  // Within one line each: a pattern that takes line breaks is tried anew on each of them.
  const isYaml = !isJson && /^[ \t\ufeff]*[\w'"]+[ \t]*:(\s|$)/m.test(text)
  try {
    return isYaml ? readYaml(text) : readJson(text)
  } catch (error) {
    // Whatever a reader trips over (the stack, too), it is the text's fault, and said of the text.
    if (error instanceof Unreadable) return refusal(error.problem)
    return refusal({ problem: isYaml ? 'not-yaml' : 'not-json', limit: { of: 'stack' } })
  }
}

function refusal(reason: PolicyProblem, address?: PolicyAddress): Refused {
  return { ok: false, reason, ...(address ? { address } : {}) }
}

/** A hint at what the document is instead. */
export function kindOf(value: unknown): DocumentKind {
  if (Array.isArray(value)) return { type: 'array' }
  if (isMembers(value)) return { type: 'object', names: Object.keys(value).slice(0, 5) }
  const type = typeof value
  return { type: type === 'string' || type === 'number' || type === 'boolean' ? type : 'null' }
}
