// Where the files give an input that came out empty: the text, what its expressions come from, the job around it, and the jobs that call it.
import { emptyExpressions } from '../aws/github-expression.js'
import type { Calls, EmptyExpression, InputSource } from '../model.js'
import { originsOf, type Scope } from './empty-origins.js'
import type { Question } from './examine.js'
import { environmentName, passedSecrets, settingIn } from './job-settings.js'
import { unlessUnsure } from './nodes.js'
import { isSame, type JobAt, type WayToJob, waysToJob } from './running-job.js'
import { compositeStep, stepOfJob, userOfComposite } from './running-step.js'

export type SourceOf = (input: string, given: string) => InputSource | undefined

/** Undefined where the files do not say it: none at hand, another version, or two that may be meant. */
export function inputSources(question: Question): SourceOf {
  const ways = unlessUnsure(() => waysToJob(question, question.running)) ?? []
  const scopes = unlessUnsure(() => scopesOf(question, ways)) ?? []
  return (input, given) => {
    const found = scopes.flatMap((scope) => sourceIn(scope, input, given) ?? [])
    const [first] = found
    if (first)
      return found.every(({ scope }) => isOneStep(scope, first.scope)) ? merged(found) : undefined
    return ways.some(({ at }) => at) ? undefined : sourceElsewhere(ways)
  }
}

/** What the running step sees, for each way in which the run may come to it. */
function scopesOf(question: Question, ways: readonly WayToJob[]): Scope[] {
  const { running, composite, open } = question
  const atHand = ways.flatMap(({ at, callers }) => (at ? [{ at, callers }] : []))
  const scopeOf = (at: JobAt, callers: readonly JobAt[]) => ({
    file: at.file,
    nodes: at.nodes,
    job: at,
    callers,
  })
  if (running.compositePath === '')
    return atHand.flatMap(({ at, callers }) => {
      const step = unlessUnsure(() => stepOfJob(at.nodes, at.body, running))
      return step ? [{ ...scopeOf(at, callers), step }] : []
    })
  const found = compositeStep(composite, open, running)
  if (!found) return []
  const folder = found.file.split('/').slice(0, -1).join('/')
  const users = atHand.flatMap(({ at, callers }) => {
    const step = unlessUnsure(() =>
      userOfComposite(at.nodes, at.body, { step: running.step, folder }),
    )
    return step ? [{ ...scopeOf(at, callers), step }] : []
  })
  const inside = { ...found, callers: [] }
  return users.length === 0 ? [inside] : users.map((user) => ({ ...inside, user }))
}

/** The same step, by whatever way. */
function isOneStep(one: Scope, other: Scope): boolean {
  return one.step === other.step && isSame(one.user?.job, other.user?.job)
}

interface Found {
  scope: Scope
  written: string
  empty: EmptyExpression[]
  environment: string | undefined
  lacking: readonly JobAt[]
}

function sourceIn(scope: Scope, input: string, given: string): Found | undefined {
  const { nodes, step } = scope
  const written = step && unlessUnsure(() => settingIn(nodes, step, 'with', input))
  const texts = written ? emptyExpressions(written, given) : undefined
  if (!written || !texts) return undefined
  const origins = texts.flatMap((text) =>
    originsOf(text, scope).map((origin) => ({ text, ...origin })),
  )
  const job = scope.job ?? scope.user?.job
  return {
    scope,
    written,
    empty: once(origins.map(({ lacking: _, ...one }) => one)),
    environment: job && unlessUnsure(() => environmentName(job)),
    lacking: origins.flatMap(({ lacking }) => lacking),
  }
}

function once(all: readonly EmptyExpression[]): EmptyExpression[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Where two ways differ, only what the step itself says is sure. */
function merged(found: readonly Found[]): InputSource {
  const [first, ...others] = found as [Found, ...Found[]]
  const isSure = others.every(({ empty }) => JSON.stringify(empty) === JSON.stringify(first.empty))
  const texts = [...new Set(first.empty.map(({ text }) => text))]
  const { written, environment } = first
  return {
    written,
    empty: isSure ? first.empty : texts.map((text) => ({ text })),
    ...(environment === undefined ? {} : { environment }),
    ...callersOf(found.map(({ lacking }) => lacking)),
  }
}

/** The job is in a file that is not at hand, nor is the expression: but a call that passes no secrets at all is told. */
function sourceElsewhere(ways: readonly WayToJob[]): InputSource | undefined {
  const lacking = ways.map(({ callers }) =>
    callers.filter((caller) => unlessUnsure(() => passedSecrets(caller)) === 'none'),
  )
  const passed = callersOf(lacking)
  return passed.callers ? { empty: [], ...passed } : undefined
}

/** For each way, the calls in it that lack the secret. */
function callersOf(ways: readonly (readonly JobAt[])[]): Pick<InputSource, 'callers'> {
  const lacking = ways.flat()
  if (lacking.length === 0) return {}
  const calls = [...Map.groupBy(lacking, ({ file }) => file)].map(
    ([file, jobs]): Calls => ({ file, jobs: [...new Set(jobs.map(({ key }) => key))] }),
  )
  return { callers: { calls, all: ways.every(({ length }) => length > 0) } }
}
