// The whole run on one screen: what does not depend on each other runs at the same time, and the report is drawn at the end.
import { conclude } from './causes/conclude.js'
import { causeFor, retryFor } from './causes/index.js'
import { CHECKS } from './checks/index.js'
import type { Failure, Inputs, Report, Result, Session, Token } from './model.js'
import { Ledger } from './report/ledger.js'
import { exportLine, issuerLine, sessionLine, tokenLine, waitLine } from './report/log.js'
import { withRetries } from './retry.js'
import { signIn } from './steps/assume-role.js'
import { issuerOfRunner } from './steps/fetch-issuer.js'
import { handOver } from './steps/hand-over.js'
import { askEarly, type Early, inspectIssuer } from './steps/inspect-issuer.js'
import { readInputs } from './steps/read-inputs.js'
import { readRun } from './steps/read-run.js'
import { requestToken } from './steps/request-token.js'
import type { World } from './world.js'

export interface Preflight {
  report: Report
  /** Only where the run signed in; what is done with it is the door's to decide. */
  session?: Session
}

/** What a journey comes back with: what stopped it or happened on it, and the session where there is one. */
interface Outcome {
  ended: readonly Failure[]
  session?: Session
}

export async function preflight(world: World): Promise<Preflight> {
  const ledger = new Ledger(world.clock, readRun(world.runner))
  const inputs = readInputs(world.runner)
  if (!inputs.ok) return closed(ledger, { ended: [inputs.failure] })
  ledger.learn({ inputs: inputs.value })
  const { role, maskAwsAccountId } = inputs.value
  if (maskAwsAccountId && role) world.runner.mask(role.account)
  const outcome = await withDeadline(
    world,
    ledger,
    inputs.value,
    journey(world, ledger, inputs.value),
  )
  return handedOver(world, ledger, inputs.value, outcome)
}

/** The report on a bug of ours: a throw that reached the door. */
export function failedOver(world: World, error: Error): Preflight {
  world.runner.debug(error.stack ?? '')
  const ledger = new Ledger(world.clock, readRun(world.runner))
  return closed(ledger, { ended: [{ kind: 'bug', message: error.message }] })
}

/** Exports only from a run that found nothing which fails the step; else the session goes no further. */
function handedOver(world: World, ledger: Ledger, inputs: Inputs, outcome: Outcome): Preflight {
  const { report, session } = closed(ledger, outcome)
  if (!session || !report.ready || report.failed) return { report }
  const failure = handOver(world, inputs, session)
  if (failure) return { report: closed(ledger, { ended: [...outcome.ended, failure] }).report }
  if (inputs.outputEnvCredentials) world.runner.info(exportLine(session))
  return { report, session }
}

async function journey(world: World, ledger: Ledger, inputs: Inputs): Promise<Outcome> {
  const { runner } = world
  let answered = false
  const settled = (): boolean => answered
  const early = askEarly(world, earlyIssuer(ledger, inputs), ledger, settled)
  if (isIssuerOnly(ledger, inputs)) return issuerOnly(ledger, early)
  const asking = patiently(world, ledger, inputs)
  const endpoint = inputs.stsEndpoint || world.sts.endpointFor(inputs.region)
  if (inputs.role) world.sts.warm(endpoint, inputs.region)

  const token = await asking
  if (!token.ok) {
    if (inputs.issuer !== '') await issuerOnly(ledger, early)
    return { ended: [token.failure] }
  }
  ledger.learn({ token: token.value.facts })
  runner.info(tokenLine(ledger.known))

  const issuerKnown = inspectIssuer(world, ledger, token.value, early, settled)
  const { role } = inputs
  const signedIn = role
    ? signIn(world, inputs, ledger, {
        endpoint,
        role,
        token: token.value,
        issuerKnown,
        renewToken: () => requestToken(world, inputs, ledger),
        onWait: (attempt, n) => runner.info(waitLine('STS', attempt, n)),
      }).finally(() => {
        answered = true
      })
    : undefined
  const [{ result, attempts } = {}] = await Promise.all([signedIn, issuerKnown])
  runner.info(issuerLine(ledger.known))
  if (!result) return { ended: [] }
  if (!result.ok) return { ended: [result.failure] }

  const { facts } = result.value
  if (inputs.maskAwsAccountId) runner.mask(facts.account)
  runner.info(sessionLine(facts, endpoint))
  if (!isAllowed(facts.account, inputs)) {
    return {
      ended: [{ kind: 'account', account: facts.account, allowed: inputs.allowedAccountIds }],
    }
  }
  ledger.learn({ session: facts })
  const totalMs = attempts?.reduce((sum, { waitedMs }) => sum + waitedMs, 0) ?? 0
  const retried: Failure[] = attempts?.length ? [{ kind: 'retried', attempts, totalMs }] : []
  return { ended: retried, session: result.value }
}

/** The token, asked for again as the cause of a failure says. */
async function patiently(world: World, ledger: Ledger, inputs: Inputs): Promise<Result<Token>> {
  const { result } = await withRetries(world, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) => ledger.span(`token, attempt ${n}`, () => requestToken(world, inputs, ledger)),
    judge: async (failure) => retryFor(failure, ledger.known),
    onWait: (attempt, n) => world.runner.info(waitLine('Token service', attempt, n)),
  })
  return result
}

/** The issuer that can be told before the token is there; a token from a file names its own at once. */
function earlyIssuer({ known }: Ledger, { issuer, webIdentityTokenFile }: Inputs): string {
  return issuer || (webIdentityTokenFile === '' ? issuerOfRunner(known.run) : '')
}

/** A person at a laptop who names an issuer and no role wants that issuer looked at, and has no token. */
function isIssuerOnly({ known }: Ledger, { issuer, role, webIdentityTokenFile }: Inputs): boolean {
  return issuer !== '' && !role && webIdentityTokenFile === '' && !known.run.onRunner
}

async function issuerOnly(ledger: Ledger, early: Early | undefined): Promise<Outcome> {
  const issuer = await early?.facts
  if (issuer) ledger.learn({ issuer })
  return { ended: [] }
}

function isAllowed(account: string, { allowedAccountIds }: Inputs): boolean {
  return allowedAccountIds.length === 0 || allowedAccountIds.includes(account)
}

/** The journey, or the deadline, whichever comes first; the other is then ended, and its outcome not looked at. */
async function withDeadline(
  world: World,
  ledger: Ledger,
  { actionTimeoutSeconds: seconds }: Inputs,
  work: Promise<Outcome>,
): Promise<Outcome> {
  if (seconds === 0) return work
  const late = world.clock.sleep(seconds * 1000).then((): Outcome => {
    return { ended: [{ kind: 'deadline', seconds, running: ledger.running() }] }
  })
  return Promise.race([work, late])
}

function closed(ledger: Ledger, { ended, session }: Outcome): Preflight {
  const { known } = ledger
  const judged = CHECKS.map((check) => ({ check, failures: check.judge(known) }))
  const findings = conclude(
    ended,
    judged.flatMap(({ failures }) => failures),
    known,
  )
  const checks = judged.map(({ check: { id, title }, failures }) => ({
    id,
    title,
    findings: [...new Set(failures.map((failure) => causeFor(failure, known).id))],
  }))
  const failOn = known.inputs?.failOn ?? 'error'
  const ready = findings.every(({ severity }) => severity !== 'error')
  const failed = findings.some(({ severity }) => reaches(severity, failOn))
  const report = { ready, failed, findings, checks, timeline: ledger.timeline(), known }
  return session ? { report, session } : { report }
}

function reaches(severity: string, failOn: Inputs['failOn']): boolean {
  if (failOn === 'never') return false
  return severity === 'error' || (failOn === 'warning' && severity === 'warning')
}
