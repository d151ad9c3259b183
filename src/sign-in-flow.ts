// Token, issuer and sign-in: what does not depend on each other runs at the same time.

import { endpointIn } from './aws/endpoints.js'
import { issuerOfRunner } from './aws/github.js'
import { expectedClaims } from './checks/expected-claims.js'
import { asksForRole } from './model/input.js'
import {
  endpointLine,
  issuerLine,
  noRoleLine,
  proxyLine,
  tokenLine,
  waitLine,
} from './report/log.js'
import { WIDTH } from './run/lane.js'
import type { Outcome, Run } from './run/run.js'
import { acceptSession } from './steps/accept-session.js'
import type { Asking } from './steps/ask-issuer.js'
import { type SignedIn, type SignIn, signIn } from './steps/assume-role.js'
import { acceptSessions, signInToAll } from './steps/assume-roles.js'
import { existingCredentials } from './steps/existing-credentials.js'
import { askEarly, inspectIssuer, waitForIssuer } from './steps/inspect-issuer.js'
import { readTrustPolicies } from './steps/read-trust-policy.js'
import { requestToken, requestTokenPatiently } from './steps/request-token.js'
import { TokenInUse } from './steps/token-in-use.js'
import { unsetCurrent } from './steps/unset-current.js'

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
  preconnect(run, endpointOf(run))

  const [token, examineTrust] = await Promise.all([asking, readTrustPolicies(run)])
  if (!token.ok) {
    if (inputs.issuer !== '') await issuerOnly(run, early)
    return { ended: [token.failure] }
  }
  log.learn({ token: token.value.facts })
  log.say(tokenLine(log.known))

  const inspection = inspectIssuer(run, token.value, early)
  const how = {
    tokens: new TokenInUse(run, token.value, () => requestToken(run)),
    issuerKnown: inspection.done,
  }
  const mayAsk = expectedClaims.judge(log.known).length === 0
  const signingIn = mayAsk ? signInAs(run, how) : undefined
  // While STS thinks.
  examineTrust()
  const signed = (await signingIn) ?? []
  if (signed.length > 0) run.answered.pass()
  const answers = signed.map(({ result }) => result)
  const { waited, unchecked } = await waitForIssuer(run, inspection, answers)
  log.say(issuerLine(log.known, waited))
  if (run.branches.length > 0) return acceptSessions(run, signed, unchecked)
  const [only] = signed
  if (only) return acceptSession(run, only, unchecked)
  if (!asksForRole(inputs)) log.say(noRoleLine())
  return { ended: [] }
}

/** To the one role, to all of several, or to none. */
async function signInAs(
  run: Run,
  how: Pick<SignIn, 'tokens' | 'issuerKnown'>,
): Promise<readonly SignedIn[]> {
  const { role } = run.inputs
  if (run.branches.length > 0) return signInToAll(run, how)
  if (!role) return []
  const onWait: SignIn['onWait'] = (attempt, n) => run.log.sayWait(waitLine('sts', attempt, n))
  return [await signIn(run, { ...how, role, onWait })]
}

/** As many connections as are of use at once. */
function preconnect({ world, inputs, branches }: Run, endpoint: string): void {
  const endpoints = inputs.role
    ? [endpoint]
    : branches.map(({ run }) => endpointIn(run.inputs.region, run.inputs))
  for (const [one, all] of Map.groupBy(endpoints, (each) => each))
    world.sts.preconnect(one, Math.min(all.length, WIDTH))
}

function endpointOf({ inputs, log }: Run): string {
  const { endpoint: known } = log.known
  if (known !== undefined) return known
  const endpoint = endpointIn(inputs.region, inputs)
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
function isIssuerOnly({ log, inputs }: Run): boolean {
  const { issuer, webIdentityTokenFile } = inputs
  return (
    issuer !== '' && !asksForRole(inputs) && webIdentityTokenFile === '' && !log.known.run.onRunner
  )
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
