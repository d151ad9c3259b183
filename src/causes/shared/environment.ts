// The environment that a policy asks for, and the job in it.
import type { Step } from '../../model.js'
import { oneLine, quote } from '../../text.js'

/** With the policy as it is: the job in the one environment that it names. */
export function runInEnvironment(name: string): Step {
  return {
    when: `If this job belongs to environment ${quote(name, 60)}`,
    say: 'Run it there',
    code: `environment: ${yamlText(name)}`,
    language: 'yaml',
  }
}

/** Quoted where YAML would read it otherwise than as it stands. */
function yamlText(value: string): string {
  const text = oneLine(value)
  return /^[a-z][\w./-]*$/i.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
