// The whole run on one screen: what does not depend on each other runs at the same time, and the report is drawn at the end.

import type { Failure, Inputs, Report, Session } from './model.js'
import { roleLine } from './report/roles.js'
import { unexplained } from './report/unexplained.js'
import { type Branch, type Outcome, type Run, type SignedRun, startRun } from './run/run.js'
import { RunLog } from './run/run-log.js'
import { reportOf, verdict } from './run/verdict.js'
import { signInFlow, withDeadline } from './sign-in-flow.js'
import { exportSessions } from './steps/export-session.js'
import { type Filed, fileReport } from './steps/file-report.js'
import { findPlaces } from './steps/find-places.js'
import { readInputs, readOutlets } from './steps/read-inputs.js'
import { readRun } from './steps/read-run.js'
import { examineWorkflow } from './steps/read-workflow.js'
import { outputsOf, setOutputs } from './steps/set-outputs.js'
import { inputFailures, passedOnEmpty } from './steps/tell-inputs.js'
import type { World } from './world.js'

export interface Preflight extends Filed {
  /** Only where the run signed in; what is done with it is the door's to decide. */
  session?: Session
}

export async function preflight(world: World): Promise<Preflight> {
  const log = new RunLog(world, readRun(world.runner))
  const read = readInputs(world.runner)
  const wrong = await inputFailures(world.runner, log.known.run, read)
  if (!read.ok || wrong.length > 0) {
    log.learn({ outlets: readOutlets(world.runner) })
    return setOutputs(world.runner, reportFiler(world, log), wrong)
  }
  const inputs = read.value
  log.learn({ inputs })
  maskAccounts(world, inputs)
  const run = startRun(world, inputs, log)
  const { ended, session } = await withDeadline(run, signInFlow(run))
  const told = [...ended, ...(await passedOnEmpty(world.runner, log.known))]
  return exportIfReady(run, { ended: told, ...(session ? { session } : {}) })
}

/** The report on a bug of ours: a throw that reached the door. */
export async function crashReport(world: World, error: Error): Promise<Preflight> {
  world.runner.debug(error.stack ?? '')
  const log = new RunLog(world, readRun(world.runner))
  const told = (reading: Error): Report =>
    reportOf(log, [unexplained(error, reading, log.known.run)])
  const file = async (ended: readonly Failure[]): Promise<Filed> => ({
    // Should the causes themselves be what cannot be read; and a file that is missing is no bug that we could mend.
    report: isMissingFile(error) ? told(error) : await verdict(log, ended).catch(told),
    path: '',
  })
  return setOutputs(world.runner, file, [{ kind: 'bug', message: error.message }])
}

/** By Node's own code for it: a file of this action was not there to be loaded. */
function isMissingFile(error: Error & { code?: string }): boolean {
  return error.code === 'ERR_MODULE_NOT_FOUND'
}

/** Before the first line that could show one. */
function maskAccounts({ runner }: World, { role, roles, maskAwsAccountId }: Inputs): void {
  if (!maskAwsAccountId) return
  for (const each of [...(role ? [role] : []), ...roles.map((named) => named.role)])
    runner.mask(each.account)
}

function reportFiler(
  { runner }: World,
  log: RunLog,
  branches: readonly Branch[] = [],
): (ended: readonly Failure[]) => Promise<Filed> {
  const draw = async (all: readonly Failure[]): Promise<Report> => {
    // What only the checks found is known when the verdict is.
    const first = all.length === 0 ? await verdict(log, all, branches) : undefined
    if (first?.findings.length === 0) return first
    const workflow = log.known.workflow ?? (await examineWorkflow(runner, log.known))
    if (workflow) log.learn({ workflow })
    return findPlaces(first && !workflow ? first : await verdict(log, all, branches))
  }
  return (ended) => fileReport(runner, draw, ended)
}

/** Exports only from a run that found nothing which fails the step; else no session goes any further. */
async function exportIfReady(run: Run, { ended, session }: Outcome): Promise<Preflight> {
  const { world, log, branches } = run
  const file = reportFiler(world, log, branches)
  const done = await file(ended)
  for (const role of done.report.roles) world.runner.info(roleLine(role))
  const sessions = branches.length > 0 ? sessionsOf(branches) : session && [{ run, session }]
  if (!sessions || !done.report.ready || done.report.failed)
    return setOutputs(world.runner, file, ended, done)
  const failure = await exportSessions(run, sessions, outputsOf(done, session))
  if (failure) return setOutputs(world.runner, file, [...ended, failure])
  return { ...done, ...(session ? { session } : {}) }
}

/** Of all roles, or none. */
function sessionsOf(branches: readonly Branch[]): SignedRun[] | undefined {
  const all = branches.flatMap(({ run, outcome }) =>
    outcome?.session ? [{ run, session: outcome.session }] : [],
  )
  return all.length === branches.length ? all : undefined
}
