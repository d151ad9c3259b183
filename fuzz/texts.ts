// Texts of policies and workflow files: samples with letters changed, and samples with members changed, which stay readable.
import fc from 'fast-check'
import { stringify } from 'yaml'
import { jsonLike, textLike, valueLike } from './mutate.js'
import * as samples from './samples.js'

/** Undefined, or deeper than can be written, is nothing. */
function yamlOf(value: unknown): string {
  try {
    return stringify(value, { aliasDuplicateObjects: false }) ?? ''
  } catch {
    return ''
  }
}

export const policyTexts: fc.Arbitrary<string> = fc.oneof(
  textLike(samples.POLICIES),
  jsonLike(samples.POLICY_VALUES),
  jsonLike(samples.POLICY_VALUES),
)
export const workflowTexts: fc.Arbitrary<string> = fc.oneof(
  textLike(samples.WORKFLOWS),
  valueLike(samples.WORKFLOW_VALUES).map(yamlOf),
)
