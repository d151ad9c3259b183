// The sign-in: attempts at STS that ask the cause before they are tried again, with a fresh token when the old one nears its end.

import { endpointIn } from '../aws/endpoints.js'
import { isPastToken } from '../aws/sts-answers.js'
import { foundByChecks } from '../checks/index.js'
import type {
  Attempt,
  CauseId,
  FailedAttempt,
  Inputs,
  Result,
  RoleArn,
  Session,
  Token,
} from '../model.js'
import { regionLine } from '../report/log.js'
import { explained } from '../run/explain.js'
import type { Lane } from '../run/lane.js'
import { withRetries } from '../run/retry.js'
import type { Run } from '../run/run.js'
import type { TokenInUse } from './token-in-use.js'

export interface SignIn {
  role: RoleArn
  tokens: TokenInUse
  /** Resolves when all is known of the issuer that can tell answers of STS's apart. */
  issuerKnown: Promise<unknown>
  /** What other sign-ins of this step share with this one at an endpoint; absent: there are none. */
  laneOf?(endpoint: string): Lane
  onWait(attempt: Attempt, n: number): void
}

export interface SignedIn {
  result: Result<Session>
  attempts: readonly Attempt[]
  /** Where STS was asked last. */
  region: string
  endpoint: string
  /** Why the region of the job was given up, where another was asked. */
  gaveUp?: FailedAttempt
}

/** Signs in at the region's endpoint or, where that itself fails, at the first fallback that answers. Where none answers, the first failure counts. */
export async function signIn(run: Run, how: SignIn): Promise<SignedIn> {
  const { inputs, log } = run
  let first: SignedIn | undefined
  let gaveUp: SignedIn['gaveUp']
  const last: LastTry = {}
  for (const region of [inputs.region, ...inputs.fallbackRegions]) {
    const endpoint = endpointIn(region, inputs)
    const tried = await signInAt(run, how, last, { region, endpoint })
    if (tried.result.ok) return { ...tried, region, endpoint, ...(gaveUp ? { gaveUp } : {}) }
    const { failure } = tried.result
    const { id, ofRegion } = (await explained([failure])).causeFor(failure, log.known)
    if (!ofRegion) return { ...tried, region, endpoint }
    first ??= { ...tried, region, endpoint }
    gaveUp ??= { cause: id, failure }
    if (inputs.fallbackRegions.length > 0) log.say(regionLine(region, id))
  }
  return first as SignedIn
}

interface Place {
  region: string
  endpoint: string
}

/** What goes from attempt to attempt, whichever region each is made in. */
interface LastTry {
  sent?: Token
  cause?: CauseId
}

function signInAt(
  run: Run,
  { role, tokens, issuerKnown, laneOf, onWait }: SignIn,
  last: LastTry,
  place: Place,
): Promise<{ result: Result<Session>; attempts: readonly Attempt[] }> {
  const { world, inputs, log } = run
  const started = world.clock.monotonic()
  const lane = laneOf?.(place.endpoint)
  let beganAt = started
  const call = async (n: number): Promise<Result<Session>> => {
    // It has waited for its turn until then, and nobody waits for it any more.
    if (lane && run.late.passed) return deadlineOver(inputs)
    const token = await tokens.next(last.cause === 'token-expired' ? last.sent : undefined)
    if (!token.ok) return token
    last.sent = token.value
    const region = place.region === inputs.region ? {} : { region: place.region }
    const name = lane ? { role: inputs.awsProfile } : {}
    return log.span({ of: 'sts', attempt: n, ...region, ...name }, () =>
      assumePlainly(inputs, () => assumeRole(run, role, token.value, place)),
    )
  }
  return withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    onWait,
    beside: lane,
    async attempt(n) {
      const passed = lane ? await lane.pass(() => call(n)) : undefined
      if (passed) beganAt = passed.beganAt
      const result = passed?.value ?? (await call(n))
      if (result.ok) {
        lane?.taken()
        log.failing()
        run.granted.pass()
      }
      if (result.ok || result.failure.kind === 'aws') run.answered.pass()
      return result
    },
    async judge(failure) {
      // What is found already has to be explained, too.
      const { causeFor } = await explained([failure, ...foundByChecks(log.known)])
      log.failing({ cause: causeFor(failure, log.known).id, failure })
      // What STS says of the role, it says of a token that it took: the issuer does not matter any more.
      if (!isPastToken(failure, log.known)) await issuerKnown
      const checked = foundByChecks(log.known)
      const { retryAfter } = await explained([failure, ...checked])
      const verdict = retryAfter(failure, checked, log.known)
      if (verdict.retry === 'throttled') lane?.throttled(beganAt)
      last.cause = verdict.id
      log.failing({ cause: verdict.id, failure })
      return { ...verdict, ...patience(inputs, verdict, started) }
    },
  })
}

function deadlineOver({ actionTimeoutSeconds: seconds }: Inputs): Result<never> {
  return { ok: false, failure: { kind: 'deadline', seconds, running: [] } }
}

/** Sessions asked for by `special-characters-workaround`, in one attempt. */
const MOST_SESSIONS = 12

/** With `special-characters-workaround`, as many sessions as it takes until the secret key has letters and digits only, or 12. */
async function assumePlainly(
  { specialCharactersWorkaround: wanted }: Inputs,
  assume: () => Promise<Result<Session>>,
): Promise<Result<Session>> {
  for (let tries = 1; ; tries++) {
    const result = await assume()
    if (!wanted || !result.ok) return result
    if (/^[a-z\d]+$/i.test(result.value.credentials.secretAccessKey.reveal())) return result
    if (tries === MOST_SESSIONS)
      return { ok: false, failure: { kind: 'special-characters', tries } }
  }
}

/** One attempt. The credentials are masked before they go any further. */
async function assumeRole(
  { world, inputs, log }: Run,
  role: RoleArn,
  token: Token,
  { region, endpoint }: Place,
): Promise<Result<Session>> {
  const answer = await world.sts.assumeRoleWithWebIdentity({
    endpoint,
    region,
    roleArn: role.text,
    roleSessionName: inputs.roleSessionName,
    durationSeconds: inputs.roleDurationSeconds,
    token: token.secret,
    inlineSessionPolicy: inputs.inlineSessionPolicy,
    managedSessionPolicies: inputs.managedSessionPolicies,
  })
  if (!answer.ok) {
    if (answer.failure.kind === 'aws') log.hear('sts', answer.failure.date, world.clock.now())
    return answer
  }
  const { session, date, receivedAt } = answer.value
  for (const secret of Object.values(session.credentials)) world.runner.mask(secret.reveal())
  log.hear('sts', date, receivedAt)
  return { ok: true, value: session }
}

/** A role or provider of moments ago is waited for, as long as `new-role-wait-s` says, and not at all where one attempt was asked for. */
function patience(
  { newRoleWaitSeconds: seconds, maxAttempts }: Inputs,
  { eventualConsistency }: { eventualConsistency?: true },
  started: number,
): { retry: 'eventual-consistency'; until: number } | undefined {
  if (!eventualConsistency || seconds === 0 || maxAttempts === 1) return undefined
  return { retry: 'eventual-consistency', until: started + seconds * 1000 }
}
