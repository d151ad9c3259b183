// A role that the workflow file gives, and that did not arrive: GitHub makes an expression without a value empty, without a word.
import type { Failure, Known } from '../model.js'
import { explain } from '../run/explain.js'
import type { Runner } from '../world.js'
import { readWorkflow } from './find-places.js'

/** One expression and nothing else: any other text cannot come out empty, and is of another version of the file. */
const ONE_EXPRESSION = /^\s*\$\{\{(?:(?!\}\})[\s\S])*\}\}\s*$/

/** Nothing where no role is meant, or where the file does not say so beyond doubt. */
export function lookForRole(runner: Runner, { run, inputs }: Known): readonly Failure[] {
  if (inputs?.role) return []
  const workflow = readWorkflow(runner, run)
  const input = 'role-to-assume'
  const written = workflow && explain.writtenInput(workflow.text, input, run)
  const empties = written !== undefined && ONE_EXPRESSION.test(written)
  return empties ? [{ kind: 'input-empty', input, written }] : []
}
