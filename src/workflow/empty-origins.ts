// Where an expression that came out empty gets its value: variables, the step that uses a composite action, and the jobs that call a workflow.
import type { YAMLMap } from 'yaml'
import { type ExpressionRead, emptyExpressions, namesIn, readOf } from '../aws/github-expression.js'
import type { Setting } from '../model.js'
import { defaultOf, passedSecrets, settingIn, variableOf } from './job-settings.js'
import { type Nodes, unlessUnsure } from './nodes.js'
import type { JobAt } from './running-job.js'

/** What an expression sees: from where it stands outwards. */
export interface Scope {
  file: string
  nodes: Nodes
  /** Undefined for what stands in a job itself. */
  step?: YAMLMap
  /** Undefined in a composite action. */
  job?: JobAt
  /** The jobs that call its workflow, from the outside in. */
  callers: readonly JobAt[]
  /** In a composite action: the step of the job that uses it, where that is known. */
  user?: Scope
  /** In a job's own lines GitHub has no `env` (GitHub docs, "Contexts", "Context availability"). */
  noEnv?: true
}

export interface Origin {
  /** The expression that it is set from. */
  from?: string
  set?: Setting
  /** An input of the run. */
  dispatch?: { default: string }
  /** The calls that do not pass the secret on. */
  lacking: readonly JobAt[]
}

/** Expressions that are followed, for they may branch at each level. Our own limit. */
const MOST_FOLLOWED = 100

interface Budget {
  left: number
}

/** All that an expression comes from; one without `from` and `set` where the files do not say more than the expression. */
export function originsOf(
  expression: string,
  scope: Scope,
  budget: Budget = { left: MOST_FOLLOWED },
): Origin[] {
  const own: Origin = { lacking: [] }
  if (budget.left-- <= 0) return [own]
  const read = readOf(expression)
  if (read?.context === 'secrets') return secretOrigins(expression, scope, budget)
  if (!read) return [{ lacking: lackingAll(namesIn(expression, 'secrets'), scope, budget) }]
  const next = unlessUnsure(() => setterOf(expression, scope))
  if (!next) return [{ ...own, ...unlessUnsure(() => runInput(read, scope)) }]
  return next.written === undefined ? [{ ...own, set: next.set }] : originsIn(next, budget)
}

/** Of the workflow of the run: there is no job that could give it. */
function runInput({ context, name }: ExpressionRead, scope: Scope): Pick<Origin, 'dispatch'> {
  const { user, callers, job } = scope
  const isOwn = context === 'inputs' && job !== undefined && !user && callers.length === 0
  if (context !== 'dispatch' && !isOwn) return {}
  const { nodes } = (user ?? scope).callers[0] ?? user ?? scope
  return { dispatch: { default: defaultOf(nodes, 'workflow_dispatch', name) } }
}

/** The calls that pass on none of these secrets, of which the expression needs but one. */
function lackingAll(names: readonly string[], scope: Scope, budget: Budget): readonly JobAt[] {
  const [first = [], ...others] = names.map((name) =>
    secretOrigins(`secrets.${name}`, scope, budget).flatMap(({ lacking }) => lacking),
  )
  return first.filter((job) => others.every((lacking) => lacking.includes(job)))
}

interface Setter {
  set: Setting
  /** Undefined where it sets nothing. */
  written: string | undefined
  /** What the expressions in `written` see. */
  scope: Scope
}

function originsIn({ set, written = '', scope }: Setter, budget: Budget): Origin[] {
  const empty = emptyExpressions(written, '') ?? []
  // A value that cannot be empty: something else has set it since, or the file is of another version.
  if (empty.length === 0) return [{ lacking: [] }]
  return empty.flatMap((one) =>
    originsOf(one, scope, budget).map((origin) =>
      origin.set ? origin : { ...origin, from: one, set },
    ),
  )
}

function setterOf(expression: string, scope: Scope): Setter | undefined {
  const read = readOf(expression)
  if (read?.context === 'env') return variableSetter(read.name, scope)
  if (read?.context !== 'inputs') return undefined
  const { user, nodes, job } = scope
  if (user?.step && user.job) {
    const written = settingIn(user.nodes, user.step, 'with', read.name)
    if (written === undefined && defaultOf(nodes, 'action', read.name) !== '') return undefined
    return { set: settingOf('step', read.name, user.job), written, scope: user }
  }
  const caller = scope.callers.at(-1)
  if (!job || !caller) return undefined
  const written = settingIn(caller.nodes, caller.body, 'with', read.name)
  if (written === undefined && defaultOf(nodes, 'workflow_call', read.name) !== '') return undefined
  return { set: settingOf('call', read.name, caller), written, scope: outside(scope, caller) }
}

/** Set by the step, else around it. */
function variableSetter(name: string, scope: Scope): Setter | undefined {
  const { nodes, step, job, user, noEnv } = scope
  if (noEnv) return undefined
  const holder = job ?? user?.job
  const ofStep = step && settingIn(nodes, step, 'env', name)
  if (ofStep !== undefined && holder) {
    const { step: _, ...around } = scope
    return { set: settingOf('env', name, holder, scope.file), written: ofStep, scope: around }
  }
  if (user) return variableSetter(name, user)
  const ofJob = job && variableOf(job, name)
  if (ofJob === undefined || !job) return undefined
  return { set: settingOf('env', name, job), written: ofJob, scope: { ...scope, noEnv: true } }
}

/** A called workflow has the secrets that its caller passes on. */
function secretOrigins(expression: string, scope: Scope, budget: Budget): Origin[] {
  const own: Origin = { lacking: [] }
  const caller = scope.callers.at(-1)
  const name = readOf(expression)?.name
  const passed = caller && unlessUnsure(() => passedSecrets(caller))
  if (!caller || name === undefined || passed === undefined) return [own]
  const around = outside(scope, caller)
  if (passed === 'all') return originsOf(expression, around, budget)
  const written = unlessUnsure(() => ({
    text: passed === 'some' ? settingIn(caller.nodes, caller.body, 'secrets', name) : undefined,
  }))
  if (!written) return [own]
  if (written.text !== undefined)
    return originsIn(
      { set: settingOf('call', name, caller), written: written.text, scope: around },
      budget,
    )
  const further = originsOf(expression, around, budget).flatMap(({ lacking }) => lacking)
  return [{ lacking: [caller, ...further] }]
}

function settingOf(by: Setting['by'], key: string, job: JobAt, file = job.file): Setting {
  return { by, key, file, job: job.key }
}

function outside({ callers }: Scope, caller: JobAt): Scope {
  const { file, nodes } = caller
  return { file, nodes, job: caller, callers: callers.slice(0, -1), noEnv: true }
}
