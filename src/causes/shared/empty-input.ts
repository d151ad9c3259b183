// An input that came out empty, whole or in part: where to look, and what to set.
import { readOf } from '../../aws/github-expression.js'
import type { Calls, InputSource, Known, Setting, Step } from '../../model.js'
import { list, oneLine, quote, shellWord } from '../../text.js'
import { type Emptied, namesRead, placeOf } from './empty-reason.js'

/** Where to look, and what to set: the nearest reason first. */
export function emptySteps(emptied: Emptied, known: Known): Step[] {
  const { source } = emptied
  if (source === undefined || source.empty.length === 0)
    return [...callerSteps(source, true), ...unknownSteps(emptied, known)]
  const unset = source.empty.flatMap(({ from, set }) =>
    set && from === undefined ? [giveStep({ set, value: emptied.value })] : [],
  )
  if (unset.length > 0) return unset
  const secrets = namesRead(source, 'secrets')
  const variables = namesRead(source, 'vars')
  if (secrets.length + variables.length === 0) return [whereToLook(source)]
  return [
    ...callerSteps(source, secrets.length > 0),
    listStep({ secrets, variables }, source, known),
    ...setSteps(emptied, { secrets, variables }, known),
  ]
}

interface Names {
  secrets: readonly string[]
  variables: readonly string[]
}

/** The jobs that call a workflow without its secrets, from the workflow of the run on. */
function callerSteps(source: InputSource | undefined, ofSecrets: boolean): Step[] {
  const callers = source?.callers
  if (!callers || !ofSecrets) return []
  const sure = callers.all && source.empty.length > 0
  return callers.calls.map((calls) => {
    const condition = { when: `If ${list(calls.jobs, 'or')} called this workflow` }
    return { ...(sure ? {} : condition), ...passStep(calls) }
  })
}

function passStep({ file, jobs }: Calls): Step {
  return {
    say: `Pass the secrets on in ${jobs.length === 1 ? 'the job' : 'each of the jobs'} ${list(jobs)} of ${quote(file)}`,
    code: 'secrets: inherit',
    language: 'yaml',
    then: 'It stands beside `uses:`. To pass one secret only, or to a workflow of another organisation, list it under `secrets:` there, and declare it under `on.workflow_call.secrets` of the called workflow.',
  }
}

/** Nothing sets it. */
function giveStep({ set, value }: { set: Setting; value: string }): Step {
  const line: Step = {
    say: `Set ${quote(set.key, 60)} in ${placeOf(set)}`,
    code: `with:\n  ${oneLine(set.key)}: ${value}`,
    language: 'yaml',
  }
  if (set.by !== 'call') return line
  return {
    ...line,
    then: 'It stands beside `uses:`. The called workflow must declare it under `on.workflow_call.inputs`.',
  }
}

/** Where to look for what is missing. */
function listStep(names: Names, { environment }: InputSource, { run }: Known): Step {
  const all = [...names.secrets, ...names.variables]
  return {
    say: `Look for ${list(all)}, spelled like this, in the repository${environment ? ', its environment' : ''} and the organisation`,
    code: listCommands(
      [
        ...(names.secrets.length > 0 ? ['secret'] : []),
        ...(names.variables.length > 0 ? ['variable'] : []),
      ],
      environment,
      { run },
    ),
    language: 'sh',
    then: `A value of the organisation must be shared with this repository.${environment === '' ? ' The job has no `environment:`; if the value belongs to one, add it.' : ' A value of an environment is seen only by jobs with that `environment:`.'}`,
  }
}

function listCommands(
  kinds: readonly string[],
  environment: string | undefined,
  { run }: Pick<Known, 'run'>,
): string {
  const repository = `--repo ${shellWord(run.repository)}`
  return kinds
    .flatMap((kind) => [
      `gh ${kind} list ${repository}`,
      ...(environment ? [`gh ${kind} list ${repository} --env ${shellWord(environment)}`] : []),
      `gh ${kind} list --org ${shellWord(run.owner)} # if that is an organisation`,
    ])
    .join('\n')
}

/** Role, account and region are no secrets. */
function setSteps(emptied: Emptied, { secrets, variables }: Names, { run }: Known): Step[] {
  const [name] = [...secrets, ...variables]
  if (name === undefined) return []
  const set: Step = {
    when: 'If it is not there',
    say:
      secrets.length > 0
        ? 'Use a variable: the value is not secret, and all jobs see variables, except those of pull requests from forks'
        : 'Set it',
    code: `gh variable set ${shellWord(name)} --repo ${shellWord(run.repository)} --body '${emptied.value}'`,
    language: 'sh',
  }
  const line = secrets.length === 1 && variables.length === 0 ? variableLine(emptied, name) : ''
  if (line === '') return [set]
  return [
    set,
    {
      when: 'If you use the variable',
      say: `Name it in place of the secret${placeOfLine(emptied)}`,
      code: line,
      language: 'yaml',
    },
  ]
}

/** Where that line is, if it is not beside the step. */
function placeOfLine({ source }: Emptied): string {
  const [{ set } = {}] = source?.empty ?? []
  return set === undefined || set.by === 'env' ? '' : `, in ${placeOf(set)}`
}

/** The line of the file with the variable in place of the secret; empty where that is not one line. */
function variableLine({ input, source }: Emptied, name: string): string {
  const [first, second] = source?.empty ?? []
  const written = source?.written?.trim() ?? ''
  if (!first || second || written.includes('\n')) return ''
  const variable = `\${{ vars.${oneLine(name)} }}`
  const key = first.set?.key ?? readOf(first.text)?.name
  if (first.from !== undefined) return key === undefined ? '' : `${oneLine(key)}: ${variable}`
  const line = written.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (whole, inner: string) =>
    inner === first.text ? variable : whole,
  )
  return `${input}: ${oneLine(line, 2048)}`
}

/** No file at hand, or none that says it: each reason with what settles it. */
function unknownSteps({ input }: Emptied, known: Known): Step[] {
  return [
    {
      when: 'If it comes from `secrets.` or `vars.`',
      say: 'Check that the name exists, spelled like that, where this job can see it',
      code: listCommands(['secret', 'variable'], undefined, known),
      language: 'sh',
      then: 'A value of an environment is seen only by jobs with that `environment:`; a value of the organisation must be shared with this repository.',
    },
    {
      when: 'If this workflow is called by another one',
      say: 'Pass the secrets on in the job that calls it, beside its `uses:`',
      code: 'secrets: inherit',
      language: 'yaml',
    },
    {
      when: 'If it comes from `inputs.`, `needs.`, `steps.` or `env.`',
      say: `Check what sets the value of ${quote(input)}, and that it runs before this step`,
    },
  ]
}

function whereToLook({ empty }: InputSource): Step {
  const [first] = empty
  const read = first && empty.length === 1 ? readOf(first.from ?? first.text) : undefined
  const name = quote(read?.name ?? '')
  switch (read?.context) {
    case 'needs':
    case 'steps':
      return {
        say: `Check that the ${read.context === 'needs' ? 'job' : 'step'} with the output ${name} ran, that its id is spelled as in the expression, and what it set`,
        then: 'GitHub does not pass a value that it masks as a secret from job to job.',
      }
    case 'inputs':
      return {
        say: `Check what this run was given for ${name}`,
        then: 'If this workflow is called, that stands under `with:` of the calling job. `secrets.` cannot be used there.',
      }
    case 'matrix':
      return { say: `Check what this job of the matrix has for ${name}` }
    case 'env':
      return {
        say: `Check where ${name} is set, and that this is before this step`,
        then: 'A variable that is set from a secret is empty if the secret is.',
      }
    default:
      return { say: 'Check what the parts of this expression hold in this run' }
  }
}
