// An input that came out empty, whole or in part: where to look, and what to set.
import { namesIn } from '../../aws/github-expression.js'
import type { Calls, InputSource, Known, Setting, Step } from '../../model.js'
import { list, oneLine, quote, shellWord } from '../../text.js'
import { contextSteps } from './empty-context.js'
import { lineWith, placeOfLine } from './empty-line.js'
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
  if (secrets.length + variables.length === 0)
    return [...partSteps(source), ...contextSteps({ ...emptied, source }, known)]
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

/** Of an expression with secrets among other things: whether this run takes one of them is not known. */
function partSteps(source: InputSource): Step[] {
  const { callers, empty } = source
  const hasSecret = empty.some(({ text, from }) => namesIn(from ?? text, 'secrets').length > 0)
  if (!callers || !hasSecret) return []
  const of = callers.all
    ? ''
    : `, and ${list(
        callers.calls.flatMap(({ jobs }) => jobs),
        'or',
      )} called this workflow`
  const when = `If this run takes a secret from the expression${of}`
  return callers.calls.map((calls) => ({ when, ...passStep(calls) }))
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

function setSteps(emptied: Emptied, names: Names, known: Known): Step[] {
  const [secret, second] = names.secrets
  const line =
    secret !== undefined && second === undefined && names.variables.length === 0
      ? variableLine(emptied, secret)
      : ''
  return secret !== undefined && line !== ''
    ? variableSteps({ ...emptied, line, name: secret }, known)
    : [setStep(emptied, names, known)]
}

/** Role, account and region are no secrets. */
function variableSteps(
  emptied: Emptied & { line: string; name: string },
  { run }: Pick<Known, 'run'>,
): Step[] {
  return [
    {
      when: 'If it is not there',
      say: 'Use a variable: the value is not secret, and all jobs see variables, except those of pull requests from forks',
      code: setCommand('variable', emptied.name, { emptied, run }),
      language: 'sh',
    },
    {
      when: 'If you use the variable',
      say: `Name it in place of the secret${placeOfLine(emptied)}`,
      code: emptied.line,
      language: 'yaml',
    },
  ]
}

/** Where the expressions stay as they are. */
function setStep(emptied: Emptied, { secrets, variables }: Names, { run }: Known): Step {
  const all = [
    ...secrets.map((name) => setCommand('secret', name, { emptied, run })),
    ...variables.map((name) => setCommand('variable', name, { emptied, run })),
  ]
  return {
    when: all.length === 1 ? 'If it is not there' : 'If one that this run needs is not there',
    say: 'Set it',
    code: all.join('\n'),
    language: 'sh',
  }
}

function setCommand(
  kind: 'secret' | 'variable',
  name: string,
  { emptied, run }: { emptied: Emptied } & Pick<Known, 'run'>,
): string {
  return `gh ${kind} set ${shellWord(name)} --repo ${shellWord(run.repository)} --body '${emptied.value}'`
}

/** The line of the file with the variable in place of the secret, and nothing else; empty where that is not one line. */
function variableLine(emptied: Emptied, name: string): string {
  return lineWith(emptied, `vars.${oneLine(name)}`)
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
