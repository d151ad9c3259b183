// The whole run on one screen: what does not depend on each other runs at the same time, and the report is drawn at the end.

import { regionalEndpoint } from './aws/endpoints.js'
import { issuerOfRunner } from './aws/github.js'
import { expectedClaims } from './checks/expected-claims.js'
import type { Failure, Report, Session } from './model.js'
import {
  endpointLine,
  issuerLine,
  noRoleLine,
  proxyLine,
  tokenLine,
  waitLine,
} from './report/log.js'
import { unexplained } from './report/unexplained.js'
import { type Run, startRun } from './run/run.js'
import { RunLog } from './run/run-log.js'
import { reportOf, verdict } from './run/verdict.js'
import { acceptSession, type Outcome } from './steps/accept-session.js'
import type { Asking } from './steps/ask-issuer.js'
import { signIn } from './steps/assume-role.js'
import { existingCredentials } from './steps/existing-credentials.js'
import { exportSession } from './steps/export-session.js'
import { type Filed, fileReport } from './steps/file-report.js'
import { findPlaces } from './steps/find-places.js'
import { askEarly, inspectIssuer, waitForIssuer } from './steps/inspect-issuer.js'
import { readInputs, readOutlets } from './steps/read-inputs.js'
import { readRun } from './steps/read-run.js'
import { readTrustPolicy } from './steps/read-trust-policy.js'
import { examineWorkflow } from './steps/read-workflow.js'
import { requestToken, requestTokenPatiently } from './steps/request-token.js'
import { outputsOf, setOutputs } from './steps/set-outputs.js'
import { inputFailures, passedOnEmpty } from './steps/tell-inputs.js'
import { unsetCurrent } from './steps/unset-current.js'
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
  const { role, maskAwsAccountId } = inputs
  if (maskAwsAccountId && role) world.runner.mask(role.account)
  const run = startRun(world, inputs, log)
  const { ended, session } = await withDeadline(run, signInFlow(run))
  const told = [...ended, ...(await passedOnEmpty(world.runner, log.known))]
  return exportIfReady(run, { ended: told, ...(session ? { session } : {}) })
}

/** The report on a bug of ours: a throw that reached the door. */
export async function crashReport(world: World, error: Error): Promise<Preflight> {
  world.runner.debug(error.stack ?? '')
  const log = new RunLog(world, readRun(world.runner))
  const file = async (ended: readonly Failure[]): Promise<Filed> => ({
    // Should the causes themselves be what cannot be read.
    report: await verdict(log, ended).catch((reading: Error) =>
      reportOf(log, [unexplained(error, reading, log.known.run)]),
    ),
    path: '',
  })
  return setOutputs(world.runner, file, [{ kind: 'bug', message: error.message }])
}

function reportFiler(
  { runner }: World,
  log: RunLog,
): (ended: readonly Failure[]) => Promise<Filed> {
  const draw = async (all: readonly Failure[]): Promise<Report> => {
    // What only the checks found is known when the verdict is.
    const first = all.length === 0 ? await verdict(log, all) : undefined
    if (first?.findings.length === 0) return first
    const workflow = log.known.workflow ?? (await examineWorkflow(runner, log.known))
    if (workflow) log.learn({ workflow })
    return findPlaces(first && !workflow ? first : await verdict(log, all))
  }
  return (ended) => fileReport(runner, draw, ended)
}

/** Exports only from a run that found nothing which fails the step; else the session goes no further. */
async function exportIfReady(run: Run, { ended, session }: Outcome): Promise<Preflight> {
  const { runner } = run.world
  const file = reportFiler(run.world, run.log)
  const done = await file(ended)
  if (!session || !done.report.ready || done.report.failed)
    return setOutputs(runner, file, ended, done)
  const failure = await exportSession(run, session, outputsOf(done, session))
  return failure ? setOutputs(runner, file, [...ended, failure]) : { ...done, session }
}

/** Token, issuer and sign-in, up to the session; nothing is handed over yet. */
export async function signInFlow(run: Run): Promise<Outcome> {
  const { world, inputs, log } = run
  const unwritten = unsetCurrent(run)
  if (unwritten) return { ended: [unwritten] }
  if (inputs.proxy) log.say(proxyLine(inputs.proxy))
  world.useProxy(inputs.proxy)
  // An STS of one's own may have its issuer next door.
  if (inputs.customEndpoint) world.allowLinkLocal()
  if (inputs.useExistingCredentials) {
    const found = await existingCredentials(run, endpointOf(run))
    if (found) return found
  }
  // There nobody signs in, and a person wants to see what answers from here.
  if (isIssuerOnly(run)) return issuerOnly(run, askEarly(run, inputs.issuer, false))
  // Everything waits for the token.
  const asking = requestTokenPatiently(run)
  const early = askEarly(run, earlyIssuer(run))
  const endpoint = endpointOf(run)
  if (inputs.role) world.sts.preconnect(endpoint)

  const [token, examineTrust] = await Promise.all([asking, readTrustPolicy(run)])
  if (!token.ok) {
    if (inputs.issuer !== '') await issuerOnly(run, early)
    return { ended: [token.failure] }
  }
  log.learn({ token: token.value.facts })
  log.say(tokenLine(log.known))

  const inspection = inspectIssuer(run, token.value, early)
  const { role } = inputs
  const mayAsk = role !== undefined && expectedClaims.judge(log.known).length === 0
  const signedIn = mayAsk
    ? signIn(run, {
        role,
        token: token.value,
        issuerKnown: inspection.done,
        renewToken: () => requestToken(run),
        onWait: (attempt, n) => log.sayWait(waitLine('sts', attempt, n)),
      })
    : undefined
  // While STS thinks.
  examineTrust()
  const signed = await signedIn
  if (signed) run.answered.pass()
  const { waited, unchecked } = await waitForIssuer(run, inspection, signed?.result)
  log.say(issuerLine(log.known, waited))
  if (signed) return acceptSession(run, signed, unchecked)
  if (!role) log.say(noRoleLine())
  return { ended: [] }
}

function endpointOf({ inputs, log }: Run): string {
  const { endpoint: known } = log.known
  if (known !== undefined) return known
  const endpoint = inputs.stsEndpoint || regionalEndpoint(inputs.region, inputs)
  log.learn({ endpoint })
  if (inputs.endpointSource !== '' || inputs.fips || inputs.dualStack)
    log.say(endpointLine(endpoint, inputs))
  return endpoint
}

/** The issuer that can be told before the token is there; a token from a file names its own at once. */
function earlyIssuer({ log, inputs: { issuer, webIdentityTokenFile } }: Run): string {
  return issuer || (webIdentityTokenFile === '' ? issuerOfRunner(log.known.run) : '')
}

/** A person at a laptop who names an issuer and no role wants that issuer looked at, and has no token. */
function isIssuerOnly({ log, inputs: { issuer, role, webIdentityTokenFile } }: Run): boolean {
  return issuer !== '' && !role && webIdentityTokenFile === '' && !log.known.run.onRunner
}

async function issuerOnly({ log }: Run, early: Asking | undefined): Promise<Outcome> {
  const issuer = await early?.facts
  if (issuer) log.learn({ issuer })
  log.say(issuerLine(log.known))
  return { ended: [] }
}

/**
 * The sign-in, or the deadline, whichever comes first; the other is then ended, and its outcome not looked at. But a
 * session that STS has given is not lost to the deadline: the run goes on at once with what it has.
 */
export async function withDeadline(run: Run, work: Promise<Outcome>): Promise<Outcome> {
  const { actionTimeoutSeconds: seconds } = run.inputs
  if (seconds === 0) return work
  const late = run.world.clock.sleep(seconds * 1000).then((): Outcome | Promise<Outcome> => {
    run.late.pass()
    return run.granted.passed ? work : { ended: [run.log.runOut(seconds)] }
  })
  return Promise.race([work, late])
}
