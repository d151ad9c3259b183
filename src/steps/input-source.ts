// Where the workflow gives an input that came out empty: the text in the file, the job around it, and the jobs that call it.
import { emptyExpressions, loneExpression, readOf } from '../aws/github-expression.js'
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import type { EmptyExpression, InputSource, RunContext } from '../model.js'
import { explain } from '../run/explain.js'
import type { Runner } from '../world.js'
import { isNested } from './read-role.js'
import { readWorkflow } from './read-workflow.js'

/** The run, and what its step was given. */
type Running = RunContext & { given(input: string): string }

/** Workflows that are called are looked at, but not without end. Our own limit. */
const MOST_CALLED = 20

interface WorkflowFile {
  file: string
  text: string
}

/** Undefined where the files do not say it: none at hand, another version, or a step of a composite action. */
export function sourceOf(
  runner: Runner,
  run: RunContext,
  input: string,
  given: string,
): InputSource | undefined {
  // The step that runs is the composite's, whatever the job has.
  const workflow = isNested(runner) ? undefined : readWorkflow(runner, run)
  if (!workflow) return undefined
  const running = { ...run, given: (name: string) => runner.input(name) ?? '' }
  const own = sourceIn(workflow, running, input, given)
  if (own) return own
  const calls = explain.callsIn(workflow.text)
  const called = calledFiles(
    runner,
    run,
    calls.map(({ uses }) => uses),
  ).flatMap((file) => {
    const source = sourceIn(file, running, input, given)
    return source ? [{ file, source }] : []
  })
  const [found, second] = called
  if (second) return undefined
  const mine = found
    ? calls.filter(({ uses }) => uses === `./${found.file.file}`)
    : explain.hasSteps(workflow.text, run.job)
      ? []
      : calls.filter(({ uses }) => !uses.startsWith('./'))
  const names = found ? secretsIn(found.source) : []
  const lacking = mine.filter(({ secrets }) => lacks(secrets, names)).map(({ job }) => job)
  const passed = {
    callers: { file: workflow.file, jobs: lacking, all: lacking.length === mine.length },
  }
  const source = found?.source ?? { empty: [] }
  if (lacking.length > 0) return { ...source, ...passed }
  return found?.source
}

function sourceIn(
  { text }: WorkflowFile,
  run: Running,
  input: string,
  given: string,
): InputSource | undefined {
  const written = explain.writtenInput(text, input, run)
  const empty = written === undefined ? undefined : emptyExpressions(written, given)
  if (written === undefined || empty === undefined) return undefined
  const environment = explain.environmentOf(text, run.job)
  return {
    written,
    empty: empty.map((expression) => withOrigin(expression, text, run.job)),
    ...(environment === undefined ? {} : { environment }),
  }
}

/** A variable of `env` that the file sets from one expression comes from that. */
function withOrigin(text: string, file: string, job: string): EmptyExpression {
  const read = readOf(text)
  const value = read?.context === 'env' ? explain.writtenVariable(file, job, read.name) : undefined
  const from = loneExpression(value ?? '')
  return from === undefined ? { text } : { text, from }
}

/** The workflows of this repository that are called, where they are checked out. */
function calledFiles(runner: Runner, run: RunContext, uses: readonly string[]): WorkflowFile[] {
  const local = uses.filter((one) => /^\.\/\.github\/workflows\/[^/]+\.ya?ml$/i.test(one))
  return [...new Set(local)].slice(0, MOST_CALLED).flatMap((one) => {
    const file = one.slice(2)
    const read = runner.readFile(file, run.workspace, LARGEST_WORKFLOW)
    return read.ok ? [{ file, text: read.value }] : []
  })
}

/** The secrets that the input comes from. */
function secretsIn({ empty }: InputSource): string[] {
  return empty.flatMap(({ text, from }) => {
    const read = readOf(from ?? text)
    return read?.context === 'secrets' ? [read.name.toUpperCase()] : []
  })
}

function lacks(passed: 'none' | 'inherit' | readonly string[], names: readonly string[]): boolean {
  if (passed === 'inherit') return false
  const has = passed === 'none' ? [] : passed.map((name) => name.toUpperCase())
  return passed === 'none' || names.some((name) => !has.includes(name))
}
