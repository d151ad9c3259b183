// An input that came out empty, and neither from a secret nor from a variable: where its context gets its values.
import { readOf } from '../../aws/github-expression.js'
import type { InputSource, Known, Step } from '../../model.js'
import { oneLine, quote } from '../../text.js'
import { lineWith, placeOfLine } from './empty-line.js'
import { BY_HAND, type Emptied } from './empty-reason.js'

export function contextSteps(emptied: Emptied & { source: InputSource }, known: Known): Step[] {
  const [only, second] = emptied.source.empty
  if (!only || second) return [PARTS]
  const expression = only.from ?? only.text
  if (only.dispatch && known.run.event !== BY_HAND)
    return [defaultStep(emptied, { expression, value: only.dispatch.default }, known)]
  const read = readOf(expression)
  const name = quote(read?.name ?? '')
  switch (read?.context) {
    case 'needs':
      return [
        {
          say: `Check that the job with the output ${name} ran, that \`needs:\` of this job lists it as in the expression, and what it set`,
          then: 'GitHub does not pass a value that it masks as a secret from job to job.',
        },
      ]
    case 'steps':
      return [
        {
          say: `Check that the step with the output ${name} ran before this one, that its id is spelled as in the expression, and what it set`,
        },
      ]
    case 'inputs':
    case 'dispatch':
      return [
        {
          say: `Check what this run was given for ${name}`,
          then: 'If this workflow is called, that stands under `with:` of the calling job. `secrets.` cannot be used there.',
        },
      ]
    case 'matrix':
      return [{ say: `Check what this job of the matrix has for ${name}` }]
    case 'env':
      return [
        {
          say: `Check where ${name} is set, and that this is before this step`,
          then: 'A variable that is set from a secret is empty if the secret is.',
        },
        ...variableStep(emptied, read.name),
      ]
    default:
      return [PARTS]
  }
}

const PARTS: Step = { say: 'Check what the parts of this expression hold in this run' }

interface RunInput {
  expression: string
  /** Its default, as the file has it. */
  value: string
}

/** What the runs that nobody starts by hand are to have. */
function defaultStep(emptied: Emptied, { expression, value }: RunInput, { run }: Known): Step {
  const isPlain = value !== '' && !/['\n]|\$\{\{/.test(value)
  const code = lineWith(
    emptied,
    `${expression} || '${isPlain ? oneLine(value, 2048) : emptied.value}'`,
  )
  return {
    when: `If a run of ${quote(run.event, 60)} is to have it, too`,
    say: `Let the expression end in the value${placeOfLine(emptied)}`,
    ...(code === '' ? {} : { code, language: 'yaml' }),
  }
}

/** GitHub docs, "Contexts": `env` has what the workflow file and earlier steps set, `vars` what the settings hold. */
function variableStep(emptied: Emptied, name: string): Step[] {
  const code = lineWith(emptied, `vars.${oneLine(name)}`)
  if (code === '') return []
  return [
    {
      when: `If ${quote(name)} is a variable of the repository, the organisation or an environment`,
      say: `Read it from \`vars.\`: GitHub does not put it into \`env.\`${placeOfLine(emptied)}`,
      code,
      language: 'yaml',
    },
  ]
}
