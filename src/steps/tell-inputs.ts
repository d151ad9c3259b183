// Bad inputs, each to the cause that explains it: what another action has, what came out empty, and what GitHub withheld from this run.

import { restrictedRun } from '../aws/github.js'
import { mayRead, readOf } from '../aws/github-expression.js'
import { REQUEST_VARIABLES } from '../model/problem.js'
import type {
  Failure,
  InputProblem,
  InputSource,
  Inputs,
  Known,
  RestrictedRun,
  Result,
  RunContext,
} from '../model.js'
import type { Runner } from '../world.js'
import { roleState } from './read-role.js'
import { emptyRoles, ROLES } from './read-roles.js'
import { compositePath } from './read-run.js'
import { inputSources, type SourceOf } from './read-workflow.js'

const ROLE = 'role-to-assume'

interface Empty {
  input: string
  source?: InputSource
}

/** What is wrong with the inputs; nothing where the run can go on. */
export async function inputFailures(
  runner: Runner,
  run: RunContext,
  read: Result<Inputs>,
): Promise<Failure[]> {
  if (!read.ok && read.failure.kind !== 'input') return [read.failure]
  const problems = read.ok || read.failure.kind !== 'input' ? [] : read.failure.problems
  const empty = emptyInputs(runner)
  if (problems.length === 0 && empty.length === 0) return []
  const sourceOf = await inputSources(runner, { run })
  const told = problems.map((problem) => withSource(sourceOf, problem, runner))
  const role = empty.map((input) => emptyRole(sourceOf, input))
  const restricted = run.onRunner && run.standIn === '' ? restrictedRun(run) : undefined
  const hasToken = offersToken(runner)
  const withheld = restricted
    ? [...told.filter(isEmpty), ...role].filter((one) => hidden(restricted, one, hasToken))
    : []
  const left = told.filter((problem) => !withheld.includes(problem))
  return [
    ...(restricted && withheld.length > 0
      ? [
          {
            kind: 'inputs-withheld' as const,
            run: restricted,
            inputs: [...new Set(withheld.map(({ input }) => input))],
            hasToken,
            sure: withheld.every((one) => isSure(restricted, one)),
            ...ofOne(withheld),
          },
        ]
      : []),
    ...role
      .filter((one) => !withheld.includes(one))
      .map((one) => ({ kind: 'input-empty' as const, ...one })),
    ...splitUnsupported(left),
  ]
}

/** A composite action that passes on an empty role: the run goes on without one, and says so. */
export async function passedOnEmpty(runner: Runner, { run, token }: Known): Promise<Failure[]> {
  const state = roleState(runner)
  const nested = compositePath(runner) !== '' && emptyRoles(runner, state)
  if (state !== 'passed-on-empty' && !nested) return []
  const restricted = restrictedRun(run)
  // Without a token, the run itself is the reason, and told of as such.
  if (restricted && !offersToken(runner)) return []
  const sourceOf = await inputSources(runner, { run, ...(token ? { token } : {}) })
  return [{ kind: 'input-empty', nested: true, ...emptyRole(sourceOf, nested ? ROLES : ROLE) }]
}

/** Roles that somebody wanted and that came out empty; in a composite action, the run goes on without. */
function emptyInputs(runner: Runner): string[] {
  const state = roleState(runner)
  if (state === 'empty') return [ROLE]
  return compositePath(runner) === '' && emptyRoles(runner, state) ? [ROLES] : []
}

function emptyRole(sourceOf: SourceOf, input: string): Empty {
  const source = sourceOf(input, '')
  return { input, ...(source ? { source } : {}) }
}

/** With its source, where an expression in it came out empty, or where the file has a `$` too many. */
function withSource(sourceOf: SourceOf, problem: InputProblem, runner: Runner): InputProblem {
  const { input, given, want, line } = problem
  if (typeof given !== 'string' || want.form === 'unsupported') return problem
  // Of several lines, which one an expression stands in is not asked: those that lack something are told it.
  if (line !== undefined && !lacksPart(problem)) return problem
  const source = sourceOf(input, line === undefined ? given : (runner.input(input) ?? ''))
  const helps = (source?.empty.length ?? 0) > 0 || want.form === 'dollar-arn'
  return source && helps ? { ...problem, source } : problem
}

/** A part of an ARN that is missing is an expression without a value, whatever else it may be. */
function isEmpty(problem: InputProblem): boolean {
  const { given, want, source } = problem
  if ((source?.empty.length ?? 0) > 0) return true
  return lacksPart(problem) || (given === '' && want.form === 'region')
}

function lacksPart({ given, want }: InputProblem): boolean {
  return given === ''
    ? want.form === 'no-arn'
    : want.form === 'role-arn' && want.slip === 'no-account'
}

/** Whether the run explains that it is empty: it gets no token either, or the file does not say otherwise. */
function hidden(
  restricted: RestrictedRun,
  empty: Empty | InputProblem,
  hasToken: boolean,
): boolean {
  if (!hasToken) return true
  const origins = originsOf(empty.source)
  if (origins.length === 0 && (empty.source?.empty.length ?? 0) > 0) return false
  // A region that nobody gives is empty too; a role that is not given is not.
  if (origins.length === 0) return !('want' in empty && empty.want.form === 'region')
  return origins.some((origin) => mayRead(origin, WITHHELD[restricted]))
}

/** GitHub docs: "Use secrets", "Contexts" (`vars`), and "Troubleshooting Dependabot on GitHub Actions". */
const WITHHELD: Readonly<Record<RestrictedRun, readonly ('secrets' | 'vars')[]>> = {
  fork: ['secrets', 'vars'],
  dependabot: ['secrets'],
}

function isSure(restricted: RestrictedRun, { source }: Empty): boolean {
  const origins = originsOf(source)
  return (
    origins.length > 0 &&
    origins.every((origin) => WITHHELD[restricted].some((one) => one === readOf(origin)?.context))
  )
}

/** But for what nobody sets, which is empty in any run. */
function originsOf(source: InputSource | undefined): string[] {
  return (source?.empty ?? []).flatMap(({ text, from, set }) =>
    set && from === undefined ? [] : [from ?? text],
  )
}

function offersToken(runner: Runner): boolean {
  if ((runner.input('web-identity-token-file') ?? '') !== '') return true
  return REQUEST_VARIABLES.every((name) => (runner.env(name) ?? '') !== '')
}

/** What is known of the value, where there is but one. */
function ofOne([only, second]: readonly (Empty | InputProblem)[]): {
  part?: true
  source?: InputSource
} {
  if (!only || second) return {}
  return {
    ...('given' in only && only.given !== '' ? { part: true } : {}),
    ...(only.source ? { source: only.source } : {}),
  }
}

/** Inputs of another action have a cause of their own, beside what is wrong with ours. */
function splitUnsupported(problems: readonly InputProblem[]): Failure[] {
  const groups = [true, false].map((unsupported) =>
    problems.filter(({ want }) => (want.form === 'unsupported') === unsupported),
  )
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({ kind: 'input', problems: group }))
}
