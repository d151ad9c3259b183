// An input that came out empty, whole or in part: which expression it was, why it may have no value, and where to look.
import { readOf } from '../../aws/github-expression.js'
import type { InputSource, Known, Step } from '../../model.js'
import { list, oneLine, quote, shellWord } from '../../text.js'

/** Names in a headline. */
const MOST_NAMED = 2

export interface Emptied {
  input: string
  source?: InputSource
  /** What the setting is to hold, as a placeholder. */
  value: string
}

/** `secrets.A` and `vars.B`, where each is one value and nothing else; undefined where one is more than that. */
export function emptyNames({ source }: Pick<Emptied, 'source'>): string | undefined {
  const texts = (source?.empty ?? []).map(({ text }) => text)
  const plain =
    texts.length > 0 && texts.length <= MOST_NAMED && texts.every((text) => readOf(text))
  return plain ? list(texts.map((text) => oneLine(text, 60))) : undefined
}

/** Why an expression of this job may have no value: what the file shows of it. */
export function emptyReason({ source }: Pick<Emptied, 'source'>): string {
  const [first] = source?.empty ?? []
  if (first?.from !== undefined)
    return `The file sets ${quote(first.text, 60)} to ${quote(`\${{ ${first.from} }}`, 80)}, and that has no value in this run.`
  if (source?.callers?.all && reads(source, 'secrets').length > 0)
    return `This workflow is called by ${list(source.callers.jobs)} in ${quote(source.callers.file)}, which ${source.callers.jobs.length === 1 ? 'does' : 'do'} not pass the secret on.`
  return 'GitHub turns an unset expression into an empty string.'
}

/** Where to look, and what to set: the nearest reason first. */
export function emptySteps(emptied: Emptied, known: Known): Step[] {
  const { source } = emptied
  if (source === undefined || source.empty.length === 0)
    return [...callerSteps(source, true), ...unknownSteps(emptied, known)]
  const secrets = reads(source, 'secrets')
  const variables = reads(source, 'vars')
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

/** The names that the empty expressions read from one context. */
function reads({ empty }: InputSource, context: 'secrets' | 'vars'): string[] {
  return empty.flatMap(({ text, from }) => {
    const read = readOf(from ?? text)
    return read?.context === context ? [read.name] : []
  })
}

/** The jobs that call this workflow without its secrets. */
function callerSteps(source: InputSource | undefined, ofSecrets: boolean): Step[] {
  const callers = source?.callers
  if (!callers || !ofSecrets) return []
  const step = {
    say: `Pass the secrets on in ${callers.jobs.length === 1 ? 'the job' : 'each of the jobs'} ${list(callers.jobs)} of ${quote(callers.file)}`,
    code: 'secrets: inherit',
    language: 'yaml' as const,
    then: 'It stands beside `uses:`. To pass one secret only, list it under `secrets:` there, and declare it under `on.workflow_call.secrets` here.',
  }
  const sure = callers.all && source.empty.length > 0
  return [sure ? step : { when: `If ${list(callers.jobs, 'or')} called this workflow`, ...step }]
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
      `gh ${kind} list --org ${shellWord(run.owner)}`,
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
      say: 'Name it in place of the secret',
      code: line,
      language: 'yaml',
    },
  ]
}

/** The line of the file with the variable in place of the secret; empty where that is not one line. */
function variableLine({ input, source }: Emptied, name: string): string {
  const [first, second] = source?.empty ?? []
  const written = source?.written?.trim() ?? ''
  if (!first || second || written.includes('\n')) return ''
  const variable = `\${{ vars.${oneLine(name)} }}`
  const own = readOf(first.text)
  if (first.from !== undefined) return own ? `${oneLine(own.name)}: ${variable}` : ''
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
