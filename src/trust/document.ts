// From text to a document: JSON or YAML, told apart by how it begins, or the document that is in it as text. Never throws.

import { isUnreadable, type Unreadable } from '../documents/unreadable.js'
import type { DocumentKind, PolicyAddress, PolicyProblem } from '../model.js'
import { readJson } from './json.js'
import { beginsPlaceholder } from './placeholders.js'
import { isMembers, type Tree } from './tree.js'
import { readYaml } from './yaml.js'

export interface Refused {
  ok: false
  reason: PolicyProblem
  /** Of the role whose policy it is, where that much was found. */
  address?: PolicyAddress
}

export function refusal(reason: PolicyProblem, address?: PolicyAddress): Refused {
  return { ok: false, reason, ...(address ? { address } : {}) }
}

/** The document, or the one that is in it: a variable of GitHub's through `toJSON` is a string of JSON, and the AWS CLI's `cloudformation get-template` has the template in a member. */
export function readWhole(text: string): Tree | Refused {
  const read = readText(urlDecoded(text))
  if ('reason' in read) return read
  const { value } = read
  const inner = isMembers(value) ? value['TemplateBody'] : value
  if (isMembers(inner)) return { ...read, value: inner }
  const isDocument = typeof inner === 'string' && (isMembers(value) || /^\s*[[{]/.test(inner))
  return isDocument ? readText(inner) : read
}

/** IAM's API gives the document URL-encoded (RFC 3986); the CLI decodes it. */
export function urlDecoded(text: string): string {
  if (!/^\ufeff?\s*%(?:7B|5B)/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What begins with a bracket or a comment of JavaScript's is JSON; anything else may be a template in YAML, and so may a name in quotes. */
export function readText(text: string): Tree | Refused {
  const isJson = /^\ufeff?\s*(?:[[{]|"(?!(?:[^"\\\n]|\\.)*"[ \t]*:)|\/[/*])/.test(text)
  // Within one line each: a pattern that takes line breaks is tried anew on each of them.
  const isYaml = !isJson && /^[ \t\ufeff]*(?:-[ \t]+)*[\w'"]+[ \t]*:(\s|$)/m.test(text)
  try {
    return isYaml ? readYaml(text) : readJson(text)
  } catch (error) {
    // Whatever a reader trips over (the stack, too), it is the text's fault, and said of the text.
    if (isUnreadable(error)) return refusal(placeholdersIn(text, error.problem))
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

/** A hint at what the document is instead. */
export function kindOf(value: unknown): DocumentKind {
  if (Array.isArray(value)) return { type: 'array' }
  if (isMembers(value)) return { type: 'object', names: Object.keys(value).slice(0, 5) }
  const type = typeof value
  return { type: type === 'string' || type === 'number' || type === 'boolean' ? type : 'null' }
}
