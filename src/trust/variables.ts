// Policy variables (IAM User Guide, "Policy variables and tags"): `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}`.
import { isMultivalued } from '../aws/condition-keys.js'
import type { Context } from './context.js'

/** Stand for a plain `*` and `?` in a pattern: noncharacters, which no claim and no policy has (Unicode, section 23.7). */
const STAR = '\ufdd0'
const ANY = '\ufdd1'
/** No value that is meant comes to more: a key can stand in a value again and again. */
const LONGEST = 10_000
const VARIABLE = /\$\{([^}]*)\}/g
const DEFAULT = /^\s*([^\s,]+)\s*,\s*'([^']*)'\s*$/

/** missing: the request has no such key · unknown: only AWS knows, or IAM's documentation does not say. */
export type Filled = { text: string } | 'missing' | 'unknown'

/** A value of a policy with its variables filled in: a pattern in which plain `*` and `?` are told from wildcards. */
export function fillVariables(text: string, context: Context, variables: boolean): Filled {
  if (!variables || !text.includes('${')) return { text }
  const states = new Set<string>()
  const made = replaceVariables(text, (inner) => {
    if (inner === '$') return '$'
    if (inner === '*' || inner === '?') return literal(inner)
    const [, name = inner.trim(), otherwise] = DEFAULT.exec(inner) ?? []
    const { state, values } = context.key(name)
    const absent = state === 'absent' || state === 'not-offered'
    if (absent && otherwise !== undefined) return literal(otherwise)
    // "You cannot use a multivalued context key as a policy variable" (IAM User Guide, "Single-valued vs. multivalued context keys").
    const single = state === 'present' && values.length === 1 && !isMultivalued(name)
    states.add(absent ? 'missing' : single ? 'present' : 'unknown')
    return literal(values[0] ?? '')
  })
  if (states.has('unknown') || made.length > LONGEST) return 'unknown'
  return states.has('missing') ? 'missing' : { text: made }
}

/** With `make(inner)` for each `${inner}`. Behind the last brace nothing ends, so nothing is looked for there. */
export function replaceVariables(text: string, make: (inner: string) => string): string {
  const end = text.lastIndexOf('}') + 1
  const made = text.slice(0, end).replace(VARIABLE, (_all, inner: string) => make(inner))
  return made + text.slice(end)
}

/** Text in which `*` and `?` are themselves, comparable with what `filled` gives. */
export function literal(text: string): string {
  return text.replaceAll('*', STAR).replaceAll('?', ANY)
}

/** The reverse: a filled-in value as it is compared letter by letter. */
export function plain(text: string): string {
  return text.replaceAll(STAR, '*').replaceAll(ANY, '?')
}
