// An HTTP proxy for CONNECT requests only: tunnels the real host names of AWS STS and GitHub's issuer to the street's own servers.
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { send, type Wire } from './wire.js'

/** Where a host of the real world is played, by the port of loopback; undefined: nowhere, and the proxy refuses. */
export type Lead = (host: string, port: number) => number | undefined

/** What is answered in place of a connection; undefined: the proxy does as it should. */
type Instead = () => Wire | undefined

export class ConnectProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #connected: string[] = []

  constructor(lead: Lead, instead: Instead = () => undefined) {
    this.#server = createServer((_request, response) => {
      response.writeHead(501, { 'content-type': 'text/plain' }).end('CONNECT only')
    })
    this.#server.on('connection', (socket: Socket) => this.#keep(socket))
    this.#server.on('connect', ({ url = '' }, socket: Socket) => {
      this.#connected.push(url)
      const wire = instead()
      if (wire) {
        void send(socket, socket, wire)
        return
      }
      const { host = '', port = '' } = /^(?<host>.*):(?<port>\d+)$/.exec(url)?.groups ?? {}
      this.#lead(socket, lead(host, Number(port)))
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** `host:port` of each CONNECT since the last `forget`, in order. */
  connected(): readonly string[] {
    return [...this.#connected]
  }

  forget(): void {
    this.#connected = []
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #lead(socket: Socket, port: number | undefined): void {
    const refuse = (): void => {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    }
    if (port === undefined) {
      refuse()
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      onward.off('error', refuse)
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    this.#keep(onward)
    onward.once('error', refuse)
    socket.once('close', () => onward.destroy())
    onward.once('close', () => socket.destroySoon())
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }
}
