// The file with a template's parameters, in any of the forms that AWS's tools take: JSON, YAML, or SAM's samconfig.
import { parse as parseToml, TomlError } from 'smol-toml'
import { LARGEST_PARAMETER_FILE } from '../aws/limits.js'
import type { PolicyProblem } from '../model.js'
import { kindOf, readText } from './document.js'
import { isText } from './open-text.js'
import { samParameters } from './sam-parameters.js'
import type { GivenParameters } from './template-parameters.js'
import { isMembers, type Members } from './tree.js'

type Given = Map<string, string | undefined>

export type ParametersResult =
  | { ok: true; value: GivenParameters }
  | { ok: false; reason: PolicyProblem }

/** `path`: TOML is told by its name alone. */
export function parseParameters(text: string, path: string): ParametersResult {
  const size = text.length
  if (size > LARGEST_PARAMETER_FILE)
    return { ok: false, reason: { problem: 'too-large', size, unit: 'characters' } }
  const read = /\.toml$/i.test(path) ? readToml(text) : readText(text)
  if ('reason' in read) return { ok: false, reason: read.reason }
  const value = parametersIn(read.value)
  if (value) return { ok: true, value }
  return { ok: false, reason: { problem: 'not-parameters', found: kindOf(read.value) } }
}

function readToml(text: string): { value: unknown } | { reason: PolicyProblem } {
  try {
    return { value: parseToml(text, { maxDepth: 20 }) }
  } catch (error) {
    const place =
      error instanceof TomlError
        ? { line: error.line, column: error.column }
        : { line: 1, column: 1 }
    return { reason: { problem: 'not-toml', place } }
  }
}

/** Undefined for a document of another kind. */
function parametersIn(value: unknown): Given | undefined {
  if (Array.isArray(value)) return fromList(value)
  if (!isMembers(value)) return undefined
  const { Parameters: own } = value
  if (Array.isArray(own)) return fromList(own)
  if (isMembers(own)) return fromNames(own)
  return samParameters(value) ?? fromNames(value)
}

/** As `aws cloudformation … --parameters file://…` takes it; of a value that is kept from before, nothing is known. */
function fromList(list: readonly unknown[]): Given | undefined {
  // `aws cloudformation deploy --parameter-overrides file://…` takes a list of texts, too.
  if (list.every((one) => typeof one === 'string')) return samParameters(overridesOf(list))
  const given: Given = new Map()
  for (const one of list) {
    if (!isMembers(one)) return undefined
    const { ParameterKey: key, ParameterValue: value } = one
    if (typeof key !== 'string') return undefined
    given.set(key, isText(value) ? String(value) : undefined)
  }
  return given
}

function overridesOf(list: readonly unknown[]): Members {
  return { default: { deploy: { parameters: { parameter_overrides: list } } } }
}

/** Plain `Key: value`, as CodePipeline has it below `Parameters`. */
function fromNames(names: Members): Given | undefined {
  const given: Given = new Map()
  for (const [name, value] of Object.entries(names)) {
    if (isText(value)) given.set(name, String(value))
    else if (Array.isArray(value) && value.every(isText)) given.set(name, value.join(','))
    else if (isMembers(value) || value === null) return undefined
  }
  return given.size > 0 ? given : undefined
}
