// The `if:` that skips a step or a job: joined to the one that it has in the file, since two of them are an error, and a new one alone would drop it.
import type { Known, Step } from '../../model.js'
import { sanitise } from '../../text.js'

type Line = Pick<Step, 'code' | 'language'>

/** The line to paste, for the running step. */
export function stepCondition({ workflow }: Known, expression: string): Line {
  return conditionLine(workflow?.step?.condition, expression)
}

/** The same for its job. */
export function jobCondition({ workflow }: Known, expression: string): Line {
  return conditionLine(workflow?.job?.condition, expression)
}

function conditionLine(written: string | undefined, expression: string): Line {
  const whole = written === undefined ? expression : joined(written, expression)
  // What YAML would read as something else than text stands in a block of its own.
  const isOdd = /^[!&*'"[{>|%@`]|:( |$)| #/.test(whole)
  return { code: isOdd ? `if: >-\n  ${whole}` : `if: ${whole}`, language: 'yaml' }
}

function joined(written: string, expression: string): string {
  const text = sanitise(written.replace(/\s+/g, ' ').trim())
  const bare = /^\$\{\{((?:(?!\}\}|\$\{\{).)*)\}\}$/.exec(text)?.[1]?.trim() ?? text
  // A text around an expression is always true: GitHub reads nothing in it.
  if (bare === '' || bare.includes('${{')) return expression
  return `${grouped(bare)} && ${grouped(expression)}`
}

/** `||` binds less than `&&`. */
function grouped(expression: string): string {
  return expression.includes('||') ? `(${expression})` : expression
}
