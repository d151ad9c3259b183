// An HTTP agent whose first connection can be opened ahead of the request, with every connection watched.
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { serverName, startTrace, type Trace, watch } from './network.js'

type Options = https.AgentOptions & { host?: string; port?: number; servername?: string }

export interface WarmAgent {
  agent: http.Agent
  /** Of the connection that was used last. */
  trace(): Trace
  /** Opens the first connection now; how it fails is met again, and told, by the request. */
  warm(): void
}

export function warmAgent(url: URL, stopped: AbortSignal): WarmAgent {
  const secure = url.protocol === 'https:'
  const agent = new (secure ? https : http).Agent({ keepAlive: true, maxSockets: 1 })
  const opener = agent as unknown as { createConnection(options: Options): Socket }
  const create = opener.createConnection.bind(agent)
  let early: { socket: Socket; trace: Trace } | undefined
  let trace = startTrace()
  const open = (options: Options): { socket: Socket; trace: Trace } => {
    const started = startTrace()
    const socket = create(options)
    watch(socket, started)
    return { socket, trace: started }
  }
  opener.createConnection = (options) => {
    const next = early && !early.socket.destroyed ? early : open(options)
    early = undefined
    trace = next.trace
    return next.socket
  }
  stopped.addEventListener('abort', () => {
    agent.destroy()
    early?.socket.destroy()
  })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (secure ? 443 : 80))
  const warm = (): void => {
    early = open({ host, port, servername: serverName(host) })
    early.socket.on('error', () => undefined)
  }
  return { agent, trace: () => trace, warm }
}
