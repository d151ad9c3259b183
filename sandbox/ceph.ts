// A real STS that is not of AWS: Ceph's radosgw on loopback, with one monitor and one OSD in memory. Debian's packages, nothing kept.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { SignatureV4 } from '@smithy/signature-v4'
import { Sha256 } from './sha256.js'

const run = promisify(execFile)

/** What has to be installed; awscli is the client that everybody uses. */
const PACKAGES = 'ceph-mon ceph-osd radosgw ceph-common awscli'

/** Until it answers: mostly some 15 s. */
const READY_MS = 120_000

/** Its administrator, who is made with it and ends with it. */
const ADMIN = { AWS_ACCESS_KEY_ID: 'ADMINADMINADMINADMIN', AWS_SECRET_ACCESS_KEY: randomUUID() }
const REGION = 'us-east-1'

/** No authentication and no encryption within: all of it is one machine's loopback. */
function settings(directory: string, fsid: string, monitor: number, gateway: number): string {
  const plain = ['mon client', 'cluster', 'service', 'client']
  return `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${monitor}
public network = 127.0.0.0/8
${['cluster', 'service', 'client'].map((who) => `auth ${who} required = none`).join('\n')}
${plain.map((mode) => `ms ${mode} mode = crc`).join('\n')}
mon data = ${directory}/mon
osd data = ${directory}/osd
osd objectstore = memstore
memstore device bytes = 1073741824
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 4000
log file = ${directory}/$name.log
admin socket = ${directory}/$name.asok
run dir = ${directory}
[client.rgw]
# Said once more: from the section above radosgw does not take it.
ms mon client mode = crc
rgw data = ${directory}/rgw
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw sts key = abcdefghijklmnop
rgw s3 auth use sts = true
rgw verify ssl = false
`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

export class Ceph {
  readonly #directory = mkdtempSync(join(tmpdir(), 'aws-oidc-preflight-ceph-'))
  readonly #daemons: ChildProcess[] = []
  #gateway = 0

  static async start(): Promise<Ceph> {
    const ceph = new Ceph()
    try {
      await ceph.#start()
      return ceph
    } catch (error) {
      await ceph.stop()
      throw new Error(`Ceph does not start (it needs: apt-get install ${PACKAGES})`, {
        cause: error,
      })
    }
  }

  /** Where its STS, its IAM and its S3 are. */
  get endpoint(): string {
    return `http://127.0.0.1:${this.#gateway}`
  }

  /** What radosgw has logged so far. */
  log(): string {
    return readFileSync(join(this.#directory, 'client.rgw.log'), 'utf8')
  }

  /** The AWS CLI against it: as its administrator, or as whoever has these variables. */
  async aws(
    args: readonly string[],
    credentials: Readonly<Record<string, string>> = ADMIN,
  ): Promise<string> {
    const { stdout } = await run('aws', ['--endpoint-url', this.endpoint, ...args], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.#directory,
        AWS_DEFAULT_REGION: REGION,
        AWS_EC2_METADATA_DISABLED: 'true',
        ...credentials,
      },
    })
    return stdout
  }

  /** One request of IAM's API as its administrator, without the second that the AWS CLI takes to start. */
  async iam(action: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const { hostname, port, host } = new URL(this.endpoint)
    const body = new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters })
    const signer = new SignatureV4({
      credentials: {
        accessKeyId: ADMIN.AWS_ACCESS_KEY_ID,
        secretAccessKey: ADMIN.AWS_SECRET_ACCESS_KEY,
      },
      region: REGION,
      service: 'iam',
      sha256: Sha256,
    })
    const request = {
      method: 'POST',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: '/',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    }
    const { headers } = await signer.sign(request)
    const answer = await fetch(this.endpoint, { method: 'POST', headers, body: request.body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text}`)
    return text
  }

  async stop(): Promise<void> {
    for (const daemon of this.#daemons.reverse()) await ended(daemon)
    rmSync(this.#directory, { recursive: true, force: true })
  }

  async #start(): Promise<void> {
    const directory = this.#directory
    for (const name of ['mon', 'osd', 'rgw']) mkdirSync(join(directory, name))
    const monitor = await freePort()
    this.#gateway = await freePort()
    const [fsid, osd] = [randomUUID(), randomUUID()]
    const map = join(directory, 'monmap')
    const conf = join(directory, 'ceph.conf')
    writeFileSync(conf, settings(directory, fsid, monitor, this.#gateway))
    const own = ['-c', conf]
    const address = `[v2:127.0.0.1:${monitor}]`
    await run('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', address, map])
    await run('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map, ...own])
    this.#serve('ceph-mon', ['-i', 'a', ...own])
    await run('ceph', [...own, '--connect-timeout', '60', 'osd', 'new', osd])
    await run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', osd, ...own])
    this.#serve('ceph-osd', ['-i', '0', ...own])
    this.#serve('radosgw', ['-n', 'client.rgw', ...own])
    await this.#ready()
    const keys = ['--access-key', ADMIN.AWS_ACCESS_KEY_ID, '--secret', ADMIN.AWS_SECRET_ACCESS_KEY]
    const caps = ['--caps', 'oidc-provider=*;roles=*']
    const user = ['user', 'create', '--uid', 'admin', '--display-name', 'admin', ...keys, ...caps]
    await run('radosgw-admin', [...own, ...user])
  }

  #serve(program: string, args: readonly string[]): void {
    const daemon = spawn(program, [...args, '-f'], { stdio: 'ignore' })
    // A program that is not installed is told by the next step, which fails.
    daemon.on('error', () => undefined)
    this.#daemons.push(daemon)
  }

  async #ready(): Promise<void> {
    const until = Date.now() + READY_MS
    while (Date.now() < until) {
      const answer = await fetch(this.endpoint).catch(() => undefined)
      if (answer?.ok) return
      await sleep(250)
    }
    throw new Error(`radosgw has not answered within ${READY_MS / 1000} s`)
  }
}

async function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.pid === undefined || daemon.exitCode !== null) return
  const closed = new Promise((done) => daemon.once('close', done))
  daemon.kill('SIGTERM')
  await Promise.race([closed, sleep(5000, undefined, { ref: false })])
  if (daemon.exitCode === null && daemon.signalCode === null) daemon.kill('SIGKILL')
}
