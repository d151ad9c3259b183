// The whole run on one screen: what does not depend on each other runs at the same time, and the report is drawn at the end.

import { isPastToken } from './aws/sts-answers.js'
import { expectedClaims } from './checks/expected-claims.js'
import type { Failure, Inputs, Known, Report, Result, Session } from './model.js'
import {
  endpointLine,
  issuerLine,
  noRoleLine,
  proxyLine,
  tokenLine,
  waitLine,
} from './report/log.js'
import { RunLog } from './run/run-log.js'
import { verdict } from './run/verdict.js'
import { acceptSession, type Outcome } from './steps/accept-session.js'
import { signIn } from './steps/assume-role.js'
import { existingCredentials } from './steps/existing-credentials.js'
import { exportSession } from './steps/export-session.js'
import { issuerOfRunner } from './steps/fetch-issuer.js'
import { type Filed, fileReport } from './steps/file-report.js'
import { findPlaces } from './steps/find-places.js'
import { askEarly, type Early, inspectIssuer } from './steps/inspect-issuer.js'
import { lookForRole } from './steps/look-for-role.js'
import { readInputs, readOutlets, splitUnsupported } from './steps/read-inputs.js'
import { readRun } from './steps/read-run.js'
import { readTrustPolicy } from './steps/read-trust-policy.js'
import { requestToken, requestTokenPatiently } from './steps/request-token.js'
import { outputsOf, setOutputs } from './steps/set-outputs.js'
import { unsetCurrent } from './steps/unset-current.js'
import type { World } from './world.js'

/** How long a run that STS has refused for its role still waits for what the issuer shows, in ms. */
const GRACE_MS = 250

export interface Preflight extends Filed {
  /** Only where the run signed in; what is done with it is the door's to decide. */
  session?: Session
}

export async function preflight(world: World): Promise<Preflight> {
  const ledger = new RunLog(world.clock, readRun(world.runner))
  const inputs = readInputs(world.runner)
  if (!inputs.ok) {
    ledger.learn({ outlets: readOutlets(world.runner) })
    return setOutputs(world.runner, filing(world, ledger), splitUnsupported(inputs.failure))
  }
  ledger.learn({ inputs: inputs.value })
  const { role, maskAwsAccountId } = inputs.value
  if (maskAwsAccountId && role) world.runner.mask(role.account)
  const outcome = await withDeadline(
    world,
    ledger,
    inputs.value,
    signInFlow(world, ledger, inputs.value),
  )
  return handedOver(world, ledger, inputs.value, outcome)
}

/** The report on a bug of ours: a throw that reached the door. */
export function crashReport(world: World, error: Error): Preflight {
  world.runner.debug(error.stack ?? '')
  const ledger = new RunLog(world.clock, readRun(world.runner))
  const file = (ended: readonly Failure[]): Filed => ({ report: verdict(ledger, ended), path: '' })
  return setOutputs(world.runner, file, [{ kind: 'bug', message: error.message }])
}

function filing({ runner }: World, ledger: RunLog): (ended: readonly Failure[]) => Filed {
  const draw = (all: readonly Failure[]): Report => findPlaces(runner, verdict(ledger, all))
  return (ended) => fileReport(runner, draw, ended)
}

/** Exports only from a run that found nothing which fails the step; else the session goes no further. */
async function handedOver(
  world: World,
  ledger: RunLog,
  inputs: Inputs,
  outcome: Outcome,
): Promise<Preflight> {
  const { ended, session } = outcome
  const { runner } = world
  const file = filing(world, ledger)
  const done = file(ended)
  if (!session || !done.report.ready || done.report.failed)
    return setOutputs(runner, file, ended, done)
  const outputs = outputsOf(done, session)
  const failure = await exportSession(world, { ...ledger.known, inputs }, session, outputs)
  return failure ? setOutputs(runner, file, [...ended, failure]) : { ...done, session }
}

/** Token, issuer and sign-in, up to the session; nothing is handed over yet. */
export async function signInFlow(world: World, ledger: RunLog, inputs: Inputs): Promise<Outcome> {
  const { runner } = world
  const say = (line: string): void => ledger.say(runner, line)
  const unwritten = unsetCurrent(world, inputs)
  if (unwritten) return { ended: [unwritten] }
  if (inputs.proxy) say(proxyLine(inputs.proxy))
  world.useProxy(inputs.proxy)
  if (inputs.useExistingCredentials) {
    const found = await existingCredentials(
      world,
      ledger,
      inputs,
      endpointOf(world, ledger, inputs),
    )
    if (found) return found
  }
  let answered = false
  const isOver = (): boolean => answered
  const early = askEarly(world, earlyIssuer(ledger, inputs), ledger, isOver)
  if (isIssuerOnly(ledger, inputs)) return issuerOnly(world, ledger, early)
  const asking = requestTokenPatiently(world, inputs, ledger)
  const endpoint = endpointOf(world, ledger, inputs)
  if (inputs.role) world.sts.preconnect(endpoint, inputs.region)
  const examineTrust = readTrustPolicy(runner, ledger)

  const token = await asking
  if (!token.ok) {
    if (inputs.issuer !== '') await issuerOnly(world, ledger, early)
    return { ended: [token.failure] }
  }
  ledger.learn({ token: token.value.facts })
  say(tokenLine(ledger.known))

  const issuerKnown = inspectIssuer(world, ledger, token.value, early, isOver)
  const { role } = inputs
  const mayAsk = role !== undefined && expectedClaims.judge(ledger.known).length === 0
  const signedIn = mayAsk
    ? signIn(world, inputs, ledger, {
        role,
        token: token.value,
        issuerKnown,
        renewToken: () => requestToken(world, inputs, ledger),
        onWait: (attempt, n) => say(waitLine('STS', attempt, n)),
        onAnswer: () => {
          answered = true
        },
      })
    : undefined
  // While STS thinks.
  examineTrust()
  const signed = await signedIn
  answered = true
  const waits = !(signed && isRefusedRole(signed.result, ledger.known))
  await (waits ? issuerKnown : Promise.race([issuerKnown, world.clock.sleep(GRACE_MS)]))
  say(issuerLine(ledger.known, waits))
  if (signed) return acceptSession(world, ledger, inputs, signed)
  if (!role) say(noRoleLine())
  return { ended: lookForRole(runner, ledger.known) }
}

/** STS is past the token then, so the report does not wait long for an issuer that is slow to answer here. */
function isRefusedRole(result: Result<Session>, known: Known): boolean {
  return !result.ok && isPastToken(result.failure, known)
}

/** Asked of the SDK once, and only after the first requests are on their way: its rules take some ms to load. */
function endpointOf(world: World, ledger: RunLog, inputs: Inputs): string {
  const { endpoint: known } = ledger.known
  if (known !== undefined) return known
  const endpoint = inputs.stsEndpoint || world.sts.endpointFor(inputs.region, inputs)
  ledger.learn({ endpoint })
  if (inputs.endpointSource !== '' || inputs.fips || inputs.dualStack)
    ledger.say(world.runner, endpointLine(endpoint, inputs))
  return endpoint
}

/** The issuer that can be told before the token is there; a token from a file names its own at once. */
function earlyIssuer({ known }: RunLog, { issuer, webIdentityTokenFile }: Inputs): string {
  return issuer || (webIdentityTokenFile === '' ? issuerOfRunner(known.run) : '')
}

/** A person at a laptop who names an issuer and no role wants that issuer looked at, and has no token. */
function isIssuerOnly({ known }: RunLog, { issuer, role, webIdentityTokenFile }: Inputs): boolean {
  return issuer !== '' && !role && webIdentityTokenFile === '' && !known.run.onRunner
}

async function issuerOnly(
  world: World,
  ledger: RunLog,
  early: Early | undefined,
): Promise<Outcome> {
  const issuer = await early?.facts
  if (issuer) ledger.learn({ issuer })
  ledger.say(world.runner, issuerLine(ledger.known))
  return { ended: [] }
}

/** The journey, or the deadline, whichever comes first; the other is then ended, and its outcome not looked at. */
export async function withDeadline(
  world: World,
  ledger: RunLog,
  { actionTimeoutSeconds: seconds }: Inputs,
  work: Promise<Outcome>,
): Promise<Outcome> {
  if (seconds === 0) return work
  const late = world.clock
    .sleep(seconds * 1000)
    .then((): Outcome => ({ ended: [ledger.runOut(seconds)] }))
  return Promise.race([work, late])
}
