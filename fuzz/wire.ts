// Peers on a wire: bytes as a case has them, read by the real HTTP client and the real client of STS over loopback.

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { makeHttp } from '../src/edge/http.js'
import { makeSts } from '../src/edge/sts.js'
import type { Failure, Peer, Result } from '../src/model.js'
import type { Http, Sts } from '../src/world.js'
import type { VirtualTime } from './virtual-time.js'

/** What each peer writes, whatever it is asked. */
export type Wires = Readonly<Partial<Record<Peer, string>>>

interface Loopback {
  port(peer: Peer): number
  close(): void
}

/** Each answers as soon as it is asked, and hangs up: what never comes is a question of limits, and not of bytes. */
async function serve(wires: Wires): Promise<Loopback> {
  const sockets = new Set<Socket>()
  const servers = await Promise.all(
    Object.entries(wires).map(async ([peer, text]): Promise<[string, Server]> => {
      const server = createServer((socket) => {
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.once('data', () => {
          socket.end(Buffer.from(text, 'utf8'))
          socket.resume()
        })
      })
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      return [peer, server]
    }),
  )
  const all = new Map(servers)
  return {
    port: (peer) => ((all.get(peer) as Server).address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy()
      for (const server of all.values()) server.close()
    },
  }
}

export interface WirePorts {
  get: Http['get']
  assumeRoleWithWebIdentity: Sts['assumeRoleWithWebIdentity']
  end(): void
}

/** The ports of the world for these peers; the clock is told of each request that is under way in real time. */
export async function wirePorts(wires: Wires, clock: VirtualTime): Promise<WirePorts> {
  const stop = new AbortController()
  const loopback = await serve(wires)
  const http = makeHttp(stop.signal)
  const sts = makeSts(stop.signal)
  return {
    async get(request) {
      const url = `http://127.0.0.1:${loopback.port(request.peer)}/`
      const result = await clock.during(http.get({ ...request, url }))
      return named(result, request.url, clock.now())
    },
    async assumeRoleWithWebIdentity(request) {
      const endpoint = `http://127.0.0.1:${loopback.port('sts')}`
      const asked = sts.assumeRoleWithWebIdentity({ ...request, endpoint })
      return named(await clock.during(asked), '', clock.now())
    },
    end() {
      stop.abort()
      loopback.close()
    },
  }
}

/** As if the peer had been where it was asked for, and at that time. */
function named<T>(result: Result<T>, url: string, receivedAt: number): Result<T> {
  const place = { url, addresses: ['140.82.112.22'] }
  if (!result.ok) {
    const { failure } = result
    const changed = 'url' in failure && url !== '' ? { ...failure, url } : failure
    return { ok: false, failure: changed as Failure }
  }
  const value = result.value as T & { observed?: object }
  if (!value.observed) return { ok: true, value: { ...value, receivedAt } }
  return { ok: true, value: { ...value, observed: { ...value.observed, ...place, receivedAt } } }
}
