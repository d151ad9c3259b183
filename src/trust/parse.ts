// From text to a trust policy: JSON or YAML, in any of the shapes that people have at hand. Never throws, never guesses.
import { LARGEST_POLICY } from '../aws/limits.js'
import type { RoleArn } from '../model.js'
import { readJson } from './json.js'
import { type Policy, readPolicy } from './policy.js'
import { chosen, type FoundRole } from './roles.js'
import { type Shape, shapeOf } from './shapes.js'
import { isMembers, type Place, type Tree, Unreadable, Unresolved } from './tree.js'
import { readYaml } from './yaml.js'

export type ParseProblem =
  | 'empty'
  | 'too-large'
  | 'not-json'
  | 'not-yaml'
  | 'not-a-policy'
  | 'no-role'
  | 'several-roles'
  | 'known-later'
  | 'permissions-policy'

export interface Parsed {
  policy: Policy
  shape: Shape
  /** Where in the text the policy was found. */
  address: string
}

export type ParseResult =
  | { ok: true; value: Parsed }
  | { ok: false; problem: ParseProblem; detail: string; place?: Place }

export function parseTrustPolicy(text: string, role: RoleArn | undefined): ParseResult {
  if (text.trim() === '') return failed('empty', '')
  if (text.length > LARGEST_POLICY) return failed('too-large', `${text.length} characters`)
  const read = readText(text)
  if ('problem' in read) return read
  const shaped = shapeOf(read.value, role)
  if (!shaped) return failed('not-a-policy', kindOf(read.value))
  const { shape, roles } = shaped
  if (shape === 'policy') return policyOf(read.value, read, shape, 'the policy')
  const choice = chosen(roles, role)
  if ('role' in choice) return fromRole(choice.role, read, shape)
  const names = choice.candidates.map(({ address }) => address).join(', ')
  return failed(roles.length === 0 ? 'no-role' : 'several-roles', names)
}

function fromRole({ document, address }: FoundRole, tree: Tree, shape: Shape): ParseResult {
  if (document === undefined || document instanceof Unresolved)
    return failed('known-later', address)
  if (typeof document !== 'string') return policyOf(document, tree, shape, address)
  const inner = readText(decoded(document))
  if ('problem' in inner) return { ...inner, detail: `in ${address}: ${inner.detail}` }
  return policyOf(inner.value, inner, shape, address)
}

function policyOf(value: unknown, tree: Tree, shape: Shape, address: string): ParseResult {
  if (!isMembers(value) || !('Statement' in value)) return failed('not-a-policy', kindOf(value))
  const policy = readPolicy(value, tree)
  const { statements } = policy
  const rights = statements.filter(({ raw }) => 'Resource' in raw || 'NotResource' in raw)
  if (rights.length > 0 && rights.length === statements.length) {
    const place = tree.placeOf(rights[0]?.raw ?? {}, 'Resource')
    return failed('permissions-policy', address, place)
  }
  return { ok: true, value: { policy, shape, address } }
}

/** IAM's API gives the document URL-encoded (RFC 3986); the CLI decodes it. */
function decoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What begins with a bracket is JSON; anything else may be a template in YAML. */
function readText(text: string): Tree | Extract<ParseResult, { ok: false }> {
  const isJson = /^\ufeff?\s*[[{"]/.test(text)
  // Within one line each: a pattern that takes line breaks is tried anew on each of them.
  const looksYaml = /^[ \t\ufeff]*[\w'"]+[ \t]*:(\s|$)/m.test(text)
  try {
    if (!isJson && looksYaml) return readYaml(text)
    return readJson(text)
  } catch (error) {
    // Whatever a reader trips over (the stack, too), it is the text's fault, and said of the text.
    const place = error instanceof Unreadable ? error.place : undefined
    const detail = error instanceof Unreadable ? error.message : 'it nests too deeply'
    return failed(!isJson && looksYaml ? 'not-yaml' : 'not-json', detail, place)
  }
}

function failed(
  problem: ParseProblem,
  detail: string,
  place?: Place,
): Extract<ParseResult, { ok: false }> {
  return { ok: false, problem, detail, ...(place ? { place } : {}) }
}

/** A hint at what the document is instead. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (!isMembers(value)) return value === null ? 'null' : typeof value
  const names = Object.keys(value).slice(0, 5)
  return names.length === 0 ? 'an empty object' : `an object with ${names.join(', ')}`
}
