// A document that was given as a policy, in words: what is wrong in its text, and what it is in place of a policy.
import type { DocumentKind, DocumentLimit, FailureOf, JsonError } from '../../model.js'
import { quote } from '../../text.js'

type DocumentError = Extract<FailureOf<'trust-policy'>, { problem: 'not-json' | 'not-yaml' }>

export function kindText(found: DocumentKind): string {
  if (found.type === 'array') return 'a list'
  if (found.type === 'null') return '`null`'
  if (found.type !== 'object') return `a ${found.type}`
  return found.names.length === 0
    ? 'an empty object'
    : `an object with ${found.names.map((name) => quote(name, 40)).join(', ')}`
}

export function documentErrorText(failure: DocumentError): string {
  if ('error' in failure) return ERRORS[failure.error]
  return 'limit' in failure ? limitText(failure.limit) : yamlError(failure.message)
}

/** The place is said already. */
function yamlError(message: string): string {
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').replaceAll('`', "'")
}

function limitText(limit: DocumentLimit): string {
  if (limit.of === 'stack') return 'it is nested too deeply'
  return `more than ${limit.most} levels of nesting`
}

const ERRORS: Readonly<Record<JsonError, string>> = {
  symbol: 'this means nothing in JSON, where names and strings stand in double quotes',
  number: 'this number is not complete',
  'name-expected': 'a name in double quotes is missing here',
  'value-expected': 'a value is missing here',
  'colon-expected': '`:` is missing here',
  'comma-expected': '`,` is missing here',
  'brace-expected': '`}` is missing here',
  'bracket-expected': '`]` is missing here',
  'end-expected': 'more text after the end of the document',
  'endless-comment': 'this comment does not end',
  'endless-string': 'this string does not end in its line',
  escape: 'this string has an escape in it that JSON does not have',
  'control-character': 'this string has a character in it that must be escaped',
}
