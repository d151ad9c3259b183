// The `if:` that skips a step: joined to the one that the step has in the file, since two of them are an error, and a new one alone would drop it.
import type { Known, Step } from '../../model.js'
import { sanitise } from '../../text.js'

/** The line to paste, for the running step. */
export function stepCondition(known: Known, expression: string): Pick<Step, 'code' | 'language'> {
  const written = known.workflow?.step?.condition
  return {
    code: written === undefined ? `if: ${expression}` : joined(written, expression),
    language: 'yaml',
  }
}

function joined(written: string, expression: string): string {
  const text = sanitise(written.replace(/\s+/g, ' ').trim())
  const bare = /^\$\{\{((?:(?!\}\}|\$\{\{).)*)\}\}$/.exec(text)?.[1]?.trim() ?? text
  // A text around an expression is always true: GitHub reads nothing in it.
  if (bare.includes('${{')) return `if: ${expression}`
  const whole = `${grouped(bare)} && ${grouped(expression)}`
  // What YAML would read as something else than text stands in a block of its own.
  return /^[!&*'"[{>|%@`]|: | #/.test(whole) ? `if: >-\n  ${whole}` : `if: ${whole}`
}

/** `||` binds less than `&&`. */
function grouped(expression: string): string {
  return expression.includes('||') ? `(${expression})` : expression
}
