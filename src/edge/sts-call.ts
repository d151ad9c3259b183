// What a signed and an unsigned call of STS share: their limits, their connection, and that the answer is read whole.
import type http from 'node:http'
import type https from 'node:https'
import type { Headers } from '../model.js'
import type { Answer } from './sts-answer.js'

/** In ms. */
export interface CallLimits {
  connectMs: number
  answerMs: number
}

export interface Call {
  signal: AbortSignal
  /** Told what came, whatever the SDK makes of it. */
  onAnswer(answer: Answer): void
}

/** One connection, and our own limits. */
export function handlerOptions(agent: http.Agent, { connectMs, answerMs }: CallLimits) {
  return {
    httpsAgent: agent as https.Agent,
    httpAgent: agent,
    connectionTimeout: connectMs,
    requestTimeout: answerMs,
    throwOnRequestTimeout: true,
  }
}

/** In bytes. */
const LARGEST_ANSWER = 256 * 1024

/** What the SDK's handlers give: its body as a stream, which they read again. */
interface Response {
  statusCode: number
  headers: Headers
  body?: unknown
}

/**
 * Reads the answer whole before the SDK does, so that what is none of STS's can still be shown. Throws for one that is
 * too long, and for a status that grants nothing and that the SDK, which asks only for less than 300, would take.
 */
export async function hear(response: Response, onAnswer: (answer: Answer) => void): Promise<void> {
  const body = await readAll(response.body as AsyncIterable<Buffer>)
  response.body = new Uint8Array(body)
  // The SDK's handler says -1 for 000.
  const status = Math.max(0, response.statusCode)
  onAnswer({ status, headers: response.headers, body })
  if (status < 200) throw new Error('a status of no final answer')
  if (body.length > LARGEST_ANSWER) throw new Error('longer than an answer of STS')
}

/** All of it, or what is enough to see that it is longer than an answer of STS's ever is. */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > LARGEST_ANSWER) break
  }
  return Buffer.concat(chunks)
}
