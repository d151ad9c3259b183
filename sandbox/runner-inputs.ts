// The inputs of a step as GitHub's runner hands them over: what the step does not write comes from action.yml.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Action {
  inputs: Record<string, { default?: string }>
}

const { inputs } = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as Action

/**
 * With the default of each input whose key is not written; one that is written stays, empty as it may be. An input
 * without a default is an empty text (actions/runner, ActionRunner.cs and ActionManifestManager.cs).
 */
export function withDefaults(
  environment: Readonly<Record<string, string>>,
): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    input.default ?? '',
  ])
  return { ...Object.fromEntries(defaults), ...environment }
}
