// A role that the workflow file gives, and that did not arrive: GitHub makes an expression without a value empty, without a word.
import type { Failure, Known } from '../model.js'
import { writtenInput } from '../workflow/locate.js'
import type { Runner } from '../world.js'
import { readWorkflow } from './find-places.js'

/** Nothing where no role is meant, or where the file does not say so beyond doubt. */
export function lookForRole(runner: Runner, { run, inputs }: Known): readonly Failure[] {
  if (inputs?.role) return []
  const workflow = readWorkflow(runner, run)
  const input = 'role-to-assume'
  const written = workflow && writtenInput(workflow.text, input, run)
  // A plain text that is not there was written in another version of the file than the one that runs.
  return written?.includes('${{') ? [{ kind: 'input-empty', input, written }] : []
}
