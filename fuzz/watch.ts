// Tells of a case that does not come back: the thread that plays it cannot, so another one looks at how far it is.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Watch {
  begin(what: string, value: unknown): void
}

/** In ms. */
const HANGS_MS = 120_000

const WORKER = `
const { workerData, parentPort } = require('node:worker_threads')
const { readFileSync, writeSync } = require('node:fs')
const count = new Int32Array(workerData.shared)
let last = -1
let since = Date.now()
setInterval(() => {
  const now = Atomics.load(count, 0)
  if (now !== last) {
    last = now
    since = Date.now()
  } else if (Date.now() - since > workerData.limit) {
    writeSync(1, 'HANGS ' + readFileSync(workerData.note, 'utf8') + '\\n')
    process.kill(process.pid, 'SIGKILL')
  }
}, 1000)
`

/** The process is ended where a case hangs, and the case is printed. */
export function startWatch(): Watch {
  const shared = new SharedArrayBuffer(4)
  const note = join(tmpdir(), `fuzz-case-${process.pid}.txt`)
  const workerData = { shared, note, limit: HANGS_MS }
  new Worker(WORKER, { eval: true, workerData }).unref()
  const count = new Int32Array(shared)
  return {
    begin(what, value) {
      Atomics.add(count, 0, 1)
      writeFileSync(note, `${what}\n${JSON.stringify(value)}`)
    },
  }
}
