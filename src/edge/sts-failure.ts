// Why a call of STS failed: in STS's own words where an answer came, else from how far the connection had come.
import { bareHost } from '../aws/url.js'
import type { Failure } from '../model.js'
import { networkFailure } from './network.js'
import { plainHeaders } from './observed.js'
import { type PreconnectAgent, Upgraded } from './preconnect-agent.js'
import { type Answer, notSts, refusalOf, type SdkError } from './sts-answer.js'

/** What was seen of the call. */
interface CallTrace {
  wire: Pick<PreconnectAgent, 'trace' | 'inspect'>
  answer(): Answer | undefined
}

/** What STS said, or what is none of its words, or why no answer came. */
export async function stsFailure(
  error: unknown,
  endpoint: string,
  line: CallTrace,
  late: boolean,
): Promise<Failure> {
  if (error instanceof Upgraded) return notSts(bodiless(error))
  const thrown = (error ?? {}) as SdkError
  const answer = line.answer()
  return answer ? refusalOf(thrown, answer) : unreachedFailure(thrown, endpoint, line, late)
}

function bodiless({ status, headers }: Upgraded): Answer {
  return { status, headers: plainHeaders(headers), body: Buffer.alloc(0) }
}

async function unreachedFailure(
  thrown: SdkError,
  endpoint: string,
  line: CallTrace,
  late: boolean,
): Promise<Failure> {
  const host = bareHost(new URL(endpoint).hostname)
  const timedOut = late || isOwnLimit(thrown)
  const error = timedOut ? { code: 'TIMEOUT', message: thrown.message ?? '' } : thrown
  const failure = networkFailure(error, 'sts', host, line.wire.trace())
  if (failure.phase !== 'tls' || timedOut) return failure
  return { ...failure, certificates: await line.wire.inspect() }
}

/** The SDK gives its own limits and the system's errors one name; only the system's name the call that failed, or a reset. */
function isOwnLimit({ name, code = 'ETIMEDOUT', syscall }: SdkError): boolean {
  return name === 'TimeoutError' && code === 'ETIMEDOUT' && syscall === undefined
}
