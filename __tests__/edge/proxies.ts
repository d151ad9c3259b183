// Proxies that we did not write: tinyproxy where it is installed, and one of npm; both tell which hosts they were asked to connect.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProxy } from 'proxy'
import { deadPort } from './servers.js'

export interface Login {
  user: string
  password: string
}

export interface RealProxy {
  /** As HTTPS_PROXY has it, with the login where one is given. */
  url(login?: Login): string
  /** `host:port` of each CONNECT, in order. */
  connected(): string[]
  stop(): Promise<void>
}

function urlOf(port: number, login?: Login): string {
  const { user, password } = login ?? { user: '', password: '' }
  const who = login ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : ''
  return `http://${who}127.0.0.1:${port}`
}

async function ofNpm(login?: Login): Promise<RealProxy> {
  const targets: string[] = []
  const server = createProxy(createServer())
  server.on('connect', ({ url = '' }) => targets.push(url))
  const wanted = login && Buffer.from(`${login.user}:${login.password}`).toString('base64')
  if (wanted)
    server.authenticate = ({ headers }) => headers['proxy-authorization'] === `Basic ${wanted}`
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: (given) => urlOf(port, given),
    connected: () => targets,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function tinyproxy(login?: Login): Promise<RealProxy> {
  const directory = mkdtempSync(join(tmpdir(), 'tinyproxy-'))
  const port = await deadPort()
  const [conf, log] = [join(directory, 'conf'), join(directory, 'log')]
  const settings = [`Port ${port}`, 'Listen 127.0.0.1', `LogFile "${log}"`, 'LogLevel Connect']
  if (login) settings.push(`BasicAuth ${login.user} ${login.password}`)
  writeFileSync(conf, `${settings.join('\n')}\n`)
  const child = spawn('tinyproxy', ['-d', '-c', conf], { stdio: 'ignore' })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  while (!(await answers(port))) await new Promise((next) => setTimeout(next, 20))
  return {
    url: (given) => urlOf(port, given),
    connected() {
      const lines = readFileSync(log, 'utf8').matchAll(/: CONNECT (\S+) HTTP/g)
      return [...lines].map(([, target = '']) => target)
    },
    async stop() {
      child.kill()
      await ended
      rmSync(directory, { recursive: true })
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

const installed = spawnSync('tinyproxy', ['-v']).error === undefined

export const REAL_PROXIES: readonly (readonly [string, (login?: Login) => Promise<RealProxy>])[] = [
  ['proxy of npm', ofNpm],
  ...(installed ? [['tinyproxy', tinyproxy] as const] : []),
]
