// AWS STS: one attempt at a time, each on a connection that is watched; no ambient credential is ever looked up.
import type { Result } from '../model.js'
import type { Sts } from '../world.js'
import { limitOf, within } from './limit.js'
import { isGivenUp } from './network.js'
import { type PreconnectAgent, preconnectAgent } from './preconnect-agent.js'
import { Routes } from './proxy.js'
import { type Answer, notSts, sessionAnswer } from './sts-answer.js'
import type { Call } from './sts-call.js'
import { stsFailure } from './sts-failure.js'
import { sendUnsigned } from './sts-unsigned.js'

/** In ms: STS itself gives an issuer about 5 s, so an honest answer may take that long. */
const LIMITS = { connectMs: 5000, answerMs: 15_000, wholeMs: 20_000 }

/** A call, and what was heard of it. */
interface HeardCall extends Call {
  answer(): Answer | undefined
}

export function makeSts(stopped: AbortSignal, routes = new Routes(), limits = LIMITS): Sts {
  // A call has a connection to itself, and leaves it open for the next one.
  const idle = new Map<string, PreconnectAgent[]>()
  const idleAt = (endpoint: string): PreconnectAgent[] => {
    const all = idle.get(endpoint) ?? []
    idle.set(endpoint, all)
    return all
  }
  const open = (endpoint: string): PreconnectAgent => {
    const url = new URL(endpoint)
    return preconnectAgent(url, stopped, routes.to(url))
  }
  return {
    preconnect(endpoint, connections = 1) {
      const all = idleAt(endpoint)
      while (all.length < connections) {
        const wire = open(endpoint)
        wire.connect()
        all.push(wire)
      }
    },
    async assumeRoleWithWebIdentity(request) {
      const all = idleAt(request.endpoint)
      const wire = all.shift() ?? open(request.endpoint)
      const result = await asked(request, wire, async (call) => {
        const output = await sendUnsigned(request, wire, limits, call)
        return sessionAnswer(output, request, call.answer())
      })
      // What hangs on its way is given up; the next attempt opens a connection of its own.
      if (!result.ok && result.failure.kind === 'network') wire.close()
      else all.push(wire)
      return result
    },
    async callerIdentity(request) {
      // Not within the call: a file that is missing is no failure of STS's.
      const { sendSigned } = await import('./sts-signed.js')
      // A connection of its own: what is signed and what is not share nothing.
      const wire = open(request.endpoint)
      return asked(request, wire, async (call) => {
        const { Account: account, Arn: arn } = await sendSigned(request, wire, limits, call)
        return account && arn ? { account, arn } : undefined
      }).finally(() => wire.close())
    },
  }

  /** What STS granted, or why not; `undefined` from `send`: an answer that grants nothing. */
  async function asked<T>(
    { endpoint }: { endpoint: string },
    wire: PreconnectAgent,
    send: (call: HeardCall) => Promise<T | undefined>,
  ): Promise<Result<T>> {
    const limit = limitOf(limits.wholeMs)
    const signal = AbortSignal.any([stopped, limit.signal])
    let seen: Answer | undefined
    const answer = (): Answer | undefined => seen
    const onAnswer = (came: Answer): void => {
      seen = came
    }
    const sent = (): Promise<T | undefined> => within(send({ signal, onAnswer, answer }), signal)
    try {
      const value = await sent().catch((error) => {
        if (!isGivenUp(seen?.status, wire.trace())) throw error
        seen = undefined
        return sent()
      })
      return value === undefined ? { ok: false, failure: notSts(seen) } : { ok: true, value }
    } catch (error) {
      return {
        ok: false,
        failure: await stsFailure(error, endpoint, { wire, answer }, limit.isOver()),
      }
    } finally {
      limit.end()
    }
  }
}
