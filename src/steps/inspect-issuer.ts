// Token and issuer brought together: the token's own issuer, and its keys once more past caches where the token's key is not among them.
import { discoveryUrl } from '../aws/discovery.js'
import { ISSUER_LIMIT_MS } from '../aws/limits.js'
import { isPastToken } from '../aws/sts-answers.js'
import type { FailureOf, IssuerFacts, Jwk, Result, Session, Token } from '../model.js'
import { prepare } from '../run/prepare.js'
import type { Run } from '../run/run.js'
import { type Asking, askIssuer } from './ask-issuer.js'
import { isHttps, refetchJwks } from './fetch-issuer.js'
import { verifyToken } from './verify-token.js'

/** The issuer asked ahead of the token, where it can be told. */
export function askEarly(run: Run, url: string, publicOnly?: boolean): Asking | undefined {
  if (!isHttps(url)) return undefined
  const asking = askIssuer(run, url, publicOnly)
  // Looked at later: until then a throw, which is a bug of ours, must not end the process without a word.
  asking.facts.catch(() => undefined)
  return asking
}

/** The issuer under inspection. */
export interface Inspection {
  /**
   * Resolves when all is learnt that can be: the issuer's facts, and whether its keys verify the token (true). But once
   * STS has answered, requests that are in flight are waited for until their own limit only (false).
   */
  done: Promise<boolean>
  /** Learns what is there, and nothing more from now on. What is missing; undefined where nothing is. */
  giveUp(): FailureOf<'issuer-unchecked'> | undefined
}

export function inspectIssuer(run: Run, token: Token, early: Asking | undefined): Inspection {
  const { log, answered } = run
  const { clock } = run.world
  const { issuer } = token.facts
  const asking = early?.url === issuer ? early : askEarly(run, issuer)
  let wanted = true
  const learn = (facts: Parameters<typeof log.learn>[0]): void => {
    if (wanted) log.learn(facts)
  }
  const done = asking ? asking.facts.then((facts) => inspect(run, token, facts, learn)) : undefined
  let isDone = false
  const all = Promise.resolve(done).then(() => {
    isDone = true
    prepare(run)
    return true
  })
  const ended = Promise.race([
    all,
    answered.come.then(async () => {
      if (!isDone) await clock.sleep(ISSUER_LIMIT_MS)
      return isDone
    }),
  ])
  // As above: STS is awaited first.
  ended.catch(() => undefined)
  return {
    done: ended,
    giveUp() {
      wanted = false
      const seen = asking?.soFar()
      if (isDone || !asking || (seen && !seen.pending)) return undefined
      if (seen) log.learn({ issuer: seen })
      const missing = seen?.pending
        ? { missing: 'jwks' as const, url: seen.pending }
        : { missing: 'discovery' as const, url: discoveryUrl(issuer) }
      return { kind: 'issuer-unchecked', issuer, ...missing, waitedMs: ISSUER_LIMIT_MS }
    },
  }
}

/** How long a run that STS has refused for its role still waits for what the issuer shows, in ms. */
const GRACE_MS = 250

/**
 * What the run still waits for when STS has answered, and never past the deadline. Whether all came in time; and what is
 * missing, where STS has given a session.
 */
export async function waitForIssuer(
  { world, inputs, log, granted, late }: Run,
  { done, giveUp }: Inspection,
  answers: readonly Result<Session>[],
): Promise<{ waited: boolean; unchecked?: FailureOf<'issuer-unchecked'> }> {
  // STS is past the token then, so the issuer does not matter any more.
  const isPast = (answer: Result<Session>): boolean =>
    !answer.ok && isPastToken(answer.failure, log.known)
  const isRefused = answers.some(isPast) && answers.every((answer) => answer.ok || isPast(answer))
  const waited = await Promise.race([
    done,
    late.come.then(() => false),
    ...(isRefused ? [world.clock.sleep(GRACE_MS).then(() => false)] : []),
  ])
  if (waited) return { waited }
  const missing = giveUp()
  if (!granted.passed || !missing) return { waited }
  const deadline = late.passed ? { deadlineSeconds: inputs.actionTimeoutSeconds } : {}
  return { waited, unchecked: { ...missing, ...deadline } }
}

async function inspect(
  { world, log }: Run,
  token: Token,
  issuer: IssuerFacts,
  learn: (facts: Parameters<typeof log.learn>[0]) => void,
): Promise<void> {
  const { header } = token.facts
  learn({ issuer })
  const keys = issuer.jwks?.result
  if (!keys?.ok) return
  const signature = await verifyToken(token, keys.value)
  learn({ signature })
  if (signature !== 'no-key' || header['kid'] === undefined) return
  const refetched = await log.span({ of: 'jwks-past-caches' }, () =>
    refetchJwks(world.http, issuer.jwks?.url ?? ''),
  )
  learn({
    issuer: { ...issuer, refetched },
    signature: await verifyAgain(token, refetched.result),
  })
}

async function verifyAgain(
  token: Token,
  keys: Result<readonly Jwk[]>,
): ReturnType<typeof verifyToken> {
  return keys.ok ? verifyToken(token, keys.value) : 'no-key'
}
